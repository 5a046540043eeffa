// The customers list with its title, filter row, footer and empty states; whole, or folded into a strip beside a card.
#pragma once

#include "customers/customer_list.h"
#include "main_window/page.h"

class QAbstractButton;
class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace kontor::ui {

class CustomerFilterRow;
class CustomerListModel;
class EmptyState;
class ListTable;
class PageTitle;

class CustomerListPanel : public QWidget {
    Q_OBJECT

public:
    CustomerListPanel(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    void reload();
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

    Id current() const;
    QList<Id> selected() const;
    void select(Id customer);
    Id neighbour(Id customer, int by) const; // in the order of the list; invalid at its ends

    QVariantMap view() const;
    void setView(const QVariantMap &view);
    void clearFilter();
    bool isFiltered() const; // by a cell or a segment
    void focusFilter();
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
    void applySort(int column, Qt::SortOrder order);
    void restoreSelection(const QList<Id> &ids, Id current);
    void showState();
    void buildEmptyStates();
    template <
        class Answer> // Result<Answer>(db::Database &, CustomerListQuery) on the reader thread, with the members of the segment
    std::function<Result<Answer>(db::Database &)> asked(Result<Answer> (*question)(db::Database &,
                                                                                   const CustomerListQuery &)) const;
    void showChips();
    void showFooter();
    void jumpTo(const QString &typed);
    void restoreColumns();
    void rememberColumns();
    void showColumnMenu();

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    PageTitle *m_title = nullptr;
    QPushButton *m_clear = nullptr;
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
    QLabel *m_footer = nullptr;
    QTimer m_dimLater;
    CustomerSort m_sort = CustomerSort::Name;
    bool m_descending = false;
    bool m_folded = false;
    bool m_loaded = false;
    std::optional<CustomerTotals> m_totals;
    quint64 m_number = 0; // of the newest question; late answers are dropped
    workspace::Workspace::Ticket m_ticket;
    QVariantMap m_pendingView; // to restore once the rows are here
};

} // namespace kontor::ui
