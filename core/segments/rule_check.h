// Whether a rule fits the catalogue: fields exist, take the operator, and the values are of the right type.
#pragma once

#include "base/result.h"
#include "segments/catalogue.h"
#include "segments/rule.h"

namespace kontor::segments {

// The first thing that is wrong; Error.field names its place, such as "rules[1].op".
Result<void> checkRule(const Rule &rule, const Catalogue &catalogue);
Result<void> checkCondition(const Condition &condition, const Catalogue &catalogue, const QString &path = {});

// The rule without the conditions that are not ready yet: what a builder counts while its lines are being filled in.
// Groups that are left empty are dropped too.
Rule readyPart(const Rule &rule, const Catalogue &catalogue);

} // namespace kontor::segments
