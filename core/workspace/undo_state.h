// What can be taken back or done again, after each act of a window.
//
// Asking the base for it after an act would lock a file on a network drive once more: a dozen requests, a quarter of a save. So the thread that writes for a
// window has it read in the transaction of the act itself, just before COMMIT.
#pragma once

#include "workspace/workspace.h"

namespace kontor::workspace {

// From now on every transaction of this thread notes what it leaves; for the one thread that writes for a window.
void noteUndoStateOnThisThread();
// Called by Base just before COMMIT.
void noteUndoStateBeforeCommit(Base &base);
// COMMIT failed, or its outcome is not known.
void forgetNotedUndoState();

// Of this user on this PC: as the last transaction of this thread noted it, else read now.
UndoState undoStateAfterAct(Base &base);
UndoState readUndoState(Base &base);

} // namespace kontor::workspace
