// The end of bulk work: customers' derived columns that it fed are made anew, each customer once.
#pragma once

#include "workspace/bulk_operation.h"

namespace kontor::workspace {

// `touched`: customers by the table that feeds their columns. In short steps, in the order of ids: neighbours stand on one page of the file.
Result<void> refreshInSteps(BulkOperation &operation, const QHash<QByteArray, QSet<Id>> &touched);

} // namespace kontor::workspace
