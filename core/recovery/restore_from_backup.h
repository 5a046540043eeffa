// One card, or what was entered on one day, brought back out of a backup into the base that goes on: as one act, which can be taken back.
// What was added since stays; a value that the backup has otherwise becomes what it was there.
#pragma once

#include "workspace/base.h"

#include <QDate>

namespace kontor::recovery {

struct RestoreOutcome {
    qint64 operation = 0; // 0: all of it is there as it was
    qint64 records = 0;   // that came back
    qint64 values = 0;    // that are again as they were
    qint64 refused = 0;   // records whose number or name is taken by now
};

// The customer with everything that belongs to them, files too. Errors: NotFound (not in that backup), Corrupt, Gone, and those of the base.
Result<RestoreOutcome> restoreCard(workspace::Base &base, const QString &backupPath, Id customer);

// What was added or changed on that day (of the base's zone), as far as the backup has it. Errors: as above, NotFound when nothing was.
Result<RestoreOutcome> restoreDay(workspace::Base &base, const QString &backupPath, QDate day);

} // namespace kontor::recovery
