// A share of all customers as a bar with its number.
#pragma once

#include <QStyledItemDelegate>

namespace kontor::ui {

class CareShareDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kontor::ui
