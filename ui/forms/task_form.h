// A next step in one line, "Call Anna tue 10:00", with what was understood of it to correct: kind, day, repetition, customer. For a new
// task and for one that exists.
#pragma once

#include "forms/popover.h"
#include "interactions/interaction.h"
#include "tasks/task.h"
#include "workspace/workspace.h"

class QComboBox;
class QLineEdit;

namespace kontor::ui {

class CustomerChooser;
class DateWordsEdit;
class Formats;
class RepeatField;

class TaskForm : public Popover {
    Q_OBJECT

public:
    enum class Mode { New, Change };
    // What a new task begins with. It is due on the next working day where its line names no other.
    struct Beginning {
        Id customer = {}; // where the customer is asked for
        QString customerName = {};
        Interaction entry = {}; // what the step is made from, if from an entry
    };

    // `customers`: where the customer is looked up; null: the customer is not asked for.
    TaskForm(const Formats &formats, Mode mode, workspace::Workspace *customers, QWidget *page);

    void openNew(const QRect &anchor, const Beginning &beginning);
    void openFor(const QRect &anchor, const Task &task, const QString &customerName);
    QLineEdit *titleLine() const { return m_title; }
    QComboBox *kind() const { return m_kind; }
    RepeatField *repeat() const { return m_repeat; }
    CustomerChooser *chooser() const { return m_customer; }

signals:
    void taskReady(const kontor::Task &task); // without its customer where that is not asked for
    void changeReady(const kontor::Task &before, const kontor::Task &after);

private:
    void build(Mode mode);
    void wire();
    void show(const QRect &anchor, const Task &task, bool isDayOwn);
    void showKind(const QString &kind);
    void readTitle();
    bool readsTitle() const { return !m_isDayOwn; }
    void takeDayOver();
    QString typedTitle() const;
    void setDue(Task &task) const;
    void finish();

    const Formats &m_formats;
    QLineEdit *m_title; // in the order in which Tab goes through them
    DateWordsEdit *m_due;
    CustomerChooser *m_customer;
    RepeatField *m_repeat;
    QComboBox *m_kind;
    Task m_before;
    QDate m_day;              // of a new task where no other is named
    bool m_isDayOwn = false;  // day or repetition were typed or chosen in their own fields
    bool m_isKindOwn = false; // the kind was chosen
};

// How the kind of a task is called and drawn; an empty one is a task of another kind.
QString taskKindText(const QString &kind);
QLatin1StringView taskIcon(const QString &kind);

// "Task done. Next: Mon 16 Mar 9:00." `next`: the next one of its series, if it repeats.
QString taskDoneSentence(const std::optional<Task> &next, const Formats &formats);

} // namespace kontor::ui
