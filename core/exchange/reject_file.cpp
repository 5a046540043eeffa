#include "exchange/reject_file.h"

namespace kontor::exchange {

using namespace Qt::StringLiterals;

RejectFile::RejectFile(QString path, QStringList titles, bool hasHeader, char16_t delimiter)
    : m_path(std::move(path)), m_titles(std::move(titles)), m_hasHeader(hasHeader), m_delimiter(delimiter) {}

Result<void> RejectFile::add(const TableRecord &record, qint64 row, const QString &reason) {
    if (m_path.isEmpty())
        return {};
    if (!m_writer) {
        m_writer = std::make_unique<CsvWriter>(m_path, m_delimiter);
        TRY_VOID(m_writer->open());
        QStringList titles = m_titles;
        for (qsizetype i = 0; i < titles.size() && !m_hasHeader; ++i)
            titles[i] = u"column %1"_s.arg(i + 1);
        TRY_VOID(m_writer->writeRow(titles << u"row"_s << u"reason"_s));
    }
    QStringList cells = textsOf(record);
    while (cells.size() < m_titles.size())
        cells << QString();
    const QStringList beyond = cells.mid(m_titles.size()); // cells that have no title stand behind the reason
    cells = cells.mid(0, m_titles.size()) << QString::number(row) << reason;
    return m_writer->writeRow(cells + beyond);
}

Result<void> RejectFile::commit() { return m_writer ? m_writer->commit() : Result<void>(); }

} // namespace kontor::exchange
