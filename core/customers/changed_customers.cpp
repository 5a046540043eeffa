#include "customers/changed_customers.h"

#include "db/id_list.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <filesystem>
#include <system_error>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFarBehind = 2'000; // changes of other kinds that a file may lag behind

// A copy in the place of the base has other changes, or fewer.
Result<bool> isOf(db::Database &database, const ChangeCursor &cursor) {
    if (cursor.seq == 0)
        return true;
    TRY(operation, database.single(u"SELECT operation FROM change WHERE seq = ?"_s, {cursor.seq}));
    return !operation.isNull() && operation.integer() == cursor.operation;
}

// Tables whose rows say where a customer stands in some order.
bool isInOrders(const QString &record, ChangeScope scope) {
    if (scope == ChangeScope::Names)
        return record == "customer"_L1;
    return record == "customer"_L1 || record == "contact_point"_L1 || record == "interaction"_L1 || record == "task"_L1 ||
           record == "purchase"_L1;
}

// Bulk work refreshes derived columns at its end, after the changes that they follow from.
Result<bool> endsBulkWork(db::Database &database, const db::BulkStatement &change) {
    if (change.text(0) != "operation"_L1 || change.text(7) != "done"_L1)
        return false;
    TRY(wasRunning, database.single(u"SELECT 1 FROM change WHERE about_id = ? AND about_id <> 0 AND record = 'operation'"
                                    " AND new = 'running' LIMIT 1"_s,
                                    {Id{change.integer(1)}}));
    return !wasRunning.isNull();
}

// Whose place one change may alter; nothing: that cannot be told.
Result<std::optional<QList<Id>>> customersOf(db::Database &database, const db::BulkStatement &change, ChangeScope scope,
                                             qsizetype most) {
    const QString record = change.text(0);
    if (!isInOrders(record, scope))
        return std::optional(QList<Id>());
    const Id first{change.integer(1)}, last{change.integer(2)};
    const bool isCustomer = record == "customer"_L1;
    if (last.isValid()) {
        if (change.text(4) != "insert"_L1 || last.value - first.value >= most)
            return std::optional<QList<Id>>();
        TRY(ids,
            idsOf(database,
                  u"SELECT DISTINCT %1 FROM %2 WHERE id BETWEEN ? AND ?"_s.arg(isCustomer ? u"id"_s : u"customer_id"_s, record),
                  {first, last}));
        return std::optional(ids);
    }
    QList<Id> ids{isCustomer ? first : Id{change.integer(3)}};
    if (change.text(5) == "customer_id"_L1)
        ids << Id{change.integer(6)} << Id{change.integer(7)};
    return std::optional(ids);
}

} // namespace

Result<ChangeCursor> newestChange(db::Database &database) {
    TRY(statement, database.cached(u"SELECT seq, operation FROM change ORDER BY seq DESC LIMIT 1"_s));
    TRY(found, statement->next());
    return found ? ChangeCursor{statement->integer(0), statement->integer(1)} : ChangeCursor{};
}

Result<std::optional<QSet<Id>>> changedSince(db::Database &database, const ChangeCursor &cursor, ChangeScope scope,
                                             qsizetype most) {
    TRY(isOfThisBase, isOf(database, cursor));
    if (!isOfThisBase)
        return std::optional<QSet<Id>>();
    TRY(changes, database.cached(u"SELECT record, record_id, last_id, about_id, what, field, old, new FROM change WHERE seq > ?"
                                 " ORDER BY seq"_s));
    changes->bind(0, cursor.seq);
    QSet<Id> moved;
    while (true) {
        TRY(more, changes->next());
        if (!more)
            break;
        TRY(isEnd, endsBulkWork(database, *changes));
        TRY(ids, customersOf(database, *changes, scope, most));
        if (isEnd || !ids)
            return std::optional<QSet<Id>>();
        for (const Id id : std::as_const(*ids))
            if (id.isValid())
                moved.insert(id);
        if (moved.size() > most)
            return std::optional<QSet<Id>>();
    }
    return std::optional(moved);
}

bool isFarBehind(const ChangeCursor &kept, const ChangeCursor &newest) { return newest.seq - kept.seq > kFarBehind; }

QString keptFileName(const QString &what, const QString &baseId) {
    const QByteArray name = QCryptographicHash::hash(baseId.toUtf8(), QCryptographicHash::Sha1).toHex().first(16);
    return what + u'-' + QString::fromLatin1(name);
}

void writeKeptFile(const QString &path, const QByteArray &header, const QList<QByteArrayView> &body) {
    QDir().mkpath(QFileInfo(path).path());
    QTemporaryFile file(path + u".XXXXXX"_s);
    if (!file.open())
        return;
    const auto isWritten = [&file](QByteArrayView part) { return file.write(part.data(), part.size()) == part.size(); };
    if (!isWritten(header) || !std::all_of(body.begin(), body.end(), isWritten) || !file.flush())
        return;
    file.close();
    std::error_code failed;
    std::filesystem::rename(QFileInfo(file.fileName()).filesystemFilePath(), QFileInfo(path).filesystemFilePath(), failed);
    file.setAutoRemove(bool(failed));
}

} // namespace kontor
