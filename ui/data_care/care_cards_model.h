// The cards that lack most, with what they lack.
#pragma once

#include "data_care/care_counts.h"
#include "widgets/formats.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class CareCardsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kCustomer, kFilled, kLacks, kColumns };

    struct Row {
        Id customer;
        QString name;
        quint64 missing = 0;
    };

    CareCardsModel(const CareCounts &counts, const Formats &formats, QObject *parent)
        : QAbstractTableModel(parent), m_counts(counts), m_formats(formats) {}

    void setRows(const QList<Row> &rows);
    Id customerAt(int row) const { return m_rows.at(row).customer; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString text(int row, int column) const;

    const CareCounts &m_counts;
    const Formats &m_formats;
    QList<Row> m_rows;
};

} // namespace kontor::ui
