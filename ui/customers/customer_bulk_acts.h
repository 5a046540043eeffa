// What is done with many customers at once: tags, one field, e-mail list, export, trash. Each is one step that can be taken back; the longer ones
// show how far they are and can be stopped.
#pragma once

#include "customers/bulk_change.h"
#include "customers/customer_list.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace kontor::ui {

class ChangePopover;
class CustomerSelectionBar;
class MailListPopover;
class Shell;
class BulkTagsPopover;

class CustomerBulkActs : public QObject {
    Q_OBJECT

public:
    CustomerBulkActs(workspace::Workspace &workspace, Shell &shell, CustomerSelectionBar &bar, QWidget *page);

    void openTags(const QList<Id> &customers);
    void openChange(const QList<Id> &customers);
    void openMailList(const QList<Id> &customers);
    void trash(const QList<Id> &customers);
    bool isOpen() const; // a form
    void stop();
    // What is going on blocks the next one; the person sees it in the bar.
    bool isWorking() const { return m_work != nullptr; }

    // Asks where to, and writes the columns as they are shown. `cells`: of one customer, called on another thread.
    struct Table {
        QList<Id> customers;
        QStringList titles;
        std::function<QStringList(const CustomerRow &)> cells;
    };
    void exportTable(const Table &table);
    void exportTo(const QString &path, const Table &table);

signals:
    void done(); // an act is over, with or without effect

private:
    // Shared with the thread that works.
    struct Work {
        std::atomic<qint64> done{0};
        std::atomic<bool> isStopped{false};
        qint64 total = 0;
        QString sentence;
    };
    void apply(const QList<Id> &customers, const QList<BulkChange> &changes, const QString &sentence,
               const std::function<QString(qint64)> &result);
    std::shared_ptr<Work> begin(const QString &sentence, qint64 total);
    void end();
    void showProgress();
    QRect anchor() const; // where the forms open, in the page
    struct Export;
    void exportNext(const std::shared_ptr<Export> &running);

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    CustomerSelectionBar &m_bar;
    QWidget *m_page;
    BulkTagsPopover *m_tags = nullptr; // made when they are first wanted
    ChangePopover *m_change = nullptr;
    MailListPopover *m_mail = nullptr;
    QList<Id> m_customers; // of the form that is open
    std::shared_ptr<Work> m_work;
    QTimer m_progress;
    quint64 m_number = 0;
};

} // namespace kontor::ui
