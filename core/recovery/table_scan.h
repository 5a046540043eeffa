// Reads what can be read of one table of a damaged file: where a page is broken it goes around it, by ever smaller ranges of row ids.
#pragma once

#include "db/database.h"

#include <functional>

namespace kontor::recovery {

class TableScan {
public:
    using Row = std::function<Result<void>(const db::BulkStatement &row)>; // column 0: the row id; then the columns as they were named

    TableScan(db::Database &database, const QString &table, const QStringList &columns);

    // Errors: those of `row` alone; what cannot be read is counted.
    Result<void> run(qint64 first, qint64 last, const Row &row);
    Result<void> run(const Row &row); // all that may be there

    qint64 holes() const { return m_holes; } // separate ranges of ids that could not be read

private:
    enum class Outcome { Read, Broken };
    Result<Outcome> read(db::BulkStatement &rows, qint64 first, qint64 last, const Row &row);
    qint64 end(const QString &function, qint64 otherwise);

    db::Database &m_database;
    QString m_table;
    QString m_sql;
    qint64 m_lastRead = 0;     // the newest row of the range that is being read
    bool m_hasRead = false;    // any of that range
    qint64 m_failuresInARow = 0;
    qint64 m_holes = 0;
    bool m_isInHole = false;
    qint64 m_finest = 1; // ranges shorter than this are not looked into
};

} // namespace kontor::recovery
