// Brings a file to the newest schema: all steps that it lacks in one transaction, with foreign keys checked at the end.
#pragma once

#include "base/result.h"
#include "db/database.h"

#include <QList>

#include <functional>

namespace kontor::db {

struct Migration {
    int version = 0;                                   // 1, 2, 3 ... without gaps; PRAGMA user_version after it
    QString script;                                    // SQL
    std::function<Result<void>(Database &)> fill = {}; // C++ that fills what the script added; db only
};

struct MigrationPlan {
    int applicationId = 0;
    QList<Migration> steps;
    QString backupPath; // where the copy goes before an upgrade; the file is not touched when the copy cannot be made

    int newestVersion() const { return steps.isEmpty() ? 0 : steps.last().version; }
};

// Errors: Newer (made by a newer version: left untouched), Corrupt (another program's file), or the failed step's own error (all rolled back).
Result<void> migrate(Database &database, const MigrationPlan &plan);

} // namespace kontor::db
