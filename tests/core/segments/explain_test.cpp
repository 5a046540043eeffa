#include "sample_base.h"

#include "segments/explain.h"
#include "segments/sentence.h"

#include <gtest/gtest.h>

#include <QJsonArray>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

namespace {

class Explain : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_base.open(u"Europe/Berlin"_s, u"2026-01-01T12:00:00"_s));
        m_base.run(u"INSERT INTO tag (id, name, name_folded) VALUES (21, 'Garden', 'garden'), (22, 'VIP', 'vip')"_s);
        m_base.customer(1, u"city, score"_s, {db::Value(u"Lund"_s), db::Value(qint64(7))});
        m_base.run(u"INSERT INTO customer_tag (id, customer_id, tag_id) VALUES (31, 1, 21), (32, 1, 22)"_s);
        m_base.purchase(41, 1, u"2025-05-01"_s, 12'450);
        m_base.interaction(42, 1, u"2025-12-31T23:30:00"_s);
        m_base.customer(2, u"trashed_at"_s, {db::Value(qint64(1))});
    }

    Explanation explained(qint64 customer, const QByteArray &conditions, const QByteArray &match = "all") {
        const auto explanation = explain(m_base.database(), m_base.rule(conditions, match), m_base.context(), Id{customer});
        EXPECT_TRUE(explanation) << (explanation ? "" : qPrintable(explanation.error().message));
        return explanation.value_or(Explanation{});
    }

    QJsonValue valueFor(const QByteArray &condition) {
        const Explanation explanation = explained(1, condition);
        return explanation.conditions.isEmpty() ? QJsonValue(QJsonValue::Undefined) : explanation.conditions.first().value;
    }

    SampleBase m_base;
};

} // namespace

TEST_F(Explain, GivesTheCustomersOwnValueForEveryKindOfField) {
    EXPECT_EQ(valueFor(R"({"field": "city", "op": "is", "value": "Malmö"})"), QJsonValue(u"Lund"_s));
    EXPECT_EQ(valueFor(R"({"field": "region", "op": "is", "value": "x"})"), QJsonValue(QJsonValue::Null));
    EXPECT_EQ(valueFor(R"({"field": "score", "op": "more_than", "value": 9})"), QJsonValue(7));
    EXPECT_EQ(valueFor(R"({"field": "tag", "op": "has", "value": "new"})"), QJsonValue(QJsonArray{u"Garden"_s, u"VIP"_s}));
    EXPECT_EQ(valueFor(R"({"field": "purchases", "aggregate": "sum", "of": "amount", "op": "more_than", "value": 500})"),
              QJsonValue(124.5));
    EXPECT_EQ(
        valueFor(
            R"({"field": "purchases", "aggregate": "count", "op": "more_than", "value": 5, "period": {"to": "2024-12-31"}})"),
        QJsonValue(0));
    EXPECT_EQ(valueFor(R"({"field": "purchases", "aggregate": "last", "op": "before", "value": "2020-01-01"})"),
              QJsonValue(u"2025-05-01"_s));
    EXPECT_EQ(valueFor(R"({"field": "interactions", "aggregate": "last", "op": "before", "value": "2020-01-01"})"),
              QJsonValue(u"2025-12-31T23:30:00+01:00"_s));
    EXPECT_EQ(valueFor(R"({"field": "interactions", "aggregate": "last", "of": "kind", "op": "is", "value": "visit"})"),
              QJsonValue(u"call"_s));
    EXPECT_EQ(valueFor(R"({"field": "tasks", "aggregate": "exists", "op": "is", "value": true})"), QJsonValue(false));
}

TEST_F(Explain, SaysOfEveryConditionAndGroupWhetherItHolds) {
    const Explanation explanation = explained(1, R"({"field": "city", "op": "is", "value": "lund"},
        {"match": "none", "rules": [{"field": "tag", "op": "has", "value": "vip"}, {"field": "score", "op": "empty"}]})");
    EXPECT_FALSE(explanation.member);
    ASSERT_EQ(explanation.conditions.size(), 3);
    EXPECT_TRUE(explanation.conditions.at(0).holds);
    EXPECT_EQ(explanation.conditions.at(1).path, u"rules[1].rules[0]"_s);
    EXPECT_TRUE(explanation.conditions.at(1).holds);
    EXPECT_FALSE(explanation.conditions.at(2).holds);
    ASSERT_EQ(explanation.groups.size(), 2);
    EXPECT_FALSE(explanation.groups.at(0).holds);
    EXPECT_EQ(explanation.groups.at(1).path, u"rules[1]"_s);
    EXPECT_FALSE(explanation.groups.at(1).holds);
    const QJsonObject json = explanationToJson(explanation);
    EXPECT_EQ(json.value("member"_L1), QJsonValue(false));
    EXPECT_EQ(json.value("conditions"_L1).toArray().first().toObject().value("rule"_L1).toObject().value("field"_L1),
              QJsonValue(u"city"_s));
}

TEST_F(Explain, ATrashedCustomerIsNoMemberThoughAllHolds) {
    const Explanation explanation = explained(2, R"({"field": "city", "op": "empty"})");
    EXPECT_FALSE(explanation.member);
    EXPECT_TRUE(explanation.conditions.first().holds);
}

TEST_F(Explain, SaysWhenThereIsNoSuchCustomer) {
    const auto explanation = explain(m_base.database(), m_base.rule(""), m_base.context(), Id{99});
    ASSERT_FALSE(explanation);
    EXPECT_EQ(explanation.error().code, Code::NotFound);
}

TEST_F(Explain, SaysARuleInOneSentenceWithItsDays) {
    const auto said = [&](const QByteArray &conditions, const QByteArray &match = "all") {
        return sentence(m_base.rule(conditions, match), m_base.catalogue(), m_base.context()).toStdString();
    };
    EXPECT_EQ(said(""), "All customers.");
    EXPECT_EQ(said("", "any"), "No customers.");
    EXPECT_EQ(said(R"({"field": "purchases", "aggregate": "sum", "of": "amount", "period": {"last": 365, "unit": "day"},
                       "where": [{"field": "product", "op": "one_of", "value": ["Mower", "Trimmer"]}], "op": "more_than", "value": 500},
                      {"field": "interactions", "aggregate": "last", "of": "at", "op": "more_than_ago", "value": 90, "unit": "day", "or_never": true},
                      {"match": "any", "rules": [{"field": "city", "op": "one_of", "value": ["Malmö", "Lund"]},
                                                 {"field": "tag", "op": "has", "value": "garden"}]})"),
              "Customers who bought for more than €500 in total in the last 365 days (from 2 Jan 2025 to 1 Jan 2026) where "
              "the product is Mower or "
              "Trimmer, and whose last contact was more than 90 days ago (before 3 Oct 2025) or never, and (whose city is Malmö "
              "or Lund, or who have "
              "the tag garden).");
    EXPECT_EQ(said(R"({"field": "birthday", "op": "anniversary_within", "value": 14, "unit": "day"})"),
              "Customers whose birthday comes round within the next 14 days (from 1 Jan 2026 to 15 Jan 2026).");
    EXPECT_EQ(said(R"({"field": "score", "op": "between", "value": [1, 2.5]}, {"field": "city", "op": "empty"})", "none"),
              "Customers who are not among those (whose score is between 1 and 2.5, or whose city is not known).");
    m_base.context().language = u"de"_s;
    EXPECT_NE(said(R"({"field": "score", "op": "more_than", "value": 1234.5})").find("1.234,5"), std::string::npos);
}

TEST_F(Explain, SpeaksAsPeopleDo) {
    const auto said = [&](const QByteArray &condition) {
        return conditionSentence(*m_base.rule(condition).rules.front().condition(), m_base.catalogue(), m_base.context())
            .toStdString();
    };
    EXPECT_EQ(said(R"({"field": "lifecycle", "op": "is", "value": "customer"})"), "whose type is Customer");
    EXPECT_EQ(said(R"({"field": "tasks", "aggregate": "exists", "op": "is", "value": false, "where": [{"field": "done", "op": "is", "value": false}]})"),
              "who have no tasks that are not done");
    EXPECT_EQ(said(R"({"field": "tasks", "aggregate": "exists", "op": "is", "value": false, "where": [{"field": "done", "op": "empty"}]})"),
              "who have no tasks that are not done");
    EXPECT_EQ(said(R"({"field": "purchases", "aggregate": "count", "op": "equals", "value": 1})"), "who bought once");
    EXPECT_EQ(said(R"({"field": "purchases", "aggregate": "count", "op": "more_than", "value": 3})"), "who bought more than 3 times");
    EXPECT_EQ(said(R"({"field": "purchases", "aggregate": "first", "of": "on", "op": "in_last", "value": 1, "unit": "month"})"),
              "whose first purchase was in the last month (from 2 Dec 2025 to 1 Jan 2026)");
    EXPECT_EQ(said(R"({"field": "created", "op": "in_last", "value": 2, "unit": "week"})"),
              "who were added in the last 2 weeks (from 19 Dec 2025 to 1 Jan 2026)");
    EXPECT_EQ(said(R"({"field": "phone", "op": "not_empty"})"), "whose phone is known");
}

TEST_F(Explain, CountsDaysInThePersianCalendarAndKeepsThemApartOnAScreen) {
    m_base.context().language = u"fa"_s;
    const Condition birthday{.field = u"created"_s, .op = Operator::After, .values = {u"2025-03-01"_s}};
    const QString inFiles = conditionSentence(birthday, m_base.catalogue(), m_base.context());
    EXPECT_TRUE(inFiles.contains(u"۱۴۰۳"_s)) << qPrintable(inFiles);
    EXPECT_FALSE(inFiles.contains(QChar(0x2068)));
    m_base.context().isOnScreen = true;
    const QString onScreen = conditionSentence(birthday, m_base.catalogue(), m_base.context());
    EXPECT_EQ(onScreen.count(QChar(0x2068)), 1);
    EXPECT_EQ(onScreen.count(QChar(0x2069)), 1);
}

TEST_F(Explain, SaysOfAnUnfinishedConditionThatItIsStillToBeDecided) {
    for (Operator op : {Operator::InLast, Operator::Between, Operator::Before, Operator::OneOf})
        EXPECT_EQ(conditionSentence(Condition{.field = u"created"_s, .op = op}, m_base.catalogue(), m_base.context()),
                  u"whose created is still to be decided"_s);
    EXPECT_EQ(resolvedDays(Condition{.field = u"created"_s, .op = Operator::Before}, m_base.context()), QString());
}

TEST_F(Explain, HasAClauseForEveryOperatorOfEveryField) {
    for (const Field &field : m_base.catalogue().fields()) {
        for (Operator op : field.kind == Kind::Records ? QList<Operator>{Operator::Is} : field.operators) {
            Condition condition{.field = field.name, .op = op};
            const bool isNumber = field.kind == Kind::Number || takesUnit(op);
            const Operand value = field.kind == Kind::YesNo || field.kind == Kind::Records ? Operand(true)
                                  : isNumber                                               ? Operand(5.0)
                                  : field.kind == Kind::Date                               ? Operand(u"2025-03-01"_s)
                                                                                           : Operand(u"given"_s);
            if (takesUnit(op))
                condition.unit = Unit::Week;
            for (int i = arityOf(op) == Arity::None ? 0 : arityOf(op) == Arity::One ? 1 : 2; i > 0; --i)
                condition.values << value;
            const QString clause = conditionSentence(condition, m_base.catalogue(), m_base.context());
            EXPECT_TRUE(clause.startsWith("who"_L1)) << qPrintable(clause);
            EXPECT_FALSE(clause.contains(u'%')) << qPrintable(clause);
        }
    }
}

} // namespace kontor::segments::test
