// A compact copy of an open file, checked before it is believed.
#pragma once

#include "base/result.h"
#include "db/database.h"

namespace kontor::db {

// Writes a copy to `path` through a temporary name in the same folder. Errors: Invalid (the file exists), Full, Gone, Corrupt (the copy did
// not pass its check and was removed).
Result<void> backup(Database &database, const QString &path);

// The problems that SQLite finds: quick_check, or with `full` integrity_check, and broken foreign keys. Empty: sound.
Result<QStringList> structuralProblems(Database &database, bool full);

} // namespace kontor::db
