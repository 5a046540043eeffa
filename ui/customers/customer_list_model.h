// The customers list for views: ids in order, rows fetched by pages away from the GUI thread; where it is grouped, heads of groups between them.
#pragma once

#include "base/result.h"
#include "customers/customer_columns.h"
#include "customers/customer_groups.h"
#include "lists/id_rows.h"
#include "widgets/formats.h"

#include <QAbstractTableModel>
#include <QSet>

namespace kontor::ui {

// The rows of the list: of customers, and before each group its head. Made on the thread that reads.
struct CustomerListRows {
    QList<Id> ids; // a head has a number below zero
    QList<CustomerGroup> groups;
    QList<int> heads; // where the head of each group stands
    int groupColumn = -1;
    int customers = 0; // each counted once

    CustomerListRows without(const QSet<Id> &left) const; // groups that are empty then go too
    static CustomerListRows of(GroupedCustomers grouped, int groupColumn);
    friend bool operator==(const CustomerListRows &, const CustomerListRows &) = default;
};

class CustomerListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using Rows = Result<QList<CustomerRow>>;
    // Reads rows for ids; the answer comes later, on this thread.
    using Fetch = std::function<void(const QList<Id> &ids, std::function<void(Rows)> done)>;

    CustomerListModel(Fetch fetch, const Formats &formats, QObject *parent = nullptr);

    void setIds(QList<Id> ids); // without groups
    void setRows(CustomerListRows rows);
    void refreshRows(int firstVisible, int lastVisible); // what is shown may have changed
    bool isShowing(const CustomerListRows &rows) const { return rows == m_shown; }
    bool isGrouped() const { return m_shown.groupColumn >= 0; }
    int groupColumn() const { return m_shown.groupColumn; } // -1: none
    bool repeatsCustomers() const { return m_shown.ids.size() - m_shown.heads.size() > m_shown.customers; }
    int customerCount() const { return m_shown.customers; }
    QList<Id> customers() const;    // each once, as they are seen
    Id idAt(int row) const;         // invalid: a head
    int rowOf(Id id, int near = 0) const; // -1: not here; where it stands several times, the row next to `near`
    int headsBetween(int first, int last) const; // rows, both included
    const CustomerRow *row(int row) const; // nothing while it is on its way, and for a head
    const Formats &formats() const { return m_formats; }

    const CustomerColumns &columns() const { return m_columns; }
    void setOwnFields(const QList<CustomField> &own); // their columns come and go
    void setDrafts(const QSet<Id> &customers); // whose rows carry the mark of an entry that was begun
    bool hasDraft(Id customer) const { return m_drafts.contains(customer); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void failed(const kontor::Error &error);

private:
    void fetchPage(int page, const QList<Id> &ids);
    bool isHead(int row) const { return row >= 0 && row < m_rows.count() && m_rows.ids()[row].value < 0; }
    QVariant headData(int row, int role) const;
    QString toolTip(const CustomerRow &row, int column) const;
    QString hiddenStates(const CustomerRow &row) const;

    Fetch m_fetch;
    const Formats &m_formats;
    CustomerColumns m_columns;
    mutable IdRows<CustomerRow> m_rows;
    CustomerListRows m_shown;
    QSet<Id> m_drafts;
    quint64 m_generation = 0; // answers to older questions are dropped
};

} // namespace kontor::ui
