#include "exchange/grouped_table.h"

namespace kontor::exchange {

namespace {

constexpr int kRowsBetweenLooks = 4'096;

} // namespace

Result<std::unique_ptr<GroupedTable>> GroupedTable::read(Table &table, RowOrder &order, const QString &folder,
                                                         const std::function<Result<void>(qint64 bytes)> &goOn) {
    std::unique_ptr<GroupedTable> grouped(new GroupedTable(table, folder));
    RecordSpool &spool = grouped->m_spool;
    TableRecord record;
    while (true) {
        record = {};
        TRY(more, table.next(record));
        if (!more)
            break;
        record.row = spool.count() + 1;
        TRY(place, order.of(record));
        TRY_VOID(spool.add(place, record));
        if (spool.count() % kRowsBetweenLooks == 0) {
            order.end();
            TRY_VOID(goOn(table.bytesRead()));
        }
    }
    order.end();
    if (spool.count() < kFewestRows) {
        TRY_VOID(table.rewind());
        return std::unique_ptr<GroupedTable>();
    }
    TRY_VOID(spool.rewind());
    return grouped;
}

Result<void> GroupedTable::rewind() {
    m_given = 0;
    return m_spool.rewind();
}

Result<bool> GroupedTable::next(TableRecord &record) {
    TRY(more, m_spool.next(record));
    m_given += more ? 1 : 0;
    return more;
}

} // namespace kontor::exchange
