// Who is in a segment. Plain synchronous reads on the connection's thread; Database::interrupt() stops them (the result is then Cancelled).
// The connection needs the text functions: registerTextFunctions() (db/text_functions.h), which these functions see to themselves.
#pragma once

#include "db/database.h"
#include "segments/context.h"
#include "segments/rule.h"

namespace kontor::segments {

Result<qint64> count(db::Database &database, const Rule &rule, const Context &context);
// In the order of their ids.
Result<QList<Id>> list(db::Database &database, const Rule &rule, const Context &context);
Result<bool> isMember(db::Database &database, const Rule &rule, const Context &context, Id customer);

} // namespace kontor::segments
