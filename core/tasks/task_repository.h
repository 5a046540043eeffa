// Next steps: what is to happen with a customer.
#pragma once

#include "tasks/task.h"
#include "workspace/recorder.h"

#include <QDate>

namespace kontor {

// What an act on a task is about: its customer's card where it has one.
inline workspace::OperationInfo aboutTask(const QString &kind, Id task, Id customer) {
    return customer.isValid() ? workspace::OperationInfo{kind, "customer", customer}
                              : workspace::OperationInfo{kind, "task", task};
}

// Errors: Invalid (no title, a due date that is none, a rule of repetition that is none or has no first day).
Result<Id> addTask(workspace::Recorder &recorder, const Task &draft);
// The same rules as for a new one. Errors: Invalid, NotFound, Conflict.
Result<void> changeTask(workspace::Recorder &recorder, const Task &before, const Task &draft);
// Doing a task that repeats makes the next one of its series, which takes the rule over, and returns it. Opened again, the task stands alone.
Result<std::optional<Task>> setTaskDone(workspace::Recorder &recorder, Id task, bool isDone);
Result<void> postponeTask(workspace::Recorder &recorder, Id task, const QString &dueOn);
// To another day at the same time of day; a time that is over by then is dropped. A snooze ends with it.
Result<void> postponeTasks(workspace::Recorder &recorder, const QList<Id> &tasks, QDate day);
// Reminds later; the task stays due when it was.
Result<void> snoozeTasks(workspace::Recorder &recorder, const QList<Id> &tasks, Instant until);
Result<void> trashTask(workspace::Recorder &recorder, Id task);

// Open ones first, by date; then what is done, newest first.
Result<QList<Task>> tasksOf(db::Database &database, Id customer);

} // namespace kontor
