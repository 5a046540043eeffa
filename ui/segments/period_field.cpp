#include "segments/period_field.h"

#include "forms/date_edit.h"
#include "segments/number_edit.h"
#include "segments/row_flow.h"
#include "segments/rule_words.h"
#include "widgets/choice_name.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace segments;

namespace {

constexpr int kUsualDays = 365;
constexpr Unit kUnits[] = {Unit::Day, Unit::Week, Unit::Month, Unit::Year};
constexpr Calendar kCalendars[] = {Calendar::LastYear,    Calendar::ThisYear,  Calendar::LastQuarter,
                                   Calendar::ThisQuarter, Calendar::LastMonth, Calendar::ThisMonth};

// The lines of the box; calendar periods stand between them.
enum Line { AnyTime, Rolling, Dates, FirstCalendar };

int lineOf(const std::optional<Period> &period) {
    if (!period)
        return AnyTime;
    if (period->kind == Period::Kind::Calendar)
        return FirstCalendar + int(period->calendar);
    return period->kind == Period::Kind::Rolling ? Rolling : Dates;
}

} // namespace

PeriodField::PeriodField(const BuilderContext &context, const std::optional<Period> &period, const QString &label,
                         QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_period(period),
      m_label(label),
      m_kind(new QComboBox(this)),
      m_days(new PaletteLabel(TextRole::Body, TextColour::Second, this)) {
    auto *line = new RowFlow(this);
    line->addWidget(m_kind);
    m_kind->addItem(tr("at any time"), AnyTime);
    m_kind->addItem(tr("in the last …"), Rolling);
    m_kind->insertSeparator(m_kind->count());
    for (const Calendar calendar : kCalendars)
        m_kind->addItem(RuleWords::calendar(calendar), FirstCalendar + int(calendar));
    m_kind->insertSeparator(m_kind->count());
    m_kind->addItem(tr("between two dates"), Dates);
    m_kind->setMaxVisibleItems(m_kind->count());
    m_kind->setCurrentIndex(m_kind->findData(lineOf(period)));
    setChoiceName(m_kind, tr("%1, period").arg(label));
    makeInputs();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PeriodField::choose);
}

void PeriodField::choose(int index) {
    const int line = m_kind->itemData(index).toInt();
    const QDate today = m_context.meaning.clock.today();
    Period period;
    if (line == Rolling) {
        period.last = kUsualDays;
    } else if (line == Dates) {
        period.kind = Period::Kind::Dates;
        period.from = QDate(today.year(), 1, 1);
        period.to = today;
    } else {
        period.kind = Period::Kind::Calendar;
        period.calendar = Calendar(line - FirstCalendar);
    }
    m_period = line == AnyTime ? std::nullopt : std::optional(period);
    makeInputs();
    emit edited(u"period"_s);
}

void PeriodField::addInput(QWidget *input, const QString &name) {
    input->setAccessibleName(name);
    layout()->addWidget(input);
    setTabOrder(m_inputs.last(), input);
    m_inputs << input;
    input->show();
}

void PeriodField::makeInputs() {
    for (QWidget *input : m_inputs.mid(1)) {
        input->hide();
        input->deleteLater();
    }
    m_inputs = {m_kind};
    layout()->removeWidget(m_days);
    if (m_period && m_period->kind == Period::Kind::Rolling) {
        auto *count = new NumberEdit(m_context.formats.locale(), true, this);
        count->setWidthFor(3);
        count->setValue(m_period->last);
        addInput(count, tr("%1, how many").arg(m_label));
        auto *unit = new QComboBox(this);
        for (const Unit each : kUnits)
            unit->addItem(RuleWords::unit(each), int(each));
        unit->setCurrentIndex(unit->findData(int(m_period->unit)));
        addInput(unit, tr("%1, unit").arg(m_label));
        const auto take = [this, count, unit] {
            m_period->last = int(qBound(0.0, count->value().value_or(0), 100'000.0));
            m_period->unit = Unit(unit->currentData().toInt());
            showDays();
            emit edited(u"period value"_s);
        };
        connect(count, &QLineEdit::textEdited, this, take);
        connect(unit, &QComboBox::currentIndexChanged, this, take);
    } else if (m_period && m_period->kind == Period::Kind::Dates) {
        auto *from = new DateEdit(m_context.formats, m_period->from, this);
        auto *to = new DateEdit(m_context.formats, m_period->to, this);
        addInput(from, tr("%1, from").arg(m_label));
        addInput(to, tr("%1, to").arg(m_label));
        const auto take = [this, from, to] {
            m_period->from = from->date();
            m_period->to = to->date();
            emit edited(u"period value"_s);
        };
        connect(from, &QDateEdit::dateChanged, this, take);
        connect(to, &QDateEdit::dateChanged, this, take);
    }
    layout()->addWidget(m_days);
    showDays();
}

void PeriodField::showDays() {
    const bool isRelative = m_period && m_period->kind != Period::Kind::Dates;
    m_days->setVisible(isRelative);
    if (isRelative)
        m_days->setText(tr("= %1").arg(RuleWords::days(resolve(*m_period, m_context.meaning.clock.today(), m_context.meaning.calendar()), m_context.formats)));
}

} // namespace kontor::ui
