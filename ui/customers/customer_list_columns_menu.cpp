// The menus of the columns: which are shown, sorted and grouped by, and what can be done with one.
#include "customers/customer_list_columns.h"

#include "customers/customer_list_model.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/action_registry.h"
#include "main_window/shell.h"

#include <QMenu>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace customer_column;

void CustomerListColumns::addColumnsTo(QMenu *menu) {
    for (const int column : m_model.columns().firstOrder()) {
        if (column == Customer)
            continue;
        QAction *entry = menu->addAction(m_model.columns().title(column));
        entry->setCheckable(true);
        entry->setChecked(isShown(column));
        connect(entry, &QAction::toggled, this, [this, column](bool shown) { choose(column, shown); });
    }
}

void CustomerListColumns::addSortTo(QMenu *menu) {
    for (const int column : shown()) {
        if (!m_model.columns().sort(column))
            continue;
        QAction *entry = menu->addAction(m_model.columns().title(column));
        entry->setCheckable(true);
        entry->setChecked(column == sortColumn());
        // The one it is sorted by turns round.
        connect(entry, &QAction::triggered, this, [this, column] {
            const bool down = column == sortColumn() && !isDescending();
            m_table.filterHeader()->setSortIndicator(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
}

void CustomerListColumns::addGroupTo(QMenu *menu) {
    const auto add = [&](const QString &text, int column) {
        QAction *entry = menu->addAction(text);
        entry->setCheckable(true);
        entry->setChecked(column == m_groupColumn);
        connect(entry, &QAction::triggered, this, [this, column] { groupBy(column); });
    };
    add(tr("No groups"), -1);
    menu->addSeparator();
    for (const int column : m_model.columns().firstOrder())
        if (m_model.columns().grouping(column) != CustomerGrouping::None)
            add(m_model.columns().title(column), column);
}

void CustomerListColumns::addActsTo(QMenu *menu, int column) {
    const CustomerColumns &columns = m_model.columns();
    if (columns.sort(column)) {
        menu->addAction(tr("Sort upwards"), this,
                        [this, column] { m_table.filterHeader()->setSortIndicator(column, Qt::AscendingOrder); });
        menu->addAction(tr("Sort downwards"), this,
                        [this, column] { m_table.filterHeader()->setSortIndicator(column, Qt::DescendingOrder); });
    }
    if (columns.grouping(column) != CustomerGrouping::None && column != m_groupColumn)
        menu->addAction(tr("Group by this column"), this, [this, column] { groupBy(column); });
    if (m_groupColumn >= 0)
        menu->addAction(tr("No groups"), this, [this] { groupBy(-1); });
    menu->addSeparator();
    const QList<int> seen = shown();
    const qsizetype place = seen.indexOf(column);
    if (place > 1) // the customer stays first
        menu->addAction(tr("Move towards the start"), this, [this, column] { move(column, -1); });
    if (place > 0 && place + 1 < seen.size())
        menu->addAction(tr("Move towards the end"), this, [this, column] { move(column, 1); });
    if (column != Customer)
        menu->addAction(tr("Hide this column"), this, [this, column] { choose(column, false); });
    QMenu *insert = menu->addMenu(tr("Insert a column"));
    for (const int other : columns.firstOrder())
        if (!isShown(other))
            insert->addAction(columns.title(other), this, [this, column, other] {
                moveAfter(column, other);
                choose(other, true);
            });
    insert->setEnabled(!insert->isEmpty());
}

// Past the next column that is seen.
void CustomerListColumns::move(int column, int by) {
    FilterHeader *header = m_table.filterHeader();
    const QList<int> seen = shown();
    if (const int other = seen.value(seen.indexOf(column) + by, -1); other > Customer)
        header->moveSection(header->visualIndex(column), header->visualIndex(other));
}

void CustomerListColumns::showChooser(const QPoint &globalPosition) {
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumnsTo(menu);
    menu->addSeparator();
    addSortTo(menu->addMenu(tr("Sort by")));
    addGroupTo(menu->addMenu(tr("Group by")));
    // What a right click on a header offers, for the column of the current cell.
    if (const int column = m_table.currentIndex().column(); column >= 0 && isShown(column))
        addActsTo(menu->addMenu(tr("Column “%1”").arg(m_model.columns().title(column))), column);
    menu->addAction(m_shell.actions().find(action::kCompactRows));
    menu->addAction(tr("Columns as at first"), this, [this] {
        forget();
        setCompact(m_table.isCompact());
        emit shownChanged();
    });
    menu->popup(globalPosition);
}

void CustomerListColumns::showHeaderMenu(int column, const QPoint &globalPosition) {
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addActsTo(menu, column);
    menu->popup(globalPosition);
}

} // namespace kontor::ui
