#include "tasks/repeat.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDaysOfWeek = 7;
constexpr int kShortestMonth = 28;

struct Frequency {
    Repeat::Unit unit;
    QLatin1StringView word;
};

constexpr Frequency kFrequencies[] = {{Repeat::Unit::Day, "DAILY"_L1},
                                      {Repeat::Unit::Week, "WEEKLY"_L1},
                                      {Repeat::Unit::Month, "MONTHLY"_L1},
                                      {Repeat::Unit::Year, "YEARLY"_L1}};
constexpr QLatin1StringView kWeekdays[] = {"MO"_L1, "TU"_L1, "WE"_L1, "TH"_L1, "FR"_L1, "SA"_L1, "SU"_L1};

QDate inMonth(int year, int month, int day) {
    const QDate first(year, month, 1);
    return first.isValid() ? QDate(year, month, std::min(day, first.daysInMonth())) : QDate();
}

// The day of the series on `date` or the last one before it, whatever its interval.
QDate begin(const Repeat &repeat, QDate date) {
    switch (repeat.unit) {
    case Repeat::Unit::Day: return date;
    case Repeat::Unit::Week: return date.addDays(-((date.dayOfWeek() - repeat.weekday + kDaysOfWeek) % kDaysOfWeek));
    case Repeat::Unit::Month: {
        const QDate here = inMonth(date.year(), date.month(), repeat.dayOfMonth);
        const QDate before = QDate(date.year(), date.month(), 1).addMonths(-1);
        return here <= date ? here : inMonth(before.year(), before.month(), repeat.dayOfMonth);
    }
    case Repeat::Unit::Year: {
        const QDate here = inMonth(date.year(), repeat.month, repeat.dayOfMonth);
        return here <= date ? here : inMonth(date.year() - 1, repeat.month, repeat.dayOfMonth);
    }
    }
    return {};
}

QDate later(const Repeat &repeat, QDate first, qint64 steps) {
    const qint64 count = repeat.every * steps;
    switch (repeat.unit) {
    case Repeat::Unit::Day: return first.addDays(count);
    case Repeat::Unit::Week: return first.addDays(kDaysOfWeek * count);
    case Repeat::Unit::Month: {
        const QDate month = QDate(first.year(), first.month(), 1).addMonths(int(count));
        return inMonth(month.year(), month.month(), repeat.dayOfMonth);
    }
    case Repeat::Unit::Year: return inMonth(first.year() + int(count), repeat.month, repeat.dayOfMonth);
    }
    return {};
}

// So many steps surely lie before `today`; the last ones are counted one by one.
qint64 stepsBefore(const Repeat &repeat, QDate first, QDate today) {
    const int longest = repeat.unit == Repeat::Unit::Day     ? 1
                        : repeat.unit == Repeat::Unit::Week  ? kDaysOfWeek
                        : repeat.unit == Repeat::Unit::Month ? 31
                                                             : 366;
    return std::max<qint64>(0, first.daysTo(today) / (qint64(longest) * repeat.every));
}

QString daysOfMonth(int wanted) {
    if (wanted <= kShortestMonth)
        return QString::number(wanted);
    QStringList days;
    for (int day = kShortestMonth; day <= wanted; ++day)
        days << QString::number(day);
    return days.join(u',');
}

bool isSound(const Repeat &repeat) {
    const bool hasDay = repeat.dayOfMonth >= 1 && repeat.dayOfMonth <= 31;
    if (repeat.every < 1 || repeat.every > kMostRepeat)
        return false;
    switch (repeat.unit) {
    case Repeat::Unit::Day: return true;
    case Repeat::Unit::Week: return repeat.weekday >= 1 && repeat.weekday <= kDaysOfWeek;
    case Repeat::Unit::Month: return hasDay;
    case Repeat::Unit::Year: return hasDay && repeat.month >= 1 && repeat.month <= 12;
    }
    return false;
}

} // namespace

Repeat repeatFrom(Repeat::Unit unit, int every, QDate first) {
    Repeat repeat{unit, every};
    if (unit == Repeat::Unit::Week)
        repeat.weekday = first.dayOfWeek();
    if (unit == Repeat::Unit::Month || unit == Repeat::Unit::Year)
        repeat.dayOfMonth = first.day();
    if (unit == Repeat::Unit::Year)
        repeat.month = first.month();
    return repeat;
}

QString repeatRule(const Repeat &repeat) {
    const auto *frequency = std::find_if(std::begin(kFrequencies), std::end(kFrequencies),
                                         [&](const auto &known) { return known.unit == repeat.unit; });
    QStringList parts{u"FREQ="_s + frequency->word};
    if (repeat.every > 1)
        parts << u"INTERVAL=%1"_s.arg(repeat.every);
    if (repeat.weekday > 0)
        parts << u"BYDAY="_s + kWeekdays[repeat.weekday - 1];
    if (repeat.month > 0)
        parts << u"BYMONTH=%1"_s.arg(repeat.month);
    if (repeat.dayOfMonth > 0)
        parts << u"BYMONTHDAY="_s + daysOfMonth(repeat.dayOfMonth);
    if (repeat.dayOfMonth > kShortestMonth)
        parts << u"BYSETPOS=-1"_s;
    return parts.join(u';');
}

std::optional<Repeat> parseRepeatRule(const QString &rule) {
    QHash<QString, QString> parts;
    for (const QString &part : rule.split(u';', Qt::SkipEmptyParts))
        parts.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
    const QString word = parts.value(u"FREQ"_s);
    const auto *frequency =
        std::find_if(std::begin(kFrequencies), std::end(kFrequencies), [&](const auto &known) { return word == known.word; });
    if (frequency == std::end(kFrequencies))
        return std::nullopt;
    Repeat repeat{frequency->unit, parts.value(u"INTERVAL"_s, u"1"_s).toInt()};
    const QString weekday = parts.value(u"BYDAY"_s);
    for (int day = 1; day <= kDaysOfWeek; ++day)
        if (weekday == kWeekdays[day - 1])
            repeat.weekday = day;
    repeat.month = parts.value(u"BYMONTH"_s).toInt();
    repeat.dayOfMonth = parts.value(u"BYMONTHDAY"_s).section(u',', -1).toInt();
    return isSound(repeat) && repeatRule(repeat) == rule ? std::optional(repeat) : std::nullopt;
}

QDate nextDue(const Repeat &repeat, QDate due, QDate today) {
    const QDate first = begin(repeat, due);
    for (qint64 steps = std::max<qint64>(1, stepsBefore(repeat, first, today));; ++steps)
        if (const QDate day = later(repeat, first, steps); !day.isValid() || (day > due && day > today))
            return day;
}

} // namespace kontor
