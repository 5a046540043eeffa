#include "db/cache_memory.h"

#include <sqlite3.h>

namespace kontor::db {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLargeKiB = 48 * 1024;
// Unchanged pages give way to others as soon as there are that many, so what goes beyond it are changed ones.
constexpr qint64 kFullBytes = qint64(kLargeKiB + 8 * 1024) * 1024;

} // namespace

LargeCache::LargeCache(Database &database) : m_database(database) {
    if (const auto before = database.single(u"PRAGMA cache_size"_s))
        m_before = before->integer();
    (void)database.execute(u"PRAGMA cache_size=-%1"_s.arg(kLargeKiB));
}

LargeCache::~LargeCache() {
    (void)m_database.execute(u"PRAGMA cache_size=%1"_s.arg(m_before));
    (void)m_database.execute(u"PRAGMA shrink_memory"_s);
}

bool isCacheFull(const Database &database) {
    int now = 0, most = 0;
    sqlite3_db_status(database.handle(), SQLITE_DBSTATUS_CACHE_USED, &now, &most, 0);
    return now >= kFullBytes;
}

} // namespace kontor::db
