// The customers list with its title, filter row, footer and empty states; whole, or folded into a strip beside a card.
#pragma once

#include "customers/customer_list.h"
#include "main_window/page.h"
#include "segments/context.h"
#include "segments/rule.h"

class QAbstractButton;
class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace kontor::ui {

class CustomerFilterRow;
class CustomerBulkActs;
class CustomerListColumns;
class CustomerListModel;
class CustomerSelectionBar;
class EmptyState;
class ExplainPopover;
class ListTable;
class PageTitle;
class SaveFilterPopover;

class CustomerListPanel : public QWidget {
    Q_OBJECT

public:
    CustomerListPanel(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    void reload();
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

    Id current() const;
    QList<Id> selected() const;
    qint64 selectedCount() const;
    void clearSelection(); // but for the current row
    void exportList();     // the selected ones, or all that are shown
    CustomerBulkActs &acts() const { return *m_acts; }
    void select(Id customer);
    Id neighbour(Id customer, int by) const; // in the order of the list; invalid at its ends

    QVariantMap view() const;
    void setView(const QVariantMap &view);
    void clearFilter();
    bool isFiltered() const; // by a cell or a segment
    void focusFilter();       // the cell of the current column, or the one that was used last
    void saveFilter();        // as a segment: asks for its name
    void explain(Id customer); // why it is here
    bool closePopovers();     // true: one was open
    void copySelection();
    void selectAll();
    void setCompact(bool compact);
    ListTable *table() const { return m_table; }
    CustomerListModel *model() const { return m_model; }
    void retranslate();

signals:
    void opened(kontor::Id customer);
    void peeked(kontor::Id customer);
    void escaped();
    void stateChanged();
    void totalKnown(qint64 customers);

private:
    void build();
    void buildTitle(QBoxLayout *column);
    void wire();
    void showIds(quint64 number, Result<QList<Id>> ids);
    void readTotals();
    CustomerListQuery query() const;
    void readOwnFields();
    void restoreSelection(const QList<Id> &ids, Id current);
    void showState();
    void buildEmptyStates();
    template <
        class Answer> // Result<Answer>(db::Database &, CustomerListQuery) on the reader thread, with the members of the segment
    std::function<Result<Answer>(db::Database &)> asked(Result<Answer> (*question)(db::Database &,
                                                                                   const CustomerListQuery &)) const;
    std::function<Result<QList<qint64>>(db::Database &)> counted(const QList<CustomerListQuery> &queries) const;
    segments::Context meaning() const;
    std::function<Result<segments::Rule>(db::Database &)> shownRule() const;
    QRect rowPlace() const; // of the current row, in the page
    void saveFilterAs(const QString &name);
    void showChips();
    void showNoHits();
    void readWaysOut(); // which single filter stands in the way
    void showFooter();
    void jumpTo(const QString &typed);
    void showContextMenu(const QPoint &globalPosition);

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QWidget *m_host; // the page: what floats covers a part of it
    ExplainPopover *m_explain = nullptr; // made when they are first wanted
    SaveFilterPopover *m_saveFilter = nullptr;
    PageTitle *m_title = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_columns = nullptr;
    QBoxLayout *m_chips = nullptr;
    QStackedWidget *m_stack = nullptr;
    ListTable *m_table = nullptr;
    CustomerListModel *m_model = nullptr;
    CustomerFilterRow *m_filter = nullptr;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noHits = nullptr;
    QAbstractButton *m_addFirst = nullptr;
    QAbstractButton *m_openSample = nullptr;
    QAbstractButton *m_clearThere = nullptr;
    QString m_segmentName; // whose members are shown; empty: everyone
    QByteArray m_segmentRule;
    CustomerSelectionBar *m_selectionBar = nullptr;
    CustomerBulkActs *m_acts = nullptr;
    QLabel *m_footer = nullptr;
    QTimer m_dimLater;
    CustomerListColumns *m_columnState = nullptr;
    bool m_folded = false;
    bool m_loaded = false;
    std::optional<CustomerTotals> m_totals;
    quint64 m_waysOutNumber = 0;
    quint64 m_number = 0; // of the newest question; late answers are dropped
    workspace::Workspace::Ticket m_ticket;
    QVariantMap m_pendingView; // to restore once the rows are here
};

} // namespace kontor::ui
