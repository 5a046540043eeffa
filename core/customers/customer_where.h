// The customers list as SQL over `customer c`: its filter, what is joined for its columns (`b`, `h`, `w` ...), its order.
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
Where sourceOf(const CustomerListQuery &query);
// What follows ORDER BY.
Where orderOf(const CustomerListQuery &query);
// For LIKE ... ESCAPE '\': every character stands for itself.
QString likePattern(const QString &text);

} // namespace kontor
