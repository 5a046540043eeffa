#include "segments/rule_path.h"

#include <algorithm>

namespace kontor::ui {

using segments::Group;
using segments::kDeepestGroup;
using segments::Match;
using segments::Node;
using segments::Rule;

const Group *groupAt(const Rule &rule, const RulePath &path) {
    const Group *group = &rule;
    for (const int place : path) {
        if (place < 0 || std::size_t(place) >= group->rules.size())
            return nullptr;
        group = group->rules[std::size_t(place)].group();
        if (!group)
            return nullptr;
    }
    return group;
}

Group *groupAt(Rule &rule, const RulePath &path) { return const_cast<Group *>(groupAt(std::as_const(rule), path)); }

const Node *nodeAt(const Rule &rule, const RulePath &path) {
    if (path.isEmpty())
        return nullptr;
    const Group *group = groupAt(rule, parentOf(path));
    const int place = path.last();
    return group && place >= 0 && std::size_t(place) < group->rules.size() ? &group->rules[std::size_t(place)] : nullptr;
}

Node *nodeAt(Rule &rule, const RulePath &path) { return const_cast<Node *>(nodeAt(std::as_const(rule), path)); }

const segments::Condition *conditionAt(const Rule &rule, const RulePath &path) {
    const Node *node = nodeAt(rule, path);
    return node ? node->condition() : nullptr;
}

RulePath parentOf(const RulePath &path) { return path.mid(0, qMax<qsizetype>(0, path.size() - 1)); }

RulePath childOf(const RulePath &path, int place) {
    RulePath child = path;
    child << place;
    return child;
}

RulePath siblingOf(const RulePath &path, int by) {
    RulePath sibling = path;
    sibling.last() += by;
    return sibling;
}

namespace {

void collect(const Group &group, const RulePath &path, QList<RulePath> &places) {
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        const RulePath place = childOf(path, int(i));
        places << place;
        if (const Group *inner = group.rules[i].group())
            collect(*inner, place, places);
    }
}

int heightOfGroup(const Group &group) {
    int height = 0;
    for (const Node &node : group.rules)
        height = std::max(height, heightOf(node));
    return height + 1;
}

} // namespace

QList<RulePath> placesIn(const Rule &rule) {
    QList<RulePath> places;
    collect(rule, {}, places);
    return places;
}

int conditionCount(const Group &group) {
    int count = 0;
    for (const Node &node : group.rules)
        count += node.condition() ? 1 : conditionCount(*node.group());
    return count;
}

int heightOf(const Node &node) { return node.condition() ? 0 : heightOfGroup(*node.group()); }

bool insertNode(Rule &rule, const RulePath &at, Node node) {
    if (at.isEmpty())
        return false;
    Group *group = groupAt(rule, parentOf(at));
    if (!group || at.last() < 0 || std::size_t(at.last()) > group->rules.size() || at.size() + heightOf(node) > kDeepestGroup)
        return false;
    group->rules.insert(group->rules.begin() + at.last(), std::move(node));
    return true;
}

bool removeNode(Rule &rule, const RulePath &path) {
    if (!nodeAt(rule, path))
        return false;
    Group *group = groupAt(rule, parentOf(path));
    group->rules.erase(group->rules.begin() + path.last());
    return true;
}

std::optional<RulePath> moveNode(Rule &rule, const RulePath &path, int by) {
    const Node *node = nodeAt(rule, path);
    if (!node)
        return std::nullopt;
    const Node moved = *node;
    const Node *neighbour = nodeAt(rule, siblingOf(path, by));
    RulePath target;
    if (!neighbour && path.size() == 1)
        return std::nullopt;
    if (!neighbour) // out of the group; the places below it have not moved
        target = by < 0 ? parentOf(path) : siblingOf(parentOf(path), 1);
    else if (const Group *inner = neighbour->group(); inner && path.size() + 1 + heightOf(moved) <= kDeepestGroup)
        target = by < 0 ? childOf(siblingOf(path, -1), int(inner->rules.size())) : childOf(path, 0);
    else
        target = siblingOf(path, by);
    removeNode(rule, path);
    insertNode(rule, target, moved);
    return target;
}

std::optional<RulePath> moveNodeTo(Rule &rule, const RulePath &path, const RulePath &to) {
    const Node *node = nodeAt(rule, path);
    const bool isInside = to.size() > path.size() && std::equal(path.begin(), path.end(), to.begin());
    if (!node || isInside || to.isEmpty())
        return std::nullopt;
    const Node moved = *node;
    RulePath target = to;
    // What stood behind it in its group moves up when it is taken out.
    const qsizetype depth = path.size() - 1;
    if (to.size() >= path.size() && std::equal(path.begin(), path.end() - 1, to.begin()) && to[depth] > path[depth])
        --target[depth];
    Rule changed = rule;
    removeNode(changed, path);
    if (!insertNode(changed, target, moved))
        return std::nullopt;
    rule = std::move(changed);
    return target;
}

bool canHoldGroup(const RulePath &group) { return group.size() + 2 <= kDeepestGroup; }

bool canWrap(const Rule &rule, const RulePath &path) {
    const Node *node = nodeAt(rule, path);
    return node && path.size() + 1 + heightOf(*node) <= kDeepestGroup;
}

bool wrapNode(Rule &rule, const RulePath &path, int count) {
    for (int i = 0; i < count; ++i)
        if (!canWrap(rule, siblingOf(path, i)))
            return false;
    Group group{Match::Any, {}};
    for (int i = 0; i < count; ++i)
        group.rules.push_back(*nodeAt(rule, siblingOf(path, i)));
    for (int i = 1; i < count; ++i)
        removeNode(rule, siblingOf(path, 1));
    nodeAt(rule, path)->value = std::move(group);
    return true;
}

} // namespace kontor::ui
