// Whose derived columns bulk work fed: customers by the table that feeds them, noted once for each of its rows and given back once each.
#pragma once

#include "base/id.h"

#include <QHash>
#include <QList>

namespace kontor::workspace {

class TouchedCustomers {
public:
    void add(const QByteArray &table, Id customer);
    QByteArrayList tables() const { return m_customers.keys(); }
    // In the order of ids.
    QList<Id> of(const QByteArray &table) const;

private:
    // Twice as many as there are different ones at most. A set costs more: millions of rows would look in it, each at another place of the memory.
    struct Customers {
        QList<Id> noted;
        qsizetype cleanedAt = 1'024;
    };
    QHash<QByteArray, Customers> m_customers;
};

} // namespace kontor::workspace
