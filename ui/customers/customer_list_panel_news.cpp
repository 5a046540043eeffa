// What others changed in the list: rows are changed in place, and new ones wait above it until the person wants them.
#include "customers/customer_list_panel.h"

#include "customers/customer_list_model.h"
#include "lists/list_table.h"

#include <QPushButton>
#include <QScrollBar>

namespace kontor::ui {

void CustomerListPanel::reloadForOthers() {
    m_isForOthers = true;
    reload();
}

// The row that the eye rests on, and where it stands.
CustomerListPanel::Anchor CustomerListPanel::anchor() const {
    const int current = m_table->currentIndex().row();
    const int y = current < 0 ? -1 : m_table->rowViewportPosition(current);
    const bool isVisible = y >= 0 && y < m_table->viewport()->height();
    int row = isVisible ? current : qMax(0, m_table->rowAt(0));
    while (row < m_model->rowCount() && !m_model->idAt(row).isValid())
        ++row; // heads have no name that lasts
    return {m_model->idAt(row), m_table->rowViewportPosition(row)};
}

void CustomerListPanel::putBack(const Anchor &anchor) {
    const int row = m_model->rowOf(anchor.id);
    if (row < 0)
        return;
    static_cast<QAbstractItemView *>(m_table)->doItemsLayout(); // the bar knows of the new rows
    QScrollBar *bar = m_table->verticalScrollBar();
    const int moved = m_table->rowViewportPosition(row) - anchor.y;
    const bool byPixels = m_table->verticalScrollMode() == QAbstractItemView::ScrollPerPixel;
    bar->setValue(bar->value() + (byPixels ? moved : moved / qMax(1, m_table->rowHeight(row))));
}

// Those that are not shown yet are held back; the others may have changed, gone, or moved.
CustomerListRows CustomerListPanel::withoutNew(CustomerListRows rows) {
    if (m_model->customerCount() == 0)
        return rows;
    QSet<Id> fresh(rows.ids.cbegin(), rows.ids.cend());
    for (const Id id : m_model->customers())
        fresh.remove(id);
    fresh.removeIf([](Id id) { return id.value < 0; });
    if (fresh.isEmpty())
        return rows;
    CustomerListRows shown = rows.without(fresh);
    showHeldBack(std::make_unique<CustomerListRows>(std::move(rows)), int(fresh.size()));
    return shown;
}

void CustomerListPanel::showHeldBack(std::unique_ptr<CustomerListRows> rows, int count) {
    const bool isNews = rows && count > m_heldBack;
    m_held = std::move(rows);
    m_heldBack = count;
    m_new->setVisible(count > 0);
    m_new->setText(tr("%Ln new", nullptr, count));
    m_new->setAccessibleName(tr("%Ln new customer(s): show", nullptr, count));
    m_new->setToolTip(tr("Others added them. Click to see them in their places."));
    if (isNews)
        m_shell.announce(m_new->text());
}

void CustomerListPanel::takeHeldBack() {
    if (!m_held)
        return;
    const Anchor place = anchor();
    const Chosen before = chosen();
    CustomerListRows rows = std::move(*m_held);
    showHeldBack(nullptr, 0);
    m_model->setRows(std::move(rows));
    restore(before);
    putBack(place);
    showState();
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace kontor::ui
