#include "customers/customer_cell_edit.h"

#include "customers/bulk_change.h"
#include "customers/card_tags_popover.h"
#include "customers/customer.h"
#include "customers/customer_columns.h"
#include "customers/customer_type_popover.h"
#include "forms/task_form.h"
#include "interactions/outcome.h"
#include "main_window/shell.h"
#include "tags/tag_repository.h"
#include "tasks/task_repository.h"
#include "widgets/bidi.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace customer_column;

CustomerCellEdit::CustomerCellEdit(workspace::Workspace &workspace, Shell &shell, QWidget *page)
    : QObject(page), m_workspace(workspace), m_shell(shell), m_page(page) {}

bool CustomerCellEdit::canEdit(int column) { return column == Lifecycle || column == Tags || column == NextStep; }

void CustomerCellEdit::open(int column, const CustomerRow &row, const QRect &anchor) {
    if (m_workspace.isReadOnly())
        return;
    close();
    ++m_number;
    m_row = row;
    m_anchor = anchor;
    if (column == Lifecycle)
        openType();
    else if (column == Tags)
        openTags();
    else if (column == NextStep)
        openNextStep();
}

bool CustomerCellEdit::close() {
    ++m_number;
    for (Popover *popover : {static_cast<Popover *>(m_type), static_cast<Popover *>(m_tags), static_cast<Popover *>(m_newTask),
                             static_cast<Popover *>(m_changeTask)})
        if (popover && popover->isOpen()) {
            popover->close();
            return true;
        }
    return false;
}

void CustomerCellEdit::write(const workspace::OperationInfo &info,
                             const std::function<Result<void>(workspace::Recorder &)> &act, const QString &toast) {
    m_workspace.write(info, act, this, [this, toast](const Result<void> &done) {
        if (!done)
            return m_shell.showError(done.error());
        m_shell.showUndoToast(toast);
        m_shell.announce(toast);
        if (m_tags && m_tags->isOpen())
            readTags();
    });
}

void CustomerCellEdit::openType() {
    if (!m_type) {
        m_type = new CustomerTypePopover(m_shell.formats(), m_page);
        connect(m_type, &CustomerTypePopover::chosen, this, &CustomerCellEdit::setType);
    }
    m_type->open(m_anchor, m_row.lifecycle);
}

void CustomerCellEdit::setType(const QString &lifecycle) {
    const BulkChange change{BulkChange::Kind::SetField, "lifecycle", lifecycle};
    m_workspace.writeWith([customer = m_row.id, change](workspace::Base &base) { return applyBulkChange(base, {customer}, {change}); },
                          this, [this, name = m_row.name](const Result<qint64> &changed) {
                              if (!changed)
                                  return m_shell.showError(changed.error());
                              if (*changed == 0)
                                  return;
                              const QString words = tr("Type of %1 changed.").arg(isolated(name));
                              m_shell.showUndoToast(words);
                              m_shell.announce(words);
                          });
}

void CustomerCellEdit::openTags() {
    if (!m_tags) {
        m_tags = new TagsPopover(m_page);
        connect(m_tags, &TagsPopover::toggled, this, &CustomerCellEdit::toggleTag);
        connect(m_tags, &TagsPopover::colourWanted, this, [this](Id tag, int colour) {
            write(
                {u"tag"_s, Tag::kTable, tag},
                [tag, colour](workspace::Recorder &recorder) { return colourTag(recorder, tag, colour); },
                tr("Colour of the tag changed."));
        });
    }
    m_tags->setTags({}, {}); // not those of another customer
    readTags();
    m_tags->open(m_anchor);
}

void CustomerCellEdit::readTags() {
    struct Both {
        QList<Tag> all, carried;
    };
    m_workspace.read(
        this,
        [customer = m_row.id](db::Database &database) -> Result<Both> {
            TRY(all, allTags(database));
            TRY(carried, tagsOf(database, customer));
            return Both{all, carried};
        },
        [this, number = m_number](const Result<Both> &tags) {
            if (tags && number == m_number)
                m_tags->setTags(tags->all, tags->carried);
        });
}

void CustomerCellEdit::toggleTag(const QString &name, Id tag, bool isCarried) {
    write(
        {u"tag"_s, Customer::kTable, m_row.id},
        [name, tag, isCarried, customer = m_row.id](workspace::Recorder &recorder) {
            return isCarried ? untagCustomer(recorder, customer, tag) : tagCustomer(recorder, customer, name);
        },
        isCarried ? tr("Tag “%1” taken off.").arg(isolated(name)) : tr("Tag “%1” put on.").arg(isolated(name)));
}

// The first open task is what the list shows; where there is none, a new one begins.
void CustomerCellEdit::openNextStep() {
    m_workspace.read(
        this, [customer = m_row.id](db::Database &database) { return tasksOf(database, customer); },
        [this, number = m_number](const Result<QList<Task>> &tasks) {
            if (number != m_number)
                return;
            if (!tasks)
                return m_shell.showError(tasks.error());
            if (tasks->isEmpty() || tasks->first().doneAt)
                return openNewTask(m_row.id, m_row.name, m_anchor);
            if (!m_changeTask) {
                m_changeTask = new TaskForm(m_shell.formats(), TaskForm::Mode::Change, &m_workspace, m_page);
                connect(m_changeTask, &TaskForm::changeReady, this, &CustomerCellEdit::changeTask);
            }
            m_changeTask->openFor(m_anchor, tasks->first(), m_row.name);
        });
}

void CustomerCellEdit::openNewTask(Id customer, const QString &name, const QRect &anchor) {
    if (!m_newTask) {
        m_newTask = new TaskForm(m_shell.formats(), TaskForm::Mode::New, &m_workspace, m_page);
        connect(m_newTask, &TaskForm::taskReady, this, &CustomerCellEdit::addTask);
    }
    m_newTask->openNew(anchor, {.customer = customer, .customerName = name});
}

void CustomerCellEdit::addTask(const Task &task) {
    write(
        aboutTask(u"task"_s, {}, task.customerId.value_or(Id())),
        [task](workspace::Recorder &recorder) -> Result<void> {
            TRY_VOID(kontor::addTask(recorder, task));
            return {};
        },
        tr("Task added."));
}

void CustomerCellEdit::changeTask(const Task &before, const Task &after) {
    write(
        aboutTask(u"task_edit"_s, after.id, after.customerId.value_or(Id())),
        [before, after](workspace::Recorder &recorder) { return kontor::changeTask(recorder, before, after); }, tr("Task changed."));
}

} // namespace kontor::ui
