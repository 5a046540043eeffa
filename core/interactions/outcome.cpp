#include "interactions/outcome.h"

#include "base/partial_date.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHour = 60 * 60 * 1000;
constexpr int kDaysOfWeek = 7;

QString tr(const char *text) { return QCoreApplication::translate("kontor::interactions", text); }

struct BuiltIn {
    QLatin1StringView name;
    const char *label;
    QLatin1StringView unit = {};
    int count = 0;
    bool hour = false;
    bool marksPhoneWrong = false;
    bool refusesCalls = false;
};

constexpr BuiltIn kBuiltIn[] = {
    {"reached"_L1, QT_TRANSLATE_NOOP("kontor::interactions", "Reached")},
    {"call_again"_L1, QT_TRANSLATE_NOOP("kontor::interactions", "Call again"), "days"_L1, 7, true},
    {"no_answer"_L1, QT_TRANSLATE_NOOP("kontor::interactions", "No answer"), "working_days"_L1, 1},
    {"busy"_L1, QT_TRANSLATE_NOOP("kontor::interactions", "Busy"), "hours"_L1, 2},
    {"sent_offer"_L1, QT_TRANSLATE_NOOP("kontor::interactions", "Sent offer"), "working_days"_L1, 3},
    {"not_interested"_L1, QT_TRANSLATE_NOOP("kontor::interactions", "Not interested"), "months"_L1, 6},
    {"wrong_number"_L1, QT_TRANSLATE_NOOP("kontor::interactions", "Wrong number"), {}, 0, false, true, false},
    {"do_not_call"_L1, QT_TRANSLATE_NOOP("kontor::interactions", "Do not call"), {}, 0, false, false, true},
};

const BuiltIn *builtInNamed(const QString &name) {
    for (const BuiltIn &known : kBuiltIn)
        if (known.name == name)
            return &known;
    return nullptr;
}

Instant sameHourOn(QDate day, const Clock &clock) {
    return clock.at(day, QTime(clock.timeOf(clock.now()).hour(), 0));
}

QDate dayOf(const Outcome &outcome, QDate today) {
    const int count = int(outcome.stepCount);
    if (outcome.stepUnit == "working_days"_L1)
        return addWorkingDays(today, count);
    if (outcome.stepUnit == "weeks"_L1)
        return today.addDays(kDaysOfWeek * count);
    return outcome.stepUnit == "months"_L1 ? addMonths(today, count) : today.addDays(count);
}

} // namespace

QString Outcome::label() const {
    const BuiltIn *known = builtInNamed(name);
    return !wording.isEmpty() ? wording : known ? tr(known->label) : name;
}

QString Outcome::stepWords() const {
    if (!stepTitle.isEmpty())
        return stepTitle;
    return name == "sent_offer"_L1 ? tr("Follow up on the offer") : tr("Call back");
}

bool Outcome::isBuiltIn() const { return builtInNamed(name) != nullptr; }

QList<Outcome> Outcome::builtIn() {
    QList<Outcome> outcomes;
    for (const BuiltIn &known : kBuiltIn) {
        Outcome outcome;
        outcome.name = known.name;
        outcome.stepUnit = known.unit;
        outcome.stepCount = known.count;
        outcome.stepHour = known.hour;
        outcome.marksPhoneWrong = known.marksPhoneWrong;
        outcome.refusesCalls = known.refusesCalls;
        outcomes << outcome;
    }
    return outcomes;
}

workspace::WordMessages Outcome::messages() {
    return {QByteArrayLiteral("outcome"), tr("This outcome is no longer there."), tr("An outcome needs a name."),
            tr("There is an outcome “%1” already. Choose another name."),
            tr("Nine outcomes are the most: each has a key. Remove one first.")};
}

std::optional<NextStep> nextStepOf(const Outcome &outcome, const Clock &clock) {
    if (outcome.stepUnit.isEmpty())
        return std::nullopt;
    NextStep step{outcome.stepKind.isEmpty() ? u"call"_s : outcome.stepKind, outcome.stepWords(), {}, std::nullopt};
    if (outcome.stepUnit == "hours"_L1) {
        step.dueAt = Instant{clock.now().milliseconds + outcome.stepCount * kHour};
        step.dueOn = clock.dateOf(*step.dueAt);
        return step;
    }
    step.dueOn = dayOf(outcome, clock.today());
    if (outcome.stepHour)
        step.dueAt = sameHourOn(step.dueOn, clock);
    return step;
}

QDate addWorkingDays(QDate date, int days) {
    while (days > 0) {
        date = date.addDays(1);
        days -= date.dayOfWeek() <= Qt::Friday;
    }
    return date;
}

} // namespace kontor
