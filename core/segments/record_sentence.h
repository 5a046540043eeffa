// The clause of a sentence for a condition on related records.
#pragma once

#include "segments/phrases.h"

namespace kontor::segments {

QString recordClause(const Field &field, const Condition &condition, const Phrases &phrases);

} // namespace kontor::segments
