// How many customers were not heard of for how long.
#pragma once

#include "data_care/care_counts.h"
#include "widgets/formats.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class CareSilentModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kWhat, kCustomers, kColumns };

    struct Line {
        int months = 0;
        bool isUnchanged = false; // nor was anything changed on the card
        qint64 customers = 0;
    };

    CareSilentModel(const CareCounts &counts, const Formats &formats, QObject *parent);

    void refresh(); // other counts, or another day
    const Line &lineAt(int row) const { return m_lines.at(row); }
    QString what(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const CareCounts &m_counts;
    const Formats &m_formats;
    QList<Line> m_lines;
};

} // namespace kontor::ui
