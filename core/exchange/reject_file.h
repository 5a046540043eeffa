// The rows that could not be taken in: as they stood, with their number and the reason. Made with the first of them.
#pragma once

#include "exchange/csv_writer.h"
#include "exchange/table.h"

#include <optional>

namespace kontor::exchange {

class RejectFile {
public:
    // `path` empty: rows are counted elsewhere and not written.
    RejectFile(QString path, QStringList titles, bool hasHeader, char16_t delimiter);
    Result<void> add(const TableRecord &record, qint64 row, const QString &reason);
    Result<void> commit();
    // Empty where no row was rejected.
    QString path() const { return m_writer ? m_path : QString(); }

private:
    QString m_path;
    QStringList m_titles;
    bool m_hasHeader;
    char16_t m_delimiter;
    std::unique_ptr<CsvWriter> m_writer;
};

} // namespace kontor::exchange
