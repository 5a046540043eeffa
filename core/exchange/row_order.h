// In which order the rows of a large file are taken in. Entries of a log follow each other in time, so that each belongs to another customer, and
// customers stand in the order in which they came: taken in like that every row changes other pages of the base and of its indexes. Ordered, rows change
// a page together: in the import, in its undo, and when a list or a card is read.
#pragma once

#include "exchange/column_map.h"
#include "exchange/table.h"

#include "db/bulk_statement.h"
#include "db/database.h"

namespace kontor::exchange {

class RowOrder {
public:
    // Customers by their name; what hangs on customers by the customer, who must be in the base by now. Nothing where the rows of a file need each
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
    QStringView cell(const TableRecord &record, Field field) const;

    db::Database *m_database;
    const ColumnMap *m_map;
    db::BulkStatement m_customer; // by external id
    std::unique_ptr<db::ReadTransaction> m_reading;
};

} // namespace kontor::exchange
