#include "customers/customer_filter.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;

namespace {

Clock clockAt(const char16_t *iso) {
    Clock clock;
    clock.fixedNow = clock.fromIso(QString::fromUtf16(iso));
    return clock;
}

} // namespace

TEST(AmountFilter, UnderstandsMoreThanLessThanAndBetween) {
    EXPECT_EQ(parseAmountRange(u">5000", 2), (AmountRange{500'001, {}}));
    EXPECT_EQ(parseAmountRange(u">= 5000", 2), (AmountRange{500'000, {}}));
    EXPECT_EQ(parseAmountRange(u"<100", 2), (AmountRange{{}, 9'999}));
    EXPECT_EQ(parseAmountRange(u"100-500", 2), (AmountRange{10'000, 50'000}));
    EXPECT_EQ(parseAmountRange(u"500 – 100", 2), (AmountRange{10'000, 50'000}));
    EXPECT_EQ(parseAmountRange(u"42", 0), (AmountRange{42, 42}));
}

TEST(AmountFilter, TakesTheDigitsOfEveryScript) { EXPECT_EQ(parseAmountRange(u">۵۰۰۰", 2), parseAmountRange(u">5000", 2)); }

TEST(AmountFilter, IsNothingWhereItIsNoAmount) {
    EXPECT_FALSE(parseAmountRange(u"", 2));
    EXPECT_FALSE(parseAmountRange(u"lots", 2));
    EXPECT_FALSE(parseAmountRange(u">", 2));
}

TEST(ContactFilter, MoreThanDaysAgoCountsThoseNeverContacted) {
    const Clock clock = clockAt(u"2026-03-09T14:00:00Z");
    const auto range = parseContactRange(u">90 d", clock);
    ASSERT_TRUE(range);
    EXPECT_EQ(range->before, clock.startOfDay(QDate(2025, 12, 9)));
    EXPECT_TRUE(range->orNever);
}

TEST(ContactFilter, WithinDaysCountsToday) {
    const Clock clock = clockAt(u"2026-03-09T14:00:00Z");
    const auto range = parseContactRange(u"<1", clock);
    ASSERT_TRUE(range);
    EXPECT_EQ(range->from, clock.startOfDay(QDate(2026, 3, 9)));
    EXPECT_FALSE(range->orNever);
}

TEST(ContactFilter, UnderstandsAYearAMonthADayAndNever) {
    const Clock clock = clockAt(u"2026-03-09T14:00:00Z");
    const auto year = parseContactRange(u"2025", clock);
    ASSERT_TRUE(year);
    EXPECT_EQ(year->from, clock.startOfDay(QDate(2025, 1, 1)));
    EXPECT_EQ(year->before, clock.startOfDay(QDate(2026, 1, 1)));
    const auto month = parseContactRange(u"2025-02", clock);
    ASSERT_TRUE(month);
    EXPECT_EQ(month->before, clock.startOfDay(QDate(2025, 3, 1)));
    EXPECT_TRUE(parseContactRange(u"empty", clock)->onlyNever);
    EXPECT_TRUE(parseContactRange(u"aldrig", clock, u"Aldrig")->onlyNever);
    EXPECT_FALSE(parseContactRange(u"last summer", clock));
    EXPECT_FALSE(parseContactRange(u"2025-13", clock));
}

TEST(DayFilter, BeginsTheWeekOnTheDayThatIsChosen) {
    const QDate monday(2026, 3, 9);
    EXPECT_EQ(parseDayRange(u"this week", monday)->from, monday);
    const DayMeaning saturday{QCalendar(), Qt::Saturday};
    const auto week = parseDayRange(u"this week", monday, u"empty", saturday);
    EXPECT_EQ(week->from, QDate(2026, 3, 7));
    EXPECT_EQ(week->to, QDate(2026, 3, 13));
    EXPECT_EQ(parseDayRange(u"last week", monday, u"empty", saturday)->to, QDate(2026, 3, 6));
}

TEST(DayFilter, TakesMonthsAndYearsOfTheChosenCalendar) {
    const QDate today(2026, 3, 9); // 18 Esfand 1404
    const DayMeaning persian{QCalendar(QCalendar::System::Jalali), Qt::Saturday};
    EXPECT_EQ(parseDayRange(u"this month", today, u"empty", persian)->from, QDate(2026, 2, 20));
    EXPECT_EQ(parseDayRange(u"this year", today, u"empty", persian)->from, QDate(2025, 3, 21));
    EXPECT_EQ(parseDayRange(u"last year", today, u"empty", persian)->to, QDate(2025, 3, 20));
    EXPECT_EQ(parseDayRange(u"1404-12-18", today, u"empty", persian)->from, today);
    EXPECT_EQ(parseDayRange(u"2026-03-09", today, u"empty", persian)->from, today) << "a Gregorian year tells its calendar";
}
