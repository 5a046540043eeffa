#include "today/reminder_list.h"

#include "forms/flow_layout.h"
#include "forms/quick_chip.h"
#include "forms/quick_keys.h"
#include "today/today_row.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <QKeyEvent>
#include <QListView>

namespace kontor::ui {

namespace {
constexpr int kListWidth = 380;
constexpr int kMostRows = 8;
} // namespace

QString reminderWords(const TaskRow &task, const Formats &formats) {
    const QDateTime due = formats.clock().dateTimeOf(*task.dueAt);
    const QString time = formats.time(due.time());
    const QString when = due.date() == formats.today() ? time : ReminderList::tr("%1 %2").arg(formats.dueDay(due.date()), time);
    if (task.customerName.isEmpty())
        return ReminderList::tr("%1 %2").arg(when, isolated(task.title));
    //: When, what is to be done, and with whom.
    return ReminderList::tr("%1 %2, %3").arg(when, isolated(task.title), isolated(task.customerName));
}

ReminderModel::ReminderModel(const Formats &formats, QObject *parent) : RowModel(parent), m_formats(formats) {}

void ReminderModel::setTasks(const QList<TaskRow> &tasks) {
    QList<ReminderRow> rows;
    for (const TaskRow &task : tasks)
        rows.append({QByteArray::number(task.id.value), task});
    replaceRows(rows);
}

QVariant ReminderModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return reminderWords(row(index.row()).task, m_formats);
    default: return {};
    }
}

ReminderList::ReminderList(const Formats &formats, QWidget *window)
    : Popover(tr("Reminders"), window), m_model(new ReminderModel(formats, this)), m_list(new QListView(this)) {
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Reminders that are due"));
    m_list->setMinimumWidth(kListWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    addWidget(m_list);
    auto *row = new QWidget(this);
    auto *chips = new FlowLayout(row);
    const QStringList texts{tr("In %Ln minute(s)", nullptr, 10), tr("In %Ln hour(s)", nullptr, 1), tr("Tomorrow")};
    for (int number = 1; number <= texts.size(); ++number) {
        auto *chip = new QuickChip(number, texts[number - 1], row);
        chip->setCheckable(false);
        connect(chip, &QAbstractButton::clicked, this, [this, number] { press(number); });
        chips->addWidget(chip);
        m_writing << chip;
    }
    addWidget(row);
    addButtons(tr("Open"));
    addQuickKeys(this, [this](int number) { press(number); });
    connect(this, &Popover::accepted, this, [this] {
        if (const TaskRow *task = current()) {
            const TaskRow chosen = *task;
            close();
            emit openWanted(chosen);
        }
    });
    connect(m_list, &QListView::doubleClicked, this, &Popover::accepted);
}

void ReminderList::setReadOnly(bool isReadOnly) {
    m_isReadOnly = isReadOnly;
    for (QAbstractButton *button : std::as_const(m_writing))
        button->setEnabled(!isReadOnly);
}

void ReminderList::setTasks(const QList<TaskRow> &tasks) {
    const int at = m_list->currentIndex().row();
    m_model->setTasks(tasks);
    if (tasks.isEmpty())
        return close();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(qBound(0, at, m_model->rowCount() - 1), 0));
    const int rows = qMin(kMostRows, m_model->rowCount());
    const int height = m_list->sizeHintForRow(0) * rows + 2 * m_list->frameWidth();
    m_list->setMinimumHeight(height);
    m_list->setMaximumHeight(height);
    fit();
}

void ReminderList::open(const QRect &anchor) { openAt(anchor, m_list); }

const TaskRow *ReminderList::current() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->row(index.row()).task : nullptr;
}

void ReminderList::press(int number) {
    if (const TaskRow *task = current(); task && !m_isReadOnly && number >= 1 && number <= 3)
        emit snoozeWanted(TaskRow(*task), Snooze(number - 1));
}

bool ReminderList::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space && current() && !m_isReadOnly) {
            emit doneWanted(TaskRow(*current()));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit accepted();
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace kontor::ui
