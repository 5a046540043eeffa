// The changes of one operation as a person reads them.
#pragma once

#include "db/database.h"
#include "workspace/operation.h"

namespace kontor::workspace {

// In the order in which they were made, after `afterSeq`, without states of operations. `about`: only those about that record; invalid: all.
Result<QList<Change>> changesInOrder(db::Database &database, qint64 operationId, Id about, qint64 afterSeq, int limit);
// All that were noted about a customer after change `afterSeq`, in their order.
Result<QList<Change>> changesAbout(db::Database &database, Id customer, qint64 afterSeq);

} // namespace kontor::workspace
