// One comparison as SQL. A result of NULL means false; whoever negates one makes it certain() first.
#pragma once

#include "segments/catalogue.h"
#include "segments/context.h"
#include "segments/day_range.h"
#include "segments/fragment.h"

namespace kontor::segments {

// Compares the expression `source.value` (or what it refers to) as `condition` says, with or_never and empty values.
Fragment compare(Kind kind, const Source &source, const Condition &condition, const Context &context);

// The positive half of an operator on texts: is for is_not, one_of for none_of and has_none. Without empty values and or_never.
Fragment compareTextPositively(const Source &source, const Condition &condition, const Context &context);
Fragment isEmpty(const Source &source);
Fragment inRange(const Source &source, const DayRange &range, const Clock &clock);

// What to select to have the value itself.
QString valueExpression(const Source &source);

// Whether a condition on a number holds for this number, as SQL would say it.
bool numberHolds(const Condition &condition, double scale, double number);

// The values of text operators, folded.
QStringList foldedValues(const Condition &condition);
// Whether a positive text operator holds for a folded text: the same comparison in the program, for lists of distinct values.
bool textHolds(Operator op, const QStringList &foldedValues, const QString &foldedText);

} // namespace kontor::segments
