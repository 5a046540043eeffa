#include "sample_base.h"

#include "segments/compiler.h"
#include "segments/segment_query.h"

#include <gtest/gtest.h>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

TEST(SegmentQuery, AllOfNoRulesIsEveryoneAnyIsNobodyNoneIsEveryone) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.customer(1);
    base.customer(2);
    EXPECT_EQ(base.members("", "all"), "1 2");
    EXPECT_EQ(base.members("", "any"), "");
    EXPECT_EQ(base.members("", "none"), "1 2");
    EXPECT_EQ(count(base.database(), base.rule(""), base.context()).value_or(-1), 2);
}

TEST(SegmentQuery, TrashedAndMergedCustomersNeverMatch) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.customer(1);
    base.customer(2, u"trashed_at"_s, {db::Value(qint64(5))});
    base.customer(3, u"merged_into"_s, {db::Value(qint64(1))});
    EXPECT_EQ(base.members(""), "1");
    EXPECT_EQ(base.members(R"({"field": "name", "op": "starts_with", "value": "custom"})"), "1");
    EXPECT_TRUE(isMember(base.database(), base.rule(""), base.context(), Id{1}).value_or(false));
    EXPECT_FALSE(isMember(base.database(), base.rule(""), base.context(), Id{2}).value_or(true));
}

TEST(SegmentQuery, FindsWhoOfACityIsListedInTheIndexAlone) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.customer(1, u"city"_s, {db::Value(u"Lund"_s)});
    auto catalogue = Catalogue::load(base.database(), base.context().decimals());
    ASSERT_TRUE(catalogue);
    const auto condition = Compiler(base.database(), *catalogue, base.context())
                               .compile(base.rule(R"({"field": "city", "op": "is", "value": "lund"})"), Form::Choose);
    ASSERT_TRUE(condition);
    auto plan = base.database().query(u"EXPLAIN QUERY PLAN "_s + memberQuery(u"count(*)"_s, *condition), condition->values);
    ASSERT_TRUE(plan && plan->next().value_or(false));
    EXPECT_TRUE(plan->text(3).contains(u"COVERING INDEX customer_city"_s)) << qPrintable(plan->text(3));
}

TEST(SegmentQuery, ComparesTextsWithoutCaseAndAccents) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.customer(1, u"city"_s, {db::Value(u"Malmö"_s)});
    base.customer(2, u"city"_s, {db::Value(u"MALMO"_s)});
    base.customer(3, u"city"_s, {db::Value(u"Lund"_s)});
    base.customer(4);
    EXPECT_EQ(base.members(R"({"field": "city", "op": "is", "value": "malmo"})"), "1 2");
    EXPECT_EQ(base.members(R"({"field": "city", "op": "is_not", "value": "Malmö"})"), "3 4");
    EXPECT_EQ(base.members(R"({"field": "city", "op": "contains", "value": "ALM"})"), "1 2");
    EXPECT_EQ(base.members(R"({"field": "city", "op": "starts_with", "value": "lu"})"), "3");
    EXPECT_EQ(base.members(R"({"field": "city", "op": "none_of", "value": ["lund", "Ystad"]})"), "1 2 4");
    EXPECT_EQ(base.members(R"({"field": "city", "op": "empty"})"), "4");
    EXPECT_EQ(base.members(R"({"field": "city", "op": "one_of", "value": ["Lund"], "or_never": true})"), "3 4");
    EXPECT_EQ(base.members(R"({"field": "city", "op": "is", "value": "%"})"), "");
    EXPECT_EQ(base.members(R"({"field": "city", "op": "is", "value": "' OR 1 = 1 --"})"), "");
}

TEST(SegmentQuery, WantsOneOfSeveralValuesForPositiveOperatorsAndAllForNegativeOnes) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    for (qint64 id : {1, 2, 3})
        base.customer(id);
    const auto point = [&](qint64 id, qint64 customer, const QString &kind, const QString &value, const QString &normalised) {
        base.run(u"INSERT INTO contact_point (id, customer_id, kind, value, normalised) VALUES (?, ?, ?, ?, ?)"_s,
                 {db::Value(id), db::Value(customer), db::Value(kind), db::Value(value), db::Value(normalised)});
    };
    point(11, 1, u"phone"_s, u"070-100 45 12"_s, u"+46701004512"_s);
    point(12, 1, u"phone"_s, u"+49 30 901820"_s, u"+4930901820"_s);
    point(13, 2, u"phone"_s, u"+46 70 100 45 13"_s, u"+46701004513"_s);
    point(14, 3, u"email"_s, u"Eva@Example.org"_s, u"eva@example.org"_s);
    EXPECT_EQ(base.members(R"({"field": "phone", "op": "is", "value": "+46 70 100 45 12"})"), "1");
    EXPECT_EQ(base.members(R"({"field": "phone", "op": "contains", "value": "4512"})"), "1");
    EXPECT_EQ(base.members(R"({"field": "phone", "op": "starts_with", "value": "+46"})"), "1 2");
    EXPECT_EQ(base.members(R"({"field": "phone", "op": "is_not", "value": "+49 30 901820"})"), "2 3");
    EXPECT_EQ(base.members(R"({"field": "phone", "op": "empty"})"), "3");
    EXPECT_EQ(base.members(R"({"field": "email", "op": "contains", "value": "EXAMPLE"})"), "3");
    base.run(u"INSERT INTO tag (id, name, name_folded) VALUES (21, 'Garden', 'garden'), (22, 'VIP', 'vip')"_s);
    base.run(u"INSERT INTO customer_tag (id, customer_id, tag_id) VALUES (31, 1, 21), (32, 1, 22), (33, 2, 21)"_s);
    EXPECT_EQ(base.members(R"({"field": "tag", "op": "has", "value": "GARDEN"})"), "1 2");
    EXPECT_EQ(base.members(R"({"field": "tag", "op": "has_all", "value": ["garden", "vip"]})"), "1");
    EXPECT_EQ(base.members(R"({"field": "tag", "op": "has_any", "value": ["vip", "nothing"]})"), "1");
    EXPECT_EQ(base.members(R"({"field": "tag", "op": "has_none", "value": ["vip", "nothing"]})"), "2 3");
    EXPECT_EQ(base.members(R"({"field": "tag", "op": "empty"})"), "3");
}

TEST(SegmentQuery, CountAndSumOverNothingAreZeroAndOtherAggregatesAreEmpty) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.customer(1);
    base.customer(2);
    base.purchase(11, 2, u"2025-06-01"_s, 12'345);
    base.purchase(12, 2, u"2025-07-01"_s, 10'000);
    const auto purchases = [&](const QByteArray &rest) { return base.members(R"({"field": "purchases", )" + rest + "}"); };
    EXPECT_EQ(purchases(R"("aggregate": "count", "op": "equals", "value": 0)"), "1");
    EXPECT_EQ(purchases(R"("aggregate": "sum", "of": "amount", "op": "at_most", "value": 0)"), "1");
    EXPECT_EQ(purchases(R"("aggregate": "sum", "of": "amount", "op": "equals", "value": 223.45)"), "2");
    EXPECT_EQ(purchases(R"("aggregate": "average", "of": "amount", "op": "less_than", "value": 1000)"), "2");
    EXPECT_EQ(purchases(R"("aggregate": "average", "of": "amount", "op": "less_than", "value": 1000, "or_never": true)"), "1 2");
    EXPECT_EQ(purchases(R"("aggregate": "largest", "of": "amount", "op": "equals", "value": 123.45)"), "2");
    EXPECT_EQ(purchases(R"("aggregate": "last", "of": "on", "op": "empty")"), "1");
    EXPECT_EQ(purchases(R"("aggregate": "first", "of": "on", "op": "on", "value": "2025-06-01")"), "2");
    EXPECT_EQ(purchases(R"("aggregate": "exists", "op": "is", "value": false)"), "1");
    EXPECT_EQ(purchases(R"("aggregate": "last", "of": "amount", "op": "equals", "value": 100)"), "2");
}

TEST(SegmentQuery, SubConditionsHoldForTheSameRecord) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.run(
        u"INSERT INTO product (id, name, name_folded, category) VALUES (5, 'Mower', 'mower', 'Garden'), (6, 'Desk', 'desk', '')"_s);
    base.customer(1);
    base.customer(2);
    base.purchase(11, 1, u"2025-06-01"_s, 10'000, 5);
    base.purchase(12, 1, u"2025-06-01"_s, 90'000, 6);
    base.purchase(13, 2, u"2025-06-01"_s, 90'000, 5);
    EXPECT_EQ(base.members(R"({"field": "purchases", "op": "is", "value": true, "where": [
        {"field": "product", "op": "is", "value": "mower"}, {"field": "amount", "op": "more_than", "value": 500}]})"),
              "2");
    EXPECT_EQ(
        base.members(R"({"field": "purchases", "op": "is", "value": true, "where": [{"field": "category", "op": "empty"}]})"),
        "1");
}

TEST(SegmentQuery, TrashedRecordsDoNotCount) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.customer(1);
    base.purchase(11, 1, u"2025-06-01"_s, 10'000);
    base.interaction(12, 1, u"2025-06-01T10:00:00"_s);
    base.run(u"UPDATE purchase SET trashed_at = 1"_s);
    base.run(u"UPDATE interaction SET trashed_at = 1"_s);
    EXPECT_EQ(base.members(R"({"field": "purchases", "op": "is", "value": true})"), "");
    EXPECT_EQ(base.members(R"({"field": "interactions", "aggregate": "last", "op": "empty"})"), "1");
}

TEST(SegmentQuery, BordersOfDaysAreThoseOfTheBasesTimeZone) {
    SampleBase base;
    ASSERT_TRUE(base.open(u"Pacific/Auckland"_s, u"2025-09-28T09:00:00"_s)); // this day has 23 hours
    const QStringList times{u"2025-09-26T23:59:59"_s, u"2025-09-27T00:00:00"_s, u"2025-09-27T23:59:59"_s,
                            u"2025-09-28T00:00:00"_s, u"2025-09-28T23:59:59"_s, u"2025-09-29T00:00:00"_s};
    for (qsizetype i = 0; i < times.size(); ++i) {
        base.customer(i + 1);
        base.interaction(100 + i, i + 1, times.at(i));
    }
    const auto last = [&](const QByteArray &rest) {
        return base.members(R"({"field": "interactions", "aggregate": "last", "of": "at", )" + rest + "}");
    };
    EXPECT_EQ(last(R"("op": "before", "value": "2025-09-27")"), "1");
    EXPECT_EQ(last(R"("op": "after", "value": "2025-09-27")"), "4 5 6");
    EXPECT_EQ(last(R"("op": "on", "value": "2025-09-28")"), "4 5");
    EXPECT_EQ(last(R"("op": "between", "value": ["2025-09-27", "2025-09-28"])"), "2 3 4 5");
    EXPECT_EQ(last(R"("op": "in_last", "value": 1, "unit": "day")"), "4 5"); // a record of tomorrow is no record of the last days
    EXPECT_EQ(last(R"("op": "in_last", "value": 2, "unit": "day")"), "2 3 4 5");
    EXPECT_EQ(last(R"("op": "more_than_ago", "value": 1, "unit": "day")"), "1");
    EXPECT_EQ(last(R"("op": "in_next", "value": 2, "unit": "day")"), "4 5 6");
    EXPECT_EQ(last(R"("op": "more_than_ahead", "value": 0, "unit": "day")"), "6");
    EXPECT_EQ(base.members(R"({"field": "interactions", "op": "is", "value": true, "period": {"last": 1, "unit": "week"}})"),
              "1 2 3 4 5");
    EXPECT_EQ(base.members(R"({"field": "interactions", "op": "is", "value": true, "period": {"from": "2025-09-28"}})"), "4 5 6");
    EXPECT_EQ(base.members(R"({"field": "interactions", "op": "is", "value": true, "period": {"to": "2025-09-27"}})"), "1 2 3");
}

TEST(SegmentQuery, AnniversariesIgnoreTheYearAndKeepLeapDays) {
    SampleBase base;
    ASSERT_TRUE(base.open(u"UTC"_s, u"2025-12-30T12:00:00"_s));
    const QStringList birthdays{u"1990-12-29"_s, u"1990-12-30"_s, u"--01-02"_s, u"2000-01-03"_s, u"1996-02-29"_s, u""_s};
    for (qsizetype i = 0; i < birthdays.size(); ++i)
        base.customer(i + 1, u"birthday_on"_s, {db::Value(birthdays.at(i))});
    EXPECT_EQ(base.members(R"({"field": "birthday", "op": "anniversary_within", "value": 0, "unit": "day"})"), "2");
    EXPECT_EQ(base.members(R"({"field": "birthday", "op": "anniversary_within", "value": 3, "unit": "day"})"), "2 3");
    EXPECT_EQ(base.members(R"({"field": "birthday", "op": "anniversary_within", "value": 1, "unit": "week"})"), "2 3 4");
    EXPECT_EQ(base.members(R"({"field": "birthday", "op": "anniversary_within", "value": 1, "unit": "year"})"), "1 2 3 4 5");
    EXPECT_EQ(base.members(R"({"field": "birthday", "op": "before", "value": "1991-01-01"})"),
              "1 2"); // a day without its year is before nothing
    base.context().clock.fixedNow = base.context().clock.fromIso(u"2026-02-28"_s);
    EXPECT_EQ(base.members(R"({"field": "birthday", "op": "anniversary_within", "value": 0, "unit": "day"})"), "5");
    base.context().clock.fixedNow = base.context().clock.fromIso(u"2028-02-28"_s);
    EXPECT_EQ(base.members(R"({"field": "birthday", "op": "anniversary_within", "value": 0, "unit": "day"})"), "");
    EXPECT_EQ(base.members(R"({"field": "birthday", "op": "anniversary_within", "value": 1, "unit": "day"})"), "5");
}

TEST(SegmentQuery, ConsentIsWhatWasDecidedLastForAChannel) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    for (qint64 id : {1, 2, 3})
        base.customer(id);
    base.run(u"INSERT INTO consent (id, customer_id, channel, state, decided_at) VALUES (11, 1, 'email', 'given', 1), (12, 1, "
             u"'email', 'withdrawn', 2), "
             "(13, 2, '', 'given', 1), (14, 2, 'phone', 'refused', 2)"_s);
    EXPECT_EQ(base.members(R"({"field": "consent", "op": "is", "value": "email:given"})"), "2");
    EXPECT_EQ(base.members(R"({"field": "consent", "op": "is", "value": "phone:given"})"), "");
    EXPECT_EQ(base.members(R"({"field": "consent", "op": "is", "value": "withdrawn"})"), "1");
    EXPECT_EQ(base.members(R"({"field": "consent", "op": "is_not", "value": "refused"})"), "1 3");
    EXPECT_EQ(base.members(R"({"field": "consent", "op": "empty"})"), "3");
}

TEST(SegmentQuery, OwnFieldsAreFieldsLikeOthers) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.run(
        u"INSERT INTO custom_field (id, name, label, kind) VALUES (7, 'size', 'Size', 'number'), (8, 'hobbies', 'Hobbies', 'choices')"_s);
    base.reloadCatalogue();
    base.customer(1);
    base.customer(2);
    base.run(u"INSERT INTO custom_value (id, customer_id, custom_field_id, text, number) VALUES (21, 1, 7, '', 40), (22, 1, 8, "
             u"'Chess', NULL), "
             "(23, 1, 8, 'Golf', NULL)"_s);
    EXPECT_EQ(base.members(R"({"field": "custom.size", "op": "at_least", "value": 40})"), "1");
    EXPECT_EQ(base.members(R"({"field": "custom.size", "op": "empty"})"), "2");
    EXPECT_EQ(base.members(R"({"field": "custom.hobbies", "op": "has_all", "value": ["golf", "chess"]})"), "1");
    EXPECT_EQ(base.members(R"({"field": "custom.hobbies", "op": "has_none", "value": ["golf"]})"), "2");
}

TEST(SegmentQuery, FurtherParticipantsWereInContactToo) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.customer(1);
    base.customer(2);
    base.interaction(11, 1, u"2025-12-30T10:00:00"_s);
    EXPECT_EQ(base.members(R"({"field": "interactions", "op": "is", "value": true})"), "1");
    base.run(u"INSERT INTO participant (id, interaction_id, customer_id) VALUES (12, 11, 2), (13, 11, 1)"_s);
    EXPECT_EQ(base.members(R"({"field": "interactions", "aggregate": "count", "op": "equals", "value": 1})"), "1 2");
}

TEST(SegmentQuery, ASegmentMaySpeakOfAnotherButNotOfItself) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.customer(1, u"city"_s, {db::Value(u"Lund"_s)});
    base.customer(2);
    const auto save = [&](qint64 id, const QString &name, const QString &conditions) {
        base.run(u"INSERT INTO segment (id, name, name_folded, rule) VALUES (?, ?, lower(?), ?)"_s,
                 {db::Value(id), db::Value(name), db::Value(name),
                  db::Value(u"{\"version\":1,\"match\":\"all\",\"rules\":[%1]}"_s.arg(conditions))});
    };
    save(11, u"Near"_s, uR"({"field":"city","op":"is","value":"lund"})"_s);
    save(12, u"Loop"_s, uR"({"field":"segment","op":"is_not","value":"pool"})"_s);
    save(13, u"Pool"_s, uR"({"field":"segment","op":"is","value":"LOOP"})"_s);
    EXPECT_EQ(base.members(R"({"field": "segment", "op": "is", "value": "NEAR"})"), "1");
    EXPECT_EQ(base.members(R"({"field": "segment", "op": "none_of", "value": ["near"]})"), "2");
    for (const QByteArray &name : {QByteArray("loop"), QByteArray("unknown")}) {
        const auto ids =
            list(base.database(),
                 base.rule(R"({"field": "city", "op": "empty"}, {"field": "segment", "op": "is", "value": ")" + name + "\"}"),
                 base.context());
        ASSERT_FALSE(ids);
        EXPECT_EQ(ids.error().code, Code::Invalid);
        EXPECT_EQ(ids.error().field, "rules[1].value");
    }
}

} // namespace kontor::segments::test
