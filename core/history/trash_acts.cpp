#include "history/trash_acts.h"

#include "base/fold.h"
#include "workspace/bulk_operation.h"

namespace kontor::history {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

constexpr int kFewRecords = 20; // more are deleted in steps of so many
constexpr qint64 kDayMs = 86'400'000;

QString latin(const QByteArray &text) { return QString::fromLatin1(text); }

Result<QString> freeSegmentName(Recorder &recorder, const QString &name) {
    QString wanted = name;
    for (int number = 2;; ++number) {
        TRY(taken,
            recorder.database().single(u"SELECT 1 FROM segment WHERE name_folded = ? AND trashed_at IS NULL"_s, {fold(wanted)}));
        if (taken.isNull())
            return wanted;
        wanted = u"%1 %2"_s.arg(name).arg(number);
    }
}

Result<void> restoreOne(Recorder &recorder, const TrashKey &key) {
    const workspace::RecordEntry *entry = recorder.catalogue().find(key.record);
    if (!entry)
        return {};
    TRY(row, db::findRow(recorder.database(), *entry->type, key.id));
    if (!row || row->values[entry->type->indexOf("trashed_at")].isNull())
        return {};
    QList<workspace::FieldValue> values{{"trashed_at", db::Value()}};
    if (key.record == "segment") {
        const QString name = row->values[entry->type->indexOf("name")].text();
        TRY(free, freeSegmentName(recorder, name));
        if (free != name)
            values.append({"name", db::Value(free)});
    }
    TRY(version, recorder.updateFields(key.record, key.id, row->version, values));
    Q_UNUSED(version)
    const int customer = entry->type->indexOf("customer_id");
    if (customer < 0 || row->values[customer].isNull())
        return {};
    return restoreOne(recorder, {"customer", Id{row->values[customer].integer()}, {}});
}

class Eraser {
public:
    explicit Eraser(Recorder &recorder) : m_recorder(recorder) {}

    // True: it lay in the trash and is gone.
    Result<bool> eraseTrashed(const TrashKey &key) {
        const workspace::RecordEntry *entry = m_recorder.catalogue().find(key.record);
        if (!entry)
            return false;
        TRY(row, db::findRow(m_recorder.database(), *entry->type, key.id));
        if (!row || row->values[entry->type->indexOf("trashed_at")].isNull())
            return false;
        TRY_VOID(erase(*entry->type, *row));
        return true;
    }

private:
    Result<void> erase(const db::RecordType &type, const db::Row &row) {
        for (const workspace::RecordEntry *other : m_recorder.catalogue().entries())
            for (const db::FieldInfo &field : other->type->fields)
                if (refersTo(type.table, field.column))
                    TRY_VOID(detach(*other->type, field.column, row.id));
        if (type.table == "attachment") // the pieces of a file are no records of their own
            TRY_VOID(m_recorder.database().execute(u"DELETE FROM attachment_piece WHERE attachment_id = ?"_s, {row.id}));
        TRY_VOID(m_recorder.database().execute(u"DELETE FROM %1 WHERE id = ?"_s.arg(latin(type.table)), {row.id}));
        return note(type, row);
    }

    static bool refersTo(const QByteArray &table, const QByteArray &column) {
        if (table == "customer" && (column == "other_id" || column == "merged_into"))
            return true;
        return column == table + "_id";
    }

    // What cannot stand without it goes too; what only mentions it stays without the mention.
    Result<void> detach(const db::RecordType &type, const QByteArray &column, Id from) {
        const bool canStay = type.defaults[type.indexOf(column)].isNull() && column != type.aboutColumn && column != "other_id" &&
                             column != "merged_into";
        TRY(rows, m_recorder.database().query(
                      u"SELECT %1 FROM %2 WHERE %3 = ?"_s.arg(db::columnList(type), latin(type.table), latin(column)), {from}));
        QList<db::Row> found;
        while (true) {
            TRY(more, rows.next());
            if (!more)
                break;
            found << db::readRow(rows, type);
        }
        for (const db::Row &row : std::as_const(found)) {
            if (!canStay) {
                TRY_VOID(erase(type, row));
                continue;
            }
            TRY(version, m_recorder.updateFields(type.table, row.id, row.version, {{column, db::Value()}}));
            Q_UNUSED(version)
        }
        return {};
    }

    // The history keeps that it went, and nothing of what stood in it.
    Result<void> note(const db::RecordType &type, const db::Row &row) {
        const int column = type.indexOf(type.aboutColumn);
        const Id about = column >= 0 && !row.values[column].isNull() ? Id{row.values[column].integer()} : row.id;
        const bool isWhole = about == row.id;
        TRY_VOID(m_recorder.database().execute(
            isWhole
                ? u"UPDATE change SET old = NULL, new = NULL WHERE about_id = ? AND about_id <> 0"_s
                : u"UPDATE change SET old = NULL, new = NULL WHERE about_id = ? AND about_id <> 0 AND record = ? AND record_id = ?"_s,
            isWhole ? db::Values{about} : db::Values{about, latin(type.table), row.id}));
        // Blocks of an undo that was done again since.
        TRY_VOID(m_recorder.database().execute(
            u"UPDATE change SET old = NULL WHERE last_id IS NOT NULL AND record_id <= ? AND last_id >= ? AND record = ? AND what = 'delete'"_s,
            {row.id, row.id, latin(type.table)}));
        workspace::Change change;
        change.record = type.table;
        change.recordId = row.id;
        change.aboutId = about;
        change.what = workspace::What::Delete;
        change.version = row.version;
        TRY_VOID(m_recorder.noteChange(change));
        if (!isWhole)
            m_recorder.touch(type.table, about);
        return {};
    }

    Recorder &m_recorder;
};

Result<qint64> eraseSome(Recorder &recorder, const QList<TrashKey> &keys) {
    Eraser eraser(recorder);
    qint64 count = 0;
    for (const TrashKey &key : keys) {
        TRY(isGone, eraser.eraseTrashed(key));
        count += isGone;
    }
    return count;
}

} // namespace

Result<void> restoreFromTrash(Recorder &recorder, const QList<TrashKey> &keys) {
    for (const TrashKey &key : keys)
        TRY_VOID(restoreOne(recorder, key));
    return {};
}

Result<qint64> deleteForGood(workspace::Base &base, const QList<TrashKey> &keys) {
    const bool isOne = keys.size() == 1;
    const workspace::OperationInfo info{
        kDeleteForGood, isOne ? keys.first().record : QByteArray(), isOne ? keys.first().id : Id(), {{u"count"_s, keys.size()}}};
    if (keys.size() <= kFewRecords)
        return base.write(info, [&](Recorder &recorder) { return eraseSome(recorder, keys); });
    TRY(bulk, workspace::BulkOperation::begin(base, info));
    qint64 count = 0;
    for (qsizetype at = 0; at < keys.size(); at += kFewRecords) {
        TRY(some, bulk->step([&](Recorder &recorder) { return eraseSome(recorder, keys.mid(at, kFewRecords)); }));
        count += some;
    }
    TRY_VOID(bulk->finish());
    return count;
}

Result<QList<TrashKey>> expiredTrash(db::Database &database, const workspace::RecordCatalogue &catalogue, Instant now) {
    // A clock that runs ahead is not believed by itself: somebody must have worked in the file at that time.
    TRY(newest, database.single(u"SELECT at FROM operation ORDER BY seq DESC LIMIT 1"_s));
    const qint64 sure = qMin(now.milliseconds, newest.integer());
    TRY(keys, trashKeys(database, catalogue));
    keys.removeIf([sure](const TrashKey &key) { return sure - key.trashedAt.milliseconds < kKeptDays * kDayMs; });
    return keys;
}

} // namespace kontor::history
