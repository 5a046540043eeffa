// Rows that a large undo removed, as the history keeps them: many in one value, packed. Used by inverse.cpp alone.
#pragma once

#include "db/record.h"

namespace kontor::workspace {

QByteArray packRows(const db::RecordType &type, const QList<db::Row> &rows);
// In the order in which they were packed. Errors: Corrupt.
Result<QList<db::Row>> unpackRows(const db::RecordType &type, const QByteArray &packed);

} // namespace kontor::workspace
