#include "workspace/undo_state.h"

#include <optional>
#include <utility>

namespace kontor::workspace {

namespace {

struct Note {
    bool isWanted = false;
    std::optional<UndoState> state;
};

// Of the thread, as the connection that it uses.
Note &note() {
    thread_local Note note;
    return note;
}

void describe(Base &base, const Result<qint64> &id, qint64 &operation, OperationInfo &info) {
    if (!id || *id == 0)
        return;
    if (auto found = findOperation(base.database(), *id); found && *found) {
        operation = *id;
        info = (*found)->info;
    }
}

UndoState stateInTransaction(Base &base) {
    UndoState state;
    describe(base, base.lastOperationId(), state.undoOperation, state.undoInfo);
    describe(base, base.lastUndoneId(), state.redoOperation, state.redoInfo);
    return state;
}

} // namespace

void noteUndoStateOnThisThread() { note().isWanted = true; }

void noteUndoStateBeforeCommit(Base &base) {
    if (note().isWanted)
        note().state = stateInTransaction(base);
}

void forgetNotedUndoState() { note().state.reset(); }

UndoState readUndoState(Base &base) {
    const auto transaction = db::ReadTransaction::begin(base.database());
    return transaction ? stateInTransaction(base) : UndoState();
}

UndoState undoStateAfterAct(Base &base) {
    if (auto noted = std::exchange(note().state, std::nullopt))
        return *noted;
    return readUndoState(base);
}

} // namespace kontor::workspace
