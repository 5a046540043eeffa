#include "workspace/step_pace.h"

#include <gtest/gtest.h>

using kontor::workspace::StepPace;

TEST(StepPace, GivesTheRowsOfTheNextTransactionLessTimeWhereTheRestOfTheLastTookMuch) {
    StepPace pace;
    pace.note(80, 120);
    const auto quick = pace.milliseconds();
    pace.note(quick, quick + 90);
    EXPECT_LT(pace.milliseconds(), quick);
    EXPECT_LT(pace.milliseconds() + 90, 200);
}

TEST(StepPace, LeavesRoomForARestThatTakesTwiceAsLongAsItMostlyDoes) {
    for (const qint64 rest : {20, 45, 60, 70}) {
        StepPace pace;
        for (int step = 0; step < 20; ++step)
            pace.note(pace.milliseconds(), pace.milliseconds() + rest);
        EXPECT_LT(pace.milliseconds() + 2 * rest, 200) << rest;
    }
}

TEST(StepPace, ForgetsASingleLongOne) {
    StepPace pace;
    pace.note(80, 5'000);
    for (int step = 0; step < 12; ++step)
        pace.note(pace.milliseconds(), pace.milliseconds() + 40);
    EXPECT_GE(pace.milliseconds(), 90);
}

TEST(StepPace, NeitherStopsNorRunsAway) {
    StepPace pace;
    pace.note(50, 5'000);
    EXPECT_GT(pace.milliseconds(), 0);
    pace.note(50, 50);
    EXPECT_LE(pace.milliseconds(), 100);
}
