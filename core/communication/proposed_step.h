// What is proposed as the next step after an outcome: at an hour at which the customer can be reached.
#pragma once

#include "interactions/outcome.h"

namespace kontor::communication {

// nextStepOf(), but a time outside the customer's hours, or in the night where none are known, becomes the next such hour; one of
// another day is a working day's. `preferredTime` is the customer's, as people wrote it.
std::optional<NextStep> proposedStep(const Outcome &outcome, QStringView preferredTime, const Clock &clock);
std::optional<NextStep> proposedStep(const OutcomeList &outcomes, const QString &outcome, QStringView preferredTime,
                                     const Clock &clock);

} // namespace kontor::communication
