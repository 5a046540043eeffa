// Result codes of SQLite as Errors with a sentence for the person.
#pragma once

#include "base/error.h"

namespace kontor::db {

// `extendedCode`: sqlite3_extended_errcode. `sql`: the statement's text for the log, with placeholders, never with values.
Error sqliteError(int extendedCode, const QString &sql);

// SQLite found the file itself damaged, or no database at all.
bool isDamage(const Error &error);

} // namespace kontor::db
