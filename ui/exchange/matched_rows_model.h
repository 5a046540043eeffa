// The rows of the file about somebody who is there already: with whom they are one, why, and what happens to each.
#pragma once

#include "exchange/import_session.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class MatchedRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kRow, kInFile, kIsAlready, kSame, kHappens, kColumns };

    explicit MatchedRowsModel(ImportSession &session, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    // The values that setData() takes for kHappens, with their texts; first "As the others".
    QList<std::pair<int, QString>> choices() const;
    void showChoices(); // what happens to the rows has changed

private:
    const exchange::MatchedRow &match(int row) const { return m_session.matches()->at(row); }
    bool isException(const exchange::RowPlace &place) const { return m_session.options().exceptions.contains(place); }
    QString inFile(const exchange::MatchedRow &match) const;

    ImportSession &m_session;
};

} // namespace kontor::ui
