#include "segments/phrases.h"

#include "base/isolate.h"
#include "base/shown.h"

#include <QCoreApplication>

#include <cmath>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int count = -1) { return QCoreApplication::translate("kontor::segments", text, nullptr, count); }

QString textOf(const Operand &operand) { return std::get<QString>(operand); }

} // namespace

Phrases::Phrases(const Context &context) : m_context(context), m_locale(context.language) {
    m_locale.setNumberOptions(QLocale::DefaultNumberOptions);
}

QString Phrases::number(double value) const {
    return std::floor(value) == value && std::abs(value) < 1e15 ? m_locale.toString(qint64(value))
                                                                : m_locale.toString(value, 'g', 12);
}

QString Phrases::money(double value) const {
    const double minor = value * std::pow(10, m_context.decimals());
    return kept(shownMoney(qRound64(minor), m_context.currency, m_locale));
}

QString Phrases::day(QDate date) const { return kept(shownDate(date, m_locale, m_context.calendar())); }

QString Phrases::kept(const QString &text) const { return m_context.isOnScreen ? isolated(text) : text; }

// One is a sentence of its own: so the English source needs no translation to be right.
QString Phrases::duration(int count, Unit unit) const {
    switch (unit) {
    case Unit::Day: return count == 1 ? tr("1 day") : tr("%Ln days", count);
    case Unit::Week: return count == 1 ? tr("1 week") : tr("%Ln weeks", count);
    case Unit::Month: return count == 1 ? tr("1 month") : tr("%Ln months", count);
    case Unit::Year: break;
    }
    return count == 1 ? tr("1 year") : tr("%Ln years", count);
}

QString Phrases::lastDuration(int count, Unit unit) const {
    if (count != 1)
        return tr("in the last %1").arg(duration(count, unit));
    switch (unit) {
    case Unit::Day: return tr("in the last day");
    case Unit::Week: return tr("in the last week");
    case Unit::Month: return tr("in the last month");
    case Unit::Year: break;
    }
    return tr("in the last year");
}

QString Phrases::days(const DayRange &range) const {
    if (range.from.isValid() && range.to.isValid() && range.to < range.from)
        return tr("on no day");
    if (range.from.isValid() && range.from == range.to)
        return tr("on %1").arg(day(range.from));
    if (range.from.isValid() && range.to.isValid())
        return tr("from %1 to %2").arg(day(range.from), day(range.to));
    return range.from.isValid() ? tr("from %1 on").arg(day(range.from)) : tr("until %1").arg(day(range.to));
}

QString Phrases::period(const Period &period) const {
    const QString days = this->days(resolve(period, m_context.clock.today(), m_context.calendar()));
    if (period.kind == Period::Kind::Rolling)
        //: A stretch of time and its days: "in the last 90 days (from 9 Dec 2025 to 9 Mar 2026)".
        return tr("%1 (%2)").arg(lastDuration(period.last, period.unit), days);
    if (period.kind == Period::Kind::Dates)
        return days;
    switch (period.calendar) {
    case Calendar::ThisMonth: return tr("this month (%1)").arg(days);
    case Calendar::LastMonth: return tr("last month (%1)").arg(days);
    case Calendar::ThisQuarter: return tr("this quarter (%1)").arg(days);
    case Calendar::LastQuarter: return tr("last quarter (%1)").arg(days);
    case Calendar::ThisYear: return tr("this year (%1)").arg(days);
    case Calendar::LastYear: break;
    }
    return tr("last year (%1)").arg(days);
}

QString Phrases::oneOf(const QList<Operand> &values, const QHash<QString, QString> &words) const {
    const auto wordOf = [&](const Operand &value) { return kept(words.value(textOf(value), textOf(value))); };
    QString list = wordOf(values.first());
    for (qsizetype i = 1; i + 1 < values.size(); ++i)
        list = tr("%1, %2").arg(list, wordOf(values.at(i)));
    return values.size() > 1 ? tr("%1 or %2").arg(list, wordOf(values.last())) : list;
}

// Labels begin with a capital for forms; inside a sentence only German keeps it.
QString Phrases::label(const Field &field) const {
    const bool isOwn = field.name.startsWith("custom."_L1);
    if (isOwn || field.label.isEmpty() || m_context.language.startsWith("de"_L1))
        return kept(field.label);
    return field.label.at(0).toLower() + field.label.mid(1);
}

QString Phrases::amount(Kind kind, const Condition &condition) const {
    const auto value = [&](qsizetype index) {
        const double number = std::get<double>(condition.values.at(index));
        return kind == Kind::Money ? money(number) : this->number(number);
    };
    switch (condition.op) {
    case Operator::MoreThan: return tr("more than %1").arg(value(0));
    case Operator::AtLeast: return tr("at least %1").arg(value(0));
    case Operator::LessThan: return tr("less than %1").arg(value(0));
    case Operator::AtMost: return tr("at most %1").arg(value(0));
    case Operator::Between: return tr("between %1 and %2").arg(value(0), value(1));
    default: return value(0);
    }
}

QString Phrases::moment(const Condition &condition) const {
    const DayRange range = resolve(condition, m_context.clock.today());
    const Unit unit = condition.unit.value_or(Unit::Day);
    const QString distance =
        takesUnit(condition.op) ? duration(int(std::get<double>(condition.values.first())), unit) : QString();
    switch (condition.op) {
    case Operator::Before: return tr("before %1").arg(day(range.to.addDays(1)));
    case Operator::After: return tr("after %1").arg(day(range.from.addDays(-1)));
    case Operator::InLast: return tr("%1 (%2)").arg(lastDuration(int(std::get<double>(condition.values.first())), unit), days(range));
    case Operator::InNext: return tr("in the next %1 (%2)").arg(distance, days(range));
    case Operator::AnniversaryWithin: return tr("within the next %1 (%2)").arg(distance, days(range));
    case Operator::MoreThanAgo: return tr("more than %1 ago (before %2)").arg(distance, day(range.to.addDays(1)));
    case Operator::MoreThanAhead: return tr("more than %1 ahead (after %2)").arg(distance, day(range.from.addDays(-1)));
    default: return days(range);
    }
}

} // namespace kontor::segments
