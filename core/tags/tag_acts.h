// What a person does with the list of tags: rename, recolour, merge, delete.
#pragma once

#include "tags/tag.h"
#include "workspace/recorder.h"

namespace kontor {

struct TagUse {
    Tag tag;
    qint64 customers = 0;
};
Result<QList<TagUse>> tagUses(db::Database &database); // by name

// Errors: Invalid (no name; another tag has it: merge them), NotFound.
Result<void> renameTag(workspace::Recorder &recorder, Id tag, const QString &name);
Result<void> recolourTag(workspace::Recorder &recorder, Id tag, int colour); // 0..7
// Everybody with `from` gets `into`, and `from` goes.
Result<void> mergeTags(workspace::Recorder &recorder, Id from, Id into);
// From everybody who carries it, and from the list.
Result<void> deleteTag(workspace::Recorder &recorder, Id tag);

} // namespace kontor
