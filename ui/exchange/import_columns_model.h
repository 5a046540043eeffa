// The columns of the file: what stands in them and where each goes.
#pragma once

#include "exchange/import_session.h"

#include <QAbstractTableModel>

namespace kontor::ui {

class ImportColumnsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kTitle, kFirstValues, kGoesTo, kSure, kColumns };

    explicit ImportColumnsModel(ImportSession &session, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    // What a person may choose for that row; first "Do not import", last a new own field of the column's name.
    QList<exchange::FieldChoice> choices(int row) const;
    QStringList leftOut() const; // titles of columns that go nowhere

signals:
    void fieldMade(); // a column was given an own field that is not there yet

private:
    void takeUp();
    QString titleOf(int row) const;
    QString firstValues(int row) const;
    QByteArray fieldOf(int row) const;
    bool asksForDates(int row) const; // that can be read in two ways
    bool isCertain(int row) const;
    QString goesTo(int row) const;

    ImportSession &m_session;
    QStringList m_titles; // of what is shown
};

} // namespace kontor::ui
