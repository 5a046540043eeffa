// What columns are by their content alone, for tables without titles.
#pragma once

#include "exchange/column_map.h"

namespace kontor::exchange {

// Customers with e-mail addresses or phone numbers are recognised; otherwise every column is Field::None.
QList<Column> guessColumns(int width, const QList<QStringList> &rows);

// The share of non-empty cells of a column for which `test` holds; 0 where all are empty.
template <class Test>
double shareOf(const QList<QStringList> &rows, int column, Test test) {
    int filled = 0, passed = 0;
    for (const QStringList &row : rows) {
        if (column >= row.size() || row.at(column).trimmed().isEmpty())
            continue;
        ++filled;
        passed += bool(test(row.at(column).trimmed()));
    }
    return filled == 0 ? 0 : double(passed) / filled;
}

bool looksLikeEmail(const QString &text);
bool looksLikePhone(const QString &text);

} // namespace kontor::exchange
