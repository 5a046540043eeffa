// How a contact went, and what follows from it (ui.md 5.4). Eight are built in; people change them for their base.
#pragma once

#include "base/clock.h"
#include "db/record.h"
#include "workspace/word_list.h"

#include <QCoreApplication>

#include <optional>

namespace kontor {

struct NextStep {
    QString kind;  // of the task: call, email ...
    QString title; // translated
    QDate dueOn;
    std::optional<Instant> dueAt; // where a time belongs to it
};

struct Outcome {
    Id id; // invalid: built in, and nobody changed the list yet
    qint64 version = 0;
    QString name;     // as stored: reached, call_again, no_answer, busy, sent_offer, not_interested, wrong_number, do_not_call
    QString wording;  // the person's own word; empty: the built-in one
    QString stepUnit; // hours, days, working_days, weeks, months; empty: no next step
    qint64 stepCount = 0;  // so many of them from now
    bool stepHour = false; // the same hour belongs to it
    QString stepTitle;     // what is to be done; empty: the built-in words
    QString stepKind;      // of the task; empty: call
    bool marksPhoneWrong = false;
    bool refusesCalls = false;
    qint64 position = 0;
    bool isRemoved = false;

    QString label() const;
    QString stepWords() const; // stepTitle, or the built-in words
    bool isBuiltIn() const;
    static QList<Outcome> builtIn();
    static workspace::WordMessages messages();
    static constexpr qsizetype kMost = 9; // each has a key
    friend bool operator==(const Outcome &, const Outcome &) = default;

    static constexpr const char *kTable = "outcome";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("name", &Outcome::name).technical(),
                          field("wording", &Outcome::wording, QT_TRANSLATE_NOOP("kontor::fields", "Name")),
                          field("step_unit", &Outcome::stepUnit, QT_TRANSLATE_NOOP("kontor::fields", "Next step"))
                              .choices({QStringLiteral("hours"), QStringLiteral("days"), QStringLiteral("working_days"),
                                        QStringLiteral("weeks"), QStringLiteral("months")}),
                          field("step_count", &Outcome::stepCount, QT_TRANSLATE_NOOP("kontor::fields", "Next step after")),
                          field("step_hour", &Outcome::stepHour, QT_TRANSLATE_NOOP("kontor::fields", "At the same hour")),
                          field("step_title", &Outcome::stepTitle, QT_TRANSLATE_NOOP("kontor::fields", "What to do")),
                          field("step_kind", &Outcome::stepKind, QT_TRANSLATE_NOOP("kontor::fields", "Kind")),
                          field("marks_phone_wrong", &Outcome::marksPhoneWrong,
                                QT_TRANSLATE_NOOP("kontor::fields", "Marks the number as wrong")),
                          field("refuses_calls", &Outcome::refusesCalls, QT_TRANSLATE_NOOP("kontor::fields", "Refuses calls")),
                          field("position", &Outcome::position).technical(),
                          field("is_removed", &Outcome::isRemoved).technical());
    }
};

using OutcomeList = workspace::WordList<Outcome>;

// What follows after the outcome, counted from `clock.now()`; nothing for those without a step.
std::optional<NextStep> nextStepOf(const Outcome &outcome, const Clock &clock);
QDate addWorkingDays(QDate date, int days); // Saturday and Sunday are not counted

} // namespace kontor
