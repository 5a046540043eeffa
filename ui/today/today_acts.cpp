// What is done on Today, and what it writes: each act is one step that can be taken back.
#include "today/today_page.h"

#include "communication/contact_launcher.h"
#include "customers/card.h"
#include "forms/date_words_edit.h"
#include "forms/task_form.h"
#include "interactions/interaction_repository.h"
#include "interactions/outcome_question.h"
#include "main_window/action_table.h"
#include "tasks/task_repository.h"
#include "today/day_choice.h"
#include "today/day_form.h"
#include "today/today_view.h"
#include "widgets/bidi.h"

#include <QMenu>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPick = 3;

} // namespace

template <class Act>
void TodayPage::act(const workspace::OperationInfo &info, Act act, const QString &toast) {
    m_workspace.write(info, std::move(act), this, [this, toast](const auto &result) {
        if (!result) {
            m_shell.showError(result.error());
            return reload();
        }
        m_shell.showUndoToast(toast);
    });
}

bool TodayPage::canPerform(QLatin1StringView id) const {
    const bool canWrite = !m_workspace.isReadOnly();
    if (id == action::kNewTask)
        return canWrite;
    if (id == action::kPostponeLate)
        return canWrite && m_content.agenda.late.total > 0;
    const TaskRow *task = m_view->currentTask();
    if (id == action::kLogCall)
        return canWrite && task && task->customerId.isValid() && !task->isDone;
    if (id == action::kDial)
        return task && !task->phone.isEmpty() && !task->refusesCalls;
    const TodayRow *row = m_view->currentRow();
    return id == action::kOpenCustomer && row && row->customer.isValid();
}

void TodayPage::perform(QLatin1StringView id) {
    if (id == action::kNewTask)
        return openNewTask();
    if (id == action::kPostponeLate)
        return postponeAll();
    if (id == action::kOpenCustomer && m_view->currentRow()) {
        const TodayRow row = *m_view->currentRow();
        return openRow(row);
    }
    const TaskRow task = m_view->currentTask() ? *m_view->currentTask() : TaskRow();
    if (id == action::kLogCall)
        logCall(task);
    else if (id == action::kDial)
        dial(task);
}

// At once, before the file knows. Counts that come in between show the rows anew, so the agenda has to know it too.
void TodayPage::markDone(Id task, bool isDone) {
    ++m_number; // an answer that is on its way does not know of it
    const auto mark = [&](AgendaSection &section) {
        for (TaskRow &row : section.tasks)
            if (row.id == task)
                row.isDone = isDone;
    };
    mark(m_content.agenda.late);
    for (AgendaSection &day : m_content.agenda.days)
        mark(day);
    m_view->today()->setDone(task, isDone);
}

void TodayPage::tick(const TaskRow &task) {
    const bool isDone = !task.isDone;
    if (isDone && !m_kept.contains(task.id))
        m_kept << task.id;
    markDone(task.id, isDone);
    if (isDone && task.kind == "call"_L1 && task.customerId.isValid()) {
        m_asked.insert(task.id, task);
        m_view->ask(task.id);
    } else if (m_view->today()->asked() == task.id) {
        m_view->ask({});
    }
    m_workspace.write(
        aboutTask(u"task_done"_s, task.id, task.customerId),
        [id = task.id, isDone](workspace::Recorder &recorder) { return setTaskDone(recorder, id, isDone); }, this,
        [this, isDone](const Result<std::optional<Task>> &next) {
            if (!next) {
                m_shell.showError(next.error());
                return reload();
            }
            m_shell.showUndoToast(isDone ? taskDoneSentence(*next, m_shell.formats()) : tr("The task is open again."));
        });
}

void TodayPage::postpone(const TaskRow &task, int choice) {
    const QList<DayChoice> choices = dayChoices(m_shell.formats());
    if (choice != kPick)
        return postponeTo(task, choices.value(choice).day);
    if (!m_dayForm) {
        m_dayForm = new DayForm(m_shell.formats(), this);
        connect(m_dayForm, &DayForm::dayReady, this, [this](QDate day) { postponeTo(m_toPostpone, day); });
    }
    m_toPostpone = task;
    m_dayForm->open(anchor(), m_shell.formats().today().addDays(2));
}

void TodayPage::postponeTo(const TaskRow &task, QDate day) {
    if (!day.isValid())
        return;
    const QString where = DateWordsEdit::wording({day, std::nullopt}, m_shell.formats());
    act(
        aboutTask(u"task_postpone"_s, task.id, task.customerId),
        [id = task.id, day](workspace::Recorder &recorder) { return postponeTasks(recorder, {id}, day); },
        tr("Postponed to %1.").arg(isolated(where)));
}

// All that are late, also those that the page does not show.
void TodayPage::postponeAll() {
    const QDate today = m_shell.formats().today();
    m_workspace.write(
        {u"task_postpone"_s, "task", {}},
        [today](workspace::Recorder &recorder) -> Result<int> {
            TRY(late, lateTasks(recorder.database(), today));
            TRY_VOID(postponeTasks(recorder, late, today.addDays(1)));
            return int(late.size());
        },
        this,
        [this](const Result<int> &count) {
            if (!count)
                return m_shell.showError(count.error());
            m_shell.showUndoToast(tr("%Ln task(s) postponed to tomorrow.", nullptr, *count));
        });
}

// The call is logged and the task is done in one act; how it went can be said right after.
void TodayPage::logCall(const TaskRow &task) {
    LogDraft draft;
    draft.interaction.customerId = task.customerId;
    draft.interaction.kind = u"call"_s;
    draft.interaction.text = task.title;
    if (!m_kept.contains(task.id))
        m_kept << task.id;
    markDone(task.id, true);
    m_asked.insert(task.id, task);
    m_workspace.write(
        {u"log"_s, "customer", task.customerId},
        [draft, id = task.id](workspace::Recorder &recorder) -> Result<Logged> {
            TRY(logged, logInteraction(recorder, draft));
            TRY_VOID(setTaskDone(recorder, id, true));
            return logged;
        },
        this,
        [this, task](const Result<Logged> &logged) {
            if (!logged) {
                m_shell.showError(logged.error());
                return reload();
            }
            if (isVisible()) {
                m_loggedCalls.insert(task.id, logged->interaction);
                m_view->ask(task.id);
            }
            m_shell.showUndoToast(tr("Call logged, task done."));
        });
}

void TodayPage::logOutcome(Id id, const QString &outcome) {
    const TaskRow task = m_asked.value(id);
    const Id call = m_loggedCalls.take(id);
    m_asked.remove(id);
    m_view->ask({});
    if (!task.customerId.isValid())
        return;
    const OutcomeEntry entry = outcomeEntry(m_shell.formats(), {task.customerId, task.preferredTime}, task.title, outcome);
    act(
        aboutTask(u"log"_s, task.id, task.customerId),
        [draft = entry.draft, call](workspace::Recorder &recorder) {
            return call.isValid() ? addOutcome(recorder, call, draft.interaction.outcome, draft.nextStep)
                                  : logInteraction(recorder, draft);
        },
        entry.toast);
}

void TodayPage::openNewTask() {
    if (!m_newForm) {
        m_newForm = new TaskForm(m_shell.formats(), TaskForm::Mode::New, &m_workspace, this);
        connect(m_newForm, &TaskForm::taskReady, this, &TodayPage::addTask);
    }
    m_newForm->openNew(QRect(m_new->mapTo(this, QPoint()), m_new->size()), {});
}

void TodayPage::addTask(const Task &task) {
    const Id customer = task.customerId.value_or(Id());
    const QDate day = QDate::fromString(task.dueOn, Qt::ISODate);
    act(
        aboutTask(u"task"_s, {}, customer), [task](workspace::Recorder &recorder) { return kontor::addTask(recorder, task); },
        day.isValid() ? tr("Task added for %1.").arg(isolated(DateWordsEdit::wording(day, task.dueAt, m_shell.formats())))
                      : tr("Task added."));
}

void TodayPage::editTask(const TaskRow &task) {
    m_workspace.read(
        this, [id = task.id](db::Database &database) { return db::find<Task>(database, id); },
        [this, task](const Result<std::optional<Task>> &found) {
            if (!found || !*found || !isVisible())
                return found ? void() : m_shell.showError(found.error());
            if (!m_editForm) {
                m_editForm = new TaskForm(m_shell.formats(), TaskForm::Mode::Change, &m_workspace, this);
                connect(m_editForm, &TaskForm::changeReady, this, &TodayPage::saveTask);
            }
            m_view->selectTask(task.id);
            m_editForm->openFor(anchor(), **found, task.customerName);
        });
}

void TodayPage::saveTask(const Task &before, const Task &after) {
    const Id customer = after.customerId.value_or(Id());
    act(
        aboutTask(u"task_edit"_s, after.id, customer),
        [before, after](workspace::Recorder &recorder) { return changeTask(recorder, before, after); }, tr("Task changed."));
}

void TodayPage::trash(const TaskRow &task) {
    act(
        aboutTask(u"task_trash"_s, task.id, task.customerId),
        [id = task.id](workspace::Recorder &recorder) { return trashTask(recorder, id); }, tr("Task moved to the trash."));
}

void TodayPage::dial(const TaskRow &task) {
    m_workspace.read(
        this, [id = task.customerId](db::Database &database) { return loadCard(database, id); },
        [this](const Result<Card> &card) {
            if (!card)
                return m_shell.showError(card.error());
            ContactLauncher(*m_opener, m_shell, m_workspace.settings().country).launch(*card, communication::Channel::Call);
        });
}

void TodayPage::showMenu(const QPoint &at) {
    if (!m_view->currentTask())
        return;
    const TaskRow task = *m_view->currentTask();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, bool isEnabled, auto &&act) {
        menu->addAction(text, this, std::forward<decltype(act)>(act))->setEnabled(isEnabled);
    };
    const bool canWrite = !m_workspace.isReadOnly();
    add(task.isDone ? tr("Open again") : tr("Done"), canWrite, [this, task] { tick(task); });
    add(tr("Log a call and finish"), canPerform(action::kLogCall), [this, task] { logCall(task); });
    add(tr("Dial"), canPerform(action::kDial), [this, task] { dial(task); });
    add(tr("Open the customer"), task.customerId.isValid(), [this] { perform(action::kOpenCustomer); });
    menu->addSeparator();
    const QList<DayChoice> choices = dayChoices(m_shell.formats());
    for (qsizetype i = 0; i < choices.size(); ++i)
        add(i == kPick ? tr("Postpone to another day…") : tr("Postpone: %1").arg(choices[i].text), canWrite && !task.isDone,
            [this, task, i] { postpone(task, int(i)); });
    menu->addSeparator();
    add(tr("Change"), canWrite, [this, task] { editTask(task); });
    add(tr("Move to trash"), canWrite, [this, task] { trash(task); });
    menu->popup(at);
}

} // namespace kontor::ui
