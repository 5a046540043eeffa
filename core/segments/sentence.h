// A rule as one sentence in the person's language, with the days that its periods stand for today.
#pragma once

#include "segments/catalogue.h"
#include "segments/context.h"
#include "segments/rule.h"

namespace kontor::segments {

// "Customers who bought more than 500 EUR in total from 2 Jan 2025 to 1 Jan 2026 (the last 365 days), and ..."; says of an unfinished
// condition that it is still to be decided.
QString sentence(const Rule &rule, const Catalogue &catalogue, const Context &context);
// One condition as the clause that the sentence has for it: "whose city is Malmö or Lund".
QString conditionSentence(const Condition &condition, const Catalogue &catalogue, const Context &context);

// The days that a period or a date operator stands for today: "from 2 Jan 2025 to 1 Jan 2026", "before 3 Oct 2025". Empty where it stands for none.
QString resolvedDays(const Period &period, const Context &context);
QString resolvedDays(const Condition &condition, const Context &context);

} // namespace kontor::segments
