// The imports of the past, newest first.
#pragma once

#include "data_care/past_imports.h"
#include "widgets/formats.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class PastImportsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kWhen, kFile, kWho, kWhat, kColumns };

    PastImportsModel(const Formats &formats, QObject *parent) : QAbstractTableModel(parent), m_formats(formats) {}

    void setImports(const QList<data_care::PastImport> &imports);
    const data_care::PastImport &importAt(int row) const { return m_imports.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString text(int row, int column) const;
    QString counts(const data_care::PastImport &import) const;

    const Formats &m_formats;
    QList<data_care::PastImport> m_imports;
};

} // namespace kontor::ui
