#include "db/kept_blocks.h"

#include <cstring>

namespace kontor::db {

namespace {
constexpr int kSingleReads = 8;  // what a save or an unchanged screen takes
constexpr int kTrialBlocks = 24; // after so many it must have been worth the bytes
constexpr int kMostBlocks = 256; // 32 MiB of memory
} // namespace

bool KeptBlocks::take(void *buffer, qint64 size, qint64 offset) {
    const qint64 begin = beginOf(offset);
    const auto block = m_blocks.constFind(begin);
    if (block == m_blocks.cend() || offset - begin + size > qint64(block->size()))
        return false;
    std::memcpy(buffer, block->data() + (offset - begin), size_t(size));
    ++m_hits;
    return true;
}

bool KeptBlocks::wantsBlock(qint64 size, qint64 offset) {
    const qint64 begin = beginOf(offset);
    const bool isWhole = offset + size <= qMin(begin + kBlock, m_fileSize);
    const bool isWorthIt = m_blocksRead < kTrialBlocks || m_hits >= 2 * m_blocksRead; // each has one hit: what was asked for
    if (++m_reads <= kSingleReads || !isWhole || !isWorthIt || m_blocksRead >= kMostBlocks)
        return false;
    ++m_blocksRead;
    return true;
}

std::vector<char> &KeptBlocks::block(qint64 offset) {
    const qint64 begin = beginOf(offset);
    std::vector<char> &bytes = m_blocks[begin];
    bytes.resize(size_t(qMin(kBlock, m_fileSize - begin)));
    return bytes;
}

void KeptBlocks::forget() { *this = KeptBlocks(); }

} // namespace kontor::db
