#include "today/reminder_centre.h"

#include "forms/task_form.h"
#include "main_window/page_table.h"
#include "main_window/shell.h"
#include "tasks/task_repository.h"
#include "today/notifier.h"
#include "widgets/bidi.h"

#include <QAbstractButton>
#include <QApplication>

#include <algorithm>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qsizetype kMostLines = 4;

} // namespace

ReminderCentre::ReminderCentre(workspace::Workspace &workspace, Shell &shell, Notifier &notifier, QAbstractButton *button,
                               QWidget *window)
    : m_workspace(workspace),
      m_shell(shell),
      m_notifier(notifier),
      m_button(button),
      m_window(window),
      m_watch(new ReminderWatch(workspace)),
      m_list(new ReminderList(shell.formats(), window)) {
    m_list->setReadOnly(workspace.isReadOnly());
    connect(m_button, &QAbstractButton::clicked, this, &ReminderCentre::open);
    connect(&m_notifier, &Notifier::clicked, this, &ReminderCentre::openTold);
    connect(m_watch, &ReminderWatch::dueChanged, this, &ReminderCentre::showDue);
    connect(m_watch, &ReminderWatch::fired, this, &ReminderCentre::tell);
    connect(m_list, &ReminderList::snoozeWanted, this, &ReminderCentre::snooze);
    connect(m_list, &ReminderList::doneWanted, this, &ReminderCentre::finish);
    connect(m_list, &ReminderList::openWanted, this, &ReminderCentre::openTask);
    showDue();
}

ReminderCentre::~ReminderCentre() {
    m_button->hide();
    delete m_list;
}

void ReminderCentre::retranslate() { showDue(); }

void ReminderCentre::showDue() {
    const QList<TaskRow> &due = m_watch->due();
    m_button->setText(tr("%Ln reminder(s)", nullptr, int(due.size())));
    m_button->setAccessibleName(m_button->text());
    m_button->setVisible(!due.isEmpty());
    m_list->setTasks(due);
}

void ReminderCentre::open() {
    if (m_watch->due().isEmpty())
        return m_shell.showToast({tr("No reminders are due."), {}, {}});
    m_list->open(QRect(m_button->mapTo(m_window, QPoint()), m_button->size()));
}

void ReminderCentre::openTask(const TaskRow &task) {
    if (task.customerId.isValid())
        m_shell.go({page::kCustomers, task.customerId, {{u"task"_s, task.id.value}}});
    else
        m_shell.go({page::kToday});
}

// The one that the message was about; of several, the list. What is done or put off meanwhile is not opened any more.
void ReminderCentre::openTold() {
    m_window->window()->raise();
    m_window->window()->activateWindow();
    const QList<TaskRow> &due = m_watch->due();
    const auto isDue = [&](Id task) {
        return std::any_of(due.begin(), due.end(), [task](const TaskRow &row) { return row.id == task; });
    };
    if (m_told.size() == 1 && isDue(m_told.first().id))
        return openTask(m_told.first());
    open();
}

// Several at once are one message. While one of our windows is in front the top bar says it, and nobody else.
void ReminderCentre::tell(const QList<TaskRow> &tasks) {
    QStringList lines;
    for (const TaskRow &task : tasks.first(qMin(kMostLines, tasks.size())))
        lines << reminderWords(task, m_shell.formats());
    if (tasks.size() > kMostLines)
        lines << tr("And %Ln more", nullptr, int(tasks.size() - kMostLines));
    m_shell.announce(lines.join(u'\n'));
    if (QApplication::activeWindow())
        return;
    m_told = tasks;
    m_notifier.notify(tasks.size() == 1 ? tr("Reminder") : tr("%Ln reminder(s)", nullptr, int(tasks.size())), lines.join(u'\n'));
}

void ReminderCentre::snooze(const TaskRow &task, ReminderList::Snooze by) {
    const Clock clock = m_workspace.clock();
    const Instant until{clock.now().milliseconds + (by == ReminderList::Snooze::Hour ? 60 : 10) * kMinute};
    const bool isTomorrow = by == ReminderList::Snooze::Tomorrow;
    const QDate tomorrow = clock.today().addDays(1);
    m_workspace.write(
        aboutTask(isTomorrow ? u"task_postpone"_s : u"task_snooze"_s, task.id, task.customerId),
        [id = task.id, until, isTomorrow, tomorrow](workspace::Recorder &recorder) {
            return isTomorrow ? postponeTasks(recorder, {id}, tomorrow) : snoozeTasks(recorder, {id}, until);
        },
        this,
        [this, isTomorrow, until](const Result<void> &done) {
            if (!done)
                return m_shell.showError(done.error());
            m_shell.showUndoToast(isTomorrow ? tr("Postponed to tomorrow.")
                                             : tr("Reminder again: %1.").arg(isolated(m_shell.formats().when(until))));
        });
}

void ReminderCentre::finish(const TaskRow &task) {
    m_workspace.write(
        aboutTask(u"task_done"_s, task.id, task.customerId),
        [id = task.id](workspace::Recorder &recorder) { return setTaskDone(recorder, id, true); }, this,
        [this](const Result<std::optional<Task>> &next) {
            if (!next)
                return m_shell.showError(next.error());
            m_shell.showUndoToast(taskDoneSentence(*next, m_shell.formats()));
        });
}

} // namespace kontor::ui
