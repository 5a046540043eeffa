// Periods and date operators as stretches of local days.
//
// `in_last n` begins on the day after the one n units back and ends today; `in_next n` begins today and ends on the day before the one n units
// ahead; `more_than_ago n` ends before the day n units back, `more_than_ahead n` begins after the day n units ahead. `anniversary_within n` lasts
// from today to the day n units ahead, both count. Steps of months and years clamp to the month's last day.
#pragma once

#include "segments/rule.h"

#include <QCalendar>
#include <QDate>

namespace kontor::segments {

// Both ends count; an invalid end is open. Empty where it ends before it begins.
struct DayRange {
    QDate from;
    QDate to;

    friend bool operator==(const DayRange &, const DayRange &) = default;
};

QDate step(QDate date, int count, Unit unit);

// `calendar`: of "this month", "last year" and the like.
DayRange resolve(const Period &period, QDate today, const QCalendar &calendar = QCalendar());
// Of before, after, on, between, in_last, in_next, more_than_ago, more_than_ahead and anniversary_within; open where the value is not there yet.
DayRange resolve(const Condition &condition, QDate today);

} // namespace kontor::segments
