// A customer as they stood after one act: what is different since, and putting it back. What happened (entries, tasks, purchases, deals,
// files) and what was decided (consents, the trash) are no part of a version: they stay as they are.
#pragma once

#include "history/change_line.h"
#include "workspace/recorder.h"

namespace kontor::history {

// What restoring would do, each as a change from what stands now to what stood then: values, what comes back, what goes.
// Errors: NotFound (no such act, or it was before the customer was added).
Result<QList<ChangeLine>> differencesTo(db::Database &database, const workspace::RecordCatalogue &catalogue, Id customer,
                                        qint64 operation);

workspace::OperationInfo restoreVersionInfo(Id customer);
// Does all of it, from what stands at that moment; one act. Returns how many differences it took away: something that others use by now stays.
// Errors: as above.
Result<int> restoreVersion(workspace::Recorder &recorder, Id customer, qint64 operation);

} // namespace kontor::history
