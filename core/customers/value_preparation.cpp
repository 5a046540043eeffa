#include "customers/value_preparation.h"

#include "customers/value_order.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kCustomersAtOnce = 5'000;

constexpr int kFewest = 20'000;

} // namespace

Result<bool> isWorthPreparing(db::Database &database) {
    TRY(count, database.single(u"SELECT count(*) FROM (SELECT 1 FROM customer LIMIT %1)"_s.arg(kFewest)));
    return count.integer() >= kFewest;
}

ValuePreparation::ValuePreparation(std::shared_ptr<const KeptOrders> orders, QList<CustomerSort> columns, QDate today)
    : m_orders(std::move(orders)), m_columns(std::move(columns)), m_today(today) {
    m_columns.removeAll(CustomerSort::OwnField);
}

Result<bool> ValuePreparation::step(db::Database &database) {
    if (m_making && m_making->next < m_making->customers.size())
        TRY_VOID(readSome(database));
    else if (m_making)
        finish();
    else
        return begin(database);
    return true;
}

Result<bool> ValuePreparation::begin(db::Database &database) {
    if (m_columns.isEmpty())
        return false;
    TRY(isKept, m_orders->values().isKept(database, m_columns.first(), m_today));
    if (isKept) {
        m_columns.removeFirst();
        return true;
    }
    TRY(cursor, newestChange(database));
    TRY(customers, m_orders->ids(database, CustomerListQuery{}));
    std::sort(customers.begin(), customers.end());
    m_making = Making{cursor, customers, 0, ValuesReader(m_columns.first(), m_today)};
    return true;
}

Result<void> ValuePreparation::readSome(db::Database &database) {
    const QList<Id> some = m_making->customers.mid(m_making->next, kCustomersAtOnce);
    m_making->next += some.size();
    return m_making->reader.read(database, some, ValueScope::between(some.first(), some.last()));
}

// Reads nothing, so that no lock is held meanwhile.
void ValuePreparation::finish() {
    CustomerValues values = m_making->reader.take();
    arrangeTexts(values);
    m_orders->values().write(m_today, m_making->cursor, values);
    m_making.reset();
    m_columns.removeFirst();
}

} // namespace kontor
