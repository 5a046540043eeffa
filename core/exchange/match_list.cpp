#include "exchange/match_list.h"

#include <algorithm>

namespace kontor::exchange {

void MatchList::noteAdded(Id record, qint64 row) {
    if (!m_added.empty()) {
        Run &run = m_added.back();
        if (run.firstId + run.rows == record.value && run.firstRow + run.rows == row) {
            ++run.rows;
            return;
        }
    }
    m_added.push_back({record.value, row, 1});
}

void MatchList::add(const RowMatch &match, const RowPlace &place, const TableRecord &record) {
    ++m_count;
    if (m_rows.size() < kMostMatches)
        m_rows.append({place, textsOf(record), match.record, match.name, match.company, match.key, match.value,
                       match.isOfThisFile ? rowThatMade(match.record) : 0});
}

qint64 MatchList::rowThatMade(Id record) const {
    const auto after = std::upper_bound(m_added.cbegin(), m_added.cend(), record.value,
                                        [](qint64 id, const Run &run) { return id < run.firstId; });
    if (after == m_added.cbegin())
        return 0;
    const Run &run = *std::prev(after);
    const qint64 place = record.value - run.firstId;
    return place < run.rows ? run.firstRow + place : 0;
}

} // namespace kontor::exchange
