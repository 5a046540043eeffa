#include "customers/card_popovers.h"

#include "forms/date_words_edit.h"
#include "interactions/task_text.h"
#include "widgets/formats.h"

#include <QLineEdit>

namespace kontor::ui {

TaskPopover::TaskPopover(const Formats &formats, QWidget *page)
    : Popover(tr("New task"), page),
      m_formats(formats),
      m_title(new QLineEdit(this)),
      m_due(new DateWordsEdit(formats, DateLean::Future, this)) {
    addField(tr("What is to be done"), m_title);
    addField(tr("When"), m_due);
    addButtons(tr("Add task"));
    //: An example of a task typed in one line.
    m_title->setPlaceholderText(tr("Call back tue 10:00"));
    connect(this, &Popover::accepted, this, &TaskPopover::finish);
    connect(m_due, &DateWordsEdit::valueEdited, this, [this] { m_isDueOwn = true; });
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (m_isDueOwn)
            return;
        const auto when = readTaskText(typed, m_due->reading()).when;
        m_due->setValue(when ? *when : DateWords{m_formats.today().addDays(1), std::nullopt});
    });
}

void TaskPopover::open(const QRect &anchor, const Interaction &entry) {
    constexpr int kLongestTitle = 80;
    m_entry = entry.id;
    m_isDueOwn = entry.id.isValid(); // the words of an entry are not a task typed in one line
    m_title->setText(entry.text.section(u'\n', 0, 0).left(kLongestTitle).trimmed());
    m_title->selectAll();
    m_due->setValue(DateWords{m_formats.today().addDays(1), std::nullopt});
    openAt(anchor, m_title);
}

void TaskPopover::finish() {
    Task task;
    const TaskText typed = readTaskText(m_title->text(), m_due->reading());
    const bool isDayAlone = !m_isDueOwn && typed.title.isEmpty() && typed.when;
    task.title = isDayAlone ? tr("Call back") : m_isDueOwn ? m_title->text().trimmed() : typed.title;
    task.kind = isDayAlone ? QStringLiteral("call") : taskKindOf(task.title);
    if (task.title.isEmpty())
        return setProblem(tr("Say in a few words what is to be done."));
    if (!m_due->isUnderstood())
        return setProblem(DateWordsEdit::problem());
    if (const auto due = m_due->value()) {
        task.dueOn = due->day.toString(Qt::ISODate);
        if (due->time)
            task.dueAt = Instant{QDateTime(due->day, *due->time, m_formats.clock().zone).toMSecsSinceEpoch()};
    }
    if (m_entry.isValid())
        task.interactionId = m_entry;
    close();
    emit taskReady(task);
}

} // namespace kontor::ui
