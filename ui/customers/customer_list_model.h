// The customers list for views: ids in order, rows fetched by pages away from the GUI thread.
#pragma once

#include "base/result.h"
#include "customers/customer_columns.h"
#include "lists/id_rows.h"
#include "widgets/formats.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class CustomerListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using Rows = Result<QList<CustomerRow>>;
    // Reads rows for ids; the answer comes later, on this thread.
    using Fetch = std::function<void(const QList<Id> &ids, std::function<void(Rows)> done)>;

    CustomerListModel(Fetch fetch, const Formats &formats, QObject *parent = nullptr);

    void setIds(QList<Id> ids);
    void refreshRows(int firstVisible, int lastVisible); // what is shown may have changed
    const QList<Id> &ids() const { return m_rows.ids(); }
    Id idAt(int row) const;
    int rowOf(Id id) const;
    const CustomerRow *row(int row) const; // nothing while it is on its way
    const Formats &formats() const { return m_formats; }

    const CustomerColumns &columns() const { return m_columns; }
    void setOwnFields(const QList<CustomField> &own); // their columns come and go

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void failed(const kontor::Error &error);

private:
    void fetchPage(int page, const QList<Id> &ids);
    QString toolTip(const CustomerRow &row, int column) const;

    Fetch m_fetch;
    const Formats &m_formats;
    CustomerColumns m_columns;
    mutable IdRows<CustomerRow> m_rows;
    quint64 m_generation = 0; // answers to older questions are dropped
};

} // namespace kontor::ui
