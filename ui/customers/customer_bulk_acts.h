// What is done with many customers at once: tags, one field, e-mail list, export, trash. Each is one step that can be taken back; the longer ones
// show how far they are and can be stopped.
#pragma once

#include "customers/bulk_change.h"
#include "customers/customer_list.h"
#include "exchange/export_columns.h"
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

// As what the list is exported: the table as it is shown, or everything that its cards hold.
enum class CustomerExportForm { ShownTable, ShownWorkbook, CardsTable, CardsWorkbook, VCard4, VCard3 };

class CustomerBulkActs : public QObject {
    Q_OBJECT

public:
    CustomerBulkActs(workspace::Workspace &workspace, Shell &shell, CustomerSelectionBar &bar, QWidget *page);

    void openTags(const QList<Id> &customers);
    // `proposed`: the field and the value that the form begins with.
    void openChange(const QList<Id> &customers, const std::optional<BulkChange> &proposed = std::nullopt);
    void openMailList(const QList<Id> &customers);
    void trash(const QList<Id> &customers);
    bool isOpen() const; // a form
    void stop();
    // What is going on blocks the next one; the person sees it in the bar.
    bool isWorking() const { return m_work != nullptr; }

    // The columns as they are shown. The cells are of one customer, and made on another thread.
    struct Table {
        QList<Id> customers;
        QStringList titles;
        std::function<QStringList(const CustomerRow &)> cells;
        QList<exchange::CellKind> kinds;                               // of a workbook
        std::function<QStringList(const CustomerRow &)> workbookCells; // numbers with a point
    };
    void exportTable(const Table &table); // asks where to, and as what
    void exportTo(const QString &path, CustomerExportForm form, const Table &table);

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
    void exportCards(const QString &path, CustomerExportForm form, const QList<Id> &customers);
    void tellExported(qint64 customers, const QString &path);

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
