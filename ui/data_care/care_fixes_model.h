// Values that want mending: what stands there and what it becomes, with a box for each that can be mended.
#pragma once

#include "data_care/care_fix.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class CareFixesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kCustomer, kField, kBefore, kAfter, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    void setFixes(const QList<data_care::CareFix> &fixes); // those that are certain are ticked
    const data_care::CareFix &fixAt(int row) const { return m_fixes.at(row); }
    QList<data_care::CareFix> chosen() const;
    int mendable() const;
    void chooseAll(bool isChosen);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void chosenChanged();

private:
    static bool isMendable(const data_care::CareFix &fix) { return !fix.after.isEmpty(); }
    QString text(int row, int column) const;

    QList<data_care::CareFix> m_fixes;
    QList<bool> m_chosen; // by row
};

} // namespace kontor::ui
