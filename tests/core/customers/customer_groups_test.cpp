#include "customers/customer_groups.h"

#include "custom_fields/custom_field.h"
#include "customers/customer_repository.h"
#include "support/temporary_base.h"
#include "tasks/task_repository.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;

namespace {

class CustomersInGroups : public testing::Test {
protected:
    Id add(const QString &name, const QString &city, const QString &lifecycle = {}, const QStringList &tags = {}) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.customer.city = city;
        draft.customer.lifecycle = lifecycle;
        draft.tags = tags;
        return valueOf(m_base->write({u"add"_s, "customer", {}},
                                     [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    CustomerListQuery query(CustomerGrouping grouping) const {
        CustomerListQuery query;
        query.grouping = grouping;
        query.today = m_today;
        return query;
    }
    GroupedCustomers by(const CustomerListQuery &query) { return valueOf(groupedCustomers(m_base->database(), query)); }

    TemporaryBase m_base;
    QDate m_today = m_base->clock().today();
};

QList<CustomerGroup> groups(std::initializer_list<CustomerGroup> all) { return all; }

} // namespace

TEST_F(CustomersInGroups, StandGroupAfterGroupInTheOrderOfTheListAndLastThoseWithoutOne) {
    const Id lars = add(u"Lars"_s, u"Malmö"_s);
    const Id anna = add(u"Anna"_s, u"Malmö"_s);
    const Id wei = add(u"Wei"_s, {});
    const Id olga = add(u"Olga"_s, u"Lund"_s);
    const GroupedCustomers grouped = by(query(CustomerGrouping::City));
    EXPECT_EQ(grouped.ids, (QList<Id>{olga, anna, lars, wei}));
    EXPECT_EQ(grouped.groups, groups({{u"Lund"_s, 1}, {u"Malmö"_s, 2}, {QString(), 1}}));
}

TEST_F(CustomersInGroups, TakeSpellingsThatDifferInCaseOrAccentsAsOne) {
    add(u"Anna"_s, u"Malmo"_s);
    add(u"Lars"_s, u"Malmö"_s);
    add(u"Olga"_s, u"Malmö"_s);
    EXPECT_EQ(valueOf(customerGroups(m_base->database(), query(CustomerGrouping::City))), groups({{u"Malmö"_s, 3}}));
}

TEST_F(CustomersInGroups, StandInTheGroupOfEachOfTheirTags) {
    const Id anna = add(u"Anna"_s, {}, {}, {u"garden"_s, u"net30"_s});
    const Id lars = add(u"Lars"_s, {}, {}, {u"garden"_s});
    const GroupedCustomers grouped = by(query(CustomerGrouping::Tag));
    EXPECT_EQ(grouped.ids, (QList<Id>{anna, lars, anna}));
    EXPECT_EQ(grouped.groups, groups({{u"garden"_s, 2}, {u"net30"_s, 1}}));
}

TEST_F(CustomersInGroups, KeepTheOrderOfTypesAndOfUrgency) {
    const Id former = add(u"A"_s, {}, u"former"_s);
    const Id lead = add(u"B"_s, {}, u"lead"_s);
    EXPECT_EQ(by(query(CustomerGrouping::Lifecycle)).ids, (QList<Id>{lead, former}));
    Task task;
    task.customerId = lead;
    task.title = u"Send offer"_s;
    task.dueOn = m_today.addDays(-1).toString(Qt::ISODate);
    valueOf(m_base->write({u"task"_s, "task", {}}, [&](workspace::Recorder &recorder) { return addTask(recorder, task); }));
    EXPECT_EQ(by(query(CustomerGrouping::NextStep)).groups, groups({{u"late"_s, 1}, {u"none"_s, 1}}));
}

TEST_F(CustomersInGroups, CountAValueOfAnOwnFieldUnderTheOtherFilters) {
    CustomField field;
    field.name = u"size"_s;
    field.label = u"Size"_s;
    field.kind = u"choice"_s;
    const Id size = valueOf(m_base->write({u"add"_s, "custom_field", {}},
                                          [&](workspace::Recorder &recorder) { return recorder.insert(field); }));
    for (int i = 0; i < 4; ++i) {
        const Id id = add(u"Customer %1"_s.arg(i), i < 3 ? u"Lund"_s : u"Malmö"_s);
        expectDone(m_base->write({u"change"_s, "customer", id}, [&](workspace::Recorder &recorder) -> Result<void> {
            TRY_VOID(setCustomerFields(recorder, id, 1, {{"custom.size", i < 2 ? u"large"_s : u"small"_s}}));
            return {};
        }));
    }
    CustomerListQuery sizes = query(CustomerGrouping::OwnField);
    sizes.groupField = size;
    sizes.filter.cities = QStringList{u"lund"_s};
    EXPECT_EQ(by(sizes).groups, groups({{u"large"_s, 2}, {u"small"_s, 1}}));
    sizes.filter.columns = {{.column = CustomerColumn::OwnText, .ownField = size, .oneOf = {u"small"_s}}};
    EXPECT_EQ(by(sizes).ids.size(), 1);
}

TEST_F(CustomersInGroups, AreTheWholeListWhereNothingGroupsThem) {
    const Id anna = add(u"Anna"_s, u"Lund"_s);
    const GroupedCustomers grouped = by(query(CustomerGrouping::None));
    EXPECT_EQ(grouped.ids, QList<Id>{anna});
    EXPECT_TRUE(grouped.groups.isEmpty());
}
