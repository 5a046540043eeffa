#include "workspace/bulk_insert.h"

#include <algorithm>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestBlock = 8192;

} // namespace

Result<void> BulkInsert::endStep() {
    // In the order of the first insert: parents come before what hangs on them, so that undo, from the end, removes children first.
    for (const QByteArray &table : std::as_const(m_tableOrder)) {
        for (const Range &range : m_ranges.value(table))
            TRY_VOID(m_recorder->noteInsertedRange(table, Id{range.first}, Id{range.last}));
    }
    m_ranges.clear();
    m_tableOrder.clear();
    m_recorder = nullptr;
    return {};
}

Result<Id> BulkInsert::take(IdBlock &block) {
    if (block.next == block.end) {
        TRY(first, m_recorder->newIds(block.size));
        block.next = first.value;
        block.end = first.value + block.size;
        m_ownIds.push_back({block.next, block.end - 1});
        block.size = std::min(block.size * 2, kLargestBlock);
    }
    return Id{block.next++};
}

const BulkInsert::Range *BulkInsert::ownBlock(Id id) const {
    const auto above = std::upper_bound(m_ownIds.cbegin(), m_ownIds.cend(), id.value,
                                        [](qint64 value, const Range &range) { return value < range.first; });
    return above != m_ownIds.cbegin() && std::prev(above)->last >= id.value ? &*std::prev(above) : nullptr;
}

// A range may have gaps, but only of ids that this import took for itself.
void BulkInsert::extendRange(const QByteArray &table, qint64 id) {
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

Result<db::BulkStatement *> BulkInsert::insertStatement(const db::RecordType &type, IfKnown ifKnown) {
    auto found = m_inserts.find({type.table, ifKnown});
    if (found == m_inserts.end()) {
        const QString leaves = u" ON CONFLICT (external_id) WHERE external_id IS NOT NULL DO NOTHING"_s;
        TRY(statement, m_base.database().prepareBulk(ifKnown == IfKnown::Leave ? type.insertSql + leaves : type.insertSql));
        found = m_inserts.emplace(std::pair{type.table, ifKnown}, std::move(statement)).first;
    }
    return &found->second;
}

void BulkInsert::prepare(const db::RecordType &type, db::Values &values) const {
    if (const RecordEntry *entry = m_base.catalogue().find(type.table); entry && entry->prepare)
        entry->prepare(values, m_base.context());
}

Result<void> BulkInsert::insert(const db::RecordType &type, Id id, db::Values values) {
    prepare(type, values);
    return insertPrepared(type, id, values);
}

Result<void> BulkInsert::insertPrepared(const db::RecordType &type, Id id, const db::Values &values) {
    TRY(inserted, insert(type, id, values, IfKnown::Fail));
    Q_UNUSED(inserted)
    return {};
}

Result<bool> BulkInsert::insertUnlessKnown(const db::RecordType &type, Id id, db::Values &values) {
    prepare(type, values);
    return insert(type, id, values, IfKnown::Leave);
}

Result<bool> BulkInsert::insert(const db::RecordType &type, Id id, const db::Values &values, IfKnown ifKnown) {
    TRY(statement, insertStatement(type, ifKnown));
    statement->bind(0, id.value);
    statement->bind(1, qint64(1));
    statement->bindAll(values, 2);
    TRY_VOID(statement->execute());
    if (statement->changedRows() == 0)
        return false;
    extendRange(type.table, id.value);
    return true;
}

} // namespace kontor::workspace
