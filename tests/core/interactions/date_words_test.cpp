#include "interactions/date_words.h"

#include <gtest/gtest.h>

namespace kontor::tests {

using namespace Qt::StringLiterals;

namespace {

const QDate kMonday(2026, 3, 9);

QString read(const QString &typed, DateReading reading = {kMonday}) {
    const auto words = parseDateWords(typed, reading);
    if (!words)
        return u"?"_s;
    return words->day.toString(Qt::ISODate) + (words->time ? u' ' + words->time->toString(u"HH:mm"_s) : QString());
}

} // namespace

TEST(DateWords, AreCountedFromToday) {
    EXPECT_EQ(read(u"today"_s), u"2026-03-09"_s);
    EXPECT_EQ(read(u"Tomorrow"_s), u"2026-03-10"_s);
    EXPECT_EQ(read(u"day after tomorrow"_s), u"2026-03-11"_s);
    EXPECT_EQ(read(u"+3"_s), u"2026-03-12"_s);
    EXPECT_EQ(read(u"+2 weeks"_s), u"2026-03-23"_s);
    EXPECT_EQ(read(u"in 2 weeks"_s), u"2026-03-23"_s);
    EXPECT_EQ(read(u"in a week"_s), u"2026-03-16"_s);
    EXPECT_EQ(read(u"3d"_s), u"2026-03-12"_s);
    EXPECT_EQ(read(u"next month"_s), u"2026-04-09"_s);
    EXPECT_EQ(read(u"in 1 year"_s), u"2027-03-09"_s);
}

TEST(DateWords, AWeekdayIsTheNextOneAndNeverToday) {
    EXPECT_EQ(read(u"tue"_s), u"2026-03-10"_s);
    EXPECT_EQ(read(u"monday"_s), u"2026-03-16"_s);
    EXPECT_EQ(read(u"next fri"_s), u"2026-03-13"_s);
}

TEST(DateWords, ANumberAfterAWeekdayIsTheDayWhereTheyFitElseTheHour) {
    EXPECT_EQ(read(u"tue 10"_s), u"2026-03-10"_s);
    EXPECT_EQ(read(u"wed 10"_s), u"2026-03-11 10:00"_s);
    EXPECT_EQ(read(u"tue 10 14:30"_s), u"2026-03-10 14:30"_s);
    EXPECT_EQ(read(u"tue 10:00"_s), u"2026-03-10 10:00"_s);
}

TEST(DateWords, TimesAreUnderstoodInTheUsualWays) {
    EXPECT_EQ(read(u"tomorrow at 9"_s), u"2026-03-10 09:00"_s);
    EXPECT_EQ(read(u"tomorrow 14"_s), u"2026-03-10 14:00"_s);
    EXPECT_EQ(read(u"fri 2pm"_s), u"2026-03-13 14:00"_s);
    EXPECT_EQ(read(u"fri 12 am"_s), u"2026-03-13 00:00"_s);
    EXPECT_EQ(read(u"15:30"_s), u"2026-03-09 15:30"_s);
}

TEST(DateWords, DatesWithoutAYearLieAheadOrBehindAsIsAsked) {
    EXPECT_EQ(read(u"10 mar"_s), u"2026-03-10"_s);
    EXPECT_EQ(read(u"Mar 8"_s), u"2027-03-08"_s);
    EXPECT_EQ(read(u"8.3."_s), u"2027-03-08"_s);
    EXPECT_EQ(read(u"8 mar"_s, {kMonday, QLocale::c(), QCalendar(), DateLean::Past}), u"2026-03-08"_s);
    EXPECT_EQ(read(u"10.3"_s, {kMonday, QLocale::c(), QCalendar(), DateLean::Past}), u"2025-03-10"_s);
    EXPECT_EQ(read(u"fri"_s, {kMonday, QLocale::c(), QCalendar(), DateLean::Past}), u"2026-03-06"_s);
    EXPECT_EQ(read(u"1"_s), u"2026-04-01"_s);
}

TEST(DateWords, FullDatesAreUnderstood) {
    EXPECT_EQ(read(u"2026-12-31"_s), u"2026-12-31"_s);
    EXPECT_EQ(read(u"31.12.2026 10:15"_s), u"2026-12-31 10:15"_s);
    EXPECT_EQ(read(u"31 December 2026"_s), u"2026-12-31"_s);
    EXPECT_EQ(read(u"Tue 10 Mar 10:00"_s), u"2026-03-10 10:00"_s);
    EXPECT_EQ(read(u"Tue 10 Mar 10:00 AM"_s), u"2026-03-10 10:00"_s);
    EXPECT_EQ(read(u"Tue 10 Mar 10:00:00"_s), u"2026-03-10 10:00"_s);
    EXPECT_EQ(read(u"3/10/2026"_s, {kMonday, QLocale(u"en_US"_s)}), u"2026-03-10"_s);
    EXPECT_EQ(read(u"10/3/2026"_s, {kMonday, QLocale(u"en_GB"_s)}), u"2026-03-10"_s);
}

TEST(DateWords, NamesOfDaysAndMonthsAreThoseOfTheLocaleToo) {
    EXPECT_EQ(read(u"Dienstag 14:00"_s, {kMonday, QLocale(u"de_DE"_s)}), u"2026-03-10 14:00"_s);
    EXPECT_EQ(read(u"10. März"_s, {kMonday, QLocale(u"de_DE"_s)}), u"2026-03-10"_s);
    EXPECT_EQ(read(u"10 марта"_s, {kMonday, QLocale(u"ru_RU"_s)}), u"2026-03-10"_s);
    EXPECT_EQ(read(u"вт 10:00"_s, {kMonday, QLocale(u"ru_RU"_s)}), u"2026-03-10 10:00"_s);
}

TEST(DateWords, DigitsOfAnyScriptAndPersianMonthsAreUnderstood) {
    EXPECT_EQ(read(u"+۳"_s), u"2026-03-12"_s);
    const DateReading persian{kMonday, QLocale(u"fa_IR"_s), QCalendar(QCalendar::System::Jalali)};
    EXPECT_EQ(read(u"۱۴۰۵/۱/۱"_s, persian), u"2026-03-21"_s);
    EXPECT_EQ(read(u"۲۰ اسفند"_s, persian), u"2026-03-11"_s);
    EXPECT_EQ(read(u"2026-03-10"_s, persian), u"2026-03-10"_s);
}

TEST(DateWords, WhatIsNotUnderstoodAsAWholeIsNoDate) {
    for (const QString &typed : {u""_s, u"soon"_s, u"31 feb"_s, u"tomorrow tomorrow"_s, u"25:00"_s, u"in"_s, u"10 11 12"_s,
                                 u"3 bananas"_s, u"0"_s, u"%"_s, u"13pm"_s})
        EXPECT_EQ(read(typed), u"?"_s) << qPrintable(typed);
}

} // namespace kontor::tests
