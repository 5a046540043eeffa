// What a run of a feed made other than it was, and what the file does not have any more.
#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kontor::db {
class Database;
}

namespace kontor::exchange {

// Values of one field that the run wrote into records that were there before.
struct FieldDifference {
    QByteArray record;  // table: "customer", "contact_point" ...
    QByteArray field;   // column; empty where whole records were added to a card
    qint64 filled = 0;  // were empty, or not there
    qint64 changed = 0; // had another value
};

constexpr qsizetype kMostGone = 500; // that a report lists

struct FeedDifferences {
    QList<FieldDifference> fields;
    bool isFirstRun = true; // nothing to compare with
    qint64 before = 0;      // records that the last run met or made
    qint64 now = 0;         // and this one
    qint64 gone = 0;        // of those of the last run that the file does not have any more: they stay as they are in the base
    QList<Id> goneRecords;  // the first kMostGone of them
};

// Of the batch of one table, before which the feed ran last. `table`: its name within the file. Errors: those of the base.
Result<FeedDifferences> feedDifferences(db::Database &database, Id batch, qint64 operation, const QString &feed,
                                        const QString &table);

} // namespace kontor::exchange
