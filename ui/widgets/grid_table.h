// A table of cells as a file has them: lines between them, one line of text a row, Tab leaves it.
#pragma once

class QTableView;

namespace kontor::ui {

void makeGridTable(QTableView *table);
// As wide as what stands in the first rows, none wider than a fair share.
void fitColumns(QTableView *table);

} // namespace kontor::ui
