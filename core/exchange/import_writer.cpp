#include "exchange/import_writer.h"

#include <algorithm>
#include <array>

namespace kontor::exchange {

using namespace Qt::StringLiterals;
using workspace::RecordEntry;
using workspace::Recorder;

namespace {

constexpr qint64 kLargestBlock = 8192;

QString outcomeWordOf(Outcome outcome) {
    static constexpr std::array words{"added", "filled", "changed", "unchanged", "rejected"};
    return QString::fromLatin1(words[size_t(outcome)]);
}

} // namespace

Result<void> ImportWriter::endStep() {
    // In the order of the first insert: parents come before what hangs on them, so that undo, from the end, removes children first.
    for (const QByteArray &table : std::as_const(m_tableOrder)) {
        for (const Range &range : m_ranges.value(table))
            TRY_VOID(m_recorder->noteInsertedRange(table, Id{range.first}, Id{range.last}));
    }
    m_ranges.clear();
    m_tableOrder.clear();
    TRY_VOID(writeRuns());
    m_recorder = nullptr;
    return {};
}

Result<Id> ImportWriter::take(IdBlock &block) {
    if (block.next == block.end) {
        TRY(first, m_recorder->newIds(block.size));
        block.next = first.value;
        block.end = first.value + block.size;
        m_ownIds.push_back({block.next, block.end - 1});
        block.size = std::min(block.size * 2, kLargestBlock);
    }
    return Id{block.next++};
}

const ImportWriter::Range *ImportWriter::ownBlock(Id id) const {
    const auto above = std::upper_bound(m_ownIds.cbegin(), m_ownIds.cend(), id.value,
                                        [](qint64 value, const Range &range) { return value < range.first; });
    return above != m_ownIds.cbegin() && std::prev(above)->last >= id.value ? &*std::prev(above) : nullptr;
}

// A range may have gaps, but only of ids that this import took for itself.
void ImportWriter::extendRange(const QByteArray &table, qint64 id) {
    auto found = m_ranges.find(table);
    if (found == m_ranges.end()) {
        found = m_ranges.insert(table, {});
        m_tableOrder << table;
    }
    const qint64 blockEnd = ownBlock(Id{id})->last;
    for (Range &range : *found) {
        if (id > range.last && ownBlock(Id{range.last})->last == blockEnd) {
            range.last = id;
            return;
        }
    }
    found->push_back({id, id});
}

Result<db::BulkStatement *> ImportWriter::insertStatement(const db::RecordType &type) {
    auto found = m_inserts.find(type.table);
    if (found == m_inserts.end()) {
        const QStringList marks(type.fields.size() + 2, u"?"_s);
        TRY(statement, m_base.database().prepareBulk(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(
                           QString::fromLatin1(type.table), db::columnList(type), marks.join(u", "_s))));
        found = m_inserts.emplace(type.table, std::move(statement)).first;
    }
    return &found->second;
}

Result<void> ImportWriter::insert(const db::RecordType &type, Id id, db::Values values) {
    if (const RecordEntry *entry = m_base.catalogue().find(type.table); entry && entry->prepare)
        entry->prepare(values, m_base.context());
    return insertPrepared(type, id, values);
}

Result<void> ImportWriter::insertPrepared(const db::RecordType &type, Id id, const db::Values &values) {
    TRY(statement, insertStatement(type));
    statement->bind(0, id.value);
    statement->bind(1, qint64(1));
    for (int i = 0; i < values.size(); ++i)
        statement->bind(i + 2, values.at(i));
    TRY_VOID(statement->execute());
    extendRange(type.table, id.value);
    return {};
}

Result<void> ImportWriter::insertUnder(Id owner, const db::RecordType &type, const db::Values &values) {
    if (isOwn(owner)) {
        TRY(id, newId());
        return insertPrepared(type, id, values);
    }
    db::Row row{Id{}, 1, values};
    TRY(id, m_recorder->insertRow(type.table, row));
    Q_UNUSED(id)
    return {};
}

Result<void> ImportWriter::beginBatch(const QString &fileName, FileKind kind, const QString &mapping) {
    TRY(id, m_recorder->newIds(1));
    m_batch = id;
    return m_recorder->database().execute(
        u"INSERT INTO import_batch (id, operation, file_name, kind, at, mapping) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {id, m_recorder->operationId(), fileName, fileKindName(kind), m_recorder->now(), mapping});
}

void ImportWriter::noteRow(qint64 row, Outcome outcome, Id record, const QString &reason) {
    if (!m_runs.empty()) {
        Run &run = m_runs.back();
        const bool follows = !record.isValid() || run.firstId.value + (row - run.firstRow) == record.value;
        if (run.lastRow + 1 == row && run.outcome == outcome && run.reason == reason && follows &&
            run.firstId.isValid() == record.isValid()) {
            run.lastRow = row;
            return;
        }
    }
    m_runs.push_back({row, row, outcome, record, reason});
}

Result<void> ImportWriter::writeRuns() {
    if (m_runs.empty())
        return {};
    TRY(statement,
        m_base.database().prepareBulk(
            u"INSERT INTO import_row (id, batch_id, first_row, last_row, outcome, first_id, reason) VALUES (?, ?, ?, ?, ?, ?, ?)"_s));
    for (const Run &run : m_runs) {
        TRY(id, newId());
        statement.bind(0, id.value);
        statement.bind(1, m_batch.value);
        statement.bind(2, run.firstRow);
        statement.bind(3, run.lastRow);
        statement.bind(4, QStringView(outcomeWordOf(run.outcome)));
        statement.bind(5, run.firstId.value);
        statement.bind(6, QStringView(run.reason));
        TRY_VOID(statement.execute());
    }
    m_runs.clear();
    return {};
}

Result<void> ImportWriter::finishBatch(const ImportCounts &counts) {
    return m_recorder->database().execute(
        u"UPDATE import_batch SET read_count = ?, added = ?, filled = ?, changed = ?, unchanged = ?, rejected = ? WHERE id = ?"_s,
        {counts.read, counts.added, counts.filled, counts.changed, counts.unchanged, counts.rejected, m_batch});
}

} // namespace kontor::exchange
