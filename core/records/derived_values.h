// Values that follow from others of the same row (keys to sort and find by, normalised numbers): which of them do not agree with their source.
#pragma once

#include "workspace/base.h"

namespace kontor::records {

struct WrongValue {
    QByteArray table;
    Id id;
    QByteArray column;
    db::Value fresh; // what its source makes of it
};

// Of all records, whole tables read. Sums over other records are not looked at, and keys that another version made are not compared.
Result<QList<WrongValue>> wrongDerivedValues(workspace::Base &base);

// Writes what the sources make of them, outside the history: for a base that was put together from what could be read of a damaged one, where a row
// may have been overwritten in part. Returns how many values were wrong. One transaction.
Result<qint64> mendDerivedValues(workspace::Base &base);

} // namespace kontor::records
