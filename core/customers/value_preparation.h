// Makes the kept values of the list's columns before anybody sorts or filters by them, step by step (values_making.h).
#pragma once

#include "customers/kept_orders.h"
#include "customers/values_making.h"

namespace kontor {

// A small base is gone through quicker than anybody could notice.
Result<bool> isWorthPreparing(db::Database &database);

class ValuePreparation {
public:
    // In the order of `columns`. `today`: of the sums of twelve months.
    ValuePreparation(std::shared_ptr<const KeptOrders> orders, QList<CustomerSort> columns, QDate today);

    // The next step, in one read of the base; false: all are kept.
    Result<bool> step(db::Database &database);

private:
    Result<bool> begin(db::Database &database);
    void finish();

    std::shared_ptr<const KeptOrders> m_orders;
    QList<CustomerSort> m_columns; // that are left
    QDate m_today;
    std::optional<ValuesMaking> m_making; // of the first of them
};

} // namespace kontor
