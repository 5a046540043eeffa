#include "exchange/date_reading.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

const ValueWords &words() {
    static const ValueWords words;
    return words;
}

// "2024-03-08", with a time "2024-03-08 12:33:00", with a zone "... +3600"; "-" where it is no date.
QString read(const QString &typed, DateOrder order = DateOrder::DayMonth, bool serial = false) {
    const auto date = readDate(typed, {order, serial}, words());
    if (!date)
        return u"-"_s;
    QString text = partialDateText(date->date);
    if (date->secondOfDay >= 0)
        text += u' ' + QTime::fromMSecsSinceStartOfDay(date->secondOfDay * 1000).toString(u"HH:mm:ss"_s);
    if (date->offsetSeconds)
        text += u' ' + QString::number(*date->offsetSeconds);
    return text;
}

DateOrder orderOf(const QStringList &values, DateOrder usual = DateOrder::DayMonth) {
    DateEvidence evidence;
    for (const QString &value : values)
        evidence.add(value);
    return evidence.order(usual);
}

} // namespace

TEST(DateReading, ReadsTheUsualForms) {
    EXPECT_EQ(read(u"2024-03-08"_s), u"2024-03-08"_s);
    EXPECT_EQ(read(u"2024/12/12"_s), u"2024-12-12"_s);
    EXPECT_EQ(read(u"20240308"_s), u"2024-03-08"_s);
    EXPECT_EQ(read(u"8.3.2024"_s), u"2024-03-08"_s);
    EXPECT_EQ(read(u"08.03.24"_s, DateOrder::MonthDay), u"2024-03-08"_s);
    EXPECT_EQ(read(u"3/8/2024"_s, DateOrder::MonthDay), u"2024-03-08"_s);
    EXPECT_EQ(read(u"3/8/1985"_s, DateOrder::DayMonth), u"1985-08-03"_s);
    EXPECT_EQ(read(u"2024年3月8日"_s), u"2024-03-08"_s);
}

TEST(DateReading, KnowsMonthsByName) {
    EXPECT_EQ(read(u"Sep 12, 2026"_s), u"2026-09-12"_s);
    EXPECT_EQ(read(u"15 Jun 2026"_s), u"2026-06-15"_s);
    EXPECT_EQ(read(u"1. März 1990"_s), u"1990-03-01"_s);
    EXPECT_EQ(read(u"5 мая 1990"_s), u"1990-05-05"_s);
    EXPECT_EQ(read(u"14 Chwefror 2020"_s), u"2020-02-14"_s);
    EXPECT_EQ(read(u"29 February"_s), u"--02-29"_s);
}

TEST(DateReading, ReadsDigitsAndCalendarOfPersian) {
    EXPECT_EQ(read(u"۲۰۲۴-۰۳-۰۸"_s), u"2024-03-08"_s);
    EXPECT_EQ(read(u"۱۴۰۳/۰۱/۰۱"_s), u"2024-03-20"_s);
}

TEST(DateReading, KeepsABirthdayWithoutItsYear) {
    EXPECT_EQ(read(u"--05-17"_s), u"--05-17"_s);
    EXPECT_EQ(read(u"--0517"_s), u"--05-17"_s);
    EXPECT_EQ(read(u"17.05."_s), u"--05-17"_s);
    EXPECT_EQ(read(u"5/17"_s, DateOrder::MonthDay), u"--05-17"_s);
}

TEST(DateReading, ReadsTimesAndZones) {
    EXPECT_EQ(read(u"2021-01-03 08:00"_s), u"2021-01-03 08:00:00"_s);
    EXPECT_EQ(read(u"1/2/2023, 12:33 PM"_s), u"2023-02-01 12:33:00"_s);
    EXPECT_EQ(read(u"12/2/2023, 11:57 AM"_s, DateOrder::MonthDay), u"2023-12-02 11:57:00"_s);
    EXPECT_EQ(read(u"2024-07-01T11:54:49.95+00:00"_s), u"2024-07-01 11:54:49 0"_s);
    EXPECT_EQ(read(u"2010-10-14T12:00:00.000Z-0300"_s), u"2010-10-14 12:00:00 -10800"_s);
    EXPECT_EQ(read(u"2010-10-14T12:00:00Z"_s), u"2010-10-14 12:00:00 0"_s);
    EXPECT_EQ(readTimeOfDay(u"2:05 pm"_s), 14 * 3600 + 5 * 60);
    EXPECT_EQ(readTimeOfDay(u"24:30"_s), -1);
}

TEST(DateReading, TakesNothingElseForADate) {
    for (const QString &text : {u"today"_s, u"12345"_s, u"2024-13-01"_s, u"31.02.2024"_s, u"1.2.3.4"_s, u"+49 30 123456"_s,
                                u"2024-03-08 25:00"_s, u"13/13/2024"_s})
        EXPECT_EQ(read(text), u"-"_s) << text.toStdString();
}

TEST(DateReading, TakesNumbersForExcelsDaysOnlyWhereAllOfAColumnAre) {
    DateEvidence all, some;
    all.add(u"45000"_s);
    all.add(u"30000"_s);
    some.add(u"45000"_s);
    some.add(u"2024-01-01"_s);
    EXPECT_TRUE(all.isSerial());
    EXPECT_FALSE(some.isSerial());
    EXPECT_EQ(read(u"45000"_s, DateOrder::DayMonth, true), u"2023-03-15"_s);
}

TEST(DateEvidence, DecidesTheOrderForAWholeColumn) {
    EXPECT_EQ(orderOf({u"03/04/2024"_s, u"03/25/2024"_s}), DateOrder::MonthDay);
    EXPECT_EQ(orderOf({u"03/04/2024"_s, u"25/03/2024"_s}, DateOrder::MonthDay), DateOrder::DayMonth);
    EXPECT_EQ(orderOf({u"03/04/2024"_s}, DateOrder::MonthDay), DateOrder::MonthDay);
    EXPECT_EQ(orderOf({u"03.25.2024"_s}), DateOrder::DayMonth);
    EXPECT_EQ(usualDateOrder(u"US"), DateOrder::MonthDay);
    EXPECT_EQ(usualDateOrder(u"DE"), DateOrder::DayMonth);
}

TEST(LocalTimes, AgreeWithTheClockOnEveryDayOfAYear) {
    Clock clock;
    clock.zone = QTimeZone("Europe/Berlin");
    LocalTimes times(clock);
    for (QDate day(2024, 1, 1); day.year() == 2024; day = day.addDays(1)) {
        const QDateTime expected(day, QTime(14, 5), clock.zone);
        EXPECT_EQ(times.instant(day, 14 * 3600 + 5 * 60, 250).milliseconds, expected.toMSecsSinceEpoch() + 250);
    }
}
