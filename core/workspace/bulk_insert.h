// New records of a bulk operation, with ids from ranges and one line of history for each range instead of one for each record.
#pragma once

#include "workspace/base.h"

#include <map>
#include <vector>

namespace kontor::workspace {

class BulkInsert {
public:
    explicit BulkInsert(Base &base) : m_base(base) {}

    // Around what is inserted in one transaction; after the end of it nothing may be.
    void beginStep(Recorder &recorder) { m_recorder = &recorder; }
    Result<void> endStep();
    Recorder &recorder() { return *m_recorder; }
    db::Database &database() { return m_base.database(); }

    // Ids of the first kind follow each other, whatever else is inserted between them; all others share a second range.
    Result<Id> newRowId() { return take(m_rowIds); }
    Result<Id> newId() { return take(m_otherIds); }
    // Was this record made here?
    bool isOwn(Id id) const { return ownBlock(id) != nullptr; }

    // Inserts a record whose id was taken above; derived columns are filled in.
    Result<void> insert(const db::RecordType &type, Id id, db::Values values);
    // As above for values that are complete.
    Result<void> insertPrepared(const db::RecordType &type, Id id, const db::Values &values);
    // As insert(), in place, unless another record has its external id: then false, and nothing was written.
    Result<bool> insertUnlessKnown(const db::RecordType &type, Id id, db::Values &values);
    // With an id of its own: those of one kind follow each other, so that a range holds nothing else.
    template <class R>
    Result<Id> insert(const R &record) {
        TRY(id, take(m_tableIds[db::recordType<R>().table]));
        TRY_VOID(insert(db::recordType<R>(), id, db::valuesOf(record)));
        return id;
    }

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

    Result<Id> take(IdBlock &block);
    const Range *ownBlock(Id id) const;
    void extendRange(const QByteArray &table, qint64 id);
    enum class IfKnown { Fail, Leave }; // another record has its external id
    void prepare(const db::RecordType &type, db::Values &values) const;
    Result<db::BulkStatement *> insertStatement(const db::RecordType &type, IfKnown ifKnown);
    Result<bool> insert(const db::RecordType &type, Id id, const db::Values &values, IfKnown ifKnown);

    Base &m_base;
    Recorder *m_recorder = nullptr;
    IdBlock m_rowIds, m_otherIds;
    QHash<QByteArray, IdBlock> m_tableIds;
    std::vector<Range> m_ownIds;                    // all ranges taken, ascending
    QHash<QByteArray, std::vector<Range>> m_ranges; // of this step, by table
    QByteArrayList m_tableOrder;                    // parents first
    std::map<std::pair<QByteArray, IfKnown>, db::BulkStatement> m_inserts; // by table
};

} // namespace kontor::workspace
