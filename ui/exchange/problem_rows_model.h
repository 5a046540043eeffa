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
    void showTitlesFor(int row); // of several tables in one file each has its own

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    const QStringList &titlesOf(const exchange::RowPlace &place) const;

    ImportSession &m_session;
    QList<exchange::ProblemRow> m_problems;
    qsizetype m_cells = 0; // of the longest row, or its titles
    int m_titlesFor = 0;
    std::set<exchange::RowPlace> m_corrected;
};

} // namespace kontor::ui
