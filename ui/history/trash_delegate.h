// Draws a line of the trash: what it is, who put it there and what goes with it, how long it stays.
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace kontor::ui {

class TrashModel;

class TrashDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TrashDelegate(const TrashModel &model, QAbstractItemView &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const TrashModel &m_model;
    QAbstractItemView &m_view;
};

} // namespace kontor::ui
