#include "db/cache_memory.h"

#include <sqlite3.h>

namespace kontor::db {

qint64 bytesInCache(const Database &database) {
    int now = 0, most = 0;
    sqlite3_db_status(database.handle(), SQLITE_DBSTATUS_CACHE_USED, &now, &most, 0);
    return now;
}

} // namespace kontor::db
