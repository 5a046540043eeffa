// The time of day as one base sees it: its time zone, and "now" where the command line or a test fixes it.
#pragma once

#include "base/instant.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace kontor {

struct Clock {
    QTimeZone zone = QTimeZone::utc();
    std::optional<Instant> fixedNow;

    Instant now() const;
    QDate today() const;
    // The first moment of that day in the zone: 01:00 where summer time skips midnight.
    Instant startOfDay(QDate date) const;
    // The first moment of the next day: a day is [startOfDay, endOfDay), and may have 23 or 25 hours.
    Instant endOfDay(QDate date) const;
    QDate dateOf(Instant instant) const;
    QDateTime dateTimeOf(Instant instant) const;
    QTime timeOf(Instant instant) const { return dateTimeOf(instant).time(); }
    std::optional<QTime> timeOf(const std::optional<Instant> &instant) const;
    // That time on that day. One that summer time skips is as much later as the clocks go forward; of two, the first.
    Instant at(QDate day, QTime time) const;
    std::optional<Instant> at(QDate day, const std::optional<QTime> &time) const;

    // 2026-03-09T14:05:00.250+01:00, without milliseconds where there are none.
    QString toIso(Instant instant) const;
    // A text without offset is local to the zone; a date alone is its first moment. Nothing where it is no ISO 8601 time.
    std::optional<Instant> fromIso(const QString &text) const;
};

// An unknown name gives UTC.
QTimeZone timeZoneNamed(const QString &ianaName);

} // namespace kontor
