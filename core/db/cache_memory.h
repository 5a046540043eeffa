// How much a connection keeps in memory of its file: what bulk work cuts its transactions by, for changed pages stay there until COMMIT.
#pragma once

#include "db/database.h"

namespace kontor::db {

qint64 bytesInCache(const Database &database);

} // namespace kontor::db
