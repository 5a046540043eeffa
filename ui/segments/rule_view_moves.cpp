// Rows of a rule that are selected side by side, and rows and groups that go to another place: by keys, by the menu, dragged by their grips.
#include "segments/condition_row.h"
#include "segments/group_grip.h"
#include "segments/rule_view.h"
#include "theme/metrics.h"

#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>

namespace kontor::ui {

using namespace metrics;

void RuleView::clearSelection() {
    for (const RulePath &path : std::exchange(m_selected, {}))
        if (ConditionRow *row = rowAt(path))
            row->setSelected(false);
}

void RuleView::noteFocus(const RulePath &path) {
    if (m_isSelecting)
        return;
    clearSelection();
    m_selectedFrom = path;
}

// From the row where it began to this one, or with Shift and an arrow to the one beside it; within their group.
void RuleView::select(const RulePath &at, int by) {
    const RulePath last = siblingOf(at, by);
    if (!nodeAt(m_draft.rule(), last) || !rowAt(last))
        return;
    if (m_selectedFrom.isEmpty() || parentOf(m_selectedFrom) != parentOf(at))
        m_selectedFrom = at;
    clearSelection();
    const int first = qMin(m_selectedFrom.last(), last.last());
    for (int place = first; place <= qMax(m_selectedFrom.last(), last.last()); ++place)
        m_selected << childOf(parentOf(at), place);
    for (const RulePath &path : std::as_const(m_selected))
        if (ConditionRow *row = rowAt(path))
            row->setSelected(true);
    const QScopedValueRollback selecting(m_isSelecting, true);
    rowAt(last)->setFocus(Qt::OtherFocusReason);
    emit rowFocused(rowAt(last));
}

int RuleView::dropLine(const RulePath &place) const {
    if (const Item *item = itemAt(place))
        return item->frame.top() - kGap / 2;
    const Item *group = itemAt(parentOf(place)); // behind its last row
    return group ? group->addCondition->geometry().top() - kGap / 2 : 0;
}

// Not inside itself, and not where it would make a fourth group; where nothing else is left, where it is.
RulePath RuleView::dropPlace(const RulePath &path, int y) const {
    QList<RulePath> places;
    for (const Item &item : m_items) {
        if (!item.path.isEmpty())
            places << item.path;
        if (!item.row)
            places << childOf(item.path, int(groupAt(m_draft.rule(), item.path)->rules.size()));
    }
    places.removeIf([&](const RulePath &place) {
        segments::Rule tried = m_draft.rule();
        return place != path && !moveNodeTo(tried, path, place);
    });
    return *std::min_element(places.cbegin(), places.cend(), [&](const RulePath &one, const RulePath &other) {
        return qAbs(dropLine(one) - y) < qAbs(dropLine(other) - y);
    });
}

void RuleView::drag(const RulePath &path, const QPoint &globalPosition) {
    m_drop = dropPlace(path, mapFromGlobal(globalPosition).y());
    update();
}

void RuleView::drop(const RulePath &path, const QPoint &globalPosition) {
    m_drop.clear();
    update();
    const RulePath place = dropPlace(path, mapFromGlobal(globalPosition).y());
    if (place != path && place != siblingOf(path, 1))
        m_draft.moveTo(path, place);
}

void RuleView::step(const RulePath &from, int by) {
    QList<QWidget *> stops;
    qsizetype at = -1;
    for (const Item &item : std::as_const(m_items))
        if (QWidget *stop = item.row ? static_cast<QWidget *>(item.row) : item.grip) {
            at = item.path == from ? stops.size() : at;
            stops << stop;
        }
    if (QWidget *stop = at < 0 ? nullptr : stops.value(at + by)) {
        stop->setFocus(Qt::OtherFocusReason);
        emit rowFocused(stop);
    }
}

void RuleView::showMenu(const RulePath &path, const QPoint &globalPosition) {
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (ConditionRow *row = rowAt(path))
        menu->addAction(tr("&Edit"), row, &ConditionRow::unfold);
    menu->addAction(tr("Move &up"), this, [this, path] { m_draft.move(path, -1); });
    menu->addAction(tr("Move &down"), this, [this, path] { m_draft.move(path, 1); });
    QAction *wrap = menu->addAction(tr("Put into a &group"), this, [this, path] { m_draft.wrap(path); });
    wrap->setEnabled(canWrap(m_draft.rule(), path));
    menu->addSeparator();
    menu->addAction(tr("&Remove"), this, [this, path] { m_draft.remove(path); });
    menu->popup(globalPosition);
}

} // namespace kontor::ui
