// The rows that could not be taken in: as they stood, with their number and the reason, in the order of the file. Written at the end, if there are any.
#pragma once

#include "exchange/csv_writer.h"
#include "exchange/record_spool.h"
#include "exchange/table.h"

#include <optional>

namespace kontor::exchange {

class RejectFile {
public:
    // `path` empty: rows are counted elsewhere and not written. `folder`: for what has to wait on the disk until then.
    RejectFile(QString path, const QString &folder, QStringList titles, bool hasHeader, char16_t delimiter);
    Result<void> add(const TableRecord &record, qint64 row, const QString &reason);
    Result<void> commit();
    // Empty where no row was rejected.
    QString path() const { return m_writer ? m_path : QString(); }

private:
    Result<void> open();
    Result<void> write(const TableRecord &record);

    QString m_path;
    QStringList m_titles;
    bool m_hasHeader;
    char16_t m_delimiter;
    RecordSpool m_records; // their reasons stand in `problem`
    std::unique_ptr<CsvWriter> m_writer;
};

} // namespace kontor::exchange
