#include "customers/card_popovers.h"

#include "forms/date_words_edit.h"
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
    connect(this, &Popover::accepted, this, &TaskPopover::finish);
}

void TaskPopover::open(const QRect &anchor, const Interaction &entry) {
    constexpr int kLongestTitle = 80;
    m_entry = entry.id;
    m_title->setText(entry.text.section(u'\n', 0, 0).left(kLongestTitle).trimmed());
    m_title->selectAll();
    m_due->setValue(DateWords{m_formats.today().addDays(1), std::nullopt});
    openAt(anchor, m_title);
}

void TaskPopover::finish() {
    Task task;
    task.title = m_title->text().trimmed();
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
