// Next steps: what is to happen with a customer.
#pragma once

#include "tasks/task.h"
#include "workspace/recorder.h"

namespace kontor {

// Errors: Invalid (no title, a due date that is none).
Result<Id> addTask(workspace::Recorder &recorder, const Task &draft);
Result<void> setTaskDone(workspace::Recorder &recorder, Id task, bool isDone);
Result<void> postponeTask(workspace::Recorder &recorder, Id task, const QString &dueOn);

// Open ones first, by date; then what is done, newest first.
Result<QList<Task>> tasksOf(db::Database &database, Id customer);

} // namespace kontor
