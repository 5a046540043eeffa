#include "segments/day_range.h"

#include <gtest/gtest.h>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

namespace {

std::string text(const DayRange &range) {
    return (range.from.toString(Qt::ISODate) + u".."_s + range.to.toString(Qt::ISODate)).toStdString();
}

DayRange rolling(int last, Unit unit, QDate today) {
    return resolve(Period{.kind = Period::Kind::Rolling, .last = last, .unit = unit}, today);
}

DayRange calendar(segments::Calendar calendar, QDate today) {
    return resolve(Period{.kind = Period::Kind::Calendar, .calendar = calendar}, today);
}

DayRange of(Operator op, int count, Unit unit, QDate today) {
    return resolve(Condition{.field = u"created"_s, .op = op, .values = {double(count)}, .unit = unit}, today);
}

} // namespace

TEST(DayRange, RollingPeriodsCountTodayAsTheirLastDay) {
    const QDate today(2026, 1, 1);
    EXPECT_EQ(text(rolling(1, Unit::Day, today)), "2026-01-01..2026-01-01");
    EXPECT_EQ(text(rolling(366, Unit::Day, today)), "2025-01-01..2026-01-01");
    EXPECT_EQ(text(rolling(1, Unit::Week, today)), "2025-12-26..2026-01-01");
    EXPECT_EQ(text(rolling(1, Unit::Month, today)), "2025-12-02..2026-01-01");
    EXPECT_EQ(text(rolling(1, Unit::Year, today)), "2025-01-02..2026-01-01");
    EXPECT_GT(rolling(0, Unit::Day, today).from, rolling(0, Unit::Day, today).to);
}

TEST(DayRange, StepsOfMonthsAndYearsClamp) {
    EXPECT_EQ(step(QDate(2025, 1, 31), 1, Unit::Month), QDate(2025, 2, 28));
    EXPECT_EQ(step(QDate(2024, 1, 31), 1, Unit::Month), QDate(2024, 2, 29));
    EXPECT_EQ(step(QDate(2025, 3, 31), -1, Unit::Month), QDate(2025, 2, 28));
    EXPECT_EQ(step(QDate(2024, 2, 29), 1, Unit::Year), QDate(2025, 2, 28));
    EXPECT_EQ(step(QDate(2025, 1, 15), -13, Unit::Month), QDate(2023, 12, 15));
    EXPECT_EQ(step(QDate(2025, 1, 1), -100'000, Unit::Year), QDate(1, 1, 1));
}

TEST(DayRange, CalendarPeriodsAreWhole) {
    const QDate today(2024, 2, 29);
    EXPECT_EQ(text(calendar(Calendar::ThisMonth, today)), "2024-02-01..2024-02-29");
    EXPECT_EQ(text(calendar(Calendar::LastMonth, today)), "2024-01-01..2024-01-31");
    EXPECT_EQ(text(calendar(Calendar::ThisQuarter, today)), "2024-01-01..2024-03-31");
    EXPECT_EQ(text(calendar(Calendar::LastQuarter, today)), "2023-10-01..2023-12-31");
    EXPECT_EQ(text(calendar(Calendar::ThisYear, today)), "2024-01-01..2024-12-31");
    EXPECT_EQ(text(calendar(Calendar::LastYear, today)), "2023-01-01..2023-12-31");
}

TEST(DayRange, OperatorsEndWhereTheContractSays) {
    const QDate today(2026, 1, 1);
    EXPECT_EQ(text(of(Operator::MoreThanAgo, 90, Unit::Day, today)), "..2025-10-02");
    EXPECT_EQ(text(of(Operator::MoreThanAhead, 7, Unit::Day, today)), "2026-01-09..");
    EXPECT_EQ(text(of(Operator::InLast, 7, Unit::Day, today)), "2025-12-26..2026-01-01");
    EXPECT_EQ(text(of(Operator::InNext, 7, Unit::Day, today)), "2026-01-01..2026-01-07");
    EXPECT_EQ(text(of(Operator::AnniversaryWithin, 14, Unit::Day, today)), "2026-01-01..2026-01-15");
    const Condition before{.field = u"created"_s, .op = Operator::Before, .values = {u"2025-03-01"_s}};
    EXPECT_EQ(text(resolve(before, today)), "..2025-02-28");
    const Condition after{.field = u"created"_s, .op = Operator::After, .values = {u"2025-02-28"_s}};
    EXPECT_EQ(text(resolve(after, today)), "2025-03-01..");
}

TEST(DayRange, FollowsTheCalendarThatIsChosen) {
    const QCalendar persian(QCalendar::System::Jalali);
    const QDate day(2026, 3, 9); // 18 Esfand 1404
    const auto range = [&](segments::Calendar calendar) {
        return text(resolve(Period{.kind = Period::Kind::Calendar, .calendar = calendar}, day, persian));
    };
    EXPECT_EQ(range(segments::Calendar::ThisMonth), "2026-02-20..2026-03-20");
    EXPECT_EQ(range(segments::Calendar::ThisYear), "2025-03-21..2026-03-20");
    EXPECT_EQ(range(segments::Calendar::LastYear), "2024-03-20..2025-03-20");
    EXPECT_EQ(range(segments::Calendar::LastQuarter), "2025-09-23..2025-12-21");
}

} // namespace kontor::segments::test
