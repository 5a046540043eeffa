// Functions for SQL that SQLite lacks. They are used in queries only, never in the schema: no trigger, index or generated column knows them.
//
//   kontor_fold(text)            the text as it is compared (base/fold.h)
//   kontor_local_date(ms, zone)  the local day of an instant as ISO text; NULL for NULL
#pragma once

#include "base/result.h"

namespace kontor::db {

class Database;

// May be called again on the same connection; it then costs nothing.
Result<void> registerTextFunctions(Database &database);

} // namespace kontor::db
