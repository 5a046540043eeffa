// Is a base sound? SQLite's own checks, and with `full` whether everything derived agrees with what it is derived from.
#pragma once

#include "workspace/base.h"

namespace kontor::records {

// Empty: sound. Each entry names the table, the record's id and what is wrong, never a customer's data.
Result<QStringList> problems(workspace::Base &base, bool full);

struct Stats {
    QList<std::pair<QString, qint64>> counts; // records of each kind, by table name; without trashed ones
    qint64 fileBytes = 0;
    qint64 operations = 0;
    int schemaVersion = 0;
};
Result<Stats> stats(workspace::Base &base);

} // namespace kontor::records
