#include "workspace/inverse.h"

#include <QCoreApplication>
#include <QMap>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::workspace", text); }

// Operations of others that still stand: undone ones and the undos themselves do not count.
constexpr auto kStandsOfOthers =
    "operation IN (SELECT id FROM operation WHERE id <> ? AND reverses = 0 AND state <> 'undone')"_L1;

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
            u"SELECT record_id, coalesce(last_id, record_id) FROM change WHERE operation = ? AND record = 'customer' AND what = 'insert'"_s,
            {m_source}));
    QMap<Id, Id> added; // last id of each range by its first
    while (true) {
        TRY(more, ranges.next());
        if (!more)
            break;
        added.insert(ranges.id(0), ranges.id(1));
        TRY(edited, readIds(database,
                            u"SELECT DISTINCT about_id FROM change WHERE about_id BETWEEN ? AND ? AND about_id <> 0 AND "_s +
                                kStandsOfOthers,
                            {ranges.id(0), ranges.id(1), m_source}));
        m_keptCustomers.unite(edited);
    }
    return added.isEmpty() ? Result<void>() : addUsedByRanges(database, added);
}

// Bulk inserts of others name no customer in the history; the records themselves do.
Result<void> Inverse::addUsedByRanges(db::Database &database, const QMap<Id, Id> &added) {
    TRY(ranges, database.query(
                    u"SELECT record, record_id, last_id FROM change WHERE last_id IS NOT NULL AND record <> 'customer' AND "_s +
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
            if (after != added.begin() && customer <= std::prev(after).value())
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

Result<bool> Inverse::isEditedByOthers(db::Database &database, const RecordEntry &entry, const db::Row &row) {
    if (isKept(entry, row))
        return true;
    if (row.version == 1)
        return false;
    const int column = entry.type->indexOf(entry.type->aboutColumn);
    const Id about = column >= 0 && !row.values[column].isNull() ? Id{row.values[column].integer()} : row.id;
    TRY(found,
        database.single(u"SELECT 1 FROM change WHERE about_id = ? AND about_id <> 0 AND record_id = ? AND record = ? AND "_s +
                            kStandsOfOthers + u" LIMIT 1"_s,
                        {about, row.id, latin(entry.type->table), m_source}));
    return !found.isNull();
}

Result<void> Inverse::invert(Recorder &recorder, const Change &change) {
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
        TRY(edited, isEditedByOthers(recorder.database(), entry, *row));
        if (edited && m_onEdited == OnEdited::Refuse)
            return editedError();
        if (edited) {
            m_outcome.keptBecauseEdited += entry.type->table == "customer" || !isKept(entry, *row);
            return {};
        }
    }
    const Result<void> removed = recorder.removeRow(change.record, change.recordId);
    // A tag or product that came with the act and is used by others by now simply stays.
    if (!removed && removed.error().code == Code::Refused && entry.type->aboutColumn.isEmpty() && entry.type->table != "customer")
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
            ++m_outcome.keptBecauseEdited;
            return {};
        }
    }
    TRY(version, recorder.updateFields(change.record, change.recordId, row->version, {{change.field, change.before}}));
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

Result<void> Inverse::removeRange(Recorder &recorder, QByteArrayView table, Id first, Id last) {
    const RecordEntry *entry = m_catalogue.find(table);
    if (!entry)
        return {};
    TRY(ids, recorder.database().query(
                 u"SELECT id FROM %1 WHERE id BETWEEN ? AND ? ORDER BY id DESC"_s.arg(latin(entry->type->table)), {first, last}));
    Change change;
    change.record = entry->type->table;
    while (true) {
        TRY(more, ids.next());
        if (!more)
            return {};
        change.recordId = ids.id(0);
        TRY_VOID(invertInsert(recorder, *entry, change));
    }
}

} // namespace kontor::workspace
