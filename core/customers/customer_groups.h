// The customers list by the values of one of its columns: in groups, and how many there are of each value.
#pragma once

#include "customers/customer_list.h"

namespace kontor {

// Values that differ in case or accents alone are one, in the spelling that most of them have.
struct CustomerGroup {
    QString value; // a stored word (of the next step: late, today, later, none); empty: those that have none
    qint64 count = 0;

    friend bool operator==(const CustomerGroup &, const CustomerGroup &) = default;
};

struct GroupedCustomers {
    QList<Id> ids; // group after group, in each in the order of the query; who carries two tags stands in both groups
    QList<CustomerGroup> groups; // types and next steps in their own order, others by their words; those without one last
};

// Without a grouping: the ids alone.
Result<GroupedCustomers> groupedCustomers(db::Database &database, const CustomerListQuery &query);
// The groups alone.
Result<QList<CustomerGroup>> customerGroups(db::Database &database, const CustomerListQuery &query);

// The words that stand for the states of a next step, in the order in which they press.
QString wordOf(NextStepState state);
std::optional<NextStepState> nextStepFromWord(QStringView word);
QList<NextStepState> nextStepStates();

} // namespace kontor
