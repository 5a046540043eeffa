// In which order the rows of a large file are taken in. Entries of a log follow each other in time, so that each belongs to another customer, and
// customers stand in the order in which they came: taken in like that every row changes other pages of the base and of its indexes. Ordered, rows change
// a page together: in the import, in its undo, and when a list or a card is read.
//
// What hangs on customers has two indexes that grow by the row: by customer, and by its own id. In the order of either every row changes another page of the
// other one. So such rows are taken in by blocks of customers and, within one, in the order of the index by their own ids: a transaction then changes
// the pages of a small part of both. Of 5,000,000 entries of 1,000,000 customers, taken in by 6,000, that is about 1,000 pages a transaction.
#pragma once

#include "exchange/column_map.h"
#include "exchange/table.h"

#include "db/bulk_statement.h"
#include "db/database.h"

#include <vector>

namespace kontor::exchange {

class RowOrder {
public:
    // Customers by their name; what hangs on customers by customers, who must be in the base by now. Nothing where the rows of a file need each
    // other in their order, or do not say whom they are about.
    static Result<std::optional<RowOrder>> create(db::Database &database, const ColumnMap &map);

    // Bytes that sort as the rows shall. Reads the base, outside of a transaction of the caller; end() when rows do not follow soon.
    Result<QByteArray> of(const TableRecord &record);
    void end() { m_reading.reset(); }

private:
    RowOrder(db::Database &database, const ColumnMap &map, db::BulkStatement customer)
        : m_database(&database), m_map(&map), m_customer(std::move(customer)) {}

    QByteArray ofName(const TableRecord &record) const;
    Result<QByteArray> ofCustomer(const TableRecord &record);
    Result<qint64> customerWith(const QString &externalId);
    Result<void> keepCustomers();
    Result<void> beReading();
    QByteArray blockOf(qint64 customer) const;
    bool hasOwnIds() const { return m_map->indexOf(Field::ExternalId) >= 0; }
    QStringView cell(const TableRecord &record, Field field) const;

    db::Database *m_database;
    const ColumnMap *m_map;
    db::BulkStatement m_customer; // by external id
    std::unique_ptr<db::ReadTransaction> m_reading;
    qint64 m_lookedUp = 0;
    // All by the hash of their external id, once many were looked up; else none. Two of one hash only cost that the rows of one lie elsewhere.
    QHash<size_t, qint64> m_kept;
    std::vector<qint64> m_blocks; // the first customer of each block, ascending; none until many were looked up
};

} // namespace kontor::exchange
