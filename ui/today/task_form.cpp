#include "today/task_form.h"

#include "forms/date_words_edit.h"
#include "interactions/outcome.h"
#include "interactions/task_text.h"
#include "today/customer_chooser.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

TaskForm::TaskForm(workspace::Workspace &workspace, const Formats &formats, Mode mode, QWidget *page)
    : Popover(mode == Mode::New ? tr("New task") : tr("Change the task"), page),
      m_formats(formats),
      m_title(new QLineEdit(this)),
      m_due(new DateWordsEdit(formats, DateLean::Future, this)),
      m_customer(new CustomerChooser(workspace, this)) {
    addField(tr("What is to be done"), m_title);
    //: An example of a task typed in one line.
    m_title->setPlaceholderText(tr("Call back tue 10:00"));
    addField(tr("When"), m_due);
    addField(tr("Customer"), m_customer);
    m_customer->line()->setAccessibleName(tr("Customer"));
    addButtons(mode == Mode::New ? tr("Add task") : tr("Save task"));
    connect(this, &Popover::accepted, this, &TaskForm::finish);
    connect(m_title, &QLineEdit::textEdited, this, &TaskForm::readTitle);
    connect(m_due, &DateWordsEdit::valueEdited, this, [this] { m_isDueOwn = true; });
    connect(m_customer, &CustomerChooser::sizeChanged, this, &Popover::fit);
}

void TaskForm::openNew(const QRect &anchor, Id customer, const QString &customerName) {
    m_before = {};
    m_isDueOwn = false;
    m_title->clear();
    m_due->setValue(DateWords{addWorkingDays(m_formats.today(), 1), std::nullopt});
    m_customer->setCustomer(customer, customerName);
    openAt(anchor, m_title);
}

void TaskForm::openFor(const QRect &anchor, const Task &task, const QString &customerName) {
    m_before = task;
    m_isDueOwn = true;
    m_title->setText(task.title);
    const QDate day = QDate::fromString(task.dueOn, Qt::ISODate);
    std::optional<QTime> time;
    if (task.dueAt)
        time = m_formats.clock().dateTimeOf(*task.dueAt).time();
    m_due->setValue(day.isValid() ? std::optional(DateWords{day, time}) : std::nullopt);
    m_customer->setCustomer(task.customerId.value_or(Id()), customerName);
    openAt(anchor, m_title);
    m_title->selectAll();
}

// What the line says of the day is shown in the line for the day, so that nobody has to trust it.
void TaskForm::readTitle() {
    if (m_isDueOwn)
        return;
    const auto when = readTaskText(m_title->text(), m_due->reading()).when;
    m_due->setValue(when ? *when : DateWords{addWorkingDays(m_formats.today(), 1), std::nullopt});
}

void TaskForm::setDue(Task &task) const {
    task.dueOn.clear();
    task.dueAt.reset();
    const auto due = m_due->value();
    if (!due)
        return;
    task.dueOn = due->day.toString(Qt::ISODate);
    if (due->time)
        task.dueAt = Instant{QDateTime(due->day, *due->time, m_formats.clock().zone).toMSecsSinceEpoch()};
}

void TaskForm::finish() {
    Task task = m_before;
    const TaskText typed = readTaskText(m_title->text(), m_due->reading());
    task.title = m_isDueOwn ? m_title->text().simplified() : typed.title;
    if (!m_isDueOwn && task.title.isEmpty() && typed.when)
        task.title = tr("Call back");
    if (task.title.isEmpty())
        return setProblem(tr("Say in a few words what is to be done."));
    if (!m_due->isUnderstood())
        return setProblem(DateWordsEdit::problem());
    if (!m_customer->isChosen())
        return setProblem(tr("Choose a customer out of the list, or leave the line empty."));
    setDue(task);
    if (task.dueAt != m_before.dueAt)
        task.remindAt.reset();
    task.customerId = m_customer->customer().isValid() ? std::optional(m_customer->customer()) : std::nullopt;
    if (task.kind.isEmpty())
        task.kind = typed.title.isEmpty() && typed.when ? u"call"_s : taskKindOf(task.title);
    close();
    if (m_before.id.isValid())
        emit changeReady(m_before, task);
    else
        emit taskReady(task);
}

DayForm::DayForm(const Formats &formats, QWidget *page)
    : Popover(tr("Postpone"), page), m_day(new DateWordsEdit(formats, DateLean::Future, this)) {
    addField(tr("To which day"), m_day);
    addButtons(tr("Postpone"));
    connect(this, &Popover::accepted, this, [this] {
        const auto day = m_day->value();
        if (!day)
            return setProblem(DateWordsEdit::problem());
        close();
        emit dayReady(day->day);
    });
}

void DayForm::open(const QRect &anchor, QDate day) {
    m_day->setValue(DateWords{day, std::nullopt});
    openAt(anchor, m_day);
    m_day->selectAll();
}

} // namespace kontor::ui
