#include "exchange/sheet_file.h"

#include "exchange/csv_file.h"
#include "exchange/header_aliases.h"
#include "exchange/ods_workbook.h"
#include "exchange/xlsx_workbook.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstRecords = 400;

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

Result<std::shared_ptr<Workbook>> openWorkbook(const std::shared_ptr<ZipArchive> &archive) {
    TRY(workbook, isOfficeOpenXml(*archive) ? openXlsx(archive) : openOds(archive));
    return std::shared_ptr<Workbook>(std::move(workbook));
}

Result<int> sheetNamed(const Workbook &workbook, const QString &name) {
    QStringList names;
    int found = -1;
    for (int i = 0; i < workbook.sheets().size(); ++i) {
        const SheetInfo &sheet = workbook.sheets().at(i);
        if (sheet.name == name)
            return i;
        if (sheet.name.compare(name, Qt::CaseInsensitive) == 0)
            found = i;
        if (!sheet.isVeryHidden)
            names << sheet.name;
    }
    if (found >= 0)
        return found;
    return Error{Code::Invalid,
                 tr("“%1” has no sheet “%2”. Nothing was taken in. Name one of these: %3.")
                     .arg(workbook.fileName(), name, names.join(u", "_s)),
                 {},
                 "sheet"};
}

// Visible before hidden, then by the titles that are understood.
bool isBetter(const Workbook &workbook, int sheet, int known, int best, int bestKnown) {
    const bool isHidden = workbook.sheets().at(sheet).isHidden;
    if (isHidden != workbook.sheets().at(best).isHidden)
        return !isHidden;
    return known > bestKnown;
}

} // namespace

Error sheetTooLarge(const QString &fileName) {
    return {Code::Invalid,
            tr("A sheet of “%1” has more rows, columns or cells than can be read (at most 1,048,576 rows, 16,384 columns and 200 "
               "million "
               "cells). Nothing was taken in. Save the table as CSV.")
                .arg(fileName),
            {},
            "file"};
}

Result<std::unique_ptr<SheetFile>> SheetFile::open(std::shared_ptr<Workbook> workbook, int sheet, const DynamicsTitles &dynamics,
                                                   const HeaderAliases &aliases) {
    std::unique_ptr<SheetFile> file(new SheetFile(std::move(workbook), sheet));
    TRY(rows, file->m_workbook->rows(sheet));
    QList<QStringList> records;
    SheetRow row;
    while (records.size() < kFirstRecords) {
        TRY(more, rows->next(row));
        if (!more)
            break;
        records << row.cells;
    }
    file->chooseHeader(records, dynamics, aliases);
    return file;
}

// The table is as wide as its titles or, where something stands under none, as the widest of its first rows.
void SheetFile::chooseHeader(const QList<QStringList> &records, const DynamicsTitles &dynamics, const HeaderAliases &aliases) {
    QList<QStringList> plain = records;
    for (QStringList &record : plain) {
        for (QString &cell : record)
            cell = dynamics.plain(cell);
    }
    const HeaderPlace place = findHeader(plain, aliases);
    m_hasHeader = place.index >= 0;
    m_titlesUnderstood = place.known;
    m_rowsBeforeData = place.index + 1;
    m_firstRows = records.mid(m_rowsBeforeData);
    if (m_hasHeader) {
        for (const QString &title : records.at(place.index))
            m_titles << title.simplified();
    }
    qsizetype width = m_titles.size();
    for (const QStringList &record : std::as_const(m_firstRows))
        width = std::max(width, record.size());
    m_titles.resize(width);
    for (const QString &title : std::as_const(m_titles))
        m_plainTitles << dynamics.plain(title);
    for (QStringList &record : m_firstRows)
        record.resize(width);
}

Result<void> SheetFile::rewind() {
    TRY(rows, m_workbook->rows(m_sheet));
    m_rows = std::move(rows);
    for (int passed = 0; passed < m_rowsBeforeData; ++passed) {
        TRY(more, m_rows->next(m_row));
        if (!more)
            break;
    }
    return {};
}

Result<bool> SheetFile::next(TableRecord &record) {
    TRY(more, m_rows->next(m_row));
    if (!more)
        return false;
    record.cells.assign(m_row.cells.cbegin(), m_row.cells.cend());
    record.cells.resize(std::max(record.cells.size(), size_t(m_titles.size())));
    record.line = m_row.number;
    record.broken = false;
    record.problem.clear();
    return true;
}

bool isWorkbook(const ZipArchive &archive) { return isOfficeOpenXml(archive) || isOpenDocument(archive); }

Result<FileTables> openSheet(const std::shared_ptr<ZipArchive> &archive, const TableOptions &options,
                             const HeaderAliases &aliases) {
    TRY(workbook, openWorkbook(archive));
    TRY(dynamics, DynamicsTitles::read(*workbook));
    int wanted = -1;
    if (!options.sheet.isEmpty()) {
        TRY(named, sheetNamed(*workbook, options.sheet));
        wanted = named;
    }
    FileTables file;
    std::unique_ptr<SheetFile> best;
    int bestSheet = -1;
    for (int i = 0; i < workbook->sheets().size(); ++i) {
        const SheetInfo &info = workbook->sheets().at(i);
        if ((info.isVeryHidden || isDynamicsSheet(info)) && i != wanted)
            continue;
        TRY(sheet, SheetFile::open(workbook, i, dynamics, aliases));
        if (!sheet->isEmpty())
            file.others << info.name;
        const bool isFirst = !best || (best->isEmpty() && !sheet->isEmpty());
        const bool isBest = isFirst || (!sheet->isEmpty() &&
                                        isBetter(*workbook, i, sheet->titlesUnderstood(), bestSheet, best->titlesUnderstood()));
        if (wanted >= 0 ? i == wanted : isBest) {
            best = std::move(sheet);
            bestSheet = i;
        }
    }
    if (!best)
        return Error{
            Code::Invalid, tr("“%1” has no sheet with a table. Nothing was taken in.").arg(workbook->fileName()), {}, "file"};
    TRY_VOID(best->rewind()); // only the chosen one is read again
    file.others.removeOne(best->name());
    file.tables.push_back(std::move(best));
    return file;
}

} // namespace kontor::exchange
