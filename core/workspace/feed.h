// Reading the history: by the feed for screens and indexes, by undo, and by the person.
#pragma once

#include "db/database.h"
#include "workspace/operation.h"

namespace kontor::workspace {

Result<qint64> lastChangeSeq(db::Database &database);
// What was committed after change `seq`, at most `limit` changes in one go (ChangeSet::lastSeq says where to go on).
Result<ChangeSet> changesAfter(db::Database &database, qint64 seq, int limit = 10'000);

Result<std::optional<Operation>> findOperation(db::Database &database, qint64 operationId);
// The changes of one operation, newest first, below `beforeSeq` (0: from the newest), at most `limit`.
Result<QList<Change>> changesOf(db::Database &database, qint64 operationId, qint64 beforeSeq = 0, int limit = 2'000);
// The same, oldest first, after `afterSeq`.
Result<QList<Change>> changesFrom(db::Database &database, qint64 operationId, qint64 afterSeq, int limit);

struct AuthoredChange {
    Change change;
    QString author;
    Instant at;
};
// What was done to a customer and what stands on the card after change `seq`, in the order of commits. Bulk inserts are not in it.
Result<QList<AuthoredChange>> authoredChangesAbout(db::Database &database, Id customer, qint64 seq);
// The newest update of one field of a record on that customer's card; nothing where there is none.
Result<std::optional<AuthoredChange>> newestChangeOf(db::Database &database, Id customer, QByteArrayView record, Id id,
                                                     QByteArrayView field);

struct HistoryFilter {
    Id about;             // one customer; invalid: everything
    qint64 beforeSeq = 0; // operations below this seq; 0: from the newest
    int limit = 100;
};
// Newest first.
Result<QList<Operation>> history(db::Database &database, const HistoryFilter &filter);

// The newest operation of this user on this PC that can be taken back, or done again; 0: there is none.
Result<qint64> undoCandidate(db::Database &database, qint64 writer, Id user);
Result<qint64> redoCandidate(db::Database &database, qint64 writer, Id user);

// "Import of customers.csv", "Change of phone": what the Edit menu and the history say.
QString historySentence(const OperationInfo &info);

} // namespace kontor::workspace
