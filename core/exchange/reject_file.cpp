#include "exchange/reject_file.h"

namespace kontor::exchange {

using namespace Qt::StringLiterals;

RejectFile::RejectFile(QString path, const QString &folder, QStringList titles, bool hasHeader, char16_t delimiter)
    : m_path(std::move(path)), m_titles(std::move(titles)), m_hasHeader(hasHeader), m_delimiter(delimiter), m_records(folder) {}

Result<void> RejectFile::add(const TableRecord &record, qint64 row, const QString &reason) {
    if (m_path.isEmpty())
        return {};
    TableRecord rejected = record;
    rejected.row = row;
    rejected.problem = reason;
    return m_records.add(RecordSpool::orderOf(row), rejected);
}

Result<void> RejectFile::commit() {
    if (m_records.isEmpty())
        return {};
    TRY_VOID(open());
    TRY_VOID(m_records.rewind());
    TableRecord record;
    while (true) {
        TRY(more, m_records.next(record));
        if (!more)
            return m_writer->commit();
        TRY_VOID(write(record));
    }
}

Result<void> RejectFile::open() {
    m_writer = std::make_unique<CsvWriter>(m_path, m_delimiter);
    TRY_VOID(m_writer->open());
    QStringList titles = m_titles;
    for (qsizetype i = 0; i < titles.size() && !m_hasHeader; ++i)
        titles[i] = u"column %1"_s.arg(i + 1);
    return m_writer->writeRow(titles << u"row"_s << u"reason"_s);
}

Result<void> RejectFile::write(const TableRecord &record) {
    QStringList cells = textsOf(record);
    while (cells.size() < m_titles.size())
        cells << QString();
    const QStringList beyond = cells.mid(m_titles.size()); // cells that have no title stand behind the reason
    cells = cells.mid(0, m_titles.size()) << QString::number(record.row) << record.problem;
    return m_writer->writeRow(cells + beyond);
}

} // namespace kontor::exchange
