#include "recovery/table_scan.h"

#include <limits>
#include <vector>

namespace kontor::recovery {

using namespace Qt::StringLiterals;

namespace {

// A page in the middle of a table costs far fewer failures than this; where its root is gone nothing can be read, and it is looked through coarsely.
constexpr qint64 kCoarserAfter = 100'000;
constexpr qint64 kCoarser = 1'024;

} // namespace

TableScan::TableScan(db::Database &database, const QString &table, const QStringList &columns)
    : m_database(database),
      m_table(table),
      m_sql(u"SELECT rowid, %1 FROM %2 WHERE rowid BETWEEN ? AND ? ORDER BY rowid"_s.arg(columns.join(u", "_s), table)) {}

qint64 TableScan::end(const QString &function, qint64 otherwise) {
    const auto found = m_database.single(u"SELECT %1(rowid) FROM %2"_s.arg(function, m_table));
    return found && !found->isNull() ? found->integer() : otherwise;
}

Result<void> TableScan::run(const Row &row) {
    constexpr qint64 kFarthest = (qint64(1) << 42) - 1; // ten bits of writer over 32 of its counter
    return run(end(u"min"_s, 0), end(u"max"_s, kFarthest), row);
}

// Reads on until the end or until something is broken.
Result<TableScan::Outcome> TableScan::read(db::BulkStatement &rows, qint64 first, qint64 last, const Row &row) {
    m_hasRead = false;
    rows.reset();
    rows.bind(0, first);
    rows.bind(1, last);
    while (true) {
        const auto more = rows.next();
        if (!more)
            return Outcome::Broken;
        if (!*more)
            return Outcome::Read;
        const qint64 id = rows.integer(0);
        if (id < first || id > last || (m_hasRead && id <= m_lastRead))
            return Outcome::Broken;
        m_hasRead = true;
        m_lastRead = id;
        TRY_VOID(row(rows));
    }
}

Result<void> TableScan::run(qint64 first, qint64 last, const Row &row) {
    auto rows = m_database.prepareBulk(m_sql);
    if (!rows) { // even what the table looks like is lost
        ++m_holes;
        return {};
    }
    std::vector<std::pair<qint64, qint64>> ranges{{first, last}};
    while (!ranges.empty()) {
        auto [low, high] = ranges.back();
        ranges.pop_back();
        if (low > high)
            continue;
        TRY(outcome, read(*rows, low, high, row));
        const bool hasProgress = outcome == Outcome::Read || m_hasRead;
        m_failuresInARow = hasProgress ? 0 : m_failuresInARow + 1;
        if (m_failuresInARow > kCoarserAfter) {
            m_finest *= kCoarser;
            m_failuresInARow = 0;
        }
        if (hasProgress)
            m_isInHole = false;
        if (outcome == Outcome::Read)
            continue;
        if (!m_isInHole)
            ++m_holes;
        m_isInHole = true;
        if (m_hasRead)
            low = m_lastRead + 1;
        if (high - low < m_finest)
            continue;
        // The lower half comes first, so that rows stay in their order.
        const qint64 middle = low + (high - low) / 2;
        ranges.push_back({middle + 1, high});
        ranges.push_back({low, middle});
    }
    return {};
}

} // namespace kontor::recovery
