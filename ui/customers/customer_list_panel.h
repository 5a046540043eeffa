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
class CustomerCellEdit;
class CustomerChoiceList;
class CustomerListColumns;
class CustomerListModel;
class CustomerSelectionBar;
class EmptyState;
class ExplainPopover;
class ListPreparation;
class ListTable;
class PageTitle;
class SaveFilterPopover;
struct CustomerListRows;

class CustomerListPanel : public QWidget {
    Q_OBJECT

public:
    CustomerListPanel(workspace::Workspace &workspace, Shell &shell, QWidget *parent);
    ~CustomerListPanel() override;

    void reload();
    void reloadForOthers(); // their changes: nothing moves, new rows are held back
    int heldBack() const { return m_heldBack; }
    QPushButton *newButton() const { return m_new; }
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

    Id current() const;
    QList<Id> selected() const;
    qint64 selectedCount() const;
    bool hasSelected() const; // asked for every command: at no cost
    void clearSelection(); // but for the current row
    int foot() const;      // height of the bars under the rows
    void fillDown(); // the value of the topmost selected one in the current column, proposed for the others
    void exportList();     // the selected ones, or all that are shown
    CustomerBulkActs &acts() const { return *m_acts; }
    void select(Id customer);
    Id neighbour(Id customer, int by) const; // in the order of the list; invalid at its ends
    Id stepFrom(Id customer, int by);        // makes it the current one

    QVariantMap view() const;
    void setView(const QVariantMap &view);
    void clearFilter();
    bool isFiltered() const; // by a cell or a segment
    void focusFilter();       // the cell of the current column, or the one that was used last
    void saveFilter();        // as a segment: asks for its name
    void explain(Id customer); // why it is here
    void editCell();           // the current one, where it may be changed in the list
    void openTaskForm();       // for the current customer
    bool closePopovers();     // true: one was open
    void copySelection();
    void selectAll();
    void setCompact(bool compact);
    ListTable *table() const { return m_table; }
    CustomerListModel *model() const { return m_model; }
    void retranslate();

signals:
    void currentChanged(); // the row, or what is known of it
    void opened(kontor::Id customer);
    void peeked(kontor::Id customer);
    void escaped();
    void stateChanged();
    void totalKnown(qint64 customers);

private:
    void build();
    void buildTitle(QBoxLayout *column);
    void placeFilterBar();
    void wire();
    // customer_list_panel_news.cpp
    struct Anchor {
        Id id;
        int y = 0;
    };
    Anchor anchor() const;
    void putBack(const Anchor &anchor);
    CustomerListRows withoutNew(CustomerListRows rows);
    void showHeldBack(std::unique_ptr<CustomerListRows> rows, int count);
    void takeHeldBack();
    // customer_list_panel_reading.cpp
    void showRows(quint64 number, Result<CustomerListRows> rows);
    void readTotals();
    void openChoices(int column);
    CustomerListQuery query() const;
    QList<CustomerSort> wantedSorts() const;
    void readOwnFields();
    struct Chosen {
        QList<Id> ids;
        Id current;
        int column = 0;
    };
    Chosen chosen() const;
    int neighbourRow(Id customer, int by) const;
    void restore(const Chosen &chosen); // none selected: the current one is
    void showState();
    void buildEmptyStates();
    template <
        class Answer> // Result<Answer>(db::Database &, CustomerListQuery) on the reader thread, with the members of the segment
    std::function<Result<Answer>(db::Database &)> asked(Result<Answer> (*question)(db::Database &, const CustomerListQuery &),
                                                        const CustomerListQuery &query) const;
    // How many each of them would show. The last one is asked without the segment, where there is one.
    std::function<Result<QList<qint64>>(db::Database &)> counted(const QList<CustomerListQuery> &queries) const;
    segments::Context meaning() const;
    std::function<Result<segments::Rule>(db::Database &)> shownRule() const;
    QRect rowPlace() const; // of the current row, in the page
    QRect cellPlace() const;
    void saveFilterAs(const QString &name);
    void showChips();
    void showNoHits();
    QStringList filterWords() const; // one for each cell that filters, and for the segment
    QString noHitsWords() const;
    void readWaysOut(); // which single filter stands in the way
    void showWaysOut(const QStringList &filters, const QList<qint64> &counts);
    void showFooter();
    void jumpTo(const QString &typed);
    void showContextMenu(const QPoint &globalPosition);

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QWidget *m_host; // the page: what floats covers a part of it
    ExplainPopover *m_explain = nullptr; // made when they are first wanted
    SaveFilterPopover *m_saveFilter = nullptr;
    QBoxLayout *m_titleColumn = nullptr;
    QBoxLayout *m_titleRow = nullptr;
    PageTitle *m_title = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_columns = nullptr;
    QPushButton *m_new = nullptr; // "3 new"
    QWidget *m_filterBar = nullptr; // what filters, and what can be done with it
    QWidget *m_chips = nullptr;
    QPushButton *m_calls = nullptr;
    QStackedWidget *m_stack = nullptr;
    ListTable *m_table = nullptr;
    CustomerListModel *m_model = nullptr;
    CustomerFilterRow *m_filter = nullptr;
    CustomerChoiceList *m_choices = nullptr;
    CustomerCellEdit *m_cellEdit = nullptr;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noHits = nullptr;
    QAbstractButton *m_importFirst = nullptr;
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
    ListPreparation *m_preparation = nullptr;
    bool m_folded = false;
    bool m_loaded = false;
    bool m_isForOthers = false; // the next question
    bool m_keepsPlace = false;  // the one that is asked
    int m_heldBack = 0;
    std::unique_ptr<CustomerListRows> m_held; // with the new ones; none while nothing waits
    std::optional<CustomerTotals> m_totals;
    quint64 m_waysOutNumber = 0;
    quint64 m_number = 0; // of the newest question; late answers are dropped
    workspace::Workspace::Ticket m_ticket;
    QVariantMap m_pendingView; // to restore once the rows are here
};

} // namespace kontor::ui
