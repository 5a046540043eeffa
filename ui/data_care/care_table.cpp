#include "data_care/care_table.h"

#include "widgets/grid_table.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace kontor::ui {

CareTable::CareTable(QWidget *parent) : QTableView(parent) {
    makeGridTable(this);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setMinimumSectionSize(0);
}

void CareTable::goToRow(int row) {
    if (model()->rowCount() > 0)
        setCurrentIndex(model()->index(qBound(0, row, model()->rowCount() - 1), 0));
}

void CareTable::keyPressEvent(QKeyEvent *event) {
    const QModelIndex box = currentIndex().siblingAtColumn(0);
    if (event->key() != Qt::Key_Space || !(box.flags() & Qt::ItemIsUserCheckable))
        return QTableView::keyPressEvent(event);
    const bool isChecked = box.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    model()->setData(box, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace kontor::ui
