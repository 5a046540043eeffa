#include "exchange/xlsx_workbook.h"

#include "exchange/xlsx_parts.h"

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

// The column of "AB12", 0 is the first; -1: it is no reference.
int columnOf(QStringView reference) {
    int column = 0;
    qsizetype at = 0;
    for (; at < reference.size() && reference.at(at).isLetter(); ++at) {
        const char16_t letter = reference.at(at).toUpper().unicode();
        if (letter < u'A' || letter > u'Z' || column > kMostSheetColumns)
            return -1;
        column = column * 26 + (letter - u'A' + 1);
    }
    return at == 0 ? -1 : column - 1;
}

class XlsxRows final : public SheetRows {
public:
    XlsxRows(std::shared_ptr<const XlsxParts> parts, std::unique_ptr<XmlSource> source)
        : m_parts(std::move(parts)), m_source(std::move(source)) {}

    Result<bool> next(SheetRow &row) override;
    qint64 size() const override { return m_source->size(); }
    qint64 bytesRead() const override { return std::min(m_source->bytesRead(), m_source->size()); }

private:
    struct Cell {
        QString type;
        int style = 0;
    };
    Result<void> readRow(SheetRow &row);
    Result<void> readCell(SheetRow &row, int &column);
    Result<QString> readValue(const Cell &cell);
    QString valueText(const Cell &cell, const QString &raw) const;

    std::shared_ptr<const XlsxParts> m_parts;
    std::unique_ptr<XmlSource> m_source;
    qint64 m_row = 0;   // that was read last
    qint64 m_cells = 0; // so far
};

Result<bool> XlsxRows::next(SheetRow &row) {
    while (true) {
        TRY(event, m_source->next());
        if (event == XmlSource::Event::Finished)
            return false;
        if (event != XmlSource::Event::Begin || m_source->name() != u"row")
            continue;
        TRY_VOID(readRow(row));
        while (!row.cells.isEmpty() && row.cells.last().isEmpty())
            row.cells.removeLast();
        m_cells += row.cells.size();
        if (m_cells > kMostSheetCells || row.number > kMostSheetRows)
            return sheetTooLarge(m_parts->archive->fileName());
        if (!row.cells.isEmpty())
            return true;
    }
}

Result<void> XlsxRows::readRow(SheetRow &row) {
    bool isNumber = false;
    const qint64 number = m_source->reader().attributes().value(u"r"_s).toLongLong(&isNumber);
    m_row = isNumber && number > 0 ? number : m_row + 1;
    row.number = m_row;
    row.cells.clear();
    for (int column = -1;;) {
        TRY(event, m_source->next());
        if (event == XmlSource::Event::End) // of the row: cells are read to their end
            return {};
        if (event == XmlSource::Event::Finished)
            return {};
        if (m_source->name() == u"c") {
            TRY_VOID(readCell(row, column));
        } else {
            TRY_VOID(m_source->skipElement());
        }
    }
}

Result<void> XlsxRows::readCell(SheetRow &row, int &column) {
    const QXmlStreamAttributes attributes = m_source->reader().attributes();
    const int named = columnOf(attributes.value(u"r"_s)); // may be missing: the next one then
    column = named >= 0 ? named : column + 1;
    TRY(text, readValue({attributes.value(u"t"_s).toString(), attributes.value(u"s"_s).toInt()}));
    if (text.isEmpty())
        return {};
    if (column >= kMostSheetColumns)
        return sheetTooLarge(m_parts->archive->fileName());
    while (row.cells.size() <= column)
        row.cells << QString();
    row.cells[column] = text;
    return {};
}

// To the end of the cell: its value or the text in it; its formula is passed over.
Result<QString> XlsxRows::readValue(const Cell &cell) {
    QString text;
    int depth = 1;
    bool isValue = false;
    while (depth > 0) {
        TRY(token, m_source->nextToken());
        if (token == QXmlStreamReader::StartElement) {
            if (m_source->name() == u"is") {
                TRY(rich, readRichText(*m_source));
                text = rich;
                continue;
            }
            ++depth;
            isValue = depth == 2 && m_source->name() == u"v";
        } else if (token == QXmlStreamReader::EndElement) {
            --depth;
            isValue = false;
        } else if (token == QXmlStreamReader::Characters && isValue && text.size() <= kLongestCell) {
            text += m_source->reader().text();
        } else if (token == QXmlStreamReader::EndDocument) {
            break;
        }
    }
    return valueText(cell, text);
}

QString XlsxRows::valueText(const Cell &cell, const QString &raw) const {
    if (cell.type == u"inlineStr"_s)
        return raw;
    if (cell.type == u"str"_s)
        return unescapedText(raw);
    const QString value = raw.trimmed();
    if (value.isEmpty() || cell.type == u"e"_s) // #N/A and the like say that there is no value
        return {};
    if (cell.type == u"s"_s) {
        bool isNumber = false;
        const qint64 index = value.toLongLong(&isNumber);
        return isNumber ? m_parts->strings.at(index) : QString();
    }
    if (cell.type == u"b"_s)
        return value == u"1"_s || value == u"true"_s ? u"true"_s : u"false"_s;
    if (cell.type == u"d"_s) { // ISO 8601 already
        const qsizetype midnight = value.indexOf(u"T00:00:00"_s);
        return midnight == 10 && (value.size() == 19 || value.mid(19) == u".000"_s) ? value.left(10) : value;
    }
    const NumberFormat format = m_parts->formats.value(cell.style);
    return formattedNumber(value, format, m_parts->from1904);
}

class XlsxWorkbook final : public Workbook {
public:
    explicit XlsxWorkbook(std::shared_ptr<const XlsxParts> parts) : m_parts(std::move(parts)) {}
    const QList<SheetInfo> &sheets() const override { return m_parts->sheets; }
    QString fileName() const override { return m_parts->archive->fileName(); }
    Result<std::unique_ptr<SheetRows>> rows(int sheet) override {
        TRY(source, openPart(m_parts->archive, m_parts->entries.at(sheet)));
        return std::unique_ptr<SheetRows>(std::make_unique<XlsxRows>(m_parts, std::move(source)));
    }

private:
    std::shared_ptr<const XlsxParts> m_parts;
};

} // namespace

bool isOfficeOpenXml(const ZipArchive &archive) {
    return archive.find(u"[Content_Types].xml") >= 0 || archive.find(u"xl/workbook.xml") >= 0;
}

Result<std::unique_ptr<Workbook>> openXlsx(const std::shared_ptr<ZipArchive> &archive) {
    TRY(parts, readXlsxParts(archive));
    return std::unique_ptr<Workbook>(std::make_unique<XlsxWorkbook>(std::move(parts)));
}

} // namespace kontor::exchange
