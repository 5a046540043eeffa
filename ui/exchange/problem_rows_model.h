// The rows that cannot be taken in as they are: why, and their cells, which can be written over.
#pragma once

#include "exchange/import_session.h"

#include <QAbstractTableModel>

#include <set>

namespace kontor::ui {

class ProblemRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kRow, kReason, kFirstCell };

    explicit ProblemRowsModel(ImportSession &session, QObject *parent);

    void setProblems(const QList<exchange::ProblemRow> &problems);
    bool hasCorrections() const { return !m_corrected.empty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    ImportSession &m_session;
    QList<exchange::ProblemRow> m_problems;
    std::set<exchange::RowPlace> m_corrected;
};

} // namespace kontor::ui
