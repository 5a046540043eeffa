#include "today/reminder_watch.h"

namespace kontor::ui {

namespace {
constexpr qint64 kMinute = 60'000;
constexpr qint64 kTogether = 5 * kMinute;
constexpr qint64 kLookAhead = 60 * kMinute; // and then looked again: the PC may have slept, or the clock been set
constexpr int kRefreshPause = 100;
} // namespace

ReminderWatch::ReminderWatch(workspace::Workspace &workspace)
    : QObject(&workspace), m_workspace(workspace), m_since(workspace.clock().now()) {
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ReminderWatch::refresh);
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(kRefreshPause);
    connect(&m_refreshLater, &QTimer::timeout, this, &ReminderWatch::refresh);
    connect(&workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSet &changes) {
        if (changes.touches("task") || changes.touches("customer"))
            m_refreshLater.start();
    });
    refresh();
}

void ReminderWatch::refresh() {
    const quint64 number = ++m_number;
    const Clock clock = m_workspace.clock();
    const Instant until{clock.now().milliseconds + kLookAhead};
    m_workspace.read(
        this, [clock, until](db::Database &database) { return remindersUntil(database, until, clock); },
        [this, number](const Result<QList<TaskRow>> &found) {
            if (number == m_number && found)
                take(*found);
        },
        workspace::Urgency::Background);
}

void ReminderWatch::take(const QList<TaskRow> &found) {
    const Instant now = m_workspace.clock().now();
    QList<TaskRow> due;
    qint64 wait = kMinute; // at the latest: timers do not run while the PC sleeps
    for (const TaskRow &task : found) {
        if (*task.reminder() <= now)
            due << task;
        else
            wait = qMin(wait, task.reminder()->milliseconds - now.milliseconds);
    }
    m_next.start(int(qMax<qint64>(1, wait)));
    const auto keys = [](const QList<TaskRow> &tasks) {
        QList<QPair<Id, QString>> keys;
        for (const TaskRow &task : tasks)
            keys.append({task.id, task.title + task.customerName + QString::number(task.dueAt->milliseconds)});
        return keys;
    };
    const bool isOther = keys(due) != keys(m_due);
    m_due = due;
    if (isOther)
        emit dueChanged();
    fire(found, now);
}

void ReminderWatch::fire(const QList<TaskRow> &found, Instant now) {
    QList<TaskRow> together;
    bool isAnyNow = false;
    for (const TaskRow &task : found) {
        const Instant moment = *task.reminder();
        if (moment < m_since || m_told.value(task.id) == moment || moment.milliseconds > now.milliseconds + kTogether)
            continue;
        isAnyNow = isAnyNow || moment <= now;
        together << task;
    }
    if (!isAnyNow)
        return;
    for (const TaskRow &task : std::as_const(together))
        m_told.insert(task.id, *task.reminder());
    emit fired(together);
}

} // namespace kontor::ui
