#include "exchange/csv_file.h"

#include "exchange/csv_dialect.h"
#include "exchange/file_kind.h"
#include "exchange/header_aliases.h"

#include <QFileInfo>

#include <algorithm>

namespace kontor::exchange {

namespace {

constexpr qsizetype kSampleCharacters = 256 * 1024;
constexpr int kFirstRecords = 400;

} // namespace

Result<std::unique_ptr<CsvFile>> CsvFile::open(const QString &path, const TableOptions &options, const HeaderAliases &aliases) {
    std::unique_ptr<CsvFile> file(new CsvFile);
    TRY(source, TextSource::open(path, options.language, options.charset));
    file->m_source = std::move(source);
    TRY_VOID(file->findLayout(options, aliases, QFileInfo(path).fileName()));
    TRY_VOID(file->rewind());
    return file;
}

Result<void> CsvFile::findLayout(const TableOptions &options, const HeaderAliases &aliases, const QString &fileName) {
    QString sample;
    bool whole = false;
    while (sample.size() < kSampleCharacters && !whole) {
        TRY(more, m_source->read(sample));
        whole = !more;
    }
    TRY_VOID(refuseNoise(sample, fileName));
    m_dialect = detectDialect(sample, whole);
    if (options.delimiter != 0)
        m_dialect.delimiter = options.delimiter;
    CsvReader reader(m_dialect, sample);
    TableRecord record;
    QList<QStringList> records;
    while (records.size() < kFirstRecords) {
        TRY(more, reader.next(record));
        if (!more)
            break;
        if (!record.broken)
            records << textsOf(record);
    }
    if (!whole && records.size() > 1 && records.size() < kFirstRecords)
        records.removeLast(); // the sample ends amid it
    chooseHeader(records, aliases);
    return {};
}

void CsvFile::chooseHeader(const QList<QStringList> &records, const HeaderAliases &aliases) {
    const HeaderPlace place = findHeader(records, aliases);
    m_hasHeader = place.index >= 0;
    m_recordsBeforeData = place.index + 1;
    if (m_hasHeader) {
        for (const QString &title : records.at(place.index))
            m_titles << title.simplified();
        while (m_titles.size() > 1 && m_titles.size() > place.width && m_titles.last().isEmpty())
            m_titles.removeLast();
    } else {
        m_titles = QStringList(place.width);
    }
    m_firstRows = records.mid(m_recordsBeforeData);
}

Result<void> CsvFile::rewind() {
    TRY_VOID(m_source->rewind());
    m_reader = std::make_unique<CsvReader>(m_dialect, [this](QString &text) { return m_source->read(text); });
    TableRecord record;
    for (int passed = 0; passed < m_recordsBeforeData;) {
        TRY(more, m_reader->next(record));
        if (!more)
            break;
        passed += !record.broken; // broken ones were not counted when the header was looked for
    }
    return {};
}

} // namespace kontor::exchange
