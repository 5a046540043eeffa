// The import's only way into the base: new records in bulk, with ids from ranges and one line of history for each range, changes to records that
// were there through the recorder, and the log of what became of each row.
#pragma once

#include "exchange/import_options.h"
#include "workspace/bulk_operation.h"

#include <map>
#include <vector>

namespace kontor::exchange {

enum class Outcome { Added, Filled, Changed, Unchanged, Rejected };

class ImportWriter {
public:
    explicit ImportWriter(workspace::Base &base) : m_base(base) {}

    // Around the rows of one transaction.
    void beginStep(workspace::Recorder &recorder) { m_recorder = &recorder; }
    Result<void> endStep();
    workspace::Recorder &recorder() { return *m_recorder; }
    db::Database &database() { return m_base.database(); }

    // Rows of one kind get consecutive ids, whatever else is written between them; everything else shares a second range.
    Result<Id> newRowId() { return take(m_rowIds); }
    Result<Id> newId() { return take(m_otherIds); }
    // Was this record made by this import? What belongs to such a one is written in bulk too.
    bool isOwn(Id id) const { return ownBlock(id) != nullptr; }

    // Inserts a record whose id was taken above; derived columns are filled in.
    Result<void> insert(const db::RecordType &type, Id id, db::Values values);
    // As above for values that are complete.
    Result<void> insertPrepared(const db::RecordType &type, Id id, const db::Values &values);
    // A record that hangs on `owner`: in bulk where the owner is this import's own, else noted one by one on the owner's card.
    Result<void> insertUnder(Id owner, const db::RecordType &type, const db::Values &values);
    // The customer's derived columns that records of `table` feed are refreshed at the end.
    void touch(const QByteArray &table, Id customer) { m_touched[table].insert(customer); }
    const QHash<QByteArray, QSet<Id>> &touched() const { return m_touched; }

    // The log: runs of rows with one outcome.
    Result<void> beginBatch(const QString &fileName, FileKind kind, const QString &mapping);
    Id batch() const { return m_batch; }
    void noteRow(qint64 row, Outcome outcome, Id record, const QString &reason = {});
    Result<void> finishBatch(const ImportCounts &counts);

private:
    struct IdBlock {
        qint64 next = 0;
        qint64 end = 0;
        qint64 size = 128; // of the block that is taken next
    };
    struct Range {
        qint64 first = 0;
        qint64 last = 0;
    };
    struct Run {
        qint64 firstRow = 0;
        qint64 lastRow = 0;
        Outcome outcome = Outcome::Added;
        Id firstId;
        QString reason;
    };

    Result<Id> take(IdBlock &block);
    const Range *ownBlock(Id id) const;
    void extendRange(const QByteArray &table, qint64 id);
    Result<void> writeRuns();
    Result<db::BulkStatement *> insertStatement(const db::RecordType &type);

    workspace::Base &m_base;
    workspace::Recorder *m_recorder = nullptr;
    IdBlock m_rowIds, m_otherIds;
    std::vector<Range> m_ownIds;                    // all ranges taken, ascending
    QHash<QByteArray, std::vector<Range>> m_ranges; // of this step, by table
    QByteArrayList m_tableOrder;                    // parents first
    std::map<QByteArray, db::BulkStatement> m_inserts;
    QHash<QByteArray, QSet<Id>> m_touched;
    Id m_batch;
    std::vector<Run> m_runs;
};

} // namespace kontor::exchange
