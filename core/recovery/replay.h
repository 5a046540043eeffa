// Does again, in a base that nobody else has open, what journals tell: the same operations with their ids, authors, times and places in the order.
// What is there already stays. A record that was changed since (the base went on without these operations) is not overwritten.
#pragma once

#include "recovery/links.h"
#include "recovery/record_replay.h"

namespace kontor::recovery {

struct ReplayCounts {
    qint64 operations = 0;       // that came back, whole or in part
    qint64 keptBecauseNewer = 0; // values and records that stayed as others had left them
    qint64 refused = 0;          // rows that the base did not take: a number or name that is taken
    LinkCounts links;
};

class Replay {
public:
    // Whether rows are brought back of operations too that the history already has: after salvage some of theirs may be missing.
    enum class Rows { OfMissingOperations, OfAll };

    Replay(db::Database &database, const workspace::RecordCatalogue &catalogue, workspace::DeriveContext context, Rows rows)
        : m_database(database), m_catalogue(catalogue), m_context(context), m_rows(rows),
          m_records(database, catalogue, context, rows == Rows::OfAll) {}

    // Before the first: foreign keys are looked after at the end.
    Result<void> begin();
    // In the order of seq.
    Result<void> apply(const workspace::JournalEntry &entry);
    Result<void> addPiece(Id attachment, qint64 number, const QByteArray &content);
    // Derived columns, counters and links are made right. After it nothing more is applied.
    Result<void> finish();

    const ReplayCounts &counts() const { return m_counts; }

private:
    Result<void> inBatch();
    Result<bool> isThere(const workspace::JournalEntry &entry);
    Result<void> applyPeople(const workspace::JournalEntry &entry);
    Result<void> applyHistory(const workspace::JournalEntry &entry);
    Result<void> addChange(const workspace::Change &change);
    Result<void> applyState(const workspace::Change &change, bool isKnown);
    Result<void> applyPlainRows(const workspace::JournalRows &rows);

    db::Database &m_database;
    const workspace::RecordCatalogue &m_catalogue;
    workspace::DeriveContext m_context;
    Rows m_rows;
    RecordReplay m_records;
    ReplayCounts m_counts;
    std::unique_ptr<db::WriteTransaction> m_transaction;
    qint64 m_inTransaction = 0;
    QSet<qint64> m_operations; // that came back
};

} // namespace kontor::recovery
