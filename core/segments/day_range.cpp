#include "segments/day_range.h"

#include "base/partial_date.h"

#include <algorithm>

namespace kontor::segments {

namespace {

// Days outside cannot be written as ISO text of ten letters, and no record is of such a day.
QDate clamped(QDate date) { return std::clamp(date, QDate(1, 1, 1), QDate(9999, 12, 31)); }

// A condition may still be unfinished where a person is filling it in.
QDate valueAt(const Condition &condition, qsizetype index) {
    const Operand value = condition.values.value(index, QString());
    const QString *text = std::get_if<QString>(&value);
    return text ? QDate::fromString(*text, Qt::ISODate) : QDate();
}

int countOf(const Condition &condition) {
    const Operand value = takesUnit(condition.op) ? condition.values.value(0, 0.0) : Operand(0.0);
    const double *count = std::get_if<double>(&value);
    return count ? int(*count) : 0;
}

// `count` months from the one on that begins `back` months before that month of the year.
DayRange monthsOf(int year, int month, int back, int count, const QCalendar &calendar) {
    const QDate first = calendar.dateFromParts(year, month, 1).addMonths(-back, calendar);
    return {first, first.addMonths(count, calendar).addDays(-1)};
}

DayRange resolveCalendar(Calendar period, QDate today, const QCalendar &calendar) {
    const auto parts = calendar.partsFromDate(today);
    const int quarter = (parts.month - 1) / 3 * 3 + 1;
    switch (period) {
    case Calendar::ThisMonth: return monthsOf(parts.year, parts.month, 0, 1, calendar);
    case Calendar::LastMonth: return monthsOf(parts.year, parts.month, 1, 1, calendar);
    case Calendar::ThisQuarter: return monthsOf(parts.year, quarter, 0, 3, calendar);
    case Calendar::LastQuarter: return monthsOf(parts.year, quarter, 3, 3, calendar);
    case Calendar::ThisYear: return monthsOf(parts.year, 1, 0, 12, calendar);
    case Calendar::LastYear: return monthsOf(parts.year, 1, 12, 12, calendar);
    }
    return {};
}

DayRange lastDays(int count, Unit unit, QDate today) { return {clamped(step(today, -count, unit).addDays(1)), today}; }

} // namespace

QDate step(QDate date, int count, Unit unit) {
    switch (unit) {
    case Unit::Day: return clamped(date.addDays(count));
    case Unit::Week: return clamped(date.addDays(qint64(count) * 7));
    case Unit::Month: return clamped(addMonths(date, count));
    case Unit::Year: return clamped(addYears(date, count));
    }
    return date;
}

DayRange resolve(const Period &period, QDate today, const QCalendar &calendar) {
    switch (period.kind) {
    case Period::Kind::Rolling: return lastDays(period.last, period.unit, today);
    case Period::Kind::Calendar: return resolveCalendar(period.calendar, today, calendar);
    case Period::Kind::Dates: break;
    }
    return {period.from, period.to};
}

DayRange resolve(const Condition &condition, QDate today) {
    const int count = countOf(condition);
    const Unit unit = condition.unit.value_or(Unit::Day);
    switch (condition.op) {
    case Operator::Before: return {{}, valueAt(condition, 0).addDays(-1)};
    case Operator::After: return {valueAt(condition, 0).addDays(1), {}};
    case Operator::On: return {valueAt(condition, 0), valueAt(condition, 0)};
    case Operator::Between: return {valueAt(condition, 0), valueAt(condition, 1)};
    case Operator::InLast: return lastDays(count, unit, today);
    case Operator::InNext: return {today, step(today, count, unit).addDays(-1)};
    case Operator::MoreThanAgo: return {{}, step(today, -count, unit).addDays(-1)};
    case Operator::MoreThanAhead: return {step(today, count, unit).addDays(1), {}};
    case Operator::AnniversaryWithin: return {today, step(today, count, unit)};
    default: return {};
    }
}

} // namespace kontor::segments
