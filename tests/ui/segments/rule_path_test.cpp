#include "segments/rule_draft.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace kontor::ui;
using namespace Qt::StringLiterals;
using segments::Condition;
using segments::Group;
using segments::Match;
using segments::Node;
using segments::Rule;

namespace {

Node line(const QString &field) { return Node{Condition{.field = field}}; }

// a, (b, c), d
Rule sample() {
    Group inner{Match::Any, {}};
    inner.rules.push_back(line(u"b"_s));
    inner.rules.push_back(line(u"c"_s));
    Rule rule;
    rule.rules.push_back(line(u"a"_s));
    rule.rules.push_back(Node{inner});
    rule.rules.push_back(line(u"d"_s));
    return rule;
}

QString fieldsOf(const Group &group) {
    QStringList fields;
    for (const Node &node : group.rules)
        fields << (node.condition() ? node.condition()->field : u'(' + fieldsOf(*node.group()) + u')');
    return fields.join(u' ');
}

} // namespace

TEST(RulePath, MovesALineIntoTheGroupBesideIt) {
    Rule rule = sample();
    EXPECT_EQ(moveNode(rule, {0}, 1), (RulePath{0, 0}));
    EXPECT_EQ(fieldsOf(rule), u"(a b c) d"_s);
    EXPECT_EQ(moveNode(rule, {1}, -1), (RulePath{0, 3}));
    EXPECT_EQ(fieldsOf(rule), u"(a b c d)"_s);
}

TEST(RulePath, MovesALineOutOfItsGroupAtTheEnds) {
    Rule rule = sample();
    EXPECT_EQ(moveNode(rule, {1, 0}, -1), (RulePath{1}));
    EXPECT_EQ(fieldsOf(rule), u"a b (c) d"_s);
    EXPECT_EQ(moveNode(rule, {2, 0}, 1), (RulePath{3}));
    EXPECT_EQ(fieldsOf(rule), u"a b () c d"_s);
    EXPECT_EQ(moveNode(rule, {0}, -1), std::nullopt);
}

TEST(RulePath, MovesALineToWhereItIsDropped) {
    Rule rule = sample();
    EXPECT_EQ(moveNodeTo(rule, {0}, {3}), (RulePath{2})) << "behind the last one";
    EXPECT_EQ(fieldsOf(rule), u"(b c) d a"_s);
    EXPECT_EQ(moveNodeTo(rule, {1}, {0, 1}), (RulePath{0, 1}));
    EXPECT_EQ(fieldsOf(rule), u"(b d c) a"_s);
    EXPECT_EQ(moveNodeTo(rule, {0, 2}, {0, 0}), (RulePath{0, 0}));
    EXPECT_EQ(fieldsOf(rule), u"(c b d) a"_s);
    EXPECT_EQ(moveNodeTo(rule, {0, 0}, {0}), (RulePath{0}));
    EXPECT_EQ(fieldsOf(rule), u"c (b d) a"_s);
    EXPECT_EQ(moveNodeTo(rule, {1}, {1, 1}), std::nullopt) << "not into itself";
    EXPECT_EQ(fieldsOf(rule), u"c (b d) a"_s);
}

TEST(RulePath, MovesIntoAGroupBehindTheTakenLine) {
    Rule rule = sample();
    EXPECT_EQ(moveNodeTo(rule, {0}, {1, 2}), (RulePath{0, 2}));
    EXPECT_EQ(fieldsOf(rule), u"(b c a) d"_s);
}

TEST(RulePath, PutsLinesSideBySideIntoOneGroup) {
    Rule rule = sample();
    EXPECT_TRUE(wrapNode(rule, {0}, 2));
    EXPECT_EQ(fieldsOf(rule), u"(a (b c)) d"_s);
    EXPECT_FALSE(wrapNode(rule, {0}, 2)) << "a fourth group";
    EXPECT_FALSE(wrapNode(rule, {1}, 2)) << "there is no second one";
}

TEST(RulePath, RefusesAFourthGroup) {
    Rule rule = sample();
    EXPECT_TRUE(wrapNode(rule, {1, 0}));
    EXPECT_FALSE(wrapNode(rule, {1, 0, 0}));
    EXPECT_FALSE(wrapNode(rule, {1}));
    EXPECT_EQ(fieldsOf(rule), u"a ((b) c) d"_s);
    EXPECT_FALSE(canHoldGroup({1, 0}));
    EXPECT_TRUE(canHoldGroup({1}));
}

TEST(RuleDraft, TakesBackARunOfTypingAsOne) {
    RuleDraft draft;
    draft.reset(sample());
    for (const double amount : {5.0, 50.0, 500.0}) {
        Condition condition{.field = u"a"_s};
        condition.values = {amount};
        draft.setCondition({0}, condition, u"value@0"_s);
    }
    EXPECT_EQ(draft.undoStack().count(), 1);
    draft.undoStack().undo();
    EXPECT_EQ(draft.rule(), sample());
}

TEST(RuleDraft, AddsBehindTheLineWithTheFocus) {
    RuleDraft draft;
    draft.reset(sample());
    draft.addCondition({1, 0});
    EXPECT_EQ(fieldsOf(draft.rule()), u"a (b  c) d"_s);
    draft.addCondition({});
    EXPECT_EQ(fieldsOf(draft.rule()), u"a (b  c) d "_s);
    draft.addGroup({0});
    EXPECT_EQ(fieldsOf(draft.rule()), u"a () (b  c) d "_s);
}
