// A table in a text file: where its titles are, and its data records one after another.
#pragma once

#include "exchange/csv_reader.h"
#include "exchange/text_source.h"

namespace kontor::exchange {

class HeaderAliases;

struct CsvOptions {
    QString language;   // of the base: breaks ties between character sets
    QByteArray charset; // the person's choice, empty to find out
    char16_t delimiter = 0;
};

class CsvFile {
public:
    static Result<std::unique_ptr<CsvFile>> open(const QString &path, const CsvOptions &options, const HeaderAliases &aliases);

    const Charset &charset() const { return m_source->charset(); }
    const CsvDialect &dialect() const { return m_dialect; }
    const QStringList &titles() const { return m_titles; } // empty texts where there is no header
    bool hasHeader() const { return m_hasHeader; }
    const QList<QStringList> &firstRows() const { return m_firstRows; } // some data records, for looking at
    qint64 size() const { return m_source->size(); }
    qint64 bytesRead() const { return m_source->bytesRead(); }

    // Back to before the first data record.
    Result<void> rewind();
    // The next data record. Every record after the header is one, those too that repeat the titles or are broken.
    Result<bool> next(CsvRecord &record);
    bool repeatsTitles(const CsvRecord &record) const;

private:
    CsvFile() = default;
    Result<void> findLayout(const CsvOptions &options, const HeaderAliases &aliases);
    void chooseHeader(const QList<QStringList> &records, const HeaderAliases &aliases);

    std::unique_ptr<TextSource> m_source;
    CsvDialect m_dialect;
    std::unique_ptr<CsvReader> m_reader;
    QStringList m_titles;
    bool m_hasHeader = false;
    int m_recordsBeforeData = 0; // title rows and the header
    QList<QStringList> m_firstRows;
};

// How a table's first records are laid out: which of them is the header.
struct HeaderPlace {
    int index = -1; // -1: there is none
    int width = 0;  // columns that most records have
};
HeaderPlace findHeader(const QList<QStringList> &records, const HeaderAliases &aliases);

} // namespace kontor::exchange
