#include "base/clock.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

Clock clockIn(const QString &zone) { return {timeZoneNamed(zone), std::nullopt}; }

QString startText(const QString &zone, QDate day) {
    const Clock clock = clockIn(zone);
    return clock.toIso(clock.startOfDay(day));
}

} // namespace

TEST(Clock, CanBeFixed) {
    Clock clock = clockIn(u"Europe/Stockholm"_s);
    clock.fixedNow = clock.fromIso(u"2026-03-09T23:30:00+01:00"_s);
    EXPECT_EQ(clock.now(), *clock.fixedNow);
    EXPECT_EQ(clock.today(), QDate(2026, 3, 9));
    clock.zone = timeZoneNamed(u"Asia/Tehran"_s);
    EXPECT_EQ(clock.today(), QDate(2026, 3, 10));
}

TEST(Clock, BeginsADayAtLocalMidnight) {
    EXPECT_EQ(startText(u"Europe/Stockholm"_s, QDate(2026, 3, 9)), u"2026-03-09T00:00:00+01:00"_s);
    EXPECT_EQ(startText(u"Europe/Stockholm"_s, QDate(2026, 7, 9)), u"2026-07-09T00:00:00+02:00"_s);
    EXPECT_EQ(startText(u"Asia/Shanghai"_s, QDate(2026, 7, 9)), u"2026-07-09T00:00:00+08:00"_s);
}

TEST(Clock, BeginsADayWithoutMidnightAtItsFirstMoment) {
    EXPECT_EQ(startText(u"America/Sao_Paulo"_s, QDate(2018, 11, 4)), u"2018-11-04T01:00:00-02:00"_s);
    EXPECT_EQ(startText(u"Asia/Tehran"_s, QDate(2022, 3, 22)), u"2022-03-22T01:00:00+04:30"_s);
}

TEST(Clock, KnowsDaysOfTwentyThreeAndTwentyFiveHours) {
    const Clock clock = clockIn(u"Europe/London"_s);
    const auto hours = [&](QDate day) {
        return (clock.endOfDay(day).milliseconds - clock.startOfDay(day).milliseconds) / 3'600'000;
    };
    EXPECT_EQ(hours(QDate(2026, 3, 29)), 23);
    EXPECT_EQ(hours(QDate(2026, 10, 25)), 25);
    EXPECT_EQ(hours(QDate(2026, 6, 1)), 24);
}

TEST(Clock, PutsEveryMomentOfADayOnThatDay) {
    for (const QString &zone : {u"America/Sao_Paulo"_s, u"Asia/Tehran"_s, u"Europe/London"_s, u"Pacific/Apia"_s}) {
        const Clock clock = clockIn(zone);
        for (QDate day(2018, 1, 1); day < QDate(2019, 1, 1); day = day.addDays(1)) {
            ASSERT_EQ(clock.dateOf(clock.startOfDay(day)), day) << zone.toStdString() << day.toString(Qt::ISODate).toStdString();
            ASSERT_EQ(clock.dateOf(Instant{clock.startOfDay(day).milliseconds - 1}), day.addDays(-1)) << zone.toStdString();
        }
    }
}

TEST(Clock, ReadsTimesWithAndWithoutOffset) {
    const Clock clock = clockIn(u"Europe/Stockholm"_s);
    EXPECT_EQ(clock.fromIso(u"2026-03-09T12:00:00Z"_s), clock.fromIso(u"2026-03-09T13:00:00"_s));
    EXPECT_EQ(clock.fromIso(u"2026-03-09T13:00"_s), clock.fromIso(u"2026-03-09T13:00:00+01:00"_s));
    EXPECT_EQ(clock.fromIso(u"2026-03-09"_s), clock.startOfDay(QDate(2026, 3, 9)));
    EXPECT_EQ(clock.fromIso(u"tomorrow"_s), std::nullopt);
    EXPECT_EQ(clock.fromIso(u"2026-02-30"_s), std::nullopt);
    EXPECT_EQ(clock.fromIso(QString()), std::nullopt);
}

TEST(Clock, WritesWhatItReads) {
    const Clock clock = clockIn(u"Asia/Tehran"_s);
    for (const qint64 milliseconds : {0LL, 1'773'000'000'000LL, 1'773'000'000'250LL, -86'400'000LL}) {
        const QString text = clock.toIso(Instant{milliseconds});
        EXPECT_EQ(clock.fromIso(text), Instant{milliseconds}) << text.toStdString();
    }
}

TEST(Clock, FindsATimeOfADayAndBack) {
    const Clock clock{timeZoneNamed(u"Europe/Berlin"_s), {}};
    const Instant noon = clock.at(QDate(2026, 7, 1), QTime(12, 30));
    EXPECT_EQ(clock.toIso(noon), u"2026-07-01T12:30:00+02:00"_s);
    EXPECT_EQ(clock.timeOf(noon), QTime(12, 30));
    EXPECT_FALSE(clock.at(QDate(2026, 7, 1), std::optional<QTime>()));
    EXPECT_FALSE(clock.timeOf(std::optional<Instant>()));
}

TEST(Clock, TakesATimeThatSummerTimeSkipsForTheOneAnHourLater) {
    const Clock clock{timeZoneNamed(u"Europe/Berlin"_s), {}};
    EXPECT_EQ(clock.toIso(clock.at(QDate(2026, 3, 29), QTime(2, 30))), u"2026-03-29T03:30:00+02:00"_s);
    EXPECT_EQ(clock.toIso(clock.at(QDate(2026, 3, 29), QTime(3, 30))), u"2026-03-29T03:30:00+02:00"_s);
}

TEST(Clock, FallsBackToUtcForAnUnknownZone) { EXPECT_EQ(timeZoneNamed(u"Nowhere/Land"_s), QTimeZone::utc()); }
