#include "interactions/task_text.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;

namespace {

DateReading reading() { return {QDate(2026, 3, 9), QLocale(u"en_GB"_s)}; } // a Monday

TaskText read(const QString &typed) { return readTaskText(typed, reading()); }

} // namespace

TEST(TaskTextTest, TakesTheEndOfTheLineAsTheDayWhereItIsOne) {
    const TaskText both = read(u"Call Anna about the offer tue 10:00"_s);
    EXPECT_EQ(both.title, u"Call Anna about the offer"_s);
    ASSERT_TRUE(both.when);
    EXPECT_EQ(both.when->day, QDate(2026, 3, 10));
    EXPECT_EQ(both.when->time, QTime(10, 0));
    EXPECT_EQ(read(u"Send offer tomorrow"_s).when->day, QDate(2026, 3, 10));
    EXPECT_EQ(read(u"Visit in 2 weeks"_s).title, u"Visit"_s);
}

TEST(TaskTextTest, LeavesATextWithoutADayAlone) {
    EXPECT_EQ(read(u"Offer for 40"_s).title, u"Offer for 40"_s);
    EXPECT_FALSE(read(u"Offer for 40"_s).when);
    EXPECT_FALSE(read(u"Send offer"_s).when);
}

TEST(TaskTextTest, UnderstandsADayAlone) {
    const TaskText day = read(u"tue 10:00"_s);
    EXPECT_TRUE(day.title.isEmpty());
    EXPECT_EQ(day.when->time, QTime(10, 0));
}

TEST(TaskTextTest, ReadsHowOftenATaskRepeats) {
    const TaskText weekly = read(u"Call Anna every monday 9:00"_s);
    EXPECT_EQ(weekly.title, u"Call Anna"_s);
    EXPECT_EQ(weekly.when, (DateWords{QDate(2026, 3, 16), QTime(9, 0)}));
    ASSERT_TRUE(weekly.repeat);
    EXPECT_EQ(repeatRule(*weekly.repeat), u"FREQ=WEEKLY;BYDAY=MO"_s);
    const auto rule = [](const QString &typed) {
        const TaskText text = read(typed);
        return text.repeat ? repeatRule(*text.repeat) + u' ' + text.when->day.toString(Qt::ISODate) : u"none"_s;
    };
    EXPECT_EQ(rule(u"Report every 2 weeks"_s), u"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO 2026-03-09"_s);
    EXPECT_EQ(rule(u"Report every 2 weeks on friday"_s), u"FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 2026-03-13"_s);
    EXPECT_EQ(rule(u"Report every other day"_s), u"FREQ=DAILY;INTERVAL=2 2026-03-09"_s);
    EXPECT_EQ(rule(u"Invoice every month on the 31st"_s), u"FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1 2026-03-31"_s);
    EXPECT_EQ(rule(u"Stocktaking every year on 3 may"_s), u"FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3 2026-05-03"_s);
    EXPECT_EQ(rule(u"Backup daily 18:00"_s), u"FREQ=DAILY 2026-03-09"_s);
    EXPECT_EQ(rule(u"Report friday every 3 weeks"_s), u"FREQ=WEEKLY;INTERVAL=3;BYDAY=FR 2026-03-13"_s);
}

TEST(TaskTextTest, TakesNoOtherWordsForARepetition) {
    for (const QString &typed : {u"Check every invoice"_s, u"Every"_s, u"Read the weekly of Berg"_s}) {
        EXPECT_FALSE(read(typed).repeat) << typed.toStdString();
        EXPECT_EQ(read(typed).title, typed);
    }
}

TEST(TaskTextTest, KnowsAnEmailAndAMeetingByTheirFirstWord) {
    EXPECT_EQ(taskKindOf(u"E-mail the price list"_s), u"email"_s);
    EXPECT_EQ(taskKindOf(u"Meeting with Volga"_s), u"meeting"_s);
    EXPECT_EQ(taskKindOf(u"Встреча с Анной"_s), u"meeting"_s);
    EXPECT_EQ(taskKindOf(u"Meetings are to be planned"_s), QString());
}

TEST(TaskTextTest, KnowsACallByItsFirstWord) {
    EXPECT_EQ(taskKindOf(u"Call back"_s), u"call"_s);
    EXPECT_EQ(taskKindOf(u"Позвонить Анне"_s), u"call"_s);
    EXPECT_EQ(taskKindOf(u"打电话给王"_s), u"call"_s);
    EXPECT_EQ(taskKindOf(u"Frau Berg anrufen"_s), u"call"_s);
    EXPECT_EQ(taskKindOf(u"Send offer"_s), QString());
}
