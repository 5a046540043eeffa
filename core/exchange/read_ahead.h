// The rows of a table, read on a thread of their own some batches ahead of the one that takes them in: reading cells (dates, phone
// numbers, names) costs a third of an import and needs no base.
#pragma once

#include "exchange/table.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace kontor::exchange {

// What a row says, understood as far as that is possible without the base.
struct RowDraft {
    virtual ~RowDraft() = default;
    QString problem; // why the row cannot be taken in, empty for none
};

struct ReadRow {
    QString text;         // what the cells of `record` lie in
    TableRecord record;   // as it stands in the file
    qint64 bytesRead = 0; // of the file, up to and with this row
    std::unique_ptr<RowDraft> draft;
};

class ReadAhead {
public:
    // `read` is called on the other thread, until this object goes or the rows end.
    using Read = std::function<std::unique_ptr<RowDraft>(const TableRecord &)>;
    ReadAhead(Table &table, Read read);
    ~ReadAhead();
    ReadAhead(const ReadAhead &) = delete;
    ReadAhead &operator=(const ReadAhead &) = delete;

    // The next row, valid until the one after it is asked for; nullptr: that was all. Waits for the other thread.
    Result<ReadRow *> next();

private:
    using Batch = std::vector<ReadRow>;

    void work();
    void freeTaken();
    Result<bool> readBatch(Batch &batch);
    bool give(Batch batch); // false: nobody wants more

    Table &m_table;
    Read m_read;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Batch> m_batches;
    std::vector<Batch> m_taken; // freed by the thread that made them: memory of another thread costs more to give back
    Result<void> m_outcome;
    bool m_isDone = false; // nothing follows m_batches
    bool m_isWanted = true;
    Batch m_current; // of the thread that takes
    size_t m_place = 0;
    std::thread m_thread; // the last member: begun when all others are there
};

} // namespace kontor::exchange
