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

TEST(TaskTextTest, KnowsACallByItsFirstWord) {
    EXPECT_EQ(taskKindOf(u"Call back"_s), u"call"_s);
    EXPECT_EQ(taskKindOf(u"Позвонить Анне"_s), u"call"_s);
    EXPECT_EQ(taskKindOf(u"打电话给王"_s), u"call"_s);
    EXPECT_EQ(taskKindOf(u"Frau Berg anrufen"_s), u"call"_s);
    EXPECT_EQ(taskKindOf(u"Send offer"_s), QString());
}
