// Taking back and doing again, from the history alone: one inverse mechanism for all records, also after a restart.
//
// The inverse of an operation is another operation (kind undo or redo, `reverses` names the first) that goes through its changes from the newest
// to the oldest: what was inserted is removed, what was removed is put back with its id, what was updated gets its old value.
// A small one is one transaction and refuses with Conflict when somebody changed the value since (unless `evenIfChanged`).
// A large one (an import, a bulk change) is itself a BulkOperation; what was edited since is kept and counted. So it is of every import.
#pragma once

#include "workspace/base.h"

namespace kontor::workspace {

struct UndoOutcome {
    qint64 operation = 0; // the undo's own id
    qint64 removed = 0;   // records that the operation had added
    qint64 restored = 0;  // records that it had removed, and fields that it had changed
    qint64 keptBecauseEdited = 0; // customers, or other records, of which something stays
};

// Errors: NotFound (no such operation), Invalid (already undone, still running, is itself an undo), Conflict.
Result<UndoOutcome> undo(Base &base, qint64 operationId, bool evenIfChanged = false);
Result<UndoOutcome> redo(Base &base, qint64 operationId, bool evenIfChanged = false);

// For BulkOperation: takes back one that is still running.
Result<UndoOutcome> undoRunning(Base &base, qint64 operationId);
// At open: ends what was cut short. Returns 1 when something was taken back, 0 when another program of this PC is still at it.
Result<int> resumeInterrupted(Base &base, qint64 operationId);

} // namespace kontor::workspace
