#include "customers/values_making.h"

#include "customers/value_order.h"

#include <algorithm>

namespace kontor {

namespace {
constexpr qsizetype kCustomersAtOnce = 5'000;
}

ValuesMaking::ValuesMaking(const ChangeCursor &cursor, QList<Id> customers, CustomerSort column, QDate today)
    : m_cursor(cursor), m_customers(std::move(customers)), m_today(today), m_reader(column, today) {
    std::sort(m_customers.begin(), m_customers.end());
}

Result<void> ValuesMaking::readSome(db::Database &database) {
    const QList<Id> some = m_customers.mid(m_next, kCustomersAtOnce);
    m_next += some.size();
    return m_reader.read(database, some, ValueScope::between(some.first(), some.last()));
}

CustomerValues ValuesMaking::keep(const KeptValues &kept) {
    CustomerValues values = m_reader.take();
    arrangeTexts(values);
    kept.write(m_today, m_cursor, values);
    return values;
}

} // namespace kontor
