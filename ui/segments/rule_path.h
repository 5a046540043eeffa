// Places in the tree of a rule, and the edits that a builder makes there. Plain values; nothing here knows of widgets.
#pragma once

#include "segments/rule.h"

#include <QList>

#include <optional>

namespace kontor::ui {

// Which child to take at each group, from the outermost on. Empty: the outermost group itself.
using RulePath = QList<int>;

const segments::Node *nodeAt(const segments::Rule &rule,
                             const RulePath &path); // nullptr for the outermost group and for no such place
segments::Node *nodeAt(segments::Rule &rule, const RulePath &path);
const segments::Group *groupAt(const segments::Rule &rule, const RulePath &path);
segments::Group *groupAt(segments::Rule &rule, const RulePath &path);
const segments::Condition *conditionAt(const segments::Rule &rule, const RulePath &path);

RulePath parentOf(const RulePath &path);
RulePath childOf(const RulePath &path, int place);
RulePath siblingOf(const RulePath &path, int by);

// All conditions and inner groups as they are read from top to bottom.
QList<RulePath> placesIn(const segments::Rule &rule);
int conditionCount(const segments::Group &group);
// How many groups stand inside each other in `node`: 0 for a condition.
int heightOf(const segments::Node &node);

bool insertNode(segments::Rule &rule, const RulePath &at, segments::Node node);
bool removeNode(segments::Rule &rule, const RulePath &path);
// One step up or down as one reads: past a condition, into a group beside it, out of a group at its end. Where it then stands; nothing if it
// cannot go further, or only into a fourth group.
std::optional<RulePath> moveNode(segments::Rule &rule, const RulePath &path, int by);

// To another place: `to` is the place in front of which it is dropped, as the tree stands before. Where it then stands; nothing where that
// is inside itself or in a fourth group.
std::optional<RulePath> moveNodeTo(segments::Rule &rule, const RulePath &path, const RulePath &to);

bool canHoldGroup(const RulePath &group); // whether a further group may stand in it
bool canWrap(const segments::Rule &rule, const RulePath &path);
// Puts the node, or `count` of them from this one on, into a group of their own ("any of").
bool wrapNode(segments::Rule &rule, const RulePath &path, int count = 1);

} // namespace kontor::ui
