// A table in a text file: where its titles are, and its data records one after another.
#pragma once

#include "exchange/csv_reader.h"
#include "exchange/table_file.h"
#include "exchange/text_source.h"

namespace kontor::exchange {

class CsvFile final : public Table {
public:
    static Result<std::unique_ptr<CsvFile>> open(const QString &path, const TableOptions &options, const HeaderAliases &aliases);

    QByteArray charset() const override { return m_source->charset().name; }
    char16_t delimiter() const override { return m_dialect.delimiter; }
    qint64 size() const override { return m_source->size(); }
    qint64 bytesRead() const override { return m_source->bytesRead(); }
    Result<void> rewind() override;
    Result<bool> next(TableRecord &record) override { return m_reader->next(record); }

private:
    CsvFile() = default;
    Result<void> findLayout(const TableOptions &options, const HeaderAliases &aliases, const QString &fileName);
    void chooseHeader(const QList<QStringList> &records, const HeaderAliases &aliases);

    std::unique_ptr<TextSource> m_source;
    CsvDialect m_dialect;
    std::unique_ptr<CsvReader> m_reader;
    int m_recordsBeforeData = 0; // title rows and the header
};

// How a table's first records are laid out: which of them is the header.
struct HeaderPlace {
    int index = -1; // -1: there is none
    int width = 0;  // columns that most records have
    int known = 0;  // titles that are understood
};
HeaderPlace findHeader(const QList<QStringList> &records, const HeaderAliases &aliases);
// How many of the titles are understood, for the kind of file where that is most.
int knownTitles(const QStringList &titles, const HeaderAliases &aliases);

} // namespace kontor::exchange
