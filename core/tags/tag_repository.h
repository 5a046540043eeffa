// The user's tags and who carries them.
#pragma once

#include "tags/tag.h"
#include "workspace/recorder.h"

namespace kontor {

// The tag of that name, made where there is none; names compare folded. Errors: Invalid (empty name).
Result<Id> ensureTag(workspace::Recorder &recorder, const QString &name);
// Both do nothing where it already is so.
Result<void> tagCustomer(workspace::Recorder &recorder, Id customer, const QString &name);
Result<void> untagCustomer(workspace::Recorder &recorder, Id customer, Id tag);
// One of the eight pairs of the theme, 0 to 7. Errors: NotFound.
Result<void> colourTag(workspace::Recorder &recorder, Id tag, int colour);

Result<QList<Tag>> allTags(db::Database &database);
Result<QList<Tag>> tagsOf(db::Database &database, Id customer);

} // namespace kontor
