#include "base/clock.h"

namespace kontor {

namespace {

bool namesItsOffset(const QString &text) {
    const qsizetype time = text.indexOf(u'T');
    const QStringView rest = QStringView(text).sliced(time < 0 ? text.size() : time);
    return rest.endsWith(u'Z') || rest.contains(u'+') || rest.contains(u'-');
}

} // namespace

Instant Clock::now() const { return fixedNow ? *fixedNow : Instant{QDateTime::currentMSecsSinceEpoch()}; }
QDate Clock::today() const { return dateOf(now()); }

Instant Clock::startOfDay(QDate date) const {
    const QDateTime start = date.startOfDay(zone);
    // A zone that moved across the date line has days that never were (Samoa, 30 December 2011): the next one begins then.
    return start.isValid() ? Instant{start.toMSecsSinceEpoch()} : Instant{date.addDays(1).startOfDay(zone).toMSecsSinceEpoch()};
}

Instant Clock::endOfDay(QDate date) const { return startOfDay(date.addDays(1)); }
QDateTime Clock::dateTimeOf(Instant instant) const { return QDateTime::fromMSecsSinceEpoch(instant.milliseconds, zone); }
QDate Clock::dateOf(Instant instant) const { return dateTimeOf(instant).date(); }

std::optional<QTime> Clock::timeOf(const std::optional<Instant> &instant) const {
    return instant ? std::optional(timeOf(*instant)) : std::nullopt;
}

Instant Clock::at(QDate day, QTime time) const {
    const QDateTime local(day, time, zone);
    if (local.isValid() && local.time() == time)
        return Instant{local.toMSecsSinceEpoch()};
    // The offset from before the gap, as a clock that nobody put forward goes on.
    const QDateTime before = dateTimeOf(startOfDay(day));
    return Instant{QDateTime(day, time, Qt::UTC).addSecs(-before.offsetFromUtc()).toMSecsSinceEpoch()};
}

std::optional<Instant> Clock::at(QDate day, const std::optional<QTime> &time) const {
    return time ? std::optional(at(day, *time)) : std::nullopt;
}

QString Clock::toIso(Instant instant) const {
    const QDateTime local = dateTimeOf(instant);
    const Qt::DateFormat format = instant.milliseconds % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs;
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(format);
}

std::optional<Instant> Clock::fromIso(const QString &text) const {
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(startOfDay(date)) : std::nullopt;
    }
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    const QDateTime exact = namesItsOffset(text) ? parsed : QDateTime(parsed.date(), parsed.time(), zone);
    return Instant{exact.toMSecsSinceEpoch()};
}

QTimeZone timeZoneNamed(const QString &ianaName) {
    const QTimeZone zone(ianaName.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace kontor
