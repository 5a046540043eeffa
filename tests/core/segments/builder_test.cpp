#include "sample_base.h"

#include "segments/builder.h"
#include "segments/compiler.h"
#include "segments/rule_json.h"
#include "segments/segment_query.h"
#include "segments/sentence.h"
#include "segments/templates.h"
#include "segments/value_counts.h"

#include <gtest/gtest.h>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

namespace {

class Builder : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_base.open());
        m_base.run(u"INSERT INTO product (id, name, name_folded) VALUES (5, 'Mower', 'mower'), (6, 'Desk', 'desk')"_s);
        for (qint64 id = 1; id <= 12; ++id) {
            m_base.customer(id, u"city, sort_key"_s,
                            {db::Value(id % 3 ? u"Lund"_s : u"Malmö"_s), db::Value(QByteArray(1, char(100 - id)))});
            m_base.purchase(100 + id, id, u"2025-11-05"_s, id * 10'000, id % 2 ? 5 : 6);
        }
        m_base.purchase(201, 1, u"2020-01-01"_s, 99'900);
        m_base.customer(13, u"city, trashed_at"_s, {db::Value(u"Ystad"_s), db::Value(qint64(1))});
    }

    SampleBase m_base;
    const QByteArray m_conditions = R"({"field": "city", "op": "is", "value": "lund"},
        {"field": "purchases", "aggregate": "sum", "of": "amount", "op": "more_than", "value": 900, "period": {"last": 1, "unit": "year"}})";
};

} // namespace

TEST_F(Builder, CountsWhatEachLineKeepsOut) {
    const auto counts = countsWithoutEachLine(m_base.database(), m_base.rule(m_conditions), m_base.context());
    ASSERT_TRUE(counts);
    EXPECT_EQ(*counts, (QList<qint64>{3, 8}));
    EXPECT_EQ(customersInBase(m_base.database()).value_or(0), 12);
}

TEST_F(Builder, ShowsTheFirstMembersInTheOrderOfListsWithTheDecidingValue) {
    const auto members = firstMembers(m_base.database(), m_base.rule(m_conditions), m_base.context(), 1);
    ASSERT_TRUE(members);
    ASSERT_EQ(members->size(), 1);
    EXPECT_EQ(members->first().customer, Id{11});
    EXPECT_EQ(members->first().value, QJsonValue(1100));
    EXPECT_TRUE(members->first().decidedBy.contains("900"_L1));
    EXPECT_EQ(firstMembers(m_base.database(), m_base.rule(""), m_base.context()).value_or({}).size(), 8);
}

TEST_F(Builder, SumsWhatMembersBoughtInTwelveMonths) {
    EXPECT_EQ(boughtInTwelveMonths(m_base.database(), m_base.rule(m_conditions), m_base.context()).value_or(0), 210'000);
    EXPECT_EQ(boughtInTwelveMonths(m_base.database(), m_base.rule(""), m_base.context()).value_or(0), 780'000);
}

TEST_F(Builder, CountsTheValuesOfAField) {
    const auto cities = valueCounts(m_base.database(), m_base.context(), u"city"_s);
    ASSERT_TRUE(cities);
    ASSERT_EQ(cities->size(), 2); // not the trashed customer's
    EXPECT_EQ(cities->first().value, u"Lund"_s);
    EXPECT_EQ(cities->first().count, 8);
    const auto found = valueCounts(m_base.database(), m_base.context(), u"city"_s, u"MALMO"_s);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1);
    EXPECT_EQ(found->first().value, u"Malmö"_s);
    EXPECT_EQ(valueCounts(m_base.database(), m_base.context(), u"purchases.product"_s).value_or({}).size(), 2);
    EXPECT_TRUE(valueCounts(m_base.database(), m_base.context(), u"score"_s).value_or({{u"x"_s, 1}}).isEmpty());
    EXPECT_FALSE(valueCounts(m_base.database(), m_base.context(), u"colour"_s));
}

TEST_F(Builder, EveryTemplateIsARuleThatRuns) {
    const auto templates = segmentTemplates(m_base.database(), m_base.context());
    ASSERT_TRUE(templates);
    EXPECT_EQ(templates->size(), 8);
    for (const SegmentTemplate &ready : *templates) {
        const auto rule = readRule(writeRule(ready.rule), m_base.catalogue());
        ASSERT_TRUE(rule) << ready.key.constData() << qPrintable(rule.error().message);
        EXPECT_TRUE(count(m_base.database(), *rule, m_base.context())) << ready.key.constData();
        EXPECT_FALSE(sentence(*rule, m_base.catalogue(), m_base.context()).isEmpty());
    }
    EXPECT_EQ(templates->at(6).name, u"Bought Desk"_s);
}

TEST_F(Builder, TheFormFollowsHowFewCustomersAConditionLeaves) {
    m_base.run(u"UPDATE customer SET city = 'Ystad' WHERE id = 3"_s);
    m_base.run(
        u"INSERT INTO customer (id, name, name_folded, city, created_at, changed_at) WITH RECURSIVE more(id) AS"
        " (VALUES (1000) UNION ALL SELECT id + 1 FROM more WHERE id < 12000) SELECT id, 'Eva', 'eva', 'Lund', 0, 0 FROM more"_s);
    const auto sqlOf = [&](const QByteArray &city) {
        const Rule rule =
            m_base.rule(R"({"field": "city", "op": "is", "value": ")" + city + R"("}, {"field": "purchases", "aggregate": "count",
            "op": "more_than", "value": 0})");
        return Compiler(m_base.database(), m_base.catalogue(), m_base.context()).compile(rule).value_or({}).sql;
    };
    EXPECT_FALSE(sqlOf("ystad").contains("GROUP BY"_L1));
    EXPECT_TRUE(sqlOf("lund").contains("GROUP BY"_L1));
}

TEST_F(Builder, AggregatesOverTheSameRecordsOfFewCustomersAreOneLookAtThem) {
    m_base.run(u"UPDATE customer SET city = 'Ystad' WHERE id <= 3"_s);
    const auto compiled = [&](const QByteArray &period) {
        const Rule rule = m_base.rule(
            R"({"field": "city", "op": "is", "value": "ystad"}, {"field": "purchases", "aggregate": "count", "op": "more_than", "value": 1},
            {"field": "purchases", "aggregate": "sum", "of": "amount", "op": "more_than", "value": 900)" +
            period + "}");
        return Compiler(m_base.database(), m_base.catalogue(), m_base.context()).compile(rule).value_or({}).sql;
    };
    EXPECT_EQ(compiled({}).count("FROM purchase"_L1), 1);
    EXPECT_EQ(compiled(R"(, "period": {"last": 1, "unit": "year"})").count("FROM purchase"_L1), 2) << "other records";
    EXPECT_EQ(m_base.members(R"({"field": "city", "op": "is", "value": "ystad"},
        {"field": "purchases", "aggregate": "count", "op": "more_than", "value": 1},
        {"field": "purchases", "aggregate": "sum", "of": "amount", "op": "more_than", "value": 900})"),
              "1");
    EXPECT_EQ(m_base.members(R"({"field": "city", "op": "is", "value": "ystad"},
        {"field": "purchases", "aggregate": "count", "op": "more_than", "value": 1},
        {"field": "purchases", "aggregate": "sum", "of": "amount", "op": "more_than", "value": 1200})"),
              "");
}

TEST_F(Builder, ValuesAreBoundAndNeverPartOfTheSql) {
    const Rule rule =
        m_base.rule(R"({"field": "city", "op": "contains", "value": "lund"}, {"field": "note", "op": "contains", "value": "zq'x"},
        {"field": "purchases", "op": "is", "value": true, "where": [{"field": "product", "op": "is", "value": "zq'x"}]},
        {"field": "score", "op": "more_than", "value": 54321})");
    const auto compiled = Compiler(m_base.database(), m_base.catalogue(), m_base.context()).compile(rule);
    ASSERT_TRUE(compiled);
    EXPECT_FALSE(compiled->sql.contains("zq"_L1));
    EXPECT_FALSE(compiled->sql.contains("54321"_L1));
    EXPECT_EQ(compiled->sql.count(u'?'), compiled->values.size());
}

} // namespace kontor::segments::test
