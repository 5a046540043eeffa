#include "recovery/replay.h"

namespace kontor::recovery {

using namespace Qt::StringLiterals;
using workspace::Change;
using workspace::JournalEntry;
using workspace::JournalRows;
using workspace::What;

namespace {

constexpr int kPerTransaction = 20'000; // rows, roughly: they stay in memory until COMMIT

QString latin(const QByteArray &text) { return QString::fromLatin1(text); }

QString whatWord(What what) { return what == What::Insert ? u"insert"_s : what == What::Delete ? u"delete"_s : u"update"_s; }

// What an import says of its rows stands beside the records.
bool isPlainTable(const QByteArray &table) { return table == "import_batch" || table == "import_row"; }

} // namespace

Result<void> Replay::begin() {
    m_database.setFence(false); // nobody else is in
    return m_database.execute(u"PRAGMA foreign_keys=OFF"_s);
}

Result<void> Replay::inBatch() {
    if (m_transaction && m_inTransaction > kPerTransaction) {
        TRY_VOID(m_transaction->commit());
        m_transaction.reset();
    }
    if (!m_transaction) {
        TRY(transaction, db::WriteTransaction::begin(m_database));
        m_transaction = std::move(transaction);
        m_inTransaction = 0;
    }
    return {};
}

// By its place in the order, or, where the base has gone on without it, by its last change. States of an operation have no version: what it
// became tells the end of a long act from its beginning.
Result<bool> Replay::isThere(const JournalEntry &entry) {
    const Change &last = entry.changes.last();
    TRY(atPlace, m_database.single(u"SELECT 1 FROM change WHERE seq = ? AND operation = ?"_s, {last.seq, last.operation}));
    if (!atPlace.isNull())
        return true;
    TRY(alike, m_database.single(u"SELECT 1 FROM change WHERE operation = ? AND record = ? AND record_id = ? AND what = ? AND field = ? AND "
                                 "version = ? AND (record <> 'operation' OR new = ?) LIMIT 1"_s,
                                 {last.operation, latin(last.record), last.recordId, whatWord(last.what), latin(last.field), last.version,
                                  last.after}));
    return !alike.isNull();
}

Result<void> Replay::apply(const JournalEntry &entry) {
    if (entry.changes.isEmpty())
        return {};
    TRY_VOID(inBatch());
    TRY(known, isThere(entry));
    if (known && m_rows == Rows::OfMissingOperations)
        return {};
    const qint64 writtenBefore = m_records.written();
    m_records.begin(entry, known);
    TRY_VOID(applyPeople(entry));
    if (!known) {
        TRY_VOID(applyHistory(entry));
        m_operations.insert(entry.operation.id);
        m_counts.operations = m_operations.size();
    }
    for (const JournalRows &rows : entry.rows)
        TRY_VOID(isPlainTable(rows.table) ? applyPlainRows(rows) : m_records.applyRows(rows));
    for (const Change &change : entry.changes)
        TRY_VOID(change.record == "operation" ? applyState(change, known) : m_records.applyChange(change));
    TRY_VOID(m_records.flush());
    m_inTransaction += m_records.written() - writtenBefore;
    return {};
}

Result<void> Replay::applyPeople(const JournalEntry &entry) {
    const qint64 writer = entry.operation.writer;
    TRY_VOID(m_database.execute(u"INSERT OR IGNORE INTO writer (number, pc, name, next_counter, joined_at) VALUES (?, ?, ?, 1, ?)"_s,
                                {writer, entry.pc, entry.pcName, entry.operation.at}));
    TRY_VOID(m_database.execute(u"UPDATE writer SET next_counter = max(next_counter, ?) WHERE number = ?"_s,
                                {entry.nextCounter, writer}));
    if (!entry.user.isValid())
        return {};
    return m_database.execute(u"INSERT OR IGNORE INTO user (id, name) VALUES (?, ?)"_s, {entry.user, entry.operation.author});
}

Result<void> Replay::applyHistory(const JournalEntry &entry) {
    const workspace::Operation &operation = entry.operation;
    TRY(there, m_database.single(u"SELECT 1 FROM operation WHERE id = ?"_s, {operation.id}));
    if (there.isNull()) {
        TRY(taken, m_database.single(u"SELECT 1 FROM operation WHERE seq = ?"_s, {operation.seq}));
        TRY_VOID(m_database.execute(
            u"INSERT INTO operation (seq, id, writer, user_id, at, kind, subject, subject_id, detail, state, reverses) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {taken.isNull() ? db::Value(operation.seq) : db::Value(), operation.id, operation.writer,
             entry.user.isValid() ? db::Value(entry.user) : db::Value(), operation.at, operation.info.kind,
             latin(operation.info.subject), operation.info.subjectId, entry.detail, operation.state, operation.info.reverses}));
    } else {
        TRY_VOID(m_database.execute(u"UPDATE operation SET detail = ? WHERE id = ?"_s, {entry.detail, operation.id}));
    }
    for (const Change &change : entry.changes)
        TRY_VOID(addChange(change));
    return {};
}

Result<void> Replay::applyState(const Change &change, bool isKnown) {
    if (isKnown || change.field != "state")
        return {};
    return m_database.execute(u"UPDATE operation SET state = ? WHERE id = ?"_s, {change.after.text(), change.recordId});
}

Result<void> Replay::addChange(const Change &change) {
    TRY(taken, m_database.single(u"SELECT operation FROM change WHERE seq = ?"_s, {change.seq}));
    if (taken.integer() == change.operation)
        return {};
    const db::Values values{taken.isNull() ? db::Value(change.seq) : db::Value(),
                            change.operation,
                            latin(change.record),
                            change.recordId,
                            change.lastId.isValid() ? db::Value(change.lastId) : db::Value(),
                            change.aboutId,
                            whatWord(change.what),
                            latin(change.field),
                            change.before,
                            change.after,
                            change.version};
    ++m_inTransaction;
    return m_database.execute(u"INSERT INTO change (seq, operation, record, record_id, last_id, about_id, what, field, old, new, "
                              "version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                              values);
}

Result<void> Replay::applyPlainRows(const JournalRows &rows) {
    const QStringList marks(rows.columns.size(), u"?"_s);
    TRY(insert, m_database.prepareBulk(u"INSERT OR REPLACE INTO %1 (%2) VALUES (%3)"_s.arg(
                    latin(rows.table), latin(rows.columns.join(", ")), marks.join(u", "_s))));
    for (const db::Values &values : rows.rows) {
        insert.bindAll(values);
        TRY_VOID(insert.execute());
    }
    return {};
}

Result<void> Replay::addPiece(Id attachment, qint64 number, const QByteArray &content) {
    TRY_VOID(inBatch());
    m_inTransaction += kPerTransaction / 32; // of 256 KiB each
    return m_database.execute(u"INSERT OR IGNORE INTO attachment_piece (attachment_id, number, content) VALUES (?, ?, ?)"_s,
                              {attachment, number, content});
}

Result<void> Replay::finish() {
    TRY_VOID(inBatch());
    TRY(links, mendLinks(m_database, m_catalogue, m_context));
    m_counts.links = links;
    TRY_VOID(m_records.refresh());
    m_counts.keptBecauseNewer = m_records.keptBecauseNewer();
    m_counts.refused = m_records.refusedRows();
    TRY_VOID(raiseCounters(m_database, m_catalogue));
    TRY_VOID(m_transaction->commit());
    m_transaction.reset();
    m_database.setFence(true);
    return m_database.execute(u"PRAGMA foreign_keys=ON"_s);
}

} // namespace kontor::recovery
