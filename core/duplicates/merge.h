// Two cards become one, and one becomes two again at any time later.
//
// Everything that stands on `other` goes to `keep` with its id: entries, purchases, tasks, files, ways to reach and all other records about a
// customer. What both have stands once; the second copy stays with `other`, which is in no list any more and whose id leads to `keep`.
// All of it is one operation of the kind "merge", so it is taken back like any other, and unmerge() splits it also after later changes.
#pragma once

#include "duplicates/merge_preview.h"
#include "workspace/recorder.h"

namespace kontor::duplicates {

struct MergeRequest {
    Id keep;
    Id other;
    MergeChoices choices = {};
    qint64 keepVersion = 0; // of the cards that the choices were made on; 0: whatever stands there
    qint64 otherVersion = 0;
};

struct MergeOutcome {
    qint64 operation = 0; // what unmerge() takes
    qint64 moved = 0;     // records that went to the kept card
};

workspace::OperationInfo mergeInfo(Id keep, Id other);
// Errors: Invalid (one and the same; already part of another card), NotFound, Refused (in the trash), Conflict (changed since the choices were made).
Result<void> checkMayMerge(db::Database &database, const MergeRequest &request);
Result<MergeOutcome> merge(workspace::Recorder &recorder, const MergeRequest &request);

// What was not given back, since it was changed after the merge.
struct KeptEdit {
    QByteArray record;
    Id id;
    QByteArray field; // empty: the record was removed since
};

struct UnmergeOutcome {
    qint64 operation = 0; // the split's own
    Id kept;
    Id other;            // in the lists again
    qint64 restored = 0; // records and fields
    QList<KeptEdit> keptEdits;
};

// `mergeOperation`: of the merge. Errors: NotFound (no such merge).
Result<workspace::OperationInfo> unmergeInfo(db::Database &database, qint64 mergeOperation);
// What came from the other card goes back to it, with what was changed in it since; what was changed on the kept card since stays and is told;
// what was added since stays with the kept card. Errors: NotFound, Invalid (split or taken back already).
Result<UnmergeOutcome> unmerge(workspace::Recorder &recorder, qint64 mergeOperation);

} // namespace kontor::duplicates
