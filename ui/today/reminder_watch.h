// Watches for tasks with a time: which of them are due now, and when the next one comes.
#pragma once

#include "tasks/agenda.h"
#include "workspace/workspace.h"

#include <QTimer>

namespace kontor::ui {

class ReminderWatch : public QObject {
    Q_OBJECT

public:
    explicit ReminderWatch(workspace::Workspace &workspace);

    // Due and not done, soonest first. They stay until they are done, put off or days old.
    const QList<TaskRow> &due() const { return m_due; }
    void refresh();

signals:
    void dueChanged();
    // Came due since the file was opened; those of the next five minutes come with them.
    void fired(const QList<kontor::TaskRow> &tasks);

private:
    void take(const QList<TaskRow> &found);
    void fire(const QList<TaskRow> &found, Instant now);

    workspace::Workspace &m_workspace;
    Instant m_since;
    QList<TaskRow> m_due;
    QHash<Id, Instant> m_told; // by task: the moment that was told of
    QTimer m_next;
    QTimer m_refreshLater;
    quint64 m_number = 0;
};

} // namespace kontor::ui
