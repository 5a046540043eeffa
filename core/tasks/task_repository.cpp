#include "tasks/task_repository.h"

#include <QCoreApplication>
#include <QDate>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::tasks", text); }

template <class F>
Result<void> change(Recorder &recorder, Id id, F &&edit) {
    TRY(found, db::find<Task>(recorder.database(), id));
    if (!found)
        return Error{Code::NotFound, tr("There is no such task."), QString(), QByteArrayLiteral("id")};
    Task after = *found;
    edit(after);
    return recorder.update(*found, after);
}

} // namespace

Result<Id> addTask(Recorder &recorder, const Task &draft) {
    Task task = draft;
    task.title = task.title.trimmed();
    if (task.title.isEmpty())
        return Error{Code::Invalid, tr("A task needs a few words: what is to be done?"), QString(), QByteArrayLiteral("title")};
    if (task.dueAt && task.dueOn.isEmpty())
        task.dueOn = recorder.context().clock.dateOf(*task.dueAt).toString(Qt::ISODate);
    if (!task.dueOn.isEmpty() && !QDate::fromString(task.dueOn, Qt::ISODate).isValid())
        return Error{Code::Invalid, tr("“%1” is not a date. Enter it as 2026-12-31.").arg(task.dueOn), QString(),
                     QByteArrayLiteral("due")};
    task.createdAt = recorder.now();
    task.userId = recorder.user();
    return recorder.insert(task);
}

Result<void> setTaskDone(Recorder &recorder, Id task, bool isDone) {
    return change(recorder, task, [&](Task &after) { after.doneAt = isDone ? std::optional(recorder.now()) : std::nullopt; });
}

Result<void> postponeTask(Recorder &recorder, Id task, const QString &dueOn) {
    return change(recorder, task, [&](Task &after) {
        after.dueOn = dueOn;
        after.dueAt.reset();
    });
}

Result<QList<Task>> tasksOf(db::Database &database, Id customer) {
    return db::select<Task>(
        database,
        u"customer_id = ? AND trashed_at IS NULL ORDER BY done_at IS NOT NULL, CASE WHEN done_at IS NULL THEN due_on END, "
        "CASE WHEN due_on = '' THEN 1 ELSE 0 END, done_at DESC, id"_s,
        {customer});
}

} // namespace kontor
