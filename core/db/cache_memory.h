// How much a connection keeps in memory of its file: what bulk work cuts its transactions by, for changed pages stay there until COMMIT.
// The thread of the connection.
#pragma once

#include "db/database.h"

namespace kontor::db {

// As long as it lives the connection keeps more pages than in everyday work: the rows of bulk work come back to the same indexes again and again. An
// eighth of the time in which 1,000,000 customers' entries came in went by reading pages anew.
class LargeCache {
public:
    explicit LargeCache(Database &database);
    ~LargeCache(); // gives the memory back
    LargeCache(const LargeCache &) = delete;
    LargeCache &operator=(const LargeCache &) = delete;

private:
    Database &m_database;
    qint64 m_before = 0; // pages, or KiB below zero; 0: those that the file says
};

// The pages that this transaction changed fill even a large cache: it is time for a COMMIT.
bool isCacheFull(const Database &database);

} // namespace kontor::db
