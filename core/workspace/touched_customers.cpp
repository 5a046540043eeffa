#include "workspace/touched_customers.h"

#include <algorithm>

namespace kontor::workspace {

namespace {

void dropRepeated(QList<Id> &customers) {
    std::sort(customers.begin(), customers.end());
    customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
}

} // namespace

void TouchedCustomers::add(const QByteArray &table, Id customer) {
    Customers &customers = m_customers[table];
    customers.noted << customer;
    if (customers.noted.size() >= customers.cleanedAt) {
        dropRepeated(customers.noted);
        customers.cleanedAt = std::max(2 * customers.noted.size(), customers.cleanedAt);
    }
}

QList<Id> TouchedCustomers::of(const QByteArray &table) const {
    QList<Id> customers = m_customers.value(table).noted;
    dropRepeated(customers);
    return customers;
}

} // namespace kontor::workspace
