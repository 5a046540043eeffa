// What a person said of a group that the program took for one: they are not. Remembered in the base, one act, taken back like any other.
#pragma once

#include "workspace/recorder.h"

#include <QSet>

#include <utility>

namespace kontor::duplicates {

workspace::OperationInfo notDuplicatesInfo(Id first);
// No two of them are one. Pairs that are known already stay. Errors: Invalid (fewer than two), NotFound.
Result<void> markNotDuplicates(workspace::Recorder &recorder, const QList<Id> &customers);

using IdPair = std::pair<Id, Id>; // the smaller one first
// All such pairs; a customer that was merged into another counts as that one.
Result<QSet<IdPair>> notDuplicates(db::Database &database);

inline IdPair idPair(Id a, Id b) { return a < b ? IdPair{a, b} : IdPair{b, a}; }

} // namespace kontor::duplicates
