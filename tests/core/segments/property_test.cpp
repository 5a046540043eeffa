// Random rules over random bases: the compiler, in all its forms, against the evaluator.
#include "evaluator.h"
#include "rule_maker.h"

#include "segments/compiler.h"
#include "segments/explain.h"
#include "segments/rule_json.h"
#include "segments/segment_query.h"

#include <gtest/gtest.h>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWorlds = 26;
constexpr int kRulesPerWorld = 84; // 2,184 rules: each pair of operator and kind needs its share
constexpr int kTimesEachPair = 20;

QSet<qint64> toSet(const QList<Id> &ids) {
    QSet<qint64> set;
    for (Id id : ids)
        set << id.value;
    return set;
}

QSet<qint64> idsOf(World &world, const Catalogue &catalogue, const Rule &rule, Form form) {
    QSet<qint64> ids;
    const auto condition = Compiler(*world.database, catalogue, world.context).compile(rule, form);
    EXPECT_TRUE(condition) << (condition ? "" : qPrintable(condition.error().message));
    if (!condition)
        return ids;
    auto statement = world.database->query(memberQuery(u"c.id"_s, *condition), condition->values);
    EXPECT_TRUE(statement) << (statement ? "" : qPrintable(statement.error().detail));
    while (statement && statement->next().value_or(false))
        ids << statement->integer(0);
    return ids;
}

void expectExplained(World &world, const Rule &rule, const Evaluator &evaluator, const Person &person, bool isMember) {
    const auto explanation = explain(*world.database, rule, world.context, Id{person.id});
    ASSERT_TRUE(explanation) << qPrintable(explanation.error().message);
    EXPECT_EQ(explanation->member, isMember);
    for (const ConditionReport &report : explanation->conditions)
        EXPECT_EQ(report.holds, evaluator.holds(report.condition, person)) << qPrintable(report.path) << " for " << person.id;
}

} // namespace

TEST(SegmentProperty, TheDatabaseAgreesWithThePlainEvaluationOnRandomRules) {
    RuleMaker::Coverage coverage;
    QStringList pairs;
    int rules = 0;
    int telling = 0;
    for (int number = 0; number < kWorlds; ++number) {
        const std::unique_ptr<World> world = makeWorld(number);
        ASSERT_FALSE(HasFatalFailure());
        const auto catalogue = Catalogue::load(*world->database);
        ASSERT_TRUE(catalogue);
        pairs = RuleMaker::expectedPairs(*catalogue);
        const Evaluator evaluator(*world);
        const QSet<qint64> everybody = evaluator.members(Rule{});
        RuleMaker maker(*catalogue, world->context.clock.today(), coverage, unsigned(7'000 + number));
        for (int i = 0; i < kRulesPerWorld; ++i) {
            const Rule rule = maker.make();
            const QByteArray json = writeRule(rule);
            SCOPED_TRACE(testing::Message() << "world " << number << ", rule " << i << ": " << json.constData());
            const auto read = readRule(json, *catalogue);
            ASSERT_TRUE(read) << qPrintable(read.error().message) << " at " << read.error().field.constData();
            ASSERT_EQ(writeRule(*read), json);
            const QSet<qint64> expected = evaluator.members(rule);
            const auto listed = list(*world->database, rule, world->context);
            ASSERT_TRUE(listed) << qPrintable(listed.error().detail);
            if (toSet(*listed) != expected)
                for (const Person &person : world->people)
                    if (toSet(*listed).contains(person.id) != expected.contains(person.id))
                        expectExplained(*world, rule, evaluator, person, expected.contains(person.id));
            ASSERT_EQ(toSet(*listed), expected);
            ASSERT_EQ(count(*world->database, rule, world->context).value_or(-1), expected.size());
            ASSERT_EQ(idsOf(*world, *catalogue, rule, Form::Grouped), expected);
            ASSERT_EQ(idsOf(*world, *catalogue, rule, Form::Correlated), expected);
            for (int k = 0; k < 2; ++k) {
                const Person &person = world->people.at((i * 31 + k * 17) % world->people.size());
                expectExplained(*world, rule, evaluator, person, expected.contains(person.id));
            }
            ASSERT_FALSE(HasFailure());
            ++rules;
            telling += !expected.isEmpty() && expected != everybody ? 1 : 0;
        }
    }
    EXPECT_GE(rules, 1000);
    EXPECT_GE(telling * 100, rules * 30) << "too many rules match nobody or everybody";
    for (const QString &pair : std::as_const(pairs))
        EXPECT_GE(coverage.value(pair), kTimesEachPair) << qPrintable(pair);
    std::printf("%d rules, %d of them neither nobody nor everybody, %d pairs of operator and kind\n", rules, telling,
                int(pairs.size()));
}

} // namespace kontor::segments::test
