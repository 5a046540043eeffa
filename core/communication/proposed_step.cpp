#include "communication/proposed_step.h"

#include "communication/preferred_hours.h"

#include <algorithm>

namespace kontor::communication {

namespace {

const QTime kPlainHour(9, 0);
const Hours kDay{QTime(8, 0), QTime(20, 0)}; // in which people call who do not know better

// At which hour a call within these hours is proposed: not at midnight for "before 12".
QTime plainHourOf(const Hours &hours) { return hours.from < kPlainHour && kPlainHour < hours.until ? kPlainHour : hours.from; }

QTime earliest(const QList<Hours> &hours) {
    QTime first = plainHourOf(hours.first());
    for (const Hours &span : hours)
        first = std::min(first, plainHourOf(span));
    return first;
}

// The first proposed hour of the same day after `time`; invalid: there is none.
QTime laterThatDay(const QList<Hours> &hours, QTime time) {
    QTime later;
    for (const Hours &span : hours)
        if (const QTime hour = plainHourOf(span); hour > time && (!later.isValid() || hour < later))
            later = hour;
    return later;
}

} // namespace

std::optional<NextStep> proposedStep(const Outcome &outcome, QStringView preferredTime, const Clock &clock) {
    std::optional<NextStep> step = nextStepOf(outcome, clock);
    if (!step || !step->dueAt)
        return step;
    QList<Hours> hours = preferredHours(preferredTime);
    if (hours.isEmpty())
        hours << kDay;
    const QTime time = clock.timeOf(*step->dueAt);
    if (isInside(hours, time))
        return step;
    const QTime later = laterThatDay(hours, time);
    if (!later.isValid())
        step->dueOn = step->dueOn.addDays(1);
    step->dueOn = addWorkingDays(step->dueOn.addDays(-1), 1);
    step->dueAt = clock.at(step->dueOn, later.isValid() ? later : earliest(hours));
    return step;
}

std::optional<NextStep> proposedStep(const OutcomeList &outcomes, const QString &name, QStringView preferredTime,
                                     const Clock &clock) {
    const Outcome *outcome = outcomes.find(name);
    return outcome ? proposedStep(*outcome, preferredTime, clock) : std::nullopt;
}

} // namespace kontor::communication
