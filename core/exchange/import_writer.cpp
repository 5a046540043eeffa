#include "exchange/import_writer.h"

#include <array>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QString outcomeWordOf(Outcome outcome) {
    static constexpr std::array words{"added", "filled", "changed", "unchanged", "rejected"};
    return QString::fromLatin1(words[size_t(outcome)]);
}

} // namespace

Result<void> ImportWriter::endStep() {
    TRY_VOID(writeRuns());
    return BulkInsert::endStep();
}

Result<void> ImportWriter::insertUnder(Id owner, const db::RecordType &type, const db::Values &values) {
    if (isOwn(owner)) {
        TRY(id, newId());
        return insertPrepared(type, id, values);
    }
    db::Row row{Id{}, 1, values};
    TRY(id, recorder().insertRow(type.table, row));
    Q_UNUSED(id)
    return {};
}

Result<void> ImportWriter::beginBatch(const QString &fileName, FileKind kind, const QString &mapping) {
    TRY(id, recorder().newIds(1));
    m_batch = id;
    return recorder().database().execute(
        u"INSERT INTO import_batch (id, operation, file_name, kind, at, mapping) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {id, recorder().operationId(), fileName, fileKindName(kind), recorder().now(), mapping});
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
        recorder().database().prepareBulk(
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
    return recorder().database().execute(
        u"UPDATE import_batch SET read_count = ?, added = ?, filled = ?, changed = ?, unchanged = ?, rejected = ? WHERE id = ?"_s,
        {counts.read, counts.added, counts.filled, counts.changed, counts.unchanged, counts.rejected, m_batch});
}

} // namespace kontor::exchange
