// The customers list as SQL over `customer c`: its filter, what is joined for its columns (`b`, `h`, `w` ...), its order.
#pragma once

#include "customers/customer_list.h"

#include <functional>

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
// Whether a text of a column is wanted, folded.
using Wanted = std::function<bool(const QString &folded)>;
Wanted textHolding(const QString &folded);
Wanted textAmong(const QStringList &texts);
// What a number is to hold, one or the other: a trunk digit and the country code stand for each other, so the digits without their leading zero or
// eight are looked for too. Empty: no number can hold it.
QStringList phoneParts(const QString &typed);
// Of each cell that filters by tags, who has one of them; as a second condition over `c` those who have none, where they are wanted too.
QList<Where> taggedCustomers(const CustomerFilter &filter);
// For LIKE ... ESCAPE '\': every character stands for itself.
QString likePattern(const QString &text);

} // namespace kontor
