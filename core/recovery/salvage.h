// What can be read of a damaged base, table by table.
#pragma once

#include "workspace/journal_entry.h"

#include <QMap>

#include <functional>

namespace kontor::recovery {

struct SalvageCounts {
    qint64 rows = 0;             // that were copied
    qint64 refused = 0;          // that could be read, and cannot be true
    QMap<QString, qint64> holes; // places that could not be read, by table
};

// Copies every row of every table of `damaged` that can be read into `into`, a base with tables and nothing in them but its settings.
// Rows that are there stay. Foreign keys are not looked after; Replay::finish() does. Errors: those of `into`.
Result<SalvageCounts> salvageInto(db::Database &damaged, db::Database &into);

// The base's own id, if that can be read; else empty.
QString salvagedBaseId(db::Database &damaged);

// What the history of `damaged` tells of operations that `known` does not have, after change `seq`; with the rows that they inserted, as far as
// they can be read. In the order of seq.
using EntryDone = std::function<Result<void>(const workspace::JournalEntry &entry)>;
Result<void> salvageOperations(db::Database &damaged, db::Database &known, qint64 seq, const workspace::RecordCatalogue &catalogue,
                               const EntryDone &done);

} // namespace kontor::recovery
