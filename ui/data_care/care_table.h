// A table of a part of data care: rows are chosen whole, Space ticks the box in the first column, Enter is activated().
#pragma once

#include <QTableView>

namespace kontor::ui {

// Of cells and titles of columns with numbers: on the same side in every language.
constexpr int kNumberSide = Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter;

class CareTable : public QTableView {
    Q_OBJECT

public:
    explicit CareTable(QWidget *parent);

    int currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }
    // The row where the person was, or the last one: after the rows became others.
    void goToRow(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace kontor::ui
