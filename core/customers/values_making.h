// Makes the kept values of one column, in steps so short that nobody waits for one: each reads some thousand customers. What is committed between two
// steps is put right when the values are read.
#pragma once

#include "customers/kept_values.h"

namespace kontor {

class ValuesMaking {
public:
    // `cursor`: taken before `customers`, who are all that are listed, in any order.
    ValuesMaking(const ChangeCursor &cursor, QList<Id> customers, CustomerSort column, QDate today);

    bool isRead() const { return m_next == m_customers.size(); }
    Result<void> readSome(db::Database &database);
    // When all are read: to be mended from the cursor on. Takes no look at the base, so that no lock need be held meanwhile.
    CustomerValues keep(const KeptValues &kept);

private:
    ChangeCursor m_cursor;
    QList<Id> m_customers; // upwards
    QDate m_today;
    qsizetype m_next = 0;
    ValuesReader m_reader;
};

} // namespace kontor
