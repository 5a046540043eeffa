// The values that a field has in the base, with how many customers (of related records: records) have them: for check lists and completion.
#pragma once

#include "db/database.h"
#include "segments/context.h"

namespace kontor::segments {

struct ValueCount {
    QString value;
    qint64 count = 0;
};

// Of a text, choice, tag or consent field, or a sub-field such as "purchases.product"; the most frequent first. `containing`: only values in which
// this text occurs, folded. Of saved segments: their names. Empty for other kinds. Errors: Invalid (no such field).
Result<QList<ValueCount>> valueCounts(db::Database &database, const Context &context, const QString &field,
                                      const QString &containing = {}, int limit = 100);

} // namespace kontor::segments
