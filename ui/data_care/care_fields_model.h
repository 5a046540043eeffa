// How many customers have each field, a row for each; the box says whether a complete card has it.
#pragma once

#include "data_care/care_counts.h"
#include "widgets/formats.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class CareFieldsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kField, kShare, kFilled, kMissing, kColumns };
    enum Role { kShareRole = Qt::UserRole }; // of kShare: 0 to 1

    CareFieldsModel(CareCounts &counts, const Formats &formats, QObject *parent);

    void refresh(); // other counts
    const data_care::CareField &fieldAt(int row) const { return m_counts.fields().at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void expectedChosen(const QSet<QString> &names);

private:
    bool isExpected(int row) const { return (m_counts.expectedFields() >> row) & 1; }
    qint64 filled(int row) const { return m_counts.survey().customers() - m_counts.survey().missing(row); }
    double share(int row) const;
    QString text(const QModelIndex &index) const;

    CareCounts &m_counts;
    const Formats &m_formats;
    int m_rows = 0;
};

} // namespace kontor::ui
