#include "exchange/grouped_table.h"

#include "exchange/read_ahead.h"

namespace kontor::exchange {

namespace {

constexpr int kRowsBetweenLooks = 4'096;

} // namespace

Result<std::unique_ptr<GroupedTable>> GroupedTable::read(Table &table, RowOrder &order, const QString &folder,
                                                         const std::function<Result<void>(qint64 bytes)> &goOn) {
    std::unique_ptr<GroupedTable> grouped(new GroupedTable(table, folder));
    TRY_VOID(grouped->fill(order, goOn));
    if (grouped->m_spool.count() < kFewestRows) {
        TRY_VOID(table.rewind());
        return std::unique_ptr<GroupedTable>();
    }
    TRY_VOID(grouped->m_spool.rewind());
    return grouped;
}

// The file is read on a thread of its own while its rows are kept here.
Result<void> GroupedTable::fill(RowOrder &order, const std::function<Result<void>(qint64 bytes)> &goOn) {
    ReadAhead rows(m_table, [](const TableRecord &) { return std::unique_ptr<RowDraft>(); });
    while (true) {
        TRY(row, rows.next());
        if (!row)
            break;
        row->record.row = m_spool.count() + 1;
        TRY(place, order.of(row->record));
        TRY_VOID(m_spool.add(place, row->record));
        if (m_spool.count() % kRowsBetweenLooks == 0) {
            order.end();
            TRY_VOID(goOn(row->bytesRead));
        }
    }
    order.end();
    return {};
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
