#include "forms/task_form.h"

#include "customers/customer_texts.h"
#include "forms/customer_chooser.h"
#include "forms/date_words_edit.h"
#include "forms/repeat_field.h"
#include "interactions/task_text.h"
#include "theme/icon.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <QComboBox>

namespace kontor::ui {

using namespace Qt::StringLiterals;

TaskForm::TaskForm(const Formats &formats, Mode mode, workspace::Workspace *customers, QWidget *page)
    : Popover(mode == Mode::New ? tr("New task") : tr("Change the task"), page),
      m_formats(formats),
      m_title(new QLineEdit(this)),
      m_due(new DateWordsEdit(formats, DateLean::Future, this)),
      m_customer(customers ? new CustomerChooser(*customers, this) : nullptr),
      m_repeat(new RepeatField(formats, this)),
      m_kind(new QComboBox(this)) {
    build(mode);
    wire();
}

void TaskForm::build(Mode mode) {
    addField(tr("What is to be done"), m_title);
    //: An example of a task typed in one line.
    m_title->setPlaceholderText(tr("Call back tue 10:00"));
    addField(tr("When"), m_due);
    for (const QString &kind : {u"call"_s, u"email"_s, u"meeting"_s, QString()})
        m_kind->addItem(Icon::get(taskIcon(kind)), taskKindText(kind), kind);
    if (m_customer) {
        addField(tr("Customer"), m_customer);
        m_customer->line()->setAccessibleName(tr("Customer"));
    }
    addField(tr("Repeats"), m_repeat);
    addField(tr("Kind"), m_kind);
    addButtons(mode == Mode::New ? tr("Add task") : tr("Save task"));
}

void TaskForm::wire() {
    connect(this, &Popover::accepted, this, &TaskForm::finish);
    connect(m_title, &QLineEdit::textEdited, this, &TaskForm::readTitle);
    connect(m_kind, &QComboBox::activated, this, [this] { m_isKindOwn = true; });
    connect(m_due, &DateWordsEdit::valueEdited, this, [this] {
        takeDayOver();
        if (const auto due = m_due->value())
            m_repeat->setFirst(due->day);
    });
    connect(m_repeat, &RepeatField::edited, this, &TaskForm::takeDayOver);
    connect(m_repeat, &RepeatField::sizeChanged, this, &Popover::fit);
    if (m_customer)
        connect(m_customer, &CustomerChooser::sizeChanged, this, &Popover::fit);
}

void TaskForm::openNew(const QRect &anchor, const Beginning &beginning) {
    constexpr int kLongestTitle = 80;
    m_day = addWorkingDays(m_formats.today(), 1);
    Task task;
    task.dueOn = m_day.toString(Qt::ISODate);
    task.title = beginning.entry.text.section(u'\n', 0, 0).left(kLongestTitle).trimmed();
    if (beginning.entry.id.isValid())
        task.interactionId = beginning.entry.id;
    m_isKindOwn = false;
    if (m_customer)
        m_customer->setCustomer(beginning.customer, beginning.customerName);
    show(anchor, task, beginning.entry.id.isValid()); // the words of an entry are not a task typed in one line
}

void TaskForm::openFor(const QRect &anchor, const Task &task, const QString &customerName) {
    m_isKindOwn = true;
    if (m_customer)
        m_customer->setCustomer(task.customerId.value_or(Id()), customerName);
    show(anchor, task, true);
}

void TaskForm::show(const QRect &anchor, const Task &task, bool isDayOwn) {
    m_before = task;
    m_isDayOwn = isDayOwn;
    m_title->setText(task.title);
    const QDate day = QDate::fromString(task.dueOn, Qt::ISODate);
    m_due->setValue(day.isValid() ? std::optional(DateWords{day, m_formats.clock().timeOf(task.dueAt)}) : std::nullopt);
    m_repeat->setRepeat({});
    m_repeat->setFirst(day);
    m_repeat->setRepeat(parseRepeatRule(task.repeat)); // as it is kept: a task that was postponed keeps the day of its series
    showKind(m_isKindOwn ? task.kind : taskKindOf(task.title));
    openAt(anchor, m_title);
    m_title->selectAll();
}

void TaskForm::showKind(const QString &kind) {
    if (m_kind->findData(kind) < 0) // one that came with an import
        m_kind->addItem(Icon::get(taskIcon(kind)), taskKindText(kind), kind);
    m_kind->setCurrentIndex(m_kind->findData(kind));
}

// What the line says is shown in the other fields, so that nobody has to trust it.
void TaskForm::readTitle() {
    const TaskText typed = readsTitle() ? readTaskText(m_title->text(), m_due->reading()) : TaskText{m_title->text(), {}, {}};
    if (!m_isKindOwn)
        showKind(typed.title.isEmpty() && typed.when ? u"call"_s : taskKindOf(typed.title));
    if (!readsTitle())
        return;
    DateWords when = typed.when.value_or(DateWords{m_day, std::nullopt});
    const Clock &clock = m_formats.clock();
    // "every day 8:00" begins tomorrow when it is nine.
    if (typed.repeat && when.time && clock.at(when.day, *when.time) <= clock.now())
        when.day = nextDue(*typed.repeat, when.day, m_formats.today());
    m_due->setValue(when);
    m_repeat->setRepeat({});
    m_repeat->setFirst(when.day);
    m_repeat->setRepeat(typed.repeat);
}

// The words for a day in the line have done their work: what its own field says now must not be contradicted by the title.
void TaskForm::takeDayOver() {
    if (readsTitle())
        m_title->setText(typedTitle());
    m_isDayOwn = true;
}

// "Call back" where nothing but a day was typed.
QString TaskForm::typedTitle() const {
    const TaskText typed = readTaskText(m_title->text(), m_due->reading());
    return typed.title.isEmpty() && typed.when ? tr("Call back") : typed.title;
}

void TaskForm::setDue(Task &task) const {
    const auto due = m_due->value();
    task.dueOn = due ? due->day.toString(Qt::ISODate) : QString();
    task.dueAt = due ? m_formats.clock().at(due->day, due->time) : std::nullopt;
    task.repeat = m_repeat->repeat() ? repeatRule(*m_repeat->repeat()) : QString();
    if (task.dueAt != m_before.dueAt)
        task.remindAt.reset();
}

void TaskForm::finish() {
    Task task = m_before;
    task.title = readsTitle() ? typedTitle() : m_title->text().simplified();
    if (task.title.isEmpty())
        return setProblem(tr("Say in a few words what is to be done."));
    if (!m_due->isUnderstood())
        return setProblem(DateWordsEdit::problem());
    if (m_repeat->repeat() && !m_due->value())
        return setProblem(tr("A task that repeats needs a day on which it begins."));
    if (m_customer && !m_customer->isChosen())
        return setProblem(tr("Choose a customer out of the list, or leave the line empty."));
    setDue(task);
    if (m_customer)
        task.customerId = m_customer->customer().isValid() ? std::optional(m_customer->customer()) : std::nullopt;
    task.kind = m_kind->currentData().toString();
    close();
    if (m_before.id.isValid())
        emit changeReady(m_before, task);
    else
        emit taskReady(task);
}

QString taskKindText(const QString &kind) {
    //: The kind of a task that is no call, e-mail or meeting.
    return kind.isEmpty() ? TaskForm::tr("Other") : interactionKindText(kind);
}

QLatin1StringView taskIcon(const QString &kind) {
    return kind == "call"_L1      ? "phone"_L1
           : kind == "email"_L1   ? "mail"_L1
           : kind == "meeting"_L1 ? "people"_L1
           : kind == "visit"_L1   ? "building"_L1
                                  : "task"_L1;
}

QString taskDoneSentence(const std::optional<Task> &next, const Formats &formats) {
    if (!next)
        return TaskForm::tr("Task done.");
    const QDate day = QDate::fromString(next->dueOn, Qt::ISODate);
    return TaskForm::tr("Task done. Next: %1.").arg(isolated(DateWordsEdit::wording(day, next->dueAt, formats)));
}

} // namespace kontor::ui
