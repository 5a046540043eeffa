// A next step in one line, "Call Anna tue 10:00", with its day and its customer to correct; also for a task that exists.
#pragma once

#include "forms/popover.h"
#include "tasks/task.h"
#include "workspace/workspace.h"

class QAbstractButton;
class QLineEdit;

namespace kontor::ui {

class CustomerChooser;
class DateWordsEdit;
class Formats;

class TaskForm : public Popover {
    Q_OBJECT

public:
    enum class Mode { New, Change };
    TaskForm(workspace::Workspace &workspace, const Formats &formats, Mode mode, QWidget *page);

    void openNew(const QRect &anchor, Id customer, const QString &customerName);
    void openFor(const QRect &anchor, const Task &task, const QString &customerName);
    QLineEdit *titleLine() const { return m_title; }
    CustomerChooser *chooser() const { return m_customer; }

signals:
    void taskReady(const kontor::Task &task);
    void changeReady(const kontor::Task &before, const kontor::Task &after);

private:
    void readTitle();
    void finish();
    void setDue(Task &task) const;

    const Formats &m_formats;
    QLineEdit *m_title;
    DateWordsEdit *m_due;
    CustomerChooser *m_customer;
    Task m_before;
    bool m_isDueOwn = false; // the day was typed in its own line
};

// Asks for a day in words.
class DayForm : public Popover {
    Q_OBJECT

public:
    DayForm(const Formats &formats, QWidget *page);
    void open(const QRect &anchor, QDate day);

signals:
    void dayReady(QDate day);

private:
    DateWordsEdit *m_day;
};

} // namespace kontor::ui
