// Taking back one of several acts that are one to a person: whoever stays is to be counted once.
#pragma once

#include "workspace/undo.h"

namespace kontor::workspace {

struct UndoneKeeping {
    UndoOutcome outcome;
    QSet<Id> kept; // customers, or other records, of which something stays: as many as outcome.keptBecauseEdited
};

// Errors: as undo().
Result<UndoneKeeping> undoKeeping(Base &base, qint64 operationId);

} // namespace kontor::workspace
