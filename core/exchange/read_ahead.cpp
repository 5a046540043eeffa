#include "exchange/read_ahead.h"

namespace kontor::exchange {

namespace {

constexpr size_t kRowsInBatch = 256;
constexpr qsizetype kCharactersInBatch = 512 * 1024; // rows with long texts come in smaller batches
constexpr size_t kBatchesAhead = 4;

ReadRow keep(const TableRecord &record) {
    ReadRow row;
    qsizetype size = 0;
    for (QStringView cell : record.cells)
        size += cell.size();
    row.text.reserve(size);
    row.record = record;
    for (QStringView &cell : row.record.cells) {
        const qsizetype from = row.text.size();
        row.text += cell;
        cell = QStringView(row.text).mid(from);
    }
    return row;
}

} // namespace

ReadAhead::ReadAhead(Table &table, Read read) : m_table(table), m_read(std::move(read)), m_thread([this] { work(); }) {}

ReadAhead::~ReadAhead() {
    {
        const std::lock_guard lock(m_mutex);
        m_isWanted = false;
    }
    m_changed.notify_all();
    m_thread.join();
}

void ReadAhead::work() {
    Result<void> outcome;
    for (bool more = true; more;) {
        freeTaken();
        Batch batch;
        auto read = readBatch(batch);
        if (!read)
            outcome = read.error();
        more = give(std::move(batch)) && read && *read;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_outcome = outcome;
        m_isDone = true;
    }
    m_changed.notify_all();
}

void ReadAhead::freeTaken() {
    std::vector<Batch> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_taken);
    }
}

// false: that was the last one. What was read before an error stands in the batch.
Result<bool> ReadAhead::readBatch(Batch &batch) {
    qsizetype characters = 0;
    TableRecord record;
    while (batch.size() < kRowsInBatch && characters < kCharactersInBatch) {
        TRY(more, m_table.next(record));
        if (!more)
            return false;
        ReadRow row = keep(record);
        row.bytesRead = m_table.bytesRead();
        row.draft = m_read(row.record);
        characters += row.text.size();
        for (const RowFile &file : row.record.files)
            characters += file.content.size();
        batch.push_back(std::move(row));
    }
    return true;
}

bool ReadAhead::give(Batch batch) {
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_isWanted || m_batches.size() < kBatchesAhead; });
        if (!m_isWanted)
            return false;
        if (!batch.empty())
            m_batches.push_back(std::move(batch));
    }
    m_changed.notify_all();
    return true;
}

Result<ReadRow *> ReadAhead::next() {
    if (m_place == m_current.size()) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isDone || !m_batches.empty(); });
        if (m_batches.empty()) {
            TRY_VOID(m_outcome);
            return nullptr;
        }
        m_taken.push_back(std::move(m_current));
        m_current = std::move(m_batches.front());
        m_batches.pop_front();
        m_place = 0;
        lock.unlock();
        m_changed.notify_all();
    }
    return &m_current[m_place++];
}

} // namespace kontor::exchange
