#include "customers/value_preparation.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {
constexpr int kFewest = 20'000;
}

Result<bool> isWorthPreparing(db::Database &database) {
    TRY(count, database.single(u"SELECT count(*) FROM (SELECT 1 FROM customer LIMIT %1)"_s.arg(kFewest)));
    return count.integer() >= kFewest;
}

ValuePreparation::ValuePreparation(std::shared_ptr<const KeptOrders> orders, QList<CustomerSort> columns, QDate today)
    : m_orders(std::move(orders)), m_columns(std::move(columns)), m_today(today) {
    m_columns.removeAll(CustomerSort::OwnField);
}

Result<bool> ValuePreparation::step(db::Database &database) {
    if (m_making && !m_making->isRead())
        TRY_VOID(m_making->readSome(database));
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
    m_making.emplace(cursor, std::move(customers), m_columns.first(), m_today);
    return true;
}

// Reads nothing, so that no lock is held meanwhile.
void ValuePreparation::finish() {
    m_making->keep(m_orders->values());
    m_making.reset();
    m_columns.removeFirst();
}

} // namespace kontor
