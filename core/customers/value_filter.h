// The filter of the customers list by kept values (kept_values.h): the same customers as whereOf() finds (customer_where.h), without going through
// the base. Used by customer_list.cpp.
#pragma once

#include "customers/customer_list.h"
#include "customers/customer_values.h"

namespace kontor {

// Who matches, among all who are listed.
struct Matches {
    IdRuns customers;
    std::vector<bool> isMatch;       // by place among them
    std::vector<bool> beginsSo;      // whose name, or a word of it, begins with what was typed; empty: no name was
    qsizetype count = 0;

    bool contains(Id id) const;
    bool beginsWith(Id id) const;
};

// Nothing: not all of what it asks for is kept.
Result<std::optional<Matches>> matchesByValues(db::Database &database, const CustomerListQuery &query);
// Nothing: as above. Of the matches; `query.sumsDebts` counts.
Result<std::optional<CustomerTotals>> totalsByValues(db::Database &database, const CustomerListQuery &query);

} // namespace kontor
