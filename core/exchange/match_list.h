// What a dry run tells of the rows that are about somebody who is there already.
#pragma once

#include "exchange/record_import.h"

#include <vector>

namespace kontor::exchange {

class MatchList {
public:
    void noteAdded(Id record, qint64 row); // rows ascending
    void add(const RowMatch &match, const RowPlace &place, const TableRecord &record);

    qint64 count() const { return m_count; }
    const QList<MatchedRow> &rows() const { return m_rows; } // the first kMostMatches

private:
    struct Run { // of rows that made records one after another
        qint64 firstId = 0;
        qint64 firstRow = 0;
        qint64 rows = 0;
    };
    qint64 rowThatMade(Id record) const; // 0: none

    std::vector<Run> m_added; // ids ascending
    QList<MatchedRow> m_rows;
    qint64 m_count = 0;
};

} // namespace kontor::exchange
