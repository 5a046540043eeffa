// The imports of the past, and whom taking one back would leave: customers that were edited or used since.
#pragma once

#include "base/id.h"
#include "base/instant.h"
#include "db/database.h"
#include "workspace/record_catalogue.h"

#include <QList>

namespace kontor::data_care {

struct PastImport {
    Id batch;
    qint64 operation = 0;
    QString fileName;
    QString kind; // customers, interactions, purchases, products, deals
    Instant at;
    QString author;
    qint64 read = 0;
    qint64 added = 0;
    qint64 filled = 0; // and changed
    qint64 rejected = 0;
    QString state; // of the operation: done, undone, running
};

// Newest first, at most `limit`.
Result<QList<PastImport>> pastImports(db::Database &database, int limit);

// Customers that came with the import and were edited or used by others since: undoImport() keeps them, in the order of ids.
Result<QList<Id>> editedSinceImport(db::Database &database, const workspace::RecordCatalogue &catalogue, qint64 operation);

} // namespace kontor::data_care
