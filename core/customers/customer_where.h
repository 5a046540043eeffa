// The filter of the customers list as SQL over `customer c`, with `b`, `h` and `w` joined where the columns need them (customer_list.cpp).
#pragma once

#include "customers/customer_list.h"

namespace kontor {

// Conditions joined by AND with the values they bind, in order.
struct Where {
    QStringList conditions;
    db::Values values;

    void add(const QString &condition, const db::Values &bound = {}) {
        conditions << condition;
        values << bound;
    }
};

Result<Where> whereOf(db::Database &database, const CustomerListQuery &query);

} // namespace kontor
