// What the card page shows, read in one go.
#pragma once

#include "base/clock.h"
#include "customers/card.h"
#include "interactions/timeline_entry.h"

namespace kontor::ui {

struct CardContent {
    Card card;
    TimelineContent timeline; // open tasks, entries, purchases
    PurchaseSums sums;
};

// `entries`: how many interactions at most.
Result<CardContent> loadCardContent(db::Database &database, Id customer, const Clock &clock, int entries);

} // namespace kontor::ui
