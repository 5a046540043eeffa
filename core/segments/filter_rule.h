// The filter row of the customers list as a rule: everything that is typed into its cells holds at once.
#pragma once

#include "customers/customer_list.h"
#include "segments/context.h"
#include "segments/rule.h"

namespace kontor::segments {

// Distances from today stay distances: ">90 d" goes on to mean the last 90 days of whatever day the segment is opened on. Own fields are found by
// their ids in the base. Errors: those of the base.
Result<Rule> ruleOfFilter(db::Database &database, const CustomerFilter &filter, const Context &context);

} // namespace kontor::segments
