// Paints the cells of the customers list. Computes left to right, then mirrors; texts stand on common baselines.
#pragma once

#include <QStyledItemDelegate>

namespace kontor {
struct CustomerRow;
}

namespace kontor::ui {

class CustomerListModel;
class ListTable;
struct Theme;

class CustomerDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    CustomerDelegate(const CustomerListModel &model, ListTable &table);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Cell;
    void paintBackground(const Cell &cell) const;
    void paintCustomer(const Cell &cell) const;
    void paintStep(const Cell &cell) const;
    void paintTags(const Cell &cell) const;
    void paintTwoLines(const Cell &cell, const QString &first, const QString &second) const;

    const CustomerListModel &m_model;
    ListTable &m_table;
};

} // namespace kontor::ui
