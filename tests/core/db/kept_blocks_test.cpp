#include "db/kept_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace kontor::db;

namespace {

constexpr qint64 kPage = 4'096;
constexpr int kFew = 8;

class PagesReadAhead : public testing::Test {
protected:
    // Reads as the guard does.
    void read(qint64 offset) {
        char page[kPage];
        if (m_ahead.take(page, kPage, offset))
            return;
        ++m_requests;
        if (!m_ahead.wantsBlock(kPage, offset))
            return;
        std::vector<char> &block = m_ahead.block(offset);
        m_longest = std::max(m_longest, qint64(block.size()));
        std::fill(block.begin(), block.end(), 'x');
        EXPECT_TRUE(m_ahead.take(page, kPage, offset));
    }
    void readFew() {
        for (int i = 0; i < kFew; ++i)
            read(i * kPage);
    }
    KeptBlocks m_ahead;
    int m_requests = 0;
    qint64 m_longest = 0;
};

} // namespace

TEST_F(PagesReadAhead, ComeAloneWhereOnlyAFewAreRead) {
    m_ahead.setFileSize(100 * KeptBlocks::kBlock);
    readFew();
    EXPECT_EQ(m_requests, kFew);
    EXPECT_EQ(m_longest, 0);
}

TEST_F(PagesReadAhead, ComeInBlocksAfterThat) {
    m_ahead.setFileSize(100 * KeptBlocks::kBlock);
    readFew();
    for (qint64 offset = 50 * KeptBlocks::kBlock; offset < 51 * KeptBlocks::kBlock; offset += kPage)
        read(offset);
    EXPECT_EQ(m_requests, kFew + 1);
}

TEST_F(PagesReadAhead, EndWithTheFile) {
    m_ahead.setFileSize(KeptBlocks::kBlock + 3 * kPage);
    readFew();
    read(KeptBlocks::kBlock + kPage);
    EXPECT_EQ(m_longest, 3 * kPage);
    read(KeptBlocks::kBlock + 3 * kPage); // grown meanwhile, as far as this one knows
    EXPECT_EQ(m_longest, 3 * kPage);
}

TEST_F(PagesReadAhead, AreForgottenWithTheLockAndSoIsTheSize) {
    m_ahead.setFileSize(100 * KeptBlocks::kBlock);
    readFew();
    read(50 * KeptBlocks::kBlock);
    m_ahead.forget();
    const int before = m_requests;
    for (int i = 0; i < 2 * kFew; ++i)
        read(50 * KeptBlocks::kBlock + i * kPage);
    EXPECT_EQ(m_requests, before + 2 * kFew);
}

// A base so large that no two of the pages that are wanted lie in one block.
TEST_F(PagesReadAhead, ComeAloneAgainWhereTheRestOfTheBlocksIsNotWanted) {
    m_ahead.setFileSize(100'000 * KeptBlocks::kBlock);
    int blocks = 0;
    for (int i = 0; i < 1'000; ++i) {
        m_longest = 0;
        read(i * 50 * KeptBlocks::kBlock);
        blocks += m_longest > 0;
    }
    EXPECT_GT(blocks, 0);
    EXPECT_LT(blocks, 50);
}
