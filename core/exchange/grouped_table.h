// The rows of a large table in the order of RowOrder.
#pragma once

#include "exchange/record_spool.h"
#include "exchange/row_order.h"

#include <functional>

namespace kontor::exchange {

class GroupedTable final : public Table {
public:
    // Reads all of `table`, which must outlive this; rows that are equal in the order stay in that of the file. `folder`: for a temporary file, if
    // they are many. `goOn` hears of the bytes read; its error stops. nullptr: there are fewer than kFewestRows, for which it is not worth while;
    // the table stands before its first row again.
    static Result<std::unique_ptr<GroupedTable>> read(Table &table, RowOrder &order, const QString &folder,
                                                      const std::function<Result<void>(qint64 bytes)> &goOn);
    static constexpr qint64 kFewestRows = 20'000;

    QByteArray charset() const override { return m_table.charset(); }
    qint64 size() const override { return m_table.size(); }
    qint64 bytesRead() const override { return m_spool.isEmpty() ? size() : size() * m_given / m_spool.count(); }
    Result<void> rewind() override;
    // With the number of its row in the file.
    Result<bool> next(TableRecord &record) override;

private:
    GroupedTable(Table &table, const QString &folder) : m_table(table), m_spool(folder) {}
    Result<void> fill(RowOrder &order, const std::function<Result<void>(qint64 bytes)> &goOn);

    Table &m_table;
    RecordSpool m_spool;
    qint64 m_given = 0;
};

} // namespace kontor::exchange
