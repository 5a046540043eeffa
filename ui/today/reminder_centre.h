// Reminders of an open base in its window: the button in the top bar, the list behind it, and messages of the system while the window is not
// in front.
#pragma once

#include "today/reminder_list.h"
#include "today/reminder_watch.h"
#include "workspace/workspace.h"

#include <QPointer>

class QAbstractButton;

namespace kontor::ui {

class Notifier;
class Shell;

class ReminderCentre : public QObject {
    Q_OBJECT

public:
    // `button` and `window` outlive it.
    ReminderCentre(workspace::Workspace &workspace, Shell &shell, Notifier &notifier, QAbstractButton *button, QWidget *window);
    ~ReminderCentre() override;

    void open();
    void retranslate();
    ReminderList *list() const { return m_list; }
    ReminderWatch *watch() const { return m_watch; }

private:
    void showDue();
    void tell(const QList<TaskRow> &tasks);
    void openTold();
    void openTask(const TaskRow &task);
    void snooze(const TaskRow &task, ReminderList::Snooze by);
    void finish(const TaskRow &task);

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    Notifier &m_notifier;
    QAbstractButton *m_button;
    QWidget *m_window;
    QList<TaskRow> m_told;           // in the newest message of the system
    QPointer<ReminderWatch> m_watch; // a child of the workspace
    QPointer<ReminderList> m_list;   // a child of the window
};

} // namespace kontor::ui
