// A sheet of a workbook as a table.
#pragma once

#include "exchange/dynamics_titles.h"
#include "exchange/table_file.h"
#include "exchange/zip_archive.h"

namespace kontor::exchange {

struct HeaderPlace;

class SheetFile final : public Table {
public:
    static Result<std::unique_ptr<SheetFile>> open(std::shared_ptr<Workbook> workbook, int sheet, const DynamicsTitles &dynamics,
                                                   const HeaderAliases &aliases);

    const QStringList &plainTitles() const override { return m_plainTitles; }

    QString name() const override { return m_workbook->sheets().at(m_sheet).name; }
    QByteArray charset() const override { return "UTF-8"; }
    qint64 size() const override { return m_rows->size(); }
    qint64 bytesRead() const override { return m_rows->bytesRead(); }
    Result<void> rewind() override;
    Result<bool> next(TableRecord &record) override;

    bool isEmpty() const { return !m_hasHeader && m_firstRows.isEmpty(); }
    int titlesUnderstood() const { return m_titlesUnderstood; }

private:
    SheetFile(std::shared_ptr<Workbook> workbook, int sheet) : m_workbook(std::move(workbook)), m_sheet(sheet) {}
    void chooseHeader(const QList<QStringList> &records, const DynamicsTitles &dynamics, const HeaderAliases &aliases);

    std::shared_ptr<Workbook> m_workbook;
    int m_sheet;
    QStringList m_plainTitles;
    int m_titlesUnderstood = 0;
    int m_rowsBeforeData = 0; // title rows and the header
    std::unique_ptr<SheetRows> m_rows;
    SheetRow m_row;
};

// The sheet that the person named; otherwise, of the visible ones, the first whose titles are understood best. The other sheets that have
// something in them are named. Errors: Invalid (no such sheet, no workbook, damaged, protected, larger than any real one).
Result<FileTables> openSheet(const std::shared_ptr<ZipArchive> &archive, const TableOptions &options,
                             const HeaderAliases &aliases);
// Whether it is an office document, not an archive of files.
bool isWorkbook(const ZipArchive &archive);

} // namespace kontor::exchange
