#include "workspace/inverse.h"

#include "workspace/removed_rows.h"

#include <QCoreApplication>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::workspace", text); }

// Operations of others that still stand: undone ones and the undos themselves do not count. What was done before the source inserted the record
// does not either: it may have stood there earlier, and have come back with the source.
constexpr auto kStandsOfOthers =
    "EXISTS (SELECT 1 FROM operation o WHERE o.id = change.operation AND o.id <> ? AND o.reverses = 0"
    " AND o.state <> 'undone')"_L1;
// So many customers are looked at one by one; for more it is quicker to go through what was inserted in bulk.
constexpr qint64 kFewCustomers = 200;

QString latin(const QByteArray &text) { return QString::fromLatin1(text); }

Result<QSet<Id>> readIds(db::Database &database, const QString &sql, const db::Values &values) {
    TRY(statement, database.query(sql, values));
    QSet<Id> ids;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return ids;
        ids.insert(statement.id(0));
    }
}

// A tag or product that came with the act and is used by others by now simply stays.
bool mayStayInUse(const RecordEntry &entry, const Error &error) {
    return error.code == Code::Refused && entry.type->aboutColumn.isEmpty() && entry.type->table != "customer";
}

// Rows of neighbouring ids as one change.
Change blockOf(const db::RecordType &type, What what, const QList<db::Row> &rows) {
    Change change;
    change.record = type.table;
    change.recordId = std::min(rows.first().id, rows.last().id);
    change.lastId = std::max(rows.first().id, rows.last().id);
    change.what = what;
    change.version = 1;
    return change;
}

Result<void> noteRestored(Recorder &recorder, const db::RecordType &type, const QList<db::Row> &rows) {
    return rows.isEmpty() ? Result<void>() : recorder.noteChange(blockOf(type, What::Insert, rows));
}

// On whose card the record stands; the record itself where it stands on none.
Id aboutOf(const db::RecordType &type, const db::Row &row) {
    const int column = type.indexOf(type.aboutColumn);
    return column >= 0 && !row.values[column].isNull() ? Id{row.values[column].integer()} : row.id;
}

Error editedError() {
    return Error{Code::Conflict,
                 tr("This was changed again after that act, so taking the act back would overwrite the newer value. Nothing was "
                    "changed; take back the newer change first."),
                 QString(), QByteArray()};
}

} // namespace

Result<void> Inverse::findEditedCustomers(db::Database &database) {
    TRY(ranges,
        database.query(
            u"SELECT record_id, coalesce(last_id, record_id), seq FROM change WHERE operation = ? AND record = 'customer' AND what = 'insert'"_s,
            {m_source}));
    AddedByFirst added;
    while (true) {
        TRY(more, ranges.next());
        if (!more)
            break;
        added.insert(ranges.id(0), {ranges.id(1), ranges.integer(2)});
        TRY(edited,
            readIds(database,
                    u"SELECT DISTINCT about_id FROM change WHERE about_id BETWEEN ? AND ? AND about_id <> 0 AND seq > ? AND "_s +
                        kStandsOfOthers,
                    {ranges.id(0), ranges.id(1), ranges.integer(2), m_source}));
        m_keptCustomers.unite(edited);
    }
    qint64 count = 0;
    for (auto range = added.cbegin(); range != added.cend(); ++range)
        count += range->last.value - range.key().value + 1;
    return count <= kFewCustomers ? addUsedOfFew(database, added) : addUsedByRanges(database, added);
}

Result<void> Inverse::addUsedOfFew(db::Database &database, const AddedByFirst &added) {
    for (const RecordEntry *entry : m_catalogue.entries()) {
        if (entry->type->aboutColumn.isEmpty())
            continue;
        TRY(used,
            database.prepareBulk(u"SELECT 1 FROM %1 r WHERE r.%2 = ? AND EXISTS (SELECT 1 FROM change WHERE record_id <= r.id"
                                 " AND last_id >= r.id AND last_id IS NOT NULL AND record = ? AND seq > ? AND %3) LIMIT 1"_s.arg(
                                     latin(entry->type->table), latin(entry->type->aboutColumn), kStandsOfOthers)));
        for (auto range = added.cbegin(); range != added.cend(); ++range)
            for (qint64 customer = range.key().value; customer <= range->last.value; ++customer) {
                used.bind(0, customer);
                used.bind(1, QStringView(latin(entry->type->table)));
                used.bind(2, range->seq);
                used.bind(3, m_source);
                TRY(found, used.next());
                if (found)
                    m_keptCustomers.insert(Id{customer});
                used.reset();
            }
    }
    return {};
}

// Bulk inserts of others name no customer in the history; the records themselves do.
Result<void> Inverse::addUsedByRanges(db::Database &database, const AddedByFirst &added) {
    TRY(ranges,
        database.query(
            u"SELECT record, record_id, last_id, seq FROM change WHERE last_id IS NOT NULL AND record <> 'customer' AND "_s +
                kStandsOfOthers,
            {m_source}));
    while (true) {
        TRY(more, ranges.next());
        if (!more)
            return {};
        const RecordEntry *entry = m_catalogue.find(ranges.text(0).toLatin1());
        if (!entry || entry->type->aboutColumn.isEmpty())
            continue;
        TRY(used, readIds(database,
                          u"SELECT DISTINCT %1 FROM %2 WHERE id BETWEEN ? AND ?"_s.arg(latin(entry->type->aboutColumn),
                                                                                       latin(entry->type->table)),
                          {ranges.id(1), ranges.id(2)}));
        for (const Id customer : std::as_const(used)) {
            const auto after = added.upperBound(customer);
            if (after == added.begin())
                continue;
            const Added &own = *std::prev(after);
            if (customer <= own.last && ranges.integer(3) > own.seq)
                m_keptCustomers.insert(customer);
        }
    }
}

bool Inverse::isKept(const RecordEntry &entry, const db::Row &row) const {
    if (entry.type->table == "customer")
        return m_keptCustomers.contains(row.id);
    const int column = entry.type->indexOf(entry.type->aboutColumn);
    return column >= 0 && m_keptCustomers.contains(Id{row.values[column].integer()});
}

void Inverse::noteKept(const RecordEntry &entry, const db::Row &row) {
    m_kept.insert(aboutOf(*entry.type, row));
    m_outcome.keptBecauseEdited = m_kept.size();
}

Result<bool> Inverse::isEditedByOthers(db::Database &database, const RecordEntry &entry, const db::Row &row, qint64 insertSeq) {
    if (isKept(entry, row))
        return true;
    if (row.version == 1)
        return false;
    TRY(found,
        database.single(
            u"SELECT 1 FROM change WHERE about_id = ? AND about_id <> 0 AND seq > ? AND record_id = ? AND record = ? AND "_s +
                kStandsOfOthers + u" LIMIT 1"_s,
            {aboutOf(*entry.type, row), insertSeq, row.id, latin(entry.type->table), m_source}));
    return !found.isNull();
}

Result<void> Inverse::invert(Recorder &recorder, const Change &change) {
    TRY_VOID(notePacked(recorder));
    const RecordEntry *entry = m_catalogue.find(change.record);
    if (!entry)
        return {}; // states of operations: no record
    switch (change.what) {
    case What::Insert: return invertInsert(recorder, *entry, change);
    case What::Update: return invertUpdate(recorder, *entry, change);
    case What::Delete: return invertDelete(recorder, *entry, change);
    }
    return {};
}

Result<void> Inverse::invertInsert(Recorder &recorder, const RecordEntry &entry, const Change &change) {
    TRY(row, findRow(recorder.database(), *entry.type, change.recordId));
    if (!row)
        return {};
    if (m_onEdited != OnEdited::Overwrite) {
        TRY(edited, isEditedByOthers(recorder.database(), entry, *row, change.seq));
        if (edited && m_onEdited == OnEdited::Refuse)
            return editedError();
        if (edited) {
            noteKept(entry, *row);
            return {};
        }
    }
    const Result<void> removed = recorder.removeRow(change.record, change.recordId);
    if (!removed && mayStayInUse(entry, removed.error()))
        return {};
    m_outcome.removed += removed.has_value();
    return removed;
}

Result<void> Inverse::invertUpdate(Recorder &recorder, const RecordEntry &entry, const Change &change) {
    const int column = entry.type->indexOf(change.field);
    TRY(row, findRow(recorder.database(), *entry.type, change.recordId));
    if (!row || column < 0)
        return {};
    if (row->values[column] != change.after) {
        if (m_onEdited == OnEdited::Refuse)
            return editedError();
        if (m_onEdited == OnEdited::Keep) {
            noteKept(entry, *row);
            return {};
        }
    }
    TRY(version, recorder.updateRow(change.record, *row, {{change.field, change.before}}));
    Q_UNUSED(version)
    ++m_outcome.restored;
    return {};
}

Result<void> Inverse::invertDelete(Recorder &recorder, const RecordEntry &entry, const Change &change) {
    if (change.before.isNull())
        return {}; // deleted for good since
    TRY(row, rowFromJson(*entry.type, change.before.text()));
    TRY(existing, findRow(recorder.database(), *entry.type, row.id));
    if (existing)
        return {};
    TRY(id, recorder.insertRow(change.record, row));
    Q_UNUSED(id)
    ++m_outcome.restored;
    return {};
}

// Touched customers are refreshed after the last step, each once: the rows of a range belong to customers all over the file.
void Inverse::touchAbout(const RecordEntry &entry, const db::Row &row) {
    const int column = entry.type->indexOf(entry.type->aboutColumn);
    if (entry.refresh && column >= 0 && !row.values[column].isNull())
        m_touched.add(entry.type->table, Id{row.values[column].integer()});
}

Result<void> Inverse::touchEverybody(db::Database &database) {
    TRY(everybody, readIds(database, u"SELECT id FROM customer"_s, {}));
    for (const RecordEntry *entry : m_catalogue.entries())
        if (entry->refresh)
            for (const Id customer : std::as_const(everybody))
                m_touched.add(entry->type->table, customer);
    return {};
}

// Removes a row unless it stays: true.
Result<bool> Inverse::staysOfRange(Recorder &recorder, const RecordEntry &entry, const db::Row &row, qint64 insertSeq,
                                   db::BulkStatement &remove) {
    if (m_onEdited != OnEdited::Overwrite) {
        TRY(edited, isEditedByOthers(recorder.database(), entry, row, insertSeq));
        if (edited && m_onEdited == OnEdited::Refuse)
            return editedError();
        if (edited) {
            noteKept(entry, row);
            return true;
        }
    }
    remove.bind(0, row.id.value);
    const Result<void> removed = remove.execute();
    if (!removed && mayStayInUse(entry, removed.error()))
        return true;
    if (!removed)
        return removed.error();
    ++m_outcome.removed;
    touchAbout(entry, row);
    return false;
}

// A block ends at a row that stays, so that it speaks of all rows between its first and its last.
Result<void> Inverse::removeRange(Recorder &recorder, const Change &range, Id first, Id last) {
    const RecordEntry *entry = m_catalogue.find(range.record);
    if (!entry)
        return {};
    const db::RecordType &type = *entry->type;
    TRY(found, recorder.database().prepareBulk(
                   u"SELECT %1 FROM %2 WHERE id BETWEEN ? AND ? ORDER BY id DESC"_s.arg(columnList(type), latin(type.table))));
    found.bind(0, first.value);
    found.bind(1, last.value);
    QList<db::Row> rows;
    while (true) {
        TRY(more, found.next());
        if (!more)
            break;
        rows << db::readRow(found, type);
    }
    TRY(remove, recorder.database().prepareBulk(u"DELETE FROM %1 WHERE id = ?"_s.arg(latin(type.table))));
    QList<db::Row> block;
    for (const db::Row &row : std::as_const(rows)) {
        TRY(stays, staysOfRange(recorder, *entry, row, range.seq, remove));
        if (!stays) {
            block << row;
            continue;
        }
        TRY_VOID(noteRemoved(recorder, type, block));
        block.clear();
    }
    return noteRemoved(recorder, type, block);
}

// With their content, which is packed meanwhile: that took a seventh of a large undo.
Result<void> Inverse::noteRemoved(Recorder &recorder, const db::RecordType &type, const QList<db::Row> &rows) {
    TRY_VOID(notePacked(recorder));
    if (!rows.isEmpty())
        m_packing.emplace(blockOf(type, What::Delete, rows),
                          std::async(std::launch::async, [&type, rows] { return packRows(type, rows); }));
    return {};
}

Result<void> Inverse::notePacked(Recorder &recorder) {
    if (!m_packing)
        return {};
    auto [change, content] = *std::exchange(m_packing, std::nullopt);
    change.before = db::Value(content.get());
    return recorder.noteChange(change);
}

Result<void> Inverse::restoreBlock(Recorder &recorder, const Change &block) {
    TRY_VOID(notePacked(recorder));
    const RecordEntry *entry = m_catalogue.find(block.record);
    if (!entry || block.before.isNull()) // deleted for good since
        return {};
    const db::RecordType &type = *entry->type;
    TRY(rows, unpackRows(type, block.before.blob()));
    TRY(existing, readIds(recorder.database(), u"SELECT id FROM %1 WHERE id BETWEEN ? AND ?"_s.arg(latin(type.table)),
                          {block.recordId, block.lastId}));
    TRY(insert, recorder.database().prepareBulk(type.insertSql));
    QList<db::Row> restored;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) { // upwards, as they came
        if (existing.contains(row->id)) {
            TRY_VOID(noteRestored(recorder, type, restored));
            restored.clear();
            continue;
        }
        if (entry->prepare)
            entry->prepare(row->values, recorder.context());
        insert.bind(0, row->id.value);
        insert.bind(1, row->version);
        insert.bindAll(row->values, 2);
        TRY_VOID(insert.execute());
        touchAbout(*entry, *row);
        ++m_outcome.restored;
        restored << *row;
    }
    return noteRestored(recorder, type, restored);
}

} // namespace kontor::workspace
