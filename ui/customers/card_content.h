// What the card page shows, read in one go.
#pragma once

#include "attachments/attachment.h"
#include "base/clock.h"
#include "customers/card.h"
#include "interactions/timeline_entry.h"

namespace kontor::ui {

struct CardContent {
    Card card;
    TimelineContent timeline; // open tasks, entries, purchases
    PurchaseSums sums;
    QList<PurchaseLine> purchases; // all of them, whatever the timeline shows
    QList<Attachment> files;
    qint64 newestChange = 0; // of the whole file when this was read
};

struct CardQuery {
    Id customer;
    int entries = 0; // interactions at most; all of them where words are searched for
    TimelineShown shown;
};
// The interactions that follow the first `loaded` ones, and whether there are more; nothing else.
Result<TimelineContent> loadOlderEntries(db::Database &database, const CardQuery &query, int loaded);
Result<CardContent> loadCardContent(db::Database &database, const CardQuery &query, const Clock &clock);

} // namespace kontor::ui
