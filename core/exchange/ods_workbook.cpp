#include "exchange/ods_workbook.h"

#include "exchange/ods_cell.h"

#include <QCoreApplication>
#include <QSet>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostSheets = 4'096;
constexpr int kSheetDepth = 4; // document-content, body, spreadsheet, table: those inside cells are no sheets

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

Result<std::unique_ptr<XmlSource>> openContent(const std::shared_ptr<ZipArchive> &archive) {
    TRY(device, archive->read(archive->find(u"content.xml")));
    return XmlSource::over(std::move(device), archive->fileName());
}

bool isSheet(const XmlSource &source) { return source.name() == u"table" && source.depth() == kSheetDepth; }

class OdsRows final : public SheetRows {
public:
    OdsRows(QString fileName, std::unique_ptr<XmlSource> source, int sheet)
        : m_fileName(std::move(fileName)), m_source(std::move(source)), m_sheetsBefore(sheet) {}

    Result<bool> next(SheetRow &row) override;
    qint64 size() const override { return m_source->size(); }
    qint64 bytesRead() const override { return std::min(m_source->bytesRead(), m_source->size()); }

private:
    Result<bool> findRow();
    Result<void> readRow();
    Result<void> addCell(const OdsCell &cell, qsizetype &column);

    QString m_fileName;
    std::unique_ptr<XmlSource> m_source;
    int m_sheetsBefore;   // -1: inside the sheet
    SheetRow m_row;       // that was read last
    qint64 m_repeats = 0; // how often it is still to be given out
    qint64 m_rows = 0;    // so far, empty ones too
    qint64 m_cells = 0;
};

Result<bool> OdsRows::next(SheetRow &row) {
    while (m_repeats == 0) {
        TRY(found, findRow());
        if (!found)
            return false;
        TRY_VOID(readRow());
    }
    --m_repeats;
    ++m_row.number;
    m_cells += m_row.cells.size();
    if (m_cells > kMostSheetCells || m_row.number > kMostSheetRows)
        return sheetTooLarge(m_fileName);
    row = m_row;
    return true;
}

Result<bool> OdsRows::findRow() {
    while (true) {
        TRY(event, m_source->next());
        if (event == XmlSource::Event::Finished)
            return false;
        if (event == XmlSource::Event::End) {
            if (m_sheetsBefore < 0 && m_source->name() == u"table" && m_source->depth() == kSheetDepth - 1)
                return false;
        } else if (isSheet(*m_source)) {
            --m_sheetsBefore;
        } else if (m_sheetsBefore < 0 && m_source->name() == u"table-row") {
            return true;
        }
    }
}

Result<void> OdsRows::readRow() {
    const qint64 repeats = std::min(odsRepeat(*m_source, u"number-rows-repeated"), kMostSheetRows + 1);
    m_row.cells.clear();
    for (qsizetype column = 0;;) {
        TRY(event, m_source->next());
        if (event != XmlSource::Event::Begin)
            break; // the row ends
        if (m_source->name() == u"table-cell" || m_source->name() == u"covered-table-cell") {
            TRY(cell, readOdsCell(*m_source));
            TRY_VOID(addCell(cell, column));
        } else {
            TRY_VOID(m_source->skipElement());
        }
    }
    m_row.number = m_rows;
    m_rows = std::min(m_rows + repeats, kMostSheetRows + 1);
    m_repeats = m_row.cells.isEmpty() ? 0 : repeats;
    return {};
}

// Empty ones are only counted: sheets end with thousands of them.
Result<void> OdsRows::addCell(const OdsCell &cell, qsizetype &column) {
    const qsizetype end = column + std::min<qint64>(cell.count, kMostSheetColumns + 1);
    if (!cell.text.isEmpty()) {
        if (end > kMostSheetColumns)
            return sheetTooLarge(m_fileName);
        m_row.cells.resize(column);
        m_row.cells.resize(end, cell.text);
    }
    column = std::min<qsizetype>(end, kMostSheetColumns);
    return {};
}

class OdsWorkbook final : public Workbook {
public:
    explicit OdsWorkbook(std::shared_ptr<ZipArchive> archive) : m_archive(std::move(archive)) {}
    Result<void> readSheets();
    const QList<SheetInfo> &sheets() const override { return m_sheets; }
    QString fileName() const override { return m_archive->fileName(); }
    Result<std::unique_ptr<SheetRows>> rows(int sheet) override {
        TRY(source, openContent(m_archive));
        return std::unique_ptr<SheetRows>(std::make_unique<OdsRows>(fileName(), std::move(source), sheet));
    }

private:
    std::shared_ptr<ZipArchive> m_archive;
    QList<SheetInfo> m_sheets;
};

Result<void> OdsWorkbook::readSheets() {
    TRY(source, openContent(m_archive));
    QSet<QString> hiddenStyles;
    QString style; // that the source is inside of
    while (true) {
        TRY(event, source->next());
        if (event == XmlSource::Event::Finished)
            return {};
        if (event == XmlSource::Event::End)
            continue;
        if (source->name() == u"style") {
            style = odsAttribute(*source, u"style", u"name");
        } else if (source->name() == u"table-properties") {
            if (odsAttribute(*source, u"table", u"display") == u"false"_s && hiddenStyles.size() < kMostSheets)
                hiddenStyles << style;
        } else if (isSheet(*source)) {
            m_sheets << SheetInfo{odsAttribute(*source, u"table", u"name"),
                                  hiddenStyles.contains(odsAttribute(*source, u"table", u"style-name")), false};
            if (m_sheets.size() > kMostSheets)
                return m_archive->damaged(u"sheets"_s);
        }
    }
}

// The manifest says which parts are encrypted, for the ZIP they are only bytes.
Result<bool> isEncrypted(const std::shared_ptr<ZipArchive> &archive) {
    const int manifest = archive->find(u"META-INF/manifest.xml");
    if (manifest < 0)
        return false;
    TRY(device, archive->read(manifest));
    return device->read(4 << 20).contains("encryption-data");
}

} // namespace

bool isOpenDocument(const ZipArchive &archive) {
    return archive.find(u"content.xml") >= 0 && (archive.find(u"mimetype") >= 0 || archive.find(u"META-INF/manifest.xml") >= 0);
}

Result<std::unique_ptr<Workbook>> openOds(const std::shared_ptr<ZipArchive> &archive) {
    TRY(encrypted, isEncrypted(archive));
    if (encrypted)
        return Error{Code::Invalid,
                     tr("“%1” is protected by a password. Nothing was taken in. Save it without one.").arg(archive->fileName()),
                     {},
                     "file"};
    auto workbook = std::make_unique<OdsWorkbook>(archive);
    TRY_VOID(workbook->readSheets());
    if (workbook->sheets().isEmpty())
        return Error{Code::Invalid,
                     tr("“%1” is a document without sheets. Nothing was taken in. Save the table in it as *.xlsx or CSV.")
                         .arg(archive->fileName()),
                     {},
                     "file"};
    return std::unique_ptr<Workbook>(std::move(workbook));
}

} // namespace kontor::exchange
