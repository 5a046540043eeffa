#include "exchange/table.h"

namespace kontor::exchange {

QStringList textsOf(const TableRecord &record) {
    QStringList texts;
    texts.reserve(qsizetype(record.cells.size()));
    for (QStringView cell : record.cells)
        texts << cell.toString();
    return texts;
}

bool Table::repeatsTitles(const TableRecord &record) const {
    if (!m_hasHeader || qsizetype(record.cells.size()) < m_titles.size() || record.cells.front().trimmed() != m_titles.first())
        return false;
    for (qsizetype i = 0; i < m_titles.size(); ++i) {
        if (record.cells[size_t(i)].trimmed() != m_titles.at(i) &&
            record.cells[size_t(i)].toString().simplified() != m_titles.at(i))
            return false;
    }
    return true;
}

} // namespace kontor::exchange
