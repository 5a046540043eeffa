// Which customers and entries the feed's next changes touch.
#pragma once

#include "db/database.h"

#include <QList>

namespace kontor::search {

// A page of the feed, or a page inside one change that touches many.
struct ChangePage {
    QList<qint64> customers;
    QList<qint64> entries;
    qint64 cursor = 0;    // to go on from
    qint64 operation = 0; // of the change at the cursor
    qint64 lastSeq = 0;   // of the changes that this page speaks of
    qint64 pieceAt = 0;   // 0: between two changes
    qint64 firstId = 0;   // of a range of inserted records: ids from here ...
    qint64 lastId = 0;    // ... to here are covered by this page, also those that are gone again
    bool isEmpty = false; // the feed has no more
    bool isRange = false;
    bool isOfEntries = false;
};

Result<ChangePage> nextChanges(db::Database &base, qint64 cursor, qint64 pieceAt);

} // namespace kontor::search
