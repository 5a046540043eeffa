// How a call went that was ticked as done: the outcomes with their numbers, and the entry that an answer makes.
#pragma once

#include "forms/popover.h"
#include "interactions/interaction_repository.h"

namespace kontor::ui {

class Formats;
class OutcomeBar;

// The call that the outcome tells of, with its next step; `toast` says both.
struct OutcomeEntry {
    LogDraft draft;
    QString toast;
};
struct CalledCustomer {
    Id id;
    QString preferredTime;
};
OutcomeEntry outcomeEntry(const Formats &formats, const CalledCustomer &customer, const QString &text, const QString &outcome);

// Asked beside the task. Esc leaves it without an answer: the task is done all the same.
class OutcomeQuestion : public Popover {
    Q_OBJECT

public:
    OutcomeQuestion(const Formats &formats, QWidget *page);

    void ask(const QRect &anchor, const QString &task); // `task`: its title

signals:
    void answered(const QString &task, const QString &outcome);

private:
    OutcomeBar *m_bar;
    QString m_task;
};

} // namespace kontor::ui
