// The list of fields. Click, F2 and Enter edit in place; Tab goes on in the next field; Enter and leaving save, Esc restores.
#pragma once

#include "customers/card_field.h"
#include "customers/card_fields_delegate.h"

#include <QPointer>
#include <QTimer>
#include <QTreeView>
#include <QVariantAnimation>

namespace kontor::ui {

class CardFieldsModel;

class CardFieldsView : public QTreeView {
    Q_OBJECT

public:
    CardFieldsView(CardFieldsModel *model, QWidget *parent = nullptr);

    void editField(const QByteArray &key);
    const CardField *currentField() const; // null: none
    QString toolTipOf(const CardField &field) const;
    void setRefusals(const QString &call, const QString &mail); // why a channel cannot be used; empty: it can
    void flash(const QByteArray &key);
    void mark(const QSet<QByteArray> &keys); // for two seconds: others changed them
    QRect rowRect(const QByteArray &key) const; // of the viewport; null: the line is not shown
    void copy(const CardField &field);
    // Where no line is current: the first of that column, else of that group.
    void restoreCurrent(const QByteArray &column, FieldGroup group);
    void retranslate();
    bool isEditing() const { return state() == EditingState; }

signals:
    void launchWanted(const kontor::ui::CardField &field);
    void formWanted(const kontor::ui::CardField &field);
    void removeWanted(const kontor::ui::CardField &field);
    void menuWanted(const kontor::ui::CardField &field, const QPoint &global);
    void customerWanted(kontor::Id customer); // the note of a line names another card
    void copied(const kontor::ui::CardField &field);
    void originWanted(const kontor::ui::CardField &field);
    void editorOpened(const QByteArray &key);
    void editorClosed();
    void decisionWanted(); // of a line where somebody entered another value
    void lockedEditWanted();

protected:
    bool event(QEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void arrangeColumns();
    QString toolTipOf(CardFieldsDelegate::Part part, const CardField &field) const;
    int neighbour(int row, int step) const; // -1: none
    void editRow(int row);
    void actAt(const QModelIndex &index, const QPoint &position); // a click

    CardFieldsModel *m_model;
    CardFieldsDelegate *m_delegate;
    QVariantAnimation m_fade;
    QByteArray m_flashKey;
    QTimer m_unmark;
    QString m_callRefusal;
    QString m_mailRefusal;
};

} // namespace kontor::ui
