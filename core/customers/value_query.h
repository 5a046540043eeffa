// The columns of the customers list as queries: of each customer its value, as it stands in the base. Used by customer_order.cpp and customer_values.cpp.
#pragma once

#include "customers/customer_list.h"

namespace kontor {

// Two columns, a customer and its value: whole numbers or texts, in any order. Who has no row, or NULL, has no value.
struct ValueQuery {
    QString sql;
    db::Values values = {};
    bool isText = false;
    bool isZeroWithoutRow = false; // else who has no row has no value
    bool hasPlaces = false;        // a third column: of several rows of a customer the one with the lowest counts for the order
};

// Of whom: everybody, which goes through the table as it lies in the file; a few, each looked up; or those between two ids.
class ValueScope {
public:
    static ValueScope everybody() { return {}; }
    static ValueScope among(const QList<Id> &customers); // everybody where they are too many to be looked up
    static ValueScope between(Id first, Id last);

private:
    friend class ValueQueries;
    std::optional<QString> m_among; // JSON
    std::optional<std::pair<Id, Id>> m_between;
};

// Of any column but one of an own field; that of the names gives the folded ones.
ValueQuery valueQuery(CustomerSort column, QDate today, const ValueScope &scope);
// So few are looked up one by one; for more it is quicker to go through all.
bool isLookedUp(qsizetype customers);
// What a text of the column is ordered by: birthdays by their day of the year, all without the case of ASCII letters.
QByteArray orderText(CustomerSort column, const QByteArray &text);
QByteArrayView orderPart(CustomerSort column, QByteArrayView text); // the first half of it
QByteArray withoutCase(QByteArray text);                            // and the second

} // namespace kontor
