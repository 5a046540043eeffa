// What changed in the list since a file of the cache folder was made from the base. Used by kept_orders.cpp and kept_values.cpp.
#pragma once

#include "db/database.h"

#include <QSet>

#include <optional>

namespace kontor {

// A place in the history: the newest change of a moment. A file notes it before anything is read for it, so that what is committed meanwhile is
// seen once more.
struct ChangeCursor {
    qint64 seq = 0;
    qint64 operation = 0;
};

Result<ChangeCursor> newestChange(db::Database &database);
// Of which changes: any that the list shows, or only those of the customers themselves, by which they come, go or get another name.
enum class ChangeScope { AllColumns, Names };
// Who may have another place or another value since then. Nothing: more than `most`, or that cannot be told (bulk work that ended, another base): to
// be made anew.
inline constexpr qsizetype kMostMoved = 1'000;
Result<std::optional<QSet<Id>>> changedSince(db::Database &database, const ChangeCursor &cursor,
                                             ChangeScope scope = ChangeScope::AllColumns, qsizetype most = kMostMoved);
// So many changes of other kinds lie behind that the file should say that it has seen them.
bool isFarBehind(const ChangeCursor &kept, const ChangeCursor &newest);

// The beginning of the name of such a file in the cache folder, which many bases share: "order-5f0c...".
QString keptFileName(const QString &what, const QString &baseId);
// Puts the file in place in one go, but does not wait until it is on the disk: what a power cut spoils is made anew.
void writeKeptFile(const QString &path, const QByteArray &header, const QList<QByteArrayView> &body);

} // namespace kontor
