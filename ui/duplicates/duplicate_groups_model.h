// Customers who are likely one, a row for each group, the surest first.
#pragma once

#include "duplicates/duplicate_finder.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class DuplicateGroupsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kCustomers, kReason, kCertainty, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    void setGroups(const QList<duplicates::FoundGroup> &groups);
    const duplicates::FoundGroup &groupAt(int row) const { return m_groups.at(row); }
    // The customer is part of another one now: a group of two is settled.
    void takeOut(Id customer);
    void remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString names(int row) const;

    QList<duplicates::FoundGroup> m_groups;
};

} // namespace kontor::ui
