// Who came in by an operation and was edited or used by others since: an undo of it keeps them.
#pragma once

#include "workspace/base.h"

namespace kontor::workspace {

Result<QList<Id>> customersEditedSince(db::Database &database, const RecordCatalogue &catalogue, qint64 operation);
Result<QList<Id>> customersEditedSince(Base &base, qint64 operation);

} // namespace kontor::workspace
