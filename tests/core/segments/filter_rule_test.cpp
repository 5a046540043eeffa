#include "segments/filter_rule.h"

#include "customers/customer_groups.h"
#include "sample_data/sample_writer.h"
#include "segments/segment_query.h"
#include "support/temporary_base.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::segments;
using namespace kontor::tests;

namespace {

constexpr int kCustomers = 120;

class FilterAsARule : public testing::Test {
protected:
    void SetUp() override { expectDone(sample_data::generateSample(*m_base, kCustomers)); }

    // The list and the segment made of its filter hold the same customers.
    void expectSame(const CustomerFilter &filter) {
        CustomerListQuery query;
        query.filter = filter;
        query.today = m_base->clock().today();
        QList<Id> listed = valueOf(customerIds(m_base->database(), query));
        const Context context = contextOf(*m_base);
        const Rule rule = valueOf(ruleOfFilter(m_base->database(), filter, context));
        QList<Id> members = valueOf(list(m_base->database(), rule, context));
        std::sort(listed.begin(), listed.end(), [](Id one, Id other) { return one.value < other.value; });
        EXPECT_EQ(listed.size(), members.size());
        EXPECT_TRUE(listed == members);
    }

    QStringList valuesOf(CustomerGrouping grouping) {
        CustomerListQuery query;
        query.grouping = grouping;
        query.today = m_base->clock().today();
        QStringList values;
        for (const CustomerGroup &group : valueOf(customerGroups(m_base->database(), query)))
            values << group.value;
        return values;
    }

    TemporaryBase m_base;
};

} // namespace

TEST_F(FilterAsARule, HoldsTheSameCustomersAsTheList) {
    const Clock &clock = m_base->clock();
    const QDate today = clock.today();
    QList<CustomerFilter> filters(18);
    filters[0].name = u"an"_s;
    filters[1].lifecycles = {u"customer"_s};
    filters[2].lastContact = parseContactRange(u">90 d", clock);
    filters[3].lastContact = parseContactRange(u"<30", clock);
    filters[4].lastContact = parseContactRange(u"last year", clock);
    filters[5].bought = parseAmountRange(u">100", 2);
    filters[6].bought = parseAmountRange(u"<100", 2);
    filters[7].nextSteps = {NextStepState::None};
    filters[8].nextSteps = {NextStepState::Late};
    filters[9].columns = {{.column = CustomerColumn::LastPurchase, .days = parseDayRange(u"<200", today)}};
    filters[10].columns = {{.column = CustomerColumn::Total, .amount = parseAmountRange(u">100", 2)}};
    filters[11].columns = {{.column = CustomerColumn::Source, .contains = u"fair"_s}};
    filters[12].lifecycles = {u"lead"_s, QString()};
    filters[13].nextSteps = {NextStepState::Late, NextStepState::None};
    const QStringList cities = valuesOf(CustomerGrouping::City);
    ASSERT_GE(cities.size(), 2);
    filters[14].cities = cities.mid(0, 2);
    const QStringList tags = valuesOf(CustomerGrouping::Tag);
    ASSERT_GE(tags.size(), 3);
    filters[15].tags = {tags[0], QString()};
    filters[16].tag = tags[1].left(3);
    filters[17].columns = {{.column = CustomerColumn::Source, .oneOf = valuesOf(CustomerGrouping::Source).mid(0, 1)}};
    for (qsizetype i = 0; i < filters.size(); ++i) {
        SCOPED_TRACE(testing::Message() << "filter " << i);
        expectSame(filters[i]);
    }
}

TEST_F(FilterAsARule, KeepsADistanceFromTodayAsADistance) {
    CustomerFilter filter;
    filter.lastContact = parseContactRange(u">90 d", m_base->clock());
    const Rule rule = valueOf(ruleOfFilter(m_base->database(), filter, contextOf(*m_base)));
    ASSERT_EQ(rule.rules.size(), 1U);
    const Condition *condition = rule.rules[0].condition();
    ASSERT_NE(condition, nullptr);
    EXPECT_EQ(condition->op, Operator::MoreThanAgo);
    EXPECT_EQ(std::get<double>(condition->values.first()), 90);
}
