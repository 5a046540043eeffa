#include "recovery/restore_from_backup.h"

#include "recovery/open_backup.h"
#include "workspace/bulk_operation.h"

#include <QCoreApplication>
#include <QSet>

namespace kontor::recovery {

using namespace Qt::StringLiterals;
using workspace::RecordEntry;
using workspace::Recorder;

namespace {

constexpr qsizetype kInOneTransaction = 500; // records; more are brought back in steps

QString tr(const char *text) { return QCoreApplication::translate("kontor::recovery", text); }

QString latin(const QByteArray &text) { return QString::fromLatin1(text); }

Error notInBackup(const char *text) { return Error{Code::NotFound, tr(text), QString(), QByteArrayLiteral("backup")}; }

// A record that is wanted back: the whole of it, or these columns where it is still there.
struct Wish {
    QByteArray table;
    Id id;
    std::optional<QSet<QByteArray>> columns;
};

class Bringer {
public:
    Bringer(db::Database &backup, Recorder &recorder) : m_backup(backup), m_recorder(recorder) {}

    Result<void> bring(const Wish &wish) {
        const RecordEntry *entry = m_recorder.catalogue().find(wish.table);
        if (!entry || m_brought.contains({wish.table, wish.id}))
            return {};
        m_brought.insert({wish.table, wish.id});
        TRY(then, db::findRow(m_backup, *entry->type, wish.id));
        if (!then)
            return {};
        TRY_VOID(bringParents(*entry->type, *then));
        TRY(now, db::findRow(m_recorder.database(), *entry->type, wish.id));
        TRY_VOID(now ? change(*entry->type, *now, *then, wish.columns) : add(*entry->type, *then));
        return wish.table == "attachment" ? bringPieces(wish.id) : Result<void>();
    }
    const RestoreOutcome &outcome() const { return m_outcome; }

private:
    // What it cannot stand without comes too; what it only mentions, and is gone, is left out.
    Result<void> bringParents(const db::RecordType &type, db::Row &row) {
        for (int i = 0; i < type.fields.size(); ++i) {
            const QByteArray &column = type.fields[i].column;
            if (type.fields[i].kind != db::FieldKind::Reference || row.values[i].isNull() || column == "user_id")
                continue;
            const bool isCustomer = column == "other_id" || column == "merged_into" || column == "customer_id";
            const QByteArray table = isCustomer ? QByteArrayLiteral("customer") : column.chopped(3);
            const RecordEntry *parent = m_recorder.catalogue().find(table);
            if (!parent)
                continue;
            const Id id{row.values[i].integer()};
            TRY(there, db::findRow(m_recorder.database(), *parent->type, id));
            if (there)
                continue;
            if (isCustomer && column != "customer_id")
                row.values[i] = type.defaults[i];
            else
                TRY_VOID(bring({table, id, std::nullopt}));
        }
        return {};
    }

    Result<void> add(const db::RecordType &type, db::Row row) {
        // Versions go up, whatever happened to it since.
        const int column = type.indexOf(type.aboutColumn);
        const db::Value about = column >= 0 && !row.values[column].isNull() ? row.values[column] : db::Value(row.id);
        TRY(version,
            m_recorder.database().single(
                u"SELECT max(version) FROM change WHERE about_id = ? AND about_id <> 0 AND record_id = ? AND record = ?"_s,
                {about, row.id, latin(type.table)}));
        row.version = qMax(row.version, version.integer()) + 1;
        const auto added = m_recorder.insertRow(type.table, row);
        if (added)
            ++m_outcome.records;
        else if (type.table != "customer" && (added.error().code == Code::Invalid || added.error().code == Code::Refused))
            ++m_outcome.refused;
        else
            return added.error();
        return {};
    }

    Result<void> change(const db::RecordType &type, const db::Row &now, const db::Row &then,
                        const std::optional<QSet<QByteArray>> &columns) {
        QList<workspace::FieldValue> values;
        for (int i = 0; i < type.fields.size(); ++i) {
            const db::FieldInfo &field = type.fields[i];
            if (!field.isDerived && now.values[i] != then.values[i] && (!columns || columns->contains(field.column)))
                values.append({field.column, then.values[i]});
        }
        if (values.isEmpty())
            return {};
        const auto changed = m_recorder.updateFields(type.table, now.id, now.version, values);
        if (changed)
            m_outcome.values += values.size();
        else if (changed.error().code == Code::Invalid || changed.error().code == Code::Refused)
            ++m_outcome.refused;
        else
            return changed.error();
        return {};
    }

    Result<void> bringPieces(Id attachment) {
        TRY(there,
            m_recorder.database().single(u"SELECT 1 FROM attachment_piece WHERE attachment_id = ? LIMIT 1"_s, {attachment}));
        if (!there.isNull())
            return {};
        TRY(pieces, m_backup.query(u"SELECT number, content FROM attachment_piece WHERE attachment_id = ?"_s, {attachment}));
        while (true) {
            TRY(more, pieces.next());
            if (!more)
                return {};
            TRY_VOID(
                m_recorder.database().execute(u"INSERT INTO attachment_piece (attachment_id, number, content) VALUES (?, ?, ?)"_s,
                                              {attachment, pieces.integer(0), pieces.blob(1)}));
        }
    }

    db::Database &m_backup;
    Recorder &m_recorder;
    QSet<std::pair<QByteArray, Id>> m_brought;
    RestoreOutcome m_outcome;
};

Result<RestoreOutcome> bringSome(db::Database &backup, Recorder &recorder, const QList<Wish> &wishes) {
    Bringer bringer(backup, recorder);
    for (const Wish &wish : wishes)
        TRY_VOID(bringer.bring(wish));
    RestoreOutcome outcome = bringer.outcome();
    outcome.operation = recorder.changes().isEmpty() ? 0 : recorder.operationId();
    return outcome;
}

Result<RestoreOutcome> bringAll(workspace::Base &base, db::Database &backup, const workspace::OperationInfo &info,
                                const QList<Wish> &wishes) {
    if (wishes.size() <= kInOneTransaction)
        return base.write(info, [&](Recorder &recorder) { return bringSome(backup, recorder, wishes); });
    TRY(bulk, workspace::BulkOperation::begin(base, info));
    RestoreOutcome total;
    for (qsizetype at = 0; at < wishes.size(); at += kInOneTransaction) {
        TRY(some, bulk->step([&](Recorder &recorder) { return bringSome(backup, recorder, wishes.mid(at, kInOneTransaction)); }));
        total.records += some.records;
        total.values += some.values;
        total.refused += some.refused;
    }
    total.operation = bulk->id();
    TRY_VOID(bulk->finish());
    return total;
}

Result<void> addWishes(db::Database &backup, QList<Wish> &wishes, const QByteArray &table, const QString &condition,
                       const db::Values &values) {
    TRY(rows, backup.query(u"SELECT id FROM %1 WHERE %2 ORDER BY id"_s.arg(latin(table), condition), values));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return {};
        wishes.append({table, rows.id(0), std::nullopt});
    }
}

Result<QList<Wish>> wishesOfDay(db::Database &backup, const workspace::RecordCatalogue &catalogue, Instant from, Instant until) {
    TRY(changes,
        backup.query(
            u"SELECT c.record, c.record_id, c.last_id, c.what, c.field FROM change c JOIN operation o ON o.id = c.operation "
            "WHERE o.at >= ? AND o.at < ? AND o.state <> 'undone' AND c.record <> 'operation' AND c.what <> 'delete' ORDER BY c.seq"_s,
            {from, until}));
    QList<Wish> wishes;
    QHash<std::pair<QByteArray, Id>, qsizetype> places;
    while (true) {
        TRY(more, changes.next());
        if (!more)
            return wishes;
        const QByteArray table = changes.text(0).toLatin1();
        if (!catalogue.find(table))
            continue;
        if (!changes.isNull(2)) {
            TRY_VOID(addWishes(backup, wishes, table, u"id BETWEEN ? AND ?"_s, {changes.id(1), changes.id(2)}));
            continue;
        }
        const std::pair<QByteArray, Id> key{table, changes.id(1)};
        const bool isWhole = changes.text(3) == "insert"_L1;
        if (!places.contains(key)) {
            places.insert(key, wishes.size());
            wishes.append({table, key.second, isWhole ? std::nullopt : std::optional(QSet<QByteArray>())});
        }
        if (std::optional<QSet<QByteArray>> &columns = wishes[places.value(key)].columns)
            columns->insert(changes.text(4).toLatin1());
    }
}

} // namespace

Result<RestoreOutcome> restoreCard(workspace::Base &base, const QString &backupPath, Id customer) {
    OpenBackup backup;
    TRY_VOID(backup.open(backupPath, base.options().cacheFolder));
    TRY(there, backup.database().single(u"SELECT 1 FROM customer WHERE id = ?"_s, {customer}));
    if (there.isNull())
        return notInBackup(QT_TRANSLATE_NOOP("kontor::recovery", "This customer is not in that backup. Choose another one."));
    QList<Wish> wishes{{"customer", customer, std::nullopt}};
    for (const RecordEntry *entry : base.catalogue().entries())
        if (!entry->type->aboutColumn.isEmpty())
            TRY_VOID(addWishes(backup.database(), wishes, entry->type->table, latin(entry->type->aboutColumn) + u" = ?"_s,
                               {customer}));
    return bringAll(base, backup.database(), {u"restore_card"_s, "customer", customer}, wishes);
}

Result<RestoreOutcome> restoreDay(workspace::Base &base, const QString &backupPath, QDate day) {
    OpenBackup backup;
    TRY_VOID(backup.open(backupPath, base.options().cacheFolder));
    TRY(wishes, wishesOfDay(backup.database(), base.catalogue(), base.clock().startOfDay(day), base.clock().endOfDay(day)));
    if (wishes.isEmpty())
        return notInBackup(QT_TRANSLATE_NOOP("kontor::recovery", "Nothing of that day is in that backup. Choose another one."));
    return bringAll(base, backup.database(), {u"restore_day"_s, {}, {}, {{u"day"_s, day.toString(Qt::ISODate)}}}, wishes);
}

} // namespace kontor::recovery
