// Customers put in at their places by name among all, without reading all names: who stands before each is looked up. Used by kept_orders.cpp.
#pragma once

#include "customers/customer_order.h"

#include <QSet>

#include <optional>

namespace kontor {

// For more it is quicker to read all names: one that is looked up takes as long as twenty that are read on.
qsizetype mostPutInByName(qsizetype customers);

struct PutInByName {
    QList<Id> ids;
    QSet<Id> neighbours; // beside whom some were put; where one of them got another name meanwhile, that was the wrong place
    QSet<Id> left;       // to be put in the next time: beside whom they stand came while it was read
    bool isOfOneState = false; // nobody committed while they were read
};

// `ids`, in the order of names, with `moved` where they stand now; whoever of them is not listed any more is left out. So many are read at a time,
// and others may commit between two pieces and, where they are more than a few, after the last one. Nothing: what was read contradicts itself, because of what they committed.
Result<std::optional<PutInByName>> putInByName(db::Database &database, QList<Id> ids, const QSet<Id> &moved, qsizetype atOnce);

} // namespace kontor
