// Putting back what the history holds.
#pragma once

#include "history/change_line.h"
#include "workspace/recorder.h"

namespace kontor::history {

// The act that restore() is: "Restore of City".
workspace::OperationInfo restoreInfo(const ChangeLine &line);
// The value that stood in the field before that change, whatever stands there now; or what that change removed.
// Errors: NotFound (what it belonged to is gone).
Result<void> restore(workspace::Recorder &recorder, const workspace::Change &change);

} // namespace kontor::history
