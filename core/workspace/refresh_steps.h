// The end of bulk work: customers' derived columns that it fed are made anew, each customer once.
#pragma once

#include "workspace/bulk_operation.h"
#include "workspace/touched_customers.h"

namespace kontor::workspace {

// In short steps, in the order of ids: neighbours stand on one page of the file.
Result<void> refreshInSteps(BulkOperation &operation, const TouchedCustomers &touched);

} // namespace kontor::workspace
