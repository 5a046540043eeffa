#include "segments/rule_view.h"

#include "segments/builder_context.h"
#include "segments/condition_row.h"
#include "segments/group_grip.h"
#include "segments/rule_words.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/choice_name.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using segments::Group;
using segments::Match;

namespace {

constexpr Match kMatches[] = {Match::All, Match::Any, Match::None};

QString pathText(const RulePath &path) {
    QStringList places;
    for (const int place : path)
        places << QString::number(place);
    return places.join(u'.');
}

QPushButton *addButton(const QString &text, QWidget *parent) {
    auto *button = new QPushButton(Icon::get("plus"_L1, Tint::Accent), text, parent);
    button->setIconSize({kSmallIcon, kSmallIcon});
    button->setFlat(true);
    button->setAutoDefault(false);
    button->setAccessibleName(text);
    return button;
}

} // namespace

RuleView::RuleView(const BuilderContext &context, RuleDraft &draft, QWidget *parent)
    : QWidget(parent), m_context(context), m_draft(draft) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&draft, &RuleDraft::changed, this, &RuleView::take);
    rebuild();
}

void RuleView::take(const RulePath &focus, bool isSameShape) {
    if (isSameShape) {
        refresh();
        ConditionRow *row = rowAt(focus);
        const QWidget *focused = QApplication::focusWidget();
        if (row && !row->isUnfolded() && (!focused || isAncestorOf(focused)) && !focus.isEmpty())
            row->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_selected.clear();
    m_selectedFrom.clear();
    rebuild();
    focusRow(focus);
}

void RuleView::refresh() {
    for (const Item &item : std::as_const(m_items)) {
        if (item.row) {
            item.row->setCondition(*conditionAt(m_draft.rule(), item.path));
            const Group *group = groupAt(m_draft.rule(), parentOf(item.path));
            item.row->setConnective(item.path.last() > 0 ? RuleWords::connective(group->match) : QString());
        } else {
            const QSignalBlocker blocker(item.match);
            item.match->setCurrentIndex(item.match->findData(int(groupAt(m_draft.rule(), item.path)->match)));
        }
    }
    update();
}

QList<QWidget *> RuleView::Item::widgets() const {
    QList<QWidget *> all{row, grip, match, remove, addCondition, addGroup};
    all.removeAll(nullptr);
    return all;
}

void RuleView::rebuild() {
    for (const Item &item : std::as_const(m_items))
        for (QWidget *widget : item.widgets()) {
            widget->hide();
            widget->setParent(nullptr);
            widget->deleteLater();
        }
    m_items.clear();
    addItems(m_draft.rule(), {});
    for (const Item &item : std::as_const(m_items))
        for (QWidget *widget : item.widgets())
            widget->show();
    setTabOrders();
    refresh();
    arrangeGroup({}, rect(), true);
    updateGeometry();
}

void RuleView::addItems(const Group &group, const RulePath &path) {
    m_items << groupItem(group, path);
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        const RulePath child = childOf(path, int(i));
        if (const segments::Condition *condition = group.rules[i].condition())
            m_items << rowItem(*condition, child);
        else
            addItems(*group.rules[i].group(), child);
    }
}

RuleView::Item RuleView::groupItem(const Group &group, const RulePath &path) {
    Item item{path};
    const bool isOutermost = path.isEmpty();
    item.match = new QComboBox(this);
    for (const Match match : kMatches)
        item.match->addItem(isOutermost ? RuleWords::outermost(match) : RuleWords::group(match), int(match));
    item.match->setCurrentIndex(item.match->findData(int(group.match)));
    setChoiceName(item.match,
                  isOutermost ? tr("How the conditions go together") : tr("How the conditions of this group go together"));
    connect(item.match, &QComboBox::currentIndexChanged, this,
            [this, path, box = item.match](int index) { m_draft.setMatch(path, Match(box->itemData(index).toInt())); });
    if (!isOutermost) {
        item.grip = new GroupGrip(this);
        wireMoves(item.grip, path);
        item.remove = new QToolButton(this);
        item.remove->setIcon(Icon::get("close"_L1));
        item.remove->setIconSize({kSmallIcon, kSmallIcon});
        item.remove->setAutoRaise(true);
        item.remove->setAccessibleName(tr("Remove this group"));
        item.remove->setToolTip(tr("Remove this group"));
        connect(item.remove, &QToolButton::clicked, this, [this, path] { m_draft.remove(path); });
    }
    item.addCondition = addButton(tr("Add condition"), this);
    item.addCondition->setAccessibleDescription(tr("Ctrl+Shift+N"));
    item.addCondition->setToolTip(tr("Add condition (Ctrl+Shift+N)"));
    connect(item.addCondition, &QPushButton::clicked, this, [this, path] { m_draft.addCondition(path); });
    item.addGroup = addButton(tr("Add group"), this);
    item.addGroup->setEnabled(canHoldGroup(path));
    item.addGroup->setToolTip(canHoldGroup(path) ? tr("Add a group of conditions")
                                                 : tr("Groups can stand inside each other three deep, not deeper."));
    connect(item.addGroup, &QPushButton::clicked, this, [this, path] { m_draft.addGroup(path); });
    return item;
}

RuleView::Item RuleView::rowItem(const segments::Condition &condition, const RulePath &path) {
    Item item{path};
    item.row = new ConditionRow(m_context, condition, this);
    connect(item.row, &ConditionRow::edited, this, [this, path, row = item.row](const QString &part) {
        m_draft.setCondition(path, row->wanted(), part.isEmpty() ? QString() : part + u'@' + pathText(path));
    });
    wireMoves(item.row, path);
    connect(item.row, &ConditionRow::focused, this, [this, path] { noteFocus(path); });
    connect(item.row, &ConditionRow::selectWanted, this, [this, path](int by) { select(path, by); });
    connect(item.row, &ConditionRow::nextWanted, this, [this, path] { m_draft.addCondition(path); });
    return item;
}

template <class Taken>
void RuleView::wireMoves(Taken *taken, const RulePath &path) {
    connect(taken, &Taken::removeWanted, this, [this, path] { m_draft.remove(path); });
    connect(taken, &Taken::moveWanted, this, [this, path](int by) { m_draft.move(path, by); });
    connect(taken, &Taken::stepWanted, this, [this, path](int by) { step(path, by); });
    connect(taken, &Taken::dragged, this, [this, path](const QPoint &at) { drag(path, at); });
    connect(taken, &Taken::dropped, this, [this, path](const QPoint &at) { drop(path, at); });
    connect(taken, &Taken::dragLeft, this, [this] {
        m_drop.clear();
        update();
    });
    connect(taken, &Taken::menuWanted, this, [this, path](const QPoint &position) { showMenu(path, position); });
}

// As it is read: a group's buttons come after its last row.
void RuleView::setTabOrders() {
    QWidget *last = nullptr;
    const auto chain = [&](QWidget *widget) {
        if (widget && last)
            setTabOrder(last, widget);
        last = widget ? widget : last;
    };
    const std::function<void(const RulePath &)> visit = [&](const RulePath &path) {
        const Item *item = itemAt(path);
        if (item->row)
            return chain(item->row);
        chain(item->grip);
        chain(item->match);
        chain(item->remove);
        const Group *group = groupAt(m_draft.rule(), path);
        for (int i = 0; i < int(group->rules.size()); ++i)
            visit(childOf(path, i));
        chain(item->addCondition);
        chain(item->addGroup);
    };
    visit({});
}

const RuleView::Item *RuleView::itemAt(const RulePath &path) const {
    for (const Item &item : m_items)
        if (item.path == path)
            return &item;
    return nullptr;
}

ConditionRow *RuleView::rowAt(const RulePath &path) const {
    const Item *item = itemAt(path);
    return item ? item->row : nullptr;
}

QList<ConditionRow *> RuleView::rows() const {
    QList<ConditionRow *> rows;
    for (const Item &item : m_items)
        if (item.row)
            rows << item.row;
    return rows;
}

int RuleView::unusedRows() const {
    const QList<ConditionRow *> all = rows();
    return int(std::count_if(all.begin(), all.end(), [](const ConditionRow *row) { return !row->isUsed(); }));
}

RulePath RuleView::focusedPlace() const {
    const QWidget *focus = QApplication::focusWidget();
    for (const Item &item : m_items)
        for (const QWidget *widget : item.widgets())
            if (focus && (widget == focus || widget->isAncestorOf(focus)))
                return item.path;
    return {};
}

void RuleView::focusRow(const RulePath &path) {
    const Item *item = itemAt(path);
    if (!item)
        return;
    if (!item->row)
        return (item->grip ? static_cast<QWidget *>(item->grip) : item->match)->setFocus(Qt::OtherFocusReason);
    item->row->setFocus(Qt::OtherFocusReason);
    if (item->row->condition().field.isEmpty())
        item->row->unfold();
    emit rowFocused(item->row);
}

void RuleView::focusFirst() {
    const QList<ConditionRow *> all = rows();
    if (all.isEmpty())
        return m_items.first().addCondition->setFocus(Qt::OtherFocusReason);
    if (all.first()->condition().field.isEmpty())
        all.first()->unfold();
    else
        all.first()->setFocus(Qt::OtherFocusReason);
}

void RuleView::markNumbers(const QList<int> &lines) {
    for (const int line : lines)
        if (ConditionRow *row = rowAt({line}))
            row->setMarked(true);
}

void RuleView::addCondition() {
    const RulePath place = focusedPlace();
    const Group &rule = m_draft.rule();
    m_draft.addCondition(place.isEmpty() && !rule.rules.empty() ? RulePath() : place);
}

void RuleView::addGroup() { m_draft.addGroup(focusedPlace()); }

void RuleView::wrapFocused() {
    if (m_selected.size() > 1)
        return m_draft.wrap(m_selected.first(), int(m_selected.size()));
    if (const RulePath place = focusedPlace(); !place.isEmpty())
        m_draft.wrap(place);
}

} // namespace kontor::ui
