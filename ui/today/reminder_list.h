// The reminders that are due, from the top bar: open, finish, or put off by 10 minutes, an hour or to tomorrow.
#pragma once

#include "forms/popover.h"
#include "forms/row_model.h"
#include "tasks/agenda.h"

class QListView;

namespace kontor::ui {

class Formats;

struct ReminderRow {
    QByteArray key;
    TaskRow task;
};

class ReminderModel : public RowModel<ReminderRow> {
    Q_OBJECT

public:
    explicit ReminderModel(const Formats &formats, QObject *parent = nullptr);
    void setTasks(const QList<TaskRow> &tasks);
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const Formats &m_formats;
};

// "10:00 Call back, Siop y Bont"
QString reminderWords(const TaskRow &task, const Formats &formats);

class ReminderList : public Popover {
    Q_OBJECT

public:
    enum class Snooze { TenMinutes, Hour, Tomorrow };

    ReminderList(const Formats &formats, QWidget *window);
    void setTasks(const QList<TaskRow> &tasks); // none: it closes
    void open(const QRect &anchor);
    void setReadOnly(bool isReadOnly);
    QListView *list() const { return m_list; }

signals:
    void openWanted(const kontor::TaskRow &task);
    void doneWanted(const kontor::TaskRow &task);
    void snoozeWanted(const kontor::TaskRow &task, kontor::ui::ReminderList::Snooze by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const TaskRow *current() const;
    void press(int number);

    ReminderModel *m_model;
    QListView *m_list;
    QList<class QAbstractButton *> m_writing; // what a file that takes no changes cannot do
    bool m_isReadOnly = false;
};

} // namespace kontor::ui
