// Paints the lines of the find box: avatar, name and company, what matched with its marks at the end side.
#pragma once

#include <QStyledItemDelegate>

namespace kontor::ui {

class FindModel;
struct FindEntry;

class FindDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    FindDelegate(const FindModel &model, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintCustomer(QPainter *painter, const QStyleOptionViewItem &option, const FindEntry &entry) const;
    void paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const FindEntry &entry) const;
    void paintCommand(QPainter *painter, const QStyleOptionViewItem &option, const FindEntry &entry) const;

    const FindModel &m_model;
};

} // namespace kontor::ui
