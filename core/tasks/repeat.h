// When a task that repeats comes again: every n days, or every n weeks, months or years on the same day of them. Kept as RFC 5545 RRULE, in
// the part of it that says this.
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace kontor {

struct Repeat {
    enum class Unit { Day, Week, Month, Year };

    Unit unit = Unit::Week;
    int every = 1;      // 1 .. kMostRepeat
    int weekday = 0;    // of weeks: 1 (Monday) .. 7
    int dayOfMonth = 0; // of months and years: 1 .. 31; where a month is shorter, its last day
    int month = 0;      // of years: 1 .. 12

    friend bool operator==(const Repeat &, const Repeat &) = default;
};

constexpr int kMostRepeat = 999; // more is a slip of the keyboard

// On the weekday, the day of the month or the day of the year that `first` is.
Repeat repeatFrom(Repeat::Unit unit, int every, QDate first);

// FREQ=WEEKLY;INTERVAL=2;BYDAY=MO. "The 31st, else the last day" is BYMONTHDAY=28,29,30,31;BYSETPOS=-1, as other calendars read it too.
QString repeatRule(const Repeat &repeat);
// Nothing where the text is none that repeatRule() writes.
std::optional<Repeat> parseRepeatRule(const QString &rule);

// The first day of the series after both `due` and `today`: what was missed is not done again. A task that was postponed keeps its series.
QDate nextDue(const Repeat &repeat, QDate due, QDate today);

} // namespace kontor
