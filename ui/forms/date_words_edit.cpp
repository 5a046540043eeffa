#include "forms/date_words_edit.h"

#include "forms/day_sheet.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "widgets/formats.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

namespace kontor::ui {

using namespace Qt::StringLiterals;

DateWordsEdit::DateWordsEdit(const Formats &formats, DateLean lean, QWidget *parent)
    : QLineEdit(parent), m_formats(formats), m_lean(lean) {
    //: An example of what can be typed for a date, in words that are understood.
    setPlaceholderText(lean == DateLean::Future ? tr("tue 10:00, +3, in 2 weeks") : tr("today, 9 mar"));
    connect(this, &QLineEdit::textEdited, this, &DateWordsEdit::valueEdited);
    QAction *sheet = addAction(Icon::get("calendar"_L1), TrailingPosition);
    sheet->setToolTip(tr("Choose a day (Alt+Down)"));
    connect(sheet, &QAction::triggered, this, &DateWordsEdit::openSheet);
    m_sheetButton = findChild<QToolButton *>();
    connect(this, &QLineEdit::editingFinished, this, &DateWordsEdit::writeOut);
}

DateReading DateWordsEdit::reading() const { return {m_formats.today(), m_formats.locale(), m_formats.calendar(), m_lean}; }

void DateWordsEdit::setValue(const std::optional<DateWords> &value) {
    setText(value ? wording(*value, m_formats) : QString());
    setCursorPosition(0);
}

std::optional<DateWords> DateWordsEdit::value() const { return parseDateWords(text(), reading()); }

QString DateWordsEdit::problem() { return tr("This is not a day. Type “tomorrow”, “tue 10:00”, “+3” or “10 mar”."); }

QString DateWordsEdit::wording(const DateWords &value, const Formats &formats) {
    const bool sameYear = value.day.year() == formats.today().year();
    //: A day in the letters of QLocale::toString: Tue 10 Mar, and Tue 10 Mar 2026.
    const QString pattern = sameYear ? tr("ddd d MMM") : tr("ddd d MMM yyyy");
    const QString day = formats.locale().toString(value.day, pattern, formats.calendar());
    if (!value.time)
        return day;
    //: A day and a time: Tue 10 Mar 10:00.
    return tr("%1 %2").arg(day, formats.time(*value.time));
}

QString DateWordsEdit::wording(QDate day, const std::optional<Instant> &at, const Formats &formats) {
    return wording({day, formats.clock().timeOf(at)}, formats);
}

QSize DateWordsEdit::sizeHint() const {
    QSize size = QLineEdit::sizeHint();
    size.setWidth(fontMetrics().horizontalAdvance(u"Wed 28 Sep 2026 10:00 AM"_s) + 2 * metrics::kPane + metrics::kControl);
    return size;
}

void DateWordsEdit::writeOut() {
    if (const auto understood = value())
        setValue(understood);
}

// The line has its name by now: a form may ask for more than one day.
void DateWordsEdit::showEvent(QShowEvent *event) {
    QLineEdit::showEvent(event);
    //: The button that opens a month in a line for a day. %1: what that day is asked for: "When".
    m_sheetButton->setAccessibleName(tr("%1: choose a day").arg(accessibleName()));
}

void DateWordsEdit::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier)
        return openSheet();
    QLineEdit::keyPressEvent(event);
}

void DateWordsEdit::openSheet() {
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Choose a day"));
    auto *sheet = new QCalendarWidget(menu);
    setUpDaySheet(*sheet, m_formats);
    const auto understood = value();
    sheet->setSelectedDate(understood ? understood->day : m_formats.today());
    auto *entry = new QWidgetAction(menu);
    entry->setDefaultWidget(sheet);
    menu->addAction(entry);
    const auto taken = [this, menu](QDate day) {
        menu->close();
        take(day);
    };
    connect(sheet, &QCalendarWidget::clicked, this, taken);
    connect(sheet, &QCalendarWidget::activated, this, taken);
    menu->popup(mapToGlobal(rect().bottomLeft()));
    sheet->setFocus(Qt::PopupFocusReason);
}

// The time that was typed stays.
void DateWordsEdit::take(QDate day) {
    const auto before = value();
    setValue(DateWords{day, before ? before->time : std::nullopt});
    emit valueEdited();
    setFocus(Qt::PopupFocusReason);
}

} // namespace kontor::ui
