// The order of a column out of its values (customer_values.h): without a look at the base, in a tenth of a second for a million customers.
#pragma once

#include "customers/customer_values.h"

namespace kontor {

// Texts in their order, so that sorting need not compare them. Takes no look at the base.
void arrangeTexts(CustomerValues &values);
// The same as orderedByColumn() gives (customer_order.h) for the customers that have values; who came after these were read stands last.
QList<Id> orderedByValues(const CustomerValues &values, const QList<Id> &byName, bool descending);

} // namespace kontor
