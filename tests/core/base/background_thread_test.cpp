#include "base/background_thread.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace {

using namespace kontor;

TEST(BackgroundThread, IsGrantedByTheSystem) {
    bool granted = false;
    std::thread([&] { granted = workInBackground(); }).join();
    EXPECT_TRUE(granted);
}

#ifdef __linux__
TEST(BackgroundThread, LeavesTheOtherThreadsAsTheyAre) {
    const int before = getpriority(PRIO_PROCESS, 0);
    int inBackground = 0;
    std::thread([&] {
        (void)workInBackground();
        inBackground = getpriority(PRIO_PROCESS, 0);
    }).join();
    EXPECT_EQ(inBackground, std::max(before, 10));
    EXPECT_EQ(getpriority(PRIO_PROCESS, 0), before);
}
#endif

} // namespace
