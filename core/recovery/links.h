// What ties the records of a base together, made whole after a part of it was lost.
#pragma once

#include "workspace/record_catalogue.h"

namespace kontor::recovery {

struct LinkCounts {
    qint64 placeholders = 0; // records that stand for one that is lost, so that what belonged to it stays
    qint64 cleared = 0;      // mentions of a lost record that were taken out
    qint64 removed = 0;      // lines of the history and of imports that belonged to nothing
};

// Afterwards every foreign key is kept. Inside a transaction, with foreign keys not enforced.
Result<LinkCounts> mendLinks(db::Database &database, const workspace::RecordCatalogue &catalogue,
                             const workspace::DeriveContext &context);

// Numbers that are in the base, or stood in it, are not given again. Inside a transaction.
Result<void> raiseCounters(db::Database &database, const workspace::RecordCatalogue &catalogue);

} // namespace kontor::recovery
