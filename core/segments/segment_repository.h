// Saved segments: rules with a name. Names compare folded and are unique among those that are not in the trash.
#pragma once

#include "segments/context.h"
#include "segments/rule.h"
#include "segments/saved_segment.h"
#include "workspace/recorder.h"

namespace kontor::segments {

// Makes the segment of that name, or gives the one that exists the new rule.
// Errors: Invalid (no name; the rule; a rule that names this segment, directly or through others).
Result<Id> saveSegment(workspace::Recorder &recorder, const QString &name, const Rule &rule, const Context &context);
// Rules that speak of the segment by its old name are changed with it. Errors: Invalid (no name, or taken), NotFound.
Result<void> renameSegment(workspace::Recorder &recorder, Id segment, const QString &name);
Result<void> pinSegment(workspace::Recorder &recorder, Id segment, bool pinned);
// To the trash. Errors: Refused (another segment's rule speaks of it; the message names that one), NotFound.
Result<void> trashSegment(workspace::Recorder &recorder, Id segment);

Result<std::optional<SavedSegment>> findSegment(db::Database &database, const QString &name);
Result<SavedSegment> requireSegment(db::Database &database, const QString &name); // NotFound with a sentence
// In the order of the list page: by position, then by name.
Result<QList<SavedSegment>> allSegments(db::Database &database);
// The rule of a saved segment, checked. Errors: Invalid, for example when one of its fields was deleted since.
Result<Rule> ruleOf(db::Database &database, const SavedSegment &segment, const Context &context);

} // namespace kontor::segments
