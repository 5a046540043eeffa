// The tables of the index file.
#pragma once

#include "db/database.h"

namespace kontor::search {

// Names everything the index depends on; another one means: make it anew.
QString indexFormat();

// Empties the file, whatever it held, and makes the tables. In a transaction of the caller.
Result<void> makeIndexTables(db::Database &database);

} // namespace kontor::search
