#include "tasks/repeat.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using Unit = Repeat::Unit;

namespace {

const QDate kMonday(2026, 3, 9);

QDate next(const Repeat &repeat, QDate due) { return nextDue(repeat, due, due); }

} // namespace

TEST(RepeatTest, ComesAfterSoManyDaysWeeksMonthsOrYears) {
    EXPECT_EQ(next(repeatFrom(Unit::Day, 3, kMonday), kMonday), QDate(2026, 3, 12));
    EXPECT_EQ(next(repeatFrom(Unit::Week, 2, kMonday), kMonday), QDate(2026, 3, 23));
    EXPECT_EQ(next(repeatFrom(Unit::Month, 1, kMonday), kMonday), QDate(2026, 4, 9));
    EXPECT_EQ(next(repeatFrom(Unit::Year, 1, kMonday), kMonday), QDate(2027, 3, 9));
}

TEST(RepeatTest, TakesTheLastDayOfAShortMonthAndThenTheWantedOneAgain) {
    const Repeat monthly = repeatFrom(Unit::Month, 1, QDate(2026, 1, 31));
    EXPECT_EQ(next(monthly, QDate(2026, 1, 31)), QDate(2026, 2, 28));
    EXPECT_EQ(next(monthly, QDate(2026, 2, 28)), QDate(2026, 3, 31));
    EXPECT_EQ(next(monthly, QDate(2026, 3, 31)), QDate(2026, 4, 30));
    const Repeat yearly = repeatFrom(Unit::Year, 1, QDate(2024, 2, 29));
    EXPECT_EQ(next(yearly, QDate(2024, 2, 29)), QDate(2025, 2, 28));
    EXPECT_EQ(next(yearly, QDate(2027, 2, 28)), QDate(2028, 2, 29));
}

TEST(RepeatTest, StaysOnItsDayWhenOneWasPostponed) {
    const Repeat weekly = repeatFrom(Unit::Week, 1, kMonday);
    EXPECT_EQ(next(weekly, kMonday.addDays(2)), QDate(2026, 3, 16));
    const Repeat monthly = repeatFrom(Unit::Month, 1, QDate(2026, 1, 31));
    EXPECT_EQ(next(monthly, QDate(2026, 2, 2)), QDate(2026, 2, 28));
}

TEST(RepeatTest, PassesOverWhatWasMissed) {
    EXPECT_EQ(nextDue(repeatFrom(Unit::Day, 1, kMonday), kMonday, kMonday.addDays(40)), kMonday.addDays(41));
    EXPECT_EQ(nextDue(repeatFrom(Unit::Week, 2, kMonday), kMonday, kMonday.addDays(15)), kMonday.addDays(28));
    EXPECT_EQ(nextDue(repeatFrom(Unit::Month, 1, QDate(2020, 1, 31)), QDate(2020, 1, 31), QDate(2026, 2, 10)),
              QDate(2026, 2, 28));
    // Done before its day, it is not done for that day again.
    EXPECT_EQ(nextDue(repeatFrom(Unit::Week, 1, kMonday), kMonday, kMonday.addDays(-3)), kMonday.addDays(7));
}

TEST(RepeatTest, IsKeptAsARuleThatOtherCalendarsRead) {
    EXPECT_EQ(repeatRule(repeatFrom(Unit::Day, 1, kMonday)), u"FREQ=DAILY"_s);
    EXPECT_EQ(repeatRule(repeatFrom(Unit::Week, 2, kMonday)), u"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"_s);
    EXPECT_EQ(repeatRule(repeatFrom(Unit::Month, 1, kMonday)), u"FREQ=MONTHLY;BYMONTHDAY=9"_s);
    EXPECT_EQ(repeatRule(repeatFrom(Unit::Month, 1, QDate(2026, 1, 30))), u"FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"_s);
    EXPECT_EQ(repeatRule(repeatFrom(Unit::Year, 1, kMonday)), u"FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=9"_s);
}

TEST(RepeatTest, ReadsItsOwnRulesBackAndNoOthers) {
    for (const Unit unit : {Unit::Day, Unit::Week, Unit::Month, Unit::Year})
        for (const QDate day : {kMonday, QDate(2026, 1, 31), QDate(2024, 2, 29)})
            for (const int every : {1, 12}) {
                const Repeat repeat = repeatFrom(unit, every, day);
                EXPECT_EQ(parseRepeatRule(repeatRule(repeat)), repeat) << repeatRule(repeat).toStdString();
            }
    for (const QString &other : {u""_s, u"FREQ=HOURLY"_s, u"FREQ=WEEKLY"_s, u"FREQ=WEEKLY;BYDAY=MO,TU"_s, u"FREQ=DAILY;COUNT=3"_s,
                                 u"FREQ=DAILY;INTERVAL=0"_s, u"FREQ=MONTHLY;BYMONTHDAY=32"_s, u"every monday"_s})
        EXPECT_FALSE(parseRepeatRule(other)) << other.toStdString();
}
