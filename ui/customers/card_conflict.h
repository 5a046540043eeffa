// A field that two people changed: what each of them entered, and how the decision is written so that the other value stays in the history. Also how
// a value that was kept on this computer is saved later.
#pragma once

#include "customers/card_field.h"
#include "customers/field_draft_store.h"
#include "dialogs/conflict_dialog.h"
#include "workspace/feed.h"

namespace kontor::ui {

struct FieldConflict {
    FieldDraft mine;
    FieldEdit edit; // mine, against what stands there now
    QString theirs; // as the editor would show it
    QString theirsStored;
    QString author; // empty: not known
    Instant at;
};

// What stands there now, and who put it there.
Result<FieldConflict> loadConflict(db::Database &database, const FieldDraft &mine, const Formats &formats);
ConflictLine conflictLine(const FieldConflict &conflict);

struct FieldDecision {
    FieldConflict conflict;
    ConflictDialog::Choice choice = ConflictDialog::Mine;
};
// Errors: Conflict (a third value stands there meanwhile) ...
Result<void> writeDecisions(workspace::Recorder &recorder, Id customer, const QList<FieldDecision> &decisions);

// The edit that a kept value stands for, on the card as it is now.
FieldEdit editOf(const FieldDraft &draft, const Card &card, const Formats &formats);
FieldDraft draftOf(const FieldEdit &edit, const QString &typed, const Customer &customer, Instant at, FieldDraft::Why why);
Result<void> writeDraft(workspace::Recorder &recorder, const FieldDraft &draft, const Formats &formats);

// What others may have changed of the fields of a card since it was read.
Result<QList<workspace::AuthoredChange>> fieldChangesSince(db::Database &database, Id customer, qint64 seq);

} // namespace kontor::ui
