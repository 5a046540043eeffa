// The few cells of the customers list that are changed in place: type, tags, next step. Everything else is edited on the card, so that nobody
// ruins a phone number while scrolling.
#pragma once

#include "customers/customer_list.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QRect>

namespace kontor {
struct Task;
}

namespace kontor::ui {

class CustomerTypePopover;
class Popover;
class Shell;
class TagsPopover;
class TaskForm;

class CustomerCellEdit : public QObject {
    Q_OBJECT

public:
    CustomerCellEdit(workspace::Workspace &workspace, Shell &shell, QWidget *page);

    static bool canEdit(int column);
    // Beside `anchor`, in coordinates of the page. Every change is one step that can be taken back.
    void open(int column, const CustomerRow &row, const QRect &anchor);
    void openNewTask(Id customer, const QString &name, const QRect &anchor);
    bool close(); // true: one was open

private:
    void openType();
    void openTags();
    void openNextStep();
    void readTags();
    void setType(const QString &lifecycle);
    void toggleTag(const QString &name, Id tag, bool isCarried);
    void addTask(const kontor::Task &task);
    void changeTask(const kontor::Task &before, const kontor::Task &after);
    void write(const workspace::OperationInfo &info, const std::function<Result<void>(workspace::Recorder &)> &act,
               const QString &toast);

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QWidget *m_page;
    CustomerTypePopover *m_type = nullptr; // made when they are first wanted
    TagsPopover *m_tags = nullptr;
    TaskForm *m_newTask = nullptr;
    TaskForm *m_changeTask = nullptr;
    CustomerRow m_row; // of the customer that is edited
    QRect m_anchor;
    quint64 m_number = 0; // answers to older questions are dropped
};

} // namespace kontor::ui
