// Pages of a base on a network drive that came along with others: each request takes a trip to the server, whether for one page or for a block of them.
//
// A list whose order is not that of the rows reads hundreds of pages that lie far apart, but in a small part of the file. So whoever has read several
// pages under one lock reads whole blocks from then on. What is kept was read under the lock that is held, while nobody could write, and
// is forgotten before the lock is given back and before anything is written.
#pragma once

#include <QHash>
#include <QtGlobal>

#include <vector>

namespace kontor::db {

class KeptBlocks {
public:
    // The most that SQLite's own VFS for Unix may be asked for. With 10,000 customers 80 requests for the first page of a list instead of 470, and 8 MB.
    static constexpr qint64 kBlock = 31 * 4'096;

    // As the server told it under the lock that is held; nothing is read beyond it.
    void setFileSize(qint64 size) { m_fileSize = size; }
    // True: `buffer` was filled out of what is kept.
    bool take(void *buffer, qint64 size, qint64 offset);
    // For a read that take() could not answer: whether the block around it is to be read, into block(), from beginOf() on.
    bool wantsBlock(qint64 size, qint64 offset);
    std::vector<char> &block(qint64 offset);
    static qint64 beginOf(qint64 offset) { return offset - offset % kBlock; }
    void drop(qint64 offset) { m_blocks.remove(beginOf(offset)); }
    void forget();

private:
    QHash<qint64, std::vector<char>> m_blocks; // by their beginning
    qint64 m_fileSize = 0;                     // 0: not known
    int m_reads = 0;                           // requests under this lock
    int m_blocksRead = 0;
    int m_hits = 0;
};

} // namespace kontor::db
