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

    // `newestChange`: of the file when the card was read; 0: not known. `byOthers`: what is another now, others did: changedByOthers() names it.
    void setCard(const Card &card, qint64 newestChange = 0, bool byOthers = false);
    const Card &card() const { return m_card; }
    void clear(); // another customer's card follows
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }

    QList<CardField> emptyFields() const; // that "Add field" offers
    void showEmpty(const QByteArray &key);
    void hideEmpty(); // those that were shown and left empty, once no editor is open

    // The editor of a row opens: the values that are compared when it is saved.
    void beginEdit(int row);
    void endEdit() { m_isEditing = false; }
    // What became of a save. `problem` empty: it is done.
    void finish(const QByteArray &key, const QString &problem);
    // A value that was typed stands in the line until it can be saved or is decided. One that is kept no more goes back to what is saved.
    void setKept(const QByteArray &key, const QString &typed, CardField::State state, const QString &problem);
    void keepOnly(const QSet<QByteArray> &keys);
    void dropTyped(int row); // a value that was not saved is given up
    void setEditors(const QHash<QByteArray, QString> &editors); // who else edits which line

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void saveWanted(const kontor::ui::FieldEdit &edit);
    void saved(const QByteArray &key); // the value stands on the card
    void typedDropped(const QByteArray &key);
    void changedByOthers(const QSet<QByteArray> &keys);

private:
    FieldEdit freshEdit(const CardField &field) const; // of a line as it stands now
    void refresh();
    void keepEdited(QList<CardField> &rows) const;
    QString accessibleText(const CardField &field, int column) const;

    const Formats &m_formats;
    Card m_card;
    QSet<QByteArray> m_shownEmpty;
    QSet<QByteArray> m_written; // saved, and not read back yet
    FieldEdit m_editing;
    bool m_isEditing = false;
    bool m_isStale = false; // a line is shown only because it was edited
    qint64 m_newestChange = 0;
    QHash<QByteArray, QString> m_editors;
    bool m_isReadOnly = false;
};

} // namespace kontor::ui
