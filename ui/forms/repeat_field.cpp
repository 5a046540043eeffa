#include "forms/repeat_field.h"

#include "theme/metrics.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace metrics;
using Unit = Repeat::Unit;

namespace {
constexpr int kNever = -1;
}

RepeatField::RepeatField(const Formats &formats, QWidget *parent)
    : QWidget(parent),
      m_formats(formats),
      m_unit(new QComboBox(this)),
      m_every(new QSpinBox(this)),
      m_words(new PaletteLabel(TextRole::Caption, TextColour::Third, this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSmall);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_unit, 1);
    row->addWidget(m_every);
    column->addLayout(row);
    column->addWidget(m_words);
    setFocusProxy(m_unit);
    m_unit->addItem(tr("Does not repeat"), kNever);
    m_unit->addItem(tr("Daily"), int(Unit::Day));
    m_unit->addItem(tr("Weekly"), int(Unit::Week));
    m_unit->addItem(tr("Monthly"), int(Unit::Month));
    m_unit->addItem(tr("Yearly"), int(Unit::Year));
    m_unit->setAccessibleName(tr("Repeats"));
    m_every->setRange(1, kMostRepeat);
    m_every->setAccessibleName(tr("Every how many days, weeks, months or years"));
    m_every->setToolTip(m_every->accessibleName());
    const auto edit = [this] {
        take();
        emit edited();
    };
    connect(m_unit, &QComboBox::activated, this, edit);
    connect(m_every, &QSpinBox::valueChanged, this, edit);
    showWords();
}

void RepeatField::take() {
    const int unit = m_unit->currentData().toInt();
    const QDate first = m_first.isValid() ? m_first : m_formats.today();
    m_repeat = unit == kNever ? std::nullopt : std::optional(repeatFrom(Unit(unit), m_every->value(), first));
    showWords();
}

void RepeatField::setRepeat(const std::optional<Repeat> &repeat) {
    m_repeat = repeat;
    const QSignalBlocker quiet(m_every);
    m_unit->setCurrentIndex(m_unit->findData(repeat ? int(repeat->unit) : kNever));
    m_every->setValue(repeat ? repeat->every : 1);
    showWords();
}

void RepeatField::setFirst(QDate day) {
    m_first = day;
    if (m_repeat && day.isValid())
        m_repeat = repeatFrom(m_repeat->unit, m_repeat->every, day);
    showWords();
}

void RepeatField::showWords() {
    m_words->setText(m_repeat ? repeatSentence(*m_repeat, m_formats) : QString());
    //: What a screen reader says of the choice of a repetition: "Repeats: every week on Monday".
    m_unit->setAccessibleDescription(m_repeat ? tr("Repeats: %1").arg(m_words->text()) : tr("Repeats"));
    if (m_words->isVisibleTo(this) == m_repeat.has_value() && m_every->isVisibleTo(this) == m_repeat.has_value())
        return;
    m_words->setVisible(m_repeat.has_value());
    m_every->setVisible(m_repeat.has_value());
    emit sizeChanged();
}

QString repeatSentence(const Repeat &repeat, const Formats &formats) {
    const QLocale &locale = formats.locale();
    const int every = repeat.every;
    switch (repeat.unit) {
    case Unit::Day: return every == 1 ? RepeatField::tr("Every day") : RepeatField::tr("Every %Ln day(s)", nullptr, every);
    case Unit::Week: {
        const QString day = locale.standaloneDayName(repeat.weekday, QLocale::LongFormat);
        return every == 1 ? RepeatField::tr("Every week on %1").arg(day)
                          : RepeatField::tr("Every %Ln week(s) on %1", nullptr, every).arg(day);
    }
    case Unit::Month: {
        const QString day = locale.toString(repeat.dayOfMonth);
        return every == 1 ? RepeatField::tr("Every month on day %1").arg(day)
                          : RepeatField::tr("Every %Ln month(s) on day %1", nullptr, every).arg(day);
    }
    case Unit::Year: {
        constexpr int kLeapYear = 2000;
        //: A day of every year, in the letters of QLocale::toString: 9 March.
        const QString day = locale.toString(QDate(kLeapYear, repeat.month, repeat.dayOfMonth), RepeatField::tr("d MMMM"));
        return every == 1 ? RepeatField::tr("Every year on %1").arg(day)
                          : RepeatField::tr("Every %Ln year(s) on %1", nullptr, every).arg(day);
    }
    }
    return {};
}

} // namespace kontor::ui
