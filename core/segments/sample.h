// A few customers out of all, evenly by their ids: what holds for them holds for about as large a share of all.
#pragma once

#include "db/database.h"

#include <QList>

namespace kontor::segments {

// About `most` customers that are in no trash, or all where there are no more; costs a seek for each.
Result<QList<Id>> sampleOfCustomers(db::Database &database, int most);

} // namespace kontor::segments
