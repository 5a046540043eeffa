// Taking things out of the trash: back to where they were, or away for good.
#pragma once

#include "history/trash_list.h"
#include "workspace/base.h"

namespace kontor::history {

// A part of a customer who lies in the trash too brings the customer with it. A segment whose name is taken by now gets a number behind it.
Result<void> restoreFromTrash(workspace::Recorder &recorder, const QList<TrashKey> &keys);

// Nothing of it is left in the base: not the record, not what belongs to it, not its values in the history. What happened stays in the
// history without the values, and cannot be taken back. Only what lies in the trash goes. Returns how many of them went.
Result<qint64> deleteForGood(workspace::Base &base, const QList<TrashKey> &keys);
inline constexpr auto kDeleteForGood = QLatin1StringView("delete_for_good"); // the kind of that operation

// What has lain in the trash for more than kKeptDays.
Result<QList<TrashKey>> expiredTrash(db::Database &database, const workspace::RecordCatalogue &catalogue, Instant now);

} // namespace kontor::history
