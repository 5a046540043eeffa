#include "tasks/task_repository.h"

#include "tasks/repeat.h"

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

Result<Task> checked(Recorder &recorder, const Task &draft) {
    Task task = draft;
    task.title = task.title.trimmed();
    if (task.title.isEmpty())
        return Error{Code::Invalid, tr("A task needs a few words: what is to be done?"), QString(), QByteArrayLiteral("title")};
    if (task.dueAt && task.dueOn.isEmpty())
        task.dueOn = recorder.context().clock.dateOf(*task.dueAt).toString(Qt::ISODate);
    if (!task.dueOn.isEmpty() && !QDate::fromString(task.dueOn, Qt::ISODate).isValid())
        return Error{Code::Invalid, tr("“%1” is not a date. Enter it as 2026-12-31.").arg(task.dueOn), QString(),
                     QByteArrayLiteral("due")};
    if (!task.repeat.isEmpty() && task.dueOn.isEmpty())
        return Error{Code::Invalid, tr("A task that repeats needs a day on which it begins."), QString(),
                     QByteArrayLiteral("due")};
    if (!task.repeat.isEmpty() && !parseRepeatRule(task.repeat))
        return Error{Code::Invalid,
                     tr("“%1” says nothing about how a task repeats. Enter for example FREQ=WEEKLY;INTERVAL=2.").arg(task.repeat),
                     QString(), QByteArrayLiteral("repeat")};
    return task;
}

// The next of the series that `done` belongs to; nothing where it does not repeat.
std::optional<Task> nextOf(const Task &done, const Clock &clock) {
    const auto repeat = parseRepeatRule(done.repeat);
    const QDate due = QDate::fromString(done.dueOn, Qt::ISODate);
    if (!repeat || !due.isValid())
        return std::nullopt;
    const QDate day = nextDue(*repeat, due, clock.today());
    Task next;
    next.customerId = done.customerId;
    next.title = done.title;
    next.kind = done.kind;
    next.note = done.note;
    next.repeat = done.repeat;
    next.dueOn = day.toString(Qt::ISODate);
    next.dueAt = clock.at(day, clock.timeOf(done.dueAt));
    return day.isValid() ? std::optional(next) : std::nullopt;
}

} // namespace

Result<Id> addTask(Recorder &recorder, const Task &draft) {
    TRY(task, checked(recorder, draft));
    task.createdAt = recorder.now();
    task.userId = recorder.user();
    return recorder.insert(task);
}

Result<void> changeTask(Recorder &recorder, const Task &before, const Task &draft) {
    TRY(after, checked(recorder, draft));
    return recorder.update(before, after);
}

Result<std::optional<Task>> setTaskDone(Recorder &recorder, Id id, bool isDone) {
    std::optional<Task> next;
    TRY_VOID(change(recorder, id, [&](Task &after) {
        if (isDone && !after.doneAt)
            next = nextOf(after, recorder.context().clock);
        after.doneAt = isDone ? std::optional(recorder.now()) : std::nullopt;
        if (next)
            after.repeat.clear(); // goes on with the next one; ticked twice, there is still one
    }));
    if (!next)
        return next;
    TRY(added, addTask(recorder, *next));
    next->id = added;
    return next;
}

Result<void> postponeTask(Recorder &recorder, Id task, const QString &dueOn) {
    return change(recorder, task, [&](Task &after) {
        after.dueOn = dueOn;
        after.dueAt.reset();
    });
}

Result<void> postponeTasks(Recorder &recorder, const QList<Id> &tasks, QDate day) {
    const Clock &clock = recorder.context().clock;
    for (const Id task : tasks)
        TRY_VOID(change(recorder, task, [&](Task &after) {
            after.dueOn = day.toString(Qt::ISODate);
            after.remindAt.reset();
            if (!after.dueAt)
                return;
            after.dueAt = clock.at(day, clock.timeOf(*after.dueAt));
            if (*after.dueAt <= recorder.now())
                after.dueAt.reset();
        }));
    return {};
}

Result<void> snoozeTasks(Recorder &recorder, const QList<Id> &tasks, Instant until) {
    for (const Id task : tasks)
        TRY_VOID(change(recorder, task, [&](Task &after) { after.remindAt = until; }));
    return {};
}

Result<void> trashTask(Recorder &recorder, Id task) {
    return change(recorder, task, [&](Task &after) { after.trashedAt = recorder.now(); });
}

Result<QList<Task>> tasksOf(db::Database &database, Id customer) {
    return db::select<Task>(
        database,
        u"customer_id = ? AND trashed_at IS NULL ORDER BY done_at IS NOT NULL, CASE WHEN done_at IS NULL THEN due_on END, "
        "CASE WHEN due_on = '' THEN 1 ELSE 0 END, done_at DESC, id"_s,
        {customer});
}

} // namespace kontor
