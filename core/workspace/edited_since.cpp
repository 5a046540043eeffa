#include "workspace/edited_since.h"

#include "workspace/inverse.h"

namespace kontor::workspace {

Result<QList<Id>> customersEditedSince(db::Database &database, const RecordCatalogue &catalogue, qint64 operation) {
    Inverse inverse(catalogue, operation, OnEdited::Keep);
    TRY_VOID(inverse.findEditedCustomers(database));
    return inverse.keptCustomers().values();
}

Result<QList<Id>> customersEditedSince(Base &base, qint64 operation) {
    return customersEditedSince(base.database(), base.catalogue(), operation);
}

} // namespace kontor::workspace
