// The fields of a customer as two columns, name and value, with headings between the groups. Empty ones are not shown until asked for.
#pragma once

#include "customers/card_field.h"
#include "forms/row_model.h"

namespace kontor::ui {

class CardFieldsModel : public RowModel<CardField> {
    Q_OBJECT

public:
    enum Column { Label, Value };

    explicit CardFieldsModel(const Formats &formats, QObject *parent = nullptr);

    void setCard(const Card &card);
    const Card &card() const { return m_card; }
    void clear(); // another customer's card follows
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }

    QList<CardField> emptyFields() const; // that "Add field" offers
    void showEmpty(const QByteArray &key);
    void hideEmpty(); // those that were shown and left empty

    // The editor of a row opens: the values that are compared when it is saved.
    void beginEdit(int row);
    // What became of a save. `problem` empty: it is done.
    void finish(const QByteArray &key, const QString &problem);
    void dropTyped(int row); // a refused value is given up

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void saveWanted(const kontor::ui::FieldEdit &edit);
    void saved(const QByteArray &key); // the value stands on the card

private:
    void refresh();
    QString accessibleText(const CardField &field, int column) const;

    const Formats &m_formats;
    Card m_card;
    QSet<QByteArray> m_shownEmpty;
    QSet<QByteArray> m_written; // saved, and not read back yet
    FieldEdit m_editing;
    bool m_isReadOnly = false;
};

} // namespace kontor::ui
