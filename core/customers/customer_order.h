// Customers in the order of a column. SQLite would read the rows of all in the order of their names, one from here and one from there; here the
// values are read in the order in which they lie in the file, and sorted in memory. Used by customer_list.cpp and kept_orders.cpp.
#pragma once

#include "customers/customer_list.h"

namespace kontor {

// Who is neither in the trash nor merged away, in the order of their names.
Result<QList<Id>> customersByName(db::Database &database);
// The same, so many at a time, and others may commit between two pieces: who comes or gets another name meanwhile may be missing or stand twice, and
// who goes may still stand there.
Result<QList<Id>> customersByNameInPieces(db::Database &database, qsizetype atOnce);
// The same among `customers`.
Result<QList<Id>> orderedByName(db::Database &database, QList<Id> customers);
// By the sort of the query: not by name, and not by an own field. `byName`: customers in the order of their names, which is that of equal values. Who
// has no value comes last in either direction; texts are compared without the case of ASCII letters.
Result<QList<Id>> orderedByColumn(db::Database &database, const QList<Id> &byName, const CustomerListQuery &query);

// What the place of one customer follows from, in the same order: of a few customers.
struct OrderKey {
    Id id;
    bool hasValue = false;
    db::Value value; // a whole number, or the bytes of a text
    QByteArray name; // its sort key
};
// Whoever is not listed is left out. Any sort but those by name (name_places.h) and by an own field.
Result<QList<OrderKey>> orderKeys(db::Database &database, const QList<Id> &customers, const CustomerListQuery &query);
bool comesBefore(const OrderKey &a, const OrderKey &b, bool descending);

} // namespace kontor
