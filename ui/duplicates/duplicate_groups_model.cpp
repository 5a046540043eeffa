#include "duplicates/duplicate_groups_model.h"

#include "widgets/bidi.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

void DuplicateGroupsModel::setGroups(const QList<duplicates::FoundGroup> &groups) {
    beginResetModel();
    m_groups = groups;
    endResetModel();
}

void DuplicateGroupsModel::takeOut(Id customer) {
    for (int row = rowCount() - 1; row >= 0; --row) {
        QList<duplicates::FoundCustomer> &customers = m_groups[row].customers;
        if (customers.removeIf([customer](const duplicates::FoundCustomer &found) { return found.id == customer; }) == 0)
            continue;
        if (customers.size() < 2)
            remove(row);
        else
            emit dataChanged(index(row, kCustomers), index(row, kCustomers));
    }
}

void DuplicateGroupsModel::remove(int row) {
    beginRemoveRows({}, row, row);
    m_groups.removeAt(row);
    endRemoveRows();
}

int DuplicateGroupsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_groups.size()); }

int DuplicateGroupsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant DuplicateGroupsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kCustomers: return tr("Customers");
    case kReason: return tr("What they share");
    default: return tr("How sure");
    }
}

QString DuplicateGroupsModel::names(int row) const {
    QStringList names;
    for (const duplicates::FoundCustomer &customer : m_groups.at(row).customers)
        names << isolated(customer.name);
    return names.join(u" · "_s);
}

QVariant DuplicateGroupsModel::data(const QModelIndex &index, int role) const {
    const duplicates::FoundGroup &group = m_groups.at(index.row());
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2, %3")
            .arg(names(index.row()), duplicates::reasonText(group.reason), duplicates::certaintyText(group.certainty));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case kCustomers: return names(index.row());
    case kReason: return duplicates::reasonText(group.reason);
    default: return duplicates::certaintyText(group.certainty);
    }
}

} // namespace kontor::ui
