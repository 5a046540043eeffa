#include "segments/segment_memory.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace kontor;
using namespace kontor::ui;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 3, 9);
constexpr Id kSegment{7};

} // namespace

TEST(SegmentMemoryTest, KnowsHowManyThereWereAWeekAgo) {
    SegmentMemory memory{QString()};
    EXPECT_FALSE(memory.countBefore(kSegment, kToday));
    memory.noteCount(kSegment, kToday.addDays(-10), 30);
    memory.noteCount(kSegment, kToday.addDays(-8), 34);
    memory.noteCount(kSegment, kToday.addDays(-2), 90);
    EXPECT_EQ(memory.countBefore(kSegment, kToday), 34);
    EXPECT_FALSE(memory.countBefore(Id{8}, kToday));
}

TEST(SegmentMemoryTest, ForgetsWhatIsOverAMonthOld) {
    SegmentMemory memory{QString()};
    memory.noteCount(kSegment, kToday.addDays(-60), 30);
    EXPECT_FALSE(memory.countBefore(kSegment, kToday));
}

TEST(SegmentMemoryTest, RemembersOverTheEndOfTheProgram) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"data/segments.json"_s);
    SegmentMemory(file).noteCount(kSegment, kToday.addDays(-7), 12);
    SegmentMemory(file).noteUsed(kSegment, Instant{1'000});
    const SegmentMemory memory(file);
    EXPECT_EQ(memory.countBefore(kSegment, kToday), 12);
    EXPECT_EQ(memory.lastUsed(kSegment), Instant{1'000});
}
