#include "workspace/edited_since.h"

#include "workspace/inverse.h"

namespace kontor::workspace {

Result<QList<Id>> customersEditedSince(Base &base, qint64 operation) {
    Inverse inverse(base.catalogue(), operation, OnEdited::Keep);
    TRY_VOID(inverse.findEditedCustomers(base.database()));
    return inverse.keptCustomers().values();
}

} // namespace kontor::workspace
