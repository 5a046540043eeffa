// The lines of the find box.
#pragma once

#include "find/find_entry.h"

#include <QAbstractListModel>

namespace kontor::ui {

class FindModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(QList<FindEntry> entries);
    const QList<FindEntry> &entries() const { return m_entries; }
    const FindEntry *at(int row) const { return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<FindEntry> m_entries;
};

} // namespace kontor::ui
