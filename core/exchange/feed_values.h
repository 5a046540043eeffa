// Which values on a card a feed brought itself: its next run replaces those. What was typed, or came from elsewhere, stays.
#pragma once

#include "db/record.h"

namespace kontor::exchange {

// Of a value as it stands now. `operation`: the run that asks; what it wrote itself does not count, since two of its rows may be about one record.
// Errors: those of history::originOf().
Result<bool> broughtByFeed(db::Database &database, const QString &feed, const db::RecordType &type, Id record,
                           const QByteArray &field, qint64 operation);

} // namespace kontor::exchange
