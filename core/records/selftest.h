// A writer whose books can be checked: one customer counts, others carry a note for each step, and every step changes both as one operation.
// Used to prove that a drive, and this program on it, lose nothing (kontor-cli selftest-writer and selftest-verify).
#pragma once

#include "workspace/base.h"

#include <functional>

namespace kontor::records {

// Note "N SEQ VALUE": the step SEQ of writer N made the counter VALUE.
struct SelftestNote {
    qint64 writer = 0;
    qint64 seq = 0;
    qint64 value = 0;

    QString text() const;
    static std::optional<SelftestNote> fromText(const QString &text);
};

// The customers that writer N needs, made where they are missing.
struct SelftestPlaces {
    Id counter;
    Id notes;
};
Result<SelftestPlaces> prepareSelftest(workspace::Base &base, qint64 writer);

// What the base says, read at one moment.
struct SelftestView {
    qint64 counter = 0;
    qint64 version = 0; // of the counter
    qint64 notes = 0;   // of all writers
    bool isConsistent() const { return counter == notes; }
};
Result<SelftestView> selftestView(db::Database &database, const SelftestPlaces &places);
// The number of the writer's last step; 0: none.
Result<qint64> lastSelftestStep(db::Database &database, const SelftestPlaces &places);
Result<QList<SelftestNote>> selftestNotes(db::Database &database);
Result<qint64> selftestCounter(db::Database &database); // 0 where nobody has counted yet

// One step on what was read. `pause` is called before COMMIT. Errors: Conflict (somebody was faster: read again), those of the drive.
Result<SelftestNote> selftestStep(workspace::Base &base, const SelftestPlaces &places, const SelftestView &read, qint64 writer,
                                  qint64 seq, const std::function<void()> &pause);

} // namespace kontor::records
