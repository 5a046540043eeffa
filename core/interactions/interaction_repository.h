// Entries of the timeline: what happened, with the next step that follows from it.
#pragma once

#include "interactions/interaction.h"
#include "interactions/outcome.h"
#include "workspace/recorder.h"

namespace kontor {

struct LogDraft {
    Interaction interaction; // customerId, kind; at {0}: now
    QList<Id> otherParticipants;
    std::optional<NextStep> nextStep; // becomes a task
};

struct Logged {
    Id interaction;
    Id task; // invalid: there is no next step
};

// Entry, next step and what the outcome does (a wrong number is marked, "do not call" becomes a refused consent) are one act.
// Errors: Invalid (unknown outcome or direction; a note without text and outcome), NotFound (no such customer).
Result<Logged> logInteraction(workspace::Recorder &recorder, const LogDraft &draft);
// How a call that is logged already went, with what follows from it; one act. Errors: NotFound, Invalid (unknown outcome).
Result<Logged> addOutcome(workspace::Recorder &recorder, Id interaction, const QString &outcome,
                          const std::optional<NextStep> &nextStep);
Result<void> changeInteractionText(workspace::Recorder &recorder, const Interaction &before, const QString &text);
Result<void> setInteractionPinned(workspace::Recorder &recorder, const Interaction &before, bool isPinned);
Result<void> trashInteraction(workspace::Recorder &recorder, Id interaction);

struct TimelineFilter {
    QStringList kinds; // empty: all
    int limit = 200;   // 0: all
    int offset = 0;
};
// Newest first; also those in which the customer took part.
Result<QList<Interaction>> interactionsOf(db::Database &database, Id customer, const TimelineFilter &filter = {});
Result<QList<Interaction>> pinnedInteractionsOf(db::Database &database, Id customer);
// The names of all who took part beside `customer`, by entry; entries of the customer alone are not in it.
Result<QHash<Id, QStringList>> othersIn(db::Database &database, const QList<Interaction> &interactions, Id customer);

} // namespace kontor
