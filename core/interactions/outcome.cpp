#include "interactions/outcome.h"

#include "base/partial_date.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::interactions", text); }

NextStep callOn(QDate date) { return {u"call"_s, tr("Call back"), date, std::nullopt}; }

NextStep callAt(Instant instant, const Clock &clock) { return {u"call"_s, tr("Call back"), clock.dateOf(instant), instant}; }

Instant sameHourAfterDays(const Clock &clock, int days) {
    const QDateTime now = clock.dateTimeOf(clock.now());
    return {QDateTime(now.date().addDays(days), QTime(now.time().hour(), 0), clock.zone).toMSecsSinceEpoch()};
}

} // namespace

QList<Outcome> outcomes() {
    return {{u"reached"_s, tr("Reached")},
            {u"call_again"_s, tr("Call again")},
            {u"no_answer"_s, tr("No answer")},
            {u"busy"_s, tr("Busy")},
            {u"sent_offer"_s, tr("Sent offer")},
            {u"not_interested"_s, tr("Not interested")},
            {u"wrong_number"_s, tr("Wrong number"), true, false},
            {u"do_not_call"_s, tr("Do not call"), false, true}};
}

std::optional<Outcome> findOutcome(const QString &name) {
    for (const Outcome &outcome : outcomes())
        if (outcome.name == name)
            return outcome;
    return std::nullopt;
}

std::optional<NextStep> defaultNextStep(const QString &outcomeName, const Clock &clock) {
    const QDate today = clock.today();
    if (outcomeName == "call_again"_L1)
        return callAt(sameHourAfterDays(clock, 7), clock);
    if (outcomeName == "no_answer"_L1)
        return callOn(addWorkingDays(today, 1));
    if (outcomeName == "busy"_L1)
        return callAt(Instant{clock.now().milliseconds + 2 * 60 * 60 * 1000}, clock);
    if (outcomeName == "sent_offer"_L1)
        return NextStep{u"call"_s, tr("Follow up on the offer"), addWorkingDays(today, 3), std::nullopt};
    if (outcomeName == "not_interested"_L1)
        return callOn(addMonths(today, 6));
    return std::nullopt;
}

QDate addWorkingDays(QDate date, int days) {
    while (days > 0) {
        date = date.addDays(1);
        days -= date.dayOfWeek() <= Qt::Friday;
    }
    return date;
}

} // namespace kontor
