#include "segments/rule_draft.h"

namespace kontor::ui {

using segments::Condition;
using segments::Group;
using segments::Match;
using segments::Node;
using segments::Rule;

namespace {

constexpr int kChangeId = 1;

bool haveSameShape(const Group &left, const Group &right) {
    if (left.rules.size() != right.rules.size())
        return false;
    for (std::size_t i = 0; i < left.rules.size(); ++i) {
        const Group *one = left.rules[i].group();
        const Group *other = right.rules[i].group();
        if (bool(one) != bool(other) || (one && !haveSameShape(*one, *other)))
            return false;
    }
    return true;
}

} // namespace

// A rule is small: the whole tree before and after is simpler than an inverse for each act.
class RuleChange : public QUndoCommand {
public:
    struct State {
        Rule rule;
        RulePath focus;
    };

    RuleChange(RuleDraft &draft, State before, State after, const QString &name, QString part)
        : QUndoCommand(name), m_draft(draft), m_before(std::move(before)), m_after(std::move(after)), m_part(std::move(part)) {}

    int id() const override { return m_part.isEmpty() ? -1 : kChangeId; }
    void undo() override { m_draft.apply(m_before.rule, m_before.focus); }
    void redo() override { m_draft.apply(m_after.rule, m_after.focus); }
    bool mergeWith(const QUndoCommand *other) override {
        const auto *later = static_cast<const RuleChange *>(other);
        if (later->m_part != m_part || later->m_after.focus != m_after.focus)
            return false;
        m_after = later->m_after;
        setObsolete(m_after.rule == m_before.rule);
        return true;
    }

private:
    RuleDraft &m_draft;
    State m_before;
    State m_after;
    QString m_part;
};

RuleDraft::RuleDraft(QObject *parent) : QObject(parent) {}

void RuleDraft::reset(const Rule &rule) {
    m_undo.clear();
    apply(rule, {});
}

void RuleDraft::apply(const Rule &rule, const RulePath &focus) {
    const bool isSameShape = haveSameShape(m_rule, rule);
    m_rule = rule;
    emit changed(focus, isSameShape);
}

void RuleDraft::push(Rule after, const RulePath &before, const RulePath &focus, const QString &name, const QString &part) {
    if (after == m_rule)
        return;
    m_undo.push(new RuleChange(*this, {m_rule, before}, {std::move(after), focus}, name, part));
}

void RuleDraft::setCondition(const RulePath &path, const Condition &condition, const QString &part) {
    Rule after = m_rule;
    Node *node = nodeAt(after, path);
    if (!node || !node->condition())
        return;
    *node->condition() = condition;
    push(std::move(after), path, path, tr("Edit condition"), part);
}

void RuleDraft::setMatch(const RulePath &group, Match match) {
    Rule after = m_rule;
    if (Group *changed = groupAt(after, group)) {
        changed->match = match;
        push(std::move(after), group, group, tr("Change group"));
    }
}

RulePath RuleDraft::placeBehind(const RulePath &at) const {
    if (conditionAt(m_rule, at))
        return siblingOf(at, 1);
    const Group *group = groupAt(m_rule, at);
    return group ? childOf(at, int(group->rules.size())) : RulePath();
}

void RuleDraft::addCondition(const RulePath &at) {
    Rule after = m_rule;
    const RulePath place = placeBehind(at);
    if (insertNode(after, place, Node{Condition()}))
        push(std::move(after), at, place, tr("Add condition"));
}

bool RuleDraft::canAddGroup(const RulePath &at) const {
    const RulePath place = placeBehind(at);
    return !place.isEmpty() && canHoldGroup(parentOf(place));
}

void RuleDraft::addGroup(const RulePath &at) {
    if (!canAddGroup(at))
        return;
    Rule after = m_rule;
    const RulePath place = placeBehind(at);
    Group group{Match::Any, {}};
    group.rules.push_back(Node{Condition()});
    if (insertNode(after, place, Node{std::move(group)}))
        push(std::move(after), at, childOf(place, 0), tr("Add group"));
}

void RuleDraft::remove(const RulePath &path) {
    Rule after = m_rule;
    if (!removeNode(after, path))
        return;
    const RulePath parent = parentOf(path);
    const int left = int(groupAt(after, parent)->rules.size());
    const RulePath focus = left ? childOf(parent, qMin(path.last(), left - 1)) : parent;
    push(std::move(after), path, focus, tr("Remove condition"));
}

void RuleDraft::move(const RulePath &path, int by) {
    Rule after = m_rule;
    if (const std::optional<RulePath> place = moveNode(after, path, by))
        push(std::move(after), path, *place, tr("Move condition"));
}

void RuleDraft::moveTo(const RulePath &path, const RulePath &to) {
    Rule after = m_rule;
    if (const std::optional<RulePath> place = moveNodeTo(after, path, to))
        push(std::move(after), path, *place, tr("Move condition"));
}

void RuleDraft::wrap(const RulePath &path, int count) {
    Rule after = m_rule;
    if (wrapNode(after, path, count))
        push(std::move(after), path, childOf(path, 0), tr("Put into a group"));
}

} // namespace kontor::ui
