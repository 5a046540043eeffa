// Paints the lines of the fields pane and makes their editors. The name stands before the value, or above it where names are long.
#pragma once

#include "customers/card_field.h"

#include <QStyledItemDelegate>

class QTreeView;

namespace kontor::ui {

class CardFieldsModel;
class WrappedText;

class CardFieldsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    CardFieldsDelegate(const CardFieldsModel &model, QTreeView &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void setLabelAbove(bool above) { m_isLabelAbove = above; }
    bool isLabelAbove() const { return m_isLabelAbove; }
    // The mark at the end of a phone, an address, a link: opens it.
    static QLatin1StringView actionIcon(const CardField &field);
    enum class Part { Value, Action, Copy, Origin, Note };
    Part partAt(const QRect &cell, const CardField &field, const QPoint &position) const;
    // A line that was just saved is tinted: 1 at first, 0 at the end.
    void setFlash(const QByteArray &key, qreal strength);
    // Lines that others changed just now carry a mark at their end.
    void setMarked(const QSet<QByteArray> &keys) { m_marked = keys; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Places;
    WrappedText wrappedLabel(const CardField &field) const;
    Places places(const QRect &cell, const CardField &field) const;
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const CardField &field, bool isFirst) const;
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    bool isHovered(const QModelIndex &index) const;
    void paintHovered(QPainter *painter, const QStyleOptionViewItem &option, const CardField &field) const;
    void paintMarks(QPainter *painter, const QStyleOptionViewItem &option, const CardField &field) const;
    void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const CardField &field) const;

    const CardFieldsModel &m_model;
    QTreeView &m_view;
    bool m_isLabelAbove = false;
    QByteArray m_flashKey;
    qreal m_flash = 0;
    QSet<QByteArray> m_marked;
};

} // namespace kontor::ui
