#include "sample_base.h"

#include "segments/rule_check.h"
#include "segments/rule_json.h"

#include <gtest/gtest.h>

#include <QJsonDocument>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kExample = R"({"version": 1, "match": "all", "rules": [
  {"field": "purchases", "aggregate": "sum", "of": "amount", "period": {"last": 365, "unit": "day"},
   "where": [{"field": "product", "op": "one_of", "value": ["Mower", "Trimmer"]}], "op": "more_than", "value": 500},
  {"field": "interactions", "aggregate": "last", "of": "at", "op": "more_than_ago", "value": 90, "unit": "day", "or_never": true},
  {"match": "any", "rules": [
    {"field": "city", "op": "one_of", "value": ["Malmö", "Lund"]},
    {"field": "tag", "op": "has", "value": "garden"},
    {"field": "birthday", "op": "anniversary_within", "value": 14, "unit": "day"}]}]})";

class RuleJson : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(m_base.open()); }

    // The place that an invalid rule's error names; "-" where the rule is taken.
    std::string fault(const QByteArray &rules) {
        const auto rule = readRule("{\"version\": 1, \"match\": \"all\", \"rules\": [" + rules + "]}", m_base.catalogue());
        if (rule)
            return "-";
        EXPECT_EQ(rule.error().code, Code::Invalid);
        EXPECT_FALSE(rule.error().message.isEmpty());
        return rule.error().field.toStdString();
    }

    SampleBase m_base;
};

} // namespace

TEST_F(RuleJson, ReadsTheExampleOfTheContract) {
    const auto rule = readRule(kExample, m_base.catalogue());
    ASSERT_TRUE(rule);
    ASSERT_EQ(rule->rules.size(), 3U);
    const Condition &sum = *rule->rules[0].condition();
    EXPECT_EQ(sum.aggregate, Aggregate::Sum);
    EXPECT_EQ(sum.period->last, 365);
    EXPECT_EQ(sum.where.first().values.size(), 2);
    EXPECT_TRUE(rule->rules[1].condition()->orNever);
    EXPECT_EQ(rule->rules[2].group()->match, Match::Any);
}

TEST_F(RuleJson, IsTheSameAfterWritingAndReading) {
    const auto rule = readRule(kExample, m_base.catalogue());
    ASSERT_TRUE(rule);
    const QByteArray written = writeRule(*rule);
    const auto again = readRule(written, m_base.catalogue());
    ASSERT_TRUE(again);
    EXPECT_TRUE(*again == *rule);
    EXPECT_EQ(writeRule(*again), written);
    EXPECT_EQ(QJsonDocument::fromJson(written), QJsonDocument::fromJson(kExample));
}

TEST_F(RuleJson, KeepsEveryKindOfPeriod) {
    const QByteArrayList periods{R"({"last": 2, "unit": "month"})", R"({"calendar": "last_quarter"})",
                                 R"({"from": "2025-01-01"})", R"({"to": "2025-12-31"})",
                                 R"({"from": "2025-01-01", "to": "2025-12-31"})"};
    for (const QByteArray &period : periods) {
        const QByteArray json =
            R"({"version": 1, "match": "none", "rules": [{"field": "cases", "aggregate": "count", "period": )" + period +
            R"(, "op": "at_least", "value": 1}]})";
        const auto rule = readRule(json, m_base.catalogue());
        ASSERT_TRUE(rule) << period.constData();
        EXPECT_EQ(QJsonDocument::fromJson(writeRule(*rule)), QJsonDocument::fromJson(json));
    }
}

TEST_F(RuleJson, RefusesOtherVersionsAndWhatIsNoRule) {
    for (const QByteArray &json : {QByteArray("{"), QByteArray("[]"), QByteArray("\"x\""), QByteArray()})
        EXPECT_EQ(parseRule(json).error().field, "") << json.constData();
    EXPECT_EQ(parseRule(R"({"match": "all", "rules": []})").error().field, "version");
    EXPECT_EQ(parseRule(R"({"version": 2, "match": "all", "rules": []})").error().field, "version");
    EXPECT_EQ(parseRule(R"({"version": "1", "match": "all", "rules": []})").error().field, "version");
    EXPECT_EQ(parseRule(R"({"version": 1, "rules": []})").error().field, "match");
    EXPECT_EQ(parseRule(R"({"version": 1, "match": "some", "rules": []})").error().field, "match");
    EXPECT_EQ(parseRule(R"({"version": 1, "match": "all"})").error().field, "rules");
    EXPECT_EQ(parseRule(R"({"version": 1, "match": "all", "rules": {}})").error().field, "rules");
    EXPECT_EQ(parseRule(R"({"version": 1, "match": "all", "rules": [], "name": "x"})").error().field, "name");
}

TEST_F(RuleJson, NamesThePlaceOfEveryFault) {
    const QByteArray good = R"({"field": "city", "op": "is", "value": "Lund"}, )";
    EXPECT_EQ(fault(good + R"({"field": "town", "op": "is", "value": "x"})"), "rules[1].field");
    EXPECT_EQ(fault(good + R"({"op": "is", "value": "x"})"), "rules[1].field");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "near", "value": "x"})"), "rules[1].op");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "more_than", "value": 5})"), "rules[1].op");
    EXPECT_EQ(fault(good + R"({"field": "score", "op": "contains", "value": "5"})"), "rules[1].op");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "is"})"), "rules[1].value");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "is", "value": 5})"), "rules[1].value");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "is", "value": ""})"), "rules[1].value");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "is", "value": ["Lund"]})"), "rules[1].value");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "one_of", "value": []})"), "rules[1].value");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "one_of", "value": ["Lund", 5]})"), "rules[1].value[1]");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "empty", "value": "x"})"), "rules[1].value");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "is", "value": "x", "unit": "day"})"), "rules[1].unit");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "is", "value": "x", "or_never": 1})"), "rules[1].or_never");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "is", "value": "x", "orNever": true})"), "rules[1].orNever");
    EXPECT_EQ(fault(good + R"({"field": "city", "op": "is", "value": "x", "aggregate": "count"})"), "rules[1].aggregate");
    EXPECT_EQ(fault(good + "5"), "rules[1]");
    EXPECT_EQ(fault(R"({"match": "any", "rules": [)" + good + R"({"field": "city", "op": "is", "value": true}]})"),
              "rules[0].rules[1].value");
}

TEST_F(RuleJson, NamesThePlaceOfFaultsInNumbersAndDates) {
    EXPECT_EQ(fault(R"({"field": "score", "op": "more_than", "value": "5"})"), "rules[0].value");
    EXPECT_EQ(fault(R"({"field": "score", "op": "between", "value": [5]})"), "rules[0].value");
    EXPECT_EQ(fault(R"({"field": "score", "op": "between", "value": [5, 1]})"), "rules[0].value");
    EXPECT_EQ(fault(R"({"field": "created", "op": "before", "value": "soon"})"), "rules[0].value");
    EXPECT_EQ(fault(R"({"field": "created", "op": "before", "value": "2025-02-30"})"), "rules[0].value");
    EXPECT_EQ(fault(R"({"field": "created", "op": "in_last", "value": -1, "unit": "day"})"), "rules[0].value");
    EXPECT_EQ(fault(R"({"field": "created", "op": "in_last", "value": 1.5, "unit": "day"})"), "rules[0].value");
    EXPECT_EQ(fault(R"({"field": "created", "op": "in_last", "value": 1e9, "unit": "day"})"), "rules[0].value");
    EXPECT_EQ(fault(R"({"field": "created", "op": "in_last", "value": 1})"), "rules[0].unit");
    EXPECT_EQ(fault(R"({"field": "created", "op": "in_last", "value": 1, "unit": "hour"})"), "rules[0].unit");
    EXPECT_EQ(fault(R"({"field": "consent", "op": "is", "value": "email:maybe"})"), "rules[0].value");
}

TEST_F(RuleJson, NamesThePlaceOfFaultsInRelatedRecords) {
    const auto purchases = [](const QByteArray &rest) { return R"({"field": "purchases", )" + rest + "}"; };
    EXPECT_EQ(fault(purchases(R"("aggregate": "median", "op": "more_than", "value": 1)")), "rules[0].aggregate");
    EXPECT_EQ(fault(purchases(R"("aggregate": "sum", "op": "more_than", "value": 1)")), "rules[0].of");
    EXPECT_EQ(fault(purchases(R"("aggregate": "sum", "of": "colour", "op": "more_than", "value": 1)")), "rules[0].of");
    EXPECT_EQ(fault(purchases(R"("aggregate": "sum", "of": "product", "op": "more_than", "value": 1)")), "rules[0].of");
    EXPECT_EQ(fault(purchases(R"("aggregate": "count", "of": "amount", "op": "more_than", "value": 1)")), "rules[0].of");
    EXPECT_EQ(fault(purchases(R"("aggregate": "count", "op": "is", "value": true)")), "rules[0].op");
    EXPECT_EQ(fault(purchases(R"("aggregate": "exists", "op": "is", "value": "yes")")), "rules[0].value");
    EXPECT_EQ(fault(purchases(R"("aggregate": "last", "op": "more_than_ago", "value": 5)")), "rules[0].unit");
    const QByteArray exists = R"("aggregate": "exists", "op": "is", "value": true, )";
    EXPECT_EQ(fault(purchases(exists + R"("period": {"last": -5, "unit": "day"})")), "rules[0].period.last");
    EXPECT_EQ(fault(purchases(exists + R"("period": {"last": 5, "unit": "days"})")), "rules[0].period.unit");
    EXPECT_EQ(fault(purchases(exists + R"("period": {"last": 5})")), "rules[0].period.unit");
    EXPECT_EQ(fault(purchases(exists + R"("period": {"calendar": "next_year"})")), "rules[0].period.calendar");
    EXPECT_EQ(fault(purchases(exists + R"("period": {"from": "yesterday"})")), "rules[0].period.from");
    EXPECT_EQ(fault(purchases(exists + R"("period": {"from": "2025-02-01", "to": "2025-01-01"})")), "rules[0].period.to");
    EXPECT_EQ(fault(purchases(exists + R"("period": {})")), "rules[0].period");
    EXPECT_EQ(fault(purchases(exists + R"("where": [{"field": "colour", "op": "is", "value": "red"}])")),
              "rules[0].where[0].field");
    EXPECT_EQ(fault(purchases(exists + R"("where": [{"field": "amount", "op": "is", "value": 5}])")), "rules[0].where[0].op");
    EXPECT_EQ(fault(purchases(exists + R"("where": [{"field": "amount", "op": "equals", "value": "5"}])")),
              "rules[0].where[0].value");
    EXPECT_EQ(fault(R"({"field": "offers", "aggregate": "sum", "of": "product", "op": "more_than", "value": 1})"),
              "rules[0].aggregate");
}

TEST_F(RuleJson, TakesThreeLevelsOfGroupsAndNotFour) {
    const QByteArray leaf = R"({"field": "city", "op": "is", "value": "Lund"})";
    const QByteArray two = R"({"match": "any", "rules": [)" + leaf + "]}";
    const QByteArray three = R"({"match": "any", "rules": [)" + two + "]}";
    EXPECT_EQ(fault(three), "-");
    EXPECT_EQ(fault(R"({"match": "any", "rules": [)" + three + "]}"), "rules[0].rules[0].rules[0]");
}

TEST_F(RuleJson, TakesAListOfOneWithoutItsBrackets) {
    EXPECT_EQ(fault(R"({"field": "tag", "op": "has_none", "value": "vip"})"), "-");
    EXPECT_EQ(fault(R"({"field": "purchases", "op": "is", "value": true})"), "-"); // exists is understood
}

TEST_F(RuleJson, LeavesOutWhatIsNotReadyYet) {
    auto rule = parseRule(R"({"version": 1, "match": "all", "rules": [
        {"field": "city", "op": "is", "value": ""}, {"field": "score", "op": "more_than", "value": 5},
        {"match": "any", "rules": [{"field": "town", "op": "is", "value": "x"}]}]})");
    ASSERT_TRUE(rule);
    const Rule ready = readyPart(*rule, m_base.catalogue());
    ASSERT_EQ(ready.rules.size(), 1U);
    EXPECT_EQ(ready.rules[0].condition()->field, u"score"_s);
}

} // namespace kontor::segments::test
