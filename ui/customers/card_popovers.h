// The form of a next step (Ctrl+T).
#pragma once

#include "forms/popover.h"
#include "interactions/interaction.h"
#include "tasks/task.h"

class QLineEdit;

namespace kontor::ui {

class DateWordsEdit;
class Formats;

class TaskPopover : public Popover {
    Q_OBJECT

public:
    TaskPopover(const Formats &formats, QWidget *page);
    // `entry`: what the step is made from, if from an entry.
    void open(const QRect &anchor, const Interaction &entry = {});

signals:
    void taskReady(const kontor::Task &task); // without its customer

private:
    void finish();

    const Formats &m_formats;
    QLineEdit *m_title;
    DateWordsEdit *m_due;
    Id m_entry;
    bool m_isDueOwn = false; // the day was typed in its own line
};

} // namespace kontor::ui
