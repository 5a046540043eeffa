// What was found, with the texts of the base as they are now and what is to be marked in them.
#pragma once

#include "search/finder.h"

namespace kontor::search {

// Customers that went to the trash or into others since the index was brought up to date are left out.
Result<QList<Hit>> presentHits(db::Database &base, const QList<Found> &found, const Query &query);

} // namespace kontor::search
