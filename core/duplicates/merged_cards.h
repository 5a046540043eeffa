// Which cards became part of which: the id of a merged card leads to the card that was kept, and knows the act by which it can be split off again.
#pragma once

#include "base/id.h"
#include "base/instant.h"
#include "db/database.h"

#include <QList>

namespace kontor::duplicates {

// The card that this id leads to today; the id itself where it was not merged.
Result<Id> keptCustomer(db::Database &database, Id customer);

// The act that made this card part of another one, as it stands: 0 where it is no part of any.
Result<qint64> standingMerge(db::Database &database, Id merged);

struct MergedCard {
    qint64 operation = 0; // what unmerge() takes
    Id customer;
    QString name;
    Instant at;
    QString author;
};
// The cards that are part of this one, newest first: "Merged from A. Petrowa" in the timeline.
Result<QList<MergedCard>> mergedCards(db::Database &database, Id kept);

} // namespace kontor::duplicates
