// How a contact went, and what follows from it by default (ui.md 5.4).
#pragma once

#include "base/clock.h"

#include <QList>
#include <QString>

#include <optional>

namespace kontor {

struct NextStep {
    QString kind;  // of the task: call, email ...
    QString title; // translated
    QDate dueOn;
    std::optional<Instant> dueAt; // where a time belongs to it
};

struct Outcome {
    QString name;  // as stored: reached, call_again, no_answer, busy, sent_offer, not_interested, wrong_number, do_not_call
    QString label; // translated
    bool marksPhoneWrong = false;
    bool refusesCalls = false;
};

QList<Outcome> outcomes();
std::optional<Outcome> findOutcome(const QString &name);
// What the outcome proposes as the next step, counted from `clock.now()`; nothing for those without one.
std::optional<NextStep> defaultNextStep(const QString &outcomeName, const Clock &clock);
QDate addWorkingDays(QDate date, int days); // Saturday and Sunday are not counted

} // namespace kontor
