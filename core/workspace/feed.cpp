#include "workspace/feed.h"

#include "workspace/change_order.h"

#include <QJsonDocument>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kChangeColumns = "seq, operation, record, record_id, last_id, about_id, what, field, old, new, version"_L1;
constexpr auto kOperationColumns =
    "o.seq, o.id, o.writer, o.at, o.kind, o.subject, o.subject_id, o.detail, o.state, o.reverses, coalesce(u.name, '')"_L1;

What whatOf(const QString &word) {
    if (word == "insert"_L1)
        return What::Insert;
    return word == "delete"_L1 ? What::Delete : What::Update;
}

Change readChange(const db::Statement &row) {
    Change change;
    change.seq = row.integer(0);
    change.operation = row.integer(1);
    change.record = row.text(2).toLatin1();
    change.recordId = row.id(3);
    change.lastId = row.id(4);
    change.aboutId = row.id(5);
    change.what = whatOf(row.text(6));
    change.field = row.text(7).toLatin1();
    change.before = row.value(8);
    change.after = row.value(9);
    change.version = row.integer(10);
    return change;
}

Operation readOperation(const db::Statement &row) {
    Operation operation;
    operation.seq = row.integer(0);
    operation.id = row.integer(1);
    operation.writer = row.integer(2);
    operation.at = row.instant(3);
    operation.info = {row.text(4), row.text(5).toLatin1(), row.id(6), QJsonDocument::fromJson(row.text(7).toUtf8()).object()};
    operation.state = row.text(8);
    operation.info.reverses = row.integer(9);
    operation.author = row.text(10);
    return operation;
}

Result<QList<Change>> readChanges(db::Database &database, const QString &sql, const db::Values &values) {
    TRY(statement, database.query(sql, values));
    QList<Change> changes;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return changes;
        changes << readChange(statement);
    }
}

Result<QList<Operation>> readOperations(db::Database &database, const QString &condition, const db::Values &values) {
    TRY(statement, database.query(u"SELECT "_s + kOperationColumns +
                                      u" FROM operation o LEFT JOIN user u ON u.id = o.user_id WHERE "_s + condition,
                                  values));
    QList<Operation> operations;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return operations;
        operations << readOperation(statement);
    }
}

} // namespace

Result<qint64> lastChangeSeq(db::Database &database) {
    TRY(seq, database.single(u"SELECT max(seq) FROM change"_s));
    return seq.integer();
}

Result<ChangeSet> changesAfter(db::Database &database, qint64 seq, int limit) {
    TRY(changes, readChanges(database, u"SELECT "_s + kChangeColumns + u" FROM change WHERE seq > ? ORDER BY seq LIMIT ?"_s,
                             {seq, limit}));
    ChangeSet set;
    set.lastSeq = seq;
    for (const Change &change : changes)
        set.add(change);
    return set;
}

Result<std::optional<Operation>> findOperation(db::Database &database, qint64 operationId) {
    TRY(operations, readOperations(database, u"o.id = ?"_s, {operationId}));
    return operations.isEmpty() ? std::optional<Operation>() : operations.first();
}

Result<QList<Change>> changesOf(db::Database &database, qint64 operationId, qint64 beforeSeq, int limit) {
    const qint64 below = beforeSeq > 0 ? beforeSeq : std::numeric_limits<qint64>::max();
    return readChanges(
        database, u"SELECT "_s + kChangeColumns + u" FROM change WHERE operation = ? AND seq < ? ORDER BY seq DESC LIMIT ?"_s,
        {operationId, below, limit});
}

Result<QList<Change>> changesFrom(db::Database &database, qint64 operationId, qint64 afterSeq, int limit) {
    return readChanges(database, u"SELECT %1 FROM change WHERE operation = ? AND seq > ? ORDER BY seq LIMIT ?"_s.arg(kChangeColumns),
                       {operationId, afterSeq, limit});
}

Result<QList<Change>> changesInOrder(db::Database &database, qint64 operationId, Id about, qint64 afterSeq, int limit) {
    QString condition = u"operation = ? AND seq > ? AND record <> 'operation'"_s;
    db::Values values{operationId, afterSeq};
    if (about.isValid()) {
        condition += u" AND about_id = ? AND about_id <> 0"_s;
        values << about;
    }
    values << limit;
    return readChanges(database, u"SELECT %1 FROM change WHERE %2 ORDER BY seq LIMIT ?"_s.arg(kChangeColumns, condition), values);
}

Result<QList<Change>> changesAbout(db::Database &database, Id customer, qint64 afterSeq) {
    return readChanges(database,
                       u"SELECT %1 FROM change WHERE about_id = ? AND about_id <> 0 AND seq > ? AND record <> 'operation' ORDER BY "
                       "seq"_s.arg(kChangeColumns),
                       {customer, afterSeq});
}

namespace {

Result<QList<AuthoredChange>> withAuthors(db::Database &database, const QList<Change> &changes) {
    QHash<qint64, Operation> operations;
    QList<AuthoredChange> authored;
    for (const Change &change : changes) {
        if (!operations.contains(change.operation)) {
            TRY(operation, findOperation(database, change.operation));
            operations.insert(change.operation, operation.value_or(Operation()));
        }
        const Operation &operation = operations[change.operation];
        authored.append({change, operation.author, operation.at});
    }
    return authored;
}

} // namespace

Result<QList<AuthoredChange>> authoredChangesAbout(db::Database &database, Id customer, qint64 seq) {
    TRY(changes, changesAbout(database, customer, seq));
    return withAuthors(database, changes);
}

Result<std::optional<AuthoredChange>> newestChangeOf(db::Database &database, Id customer, QByteArrayView record, Id id,
                                                     QByteArrayView field) {
    TRY(newest, database.single(u"SELECT max(seq) FROM change WHERE about_id = ? AND about_id <> 0 AND record = ? AND record_id = ? "
                                "AND field = ? AND what = 'update'"_s,
                                {customer, QString::fromLatin1(record), id, QString::fromLatin1(field)}));
    if (newest.isNull())
        return std::optional<AuthoredChange>();
    TRY(changes, readChanges(database, u"SELECT "_s + kChangeColumns + u" FROM change WHERE seq = ?"_s, {newest.integer()}));
    TRY(authored, withAuthors(database, changes));
    return authored.isEmpty() ? std::optional<AuthoredChange>() : authored.first();
}

Result<QList<Operation>> history(db::Database &database, const HistoryFilter &filter) {
    const qint64 below = filter.beforeSeq > 0 ? filter.beforeSeq : std::numeric_limits<qint64>::max();
    if (!filter.about.isValid())
        return readOperations(database, u"o.seq < ? ORDER BY o.seq DESC LIMIT ?"_s, {below, filter.limit});
    // A bulk insert notes ranges, which name no customer: the customer's own record tells in which range it came.
    return readOperations(database,
                          u"o.seq < ? AND o.id IN (SELECT operation FROM change WHERE about_id = ? AND about_id <> 0 "
                          "UNION SELECT operation FROM change WHERE last_id IS NOT NULL AND record_id <= ? AND last_id >= ? AND "
                          "record = 'customer') "
                          "ORDER BY o.seq DESC LIMIT ?"_s,
                          {below, filter.about, filter.about, filter.about, filter.limit});
}

Result<qint64> undoCandidate(db::Database &database, qint64 writer, Id user) {
    TRY(id,
        database.single(
            u"SELECT id FROM operation WHERE state = 'done' AND reverses = 0 AND kind <> 'delete_for_good' AND writer = ? AND user_id IS ? ORDER BY seq DESC LIMIT 1"_s,
            {writer, user}));
    return id.integer();
}

Result<qint64> redoCandidate(db::Database &database, qint64 writer, Id user) {
    // By the index of the few that took something back: it is asked after every act, also by those who never did so.
    TRY(id, database.single(u"SELECT u.reverses FROM operation u INDEXED BY operation_reverses JOIN operation o ON o.id = u.reverses "
                            "WHERE u.reverses <> 0 AND u.kind = 'undo' AND u.state = 'done' "
                            "AND o.state = 'undone' AND json_extract(u.detail, '$.stopped') IS NULL AND u.writer = ? AND u.user_id IS ? ORDER BY u.seq DESC LIMIT 1"_s,
                            {writer, user}));
    return id.integer();
}

} // namespace kontor::workspace
