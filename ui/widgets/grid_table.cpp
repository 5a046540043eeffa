#include "widgets/grid_table.h"

#include "theme/metrics.h"
#include "theme/text_role.h"

#include <QHeaderView>
#include <QTableView>

namespace kontor::ui {

namespace {

constexpr int kNarrowest = 60;
constexpr int kWidest = 320;

} // namespace

void makeGridTable(QTableView *table) {
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->setVisible(false);
    table->verticalHeader()->setDefaultSectionSize(qMax(metrics::kCompactRow, compactRowHeight()));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void fitColumns(QTableView *table) {
    table->resizeColumnsToContents();
    for (int column = 0; column < table->model()->columnCount(); ++column)
        table->setColumnWidth(column,
                              qBound(scaled(kNarrowest), table->columnWidth(column) + 2 * metrics::kGap, scaled(kWidest)));
}

} // namespace kontor::ui
