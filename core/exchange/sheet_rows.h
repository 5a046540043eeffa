// A workbook as its sheets, and a sheet as its rows, whatever format they stand in.
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace kontor::exchange {

// What is larger is no table of customers: the rows and columns of Excel, and four times the characters that a cell holds there.
constexpr qint64 kMostSheetRows = 1'048'576;
constexpr int kMostSheetColumns = 16'384;
constexpr qsizetype kLongestCell = 131'072;
constexpr qint64 kMostSheetCells = 200'000'000; // up to the last filled one of each row

Error sheetTooLarge(const QString &fileName);

struct SheetRow {
    qint64 number = 0; // as the sheet counts, 1 is the first
    QStringList
        cells; // as a person would write them: dates as 2026-03-09, numbers in digits; empty ones at the end are not there
};

class SheetRows {
public:
    virtual ~SheetRows() = default;
    // The next row that has a cell with something in it. Errors: Invalid (damaged, or beyond the limits).
    virtual Result<bool> next(SheetRow &row) = 0;
    virtual qint64 size() const = 0; // bytes of the sheet, and how many were read
    virtual qint64 bytesRead() const = 0;
};

struct SheetInfo {
    QString name;
    bool isHidden = false;
    bool isVeryHidden = false; // not even offered by the program that shows the workbook
};

class Workbook {
public:
    virtual ~Workbook() = default;
    virtual const QList<SheetInfo> &sheets() const = 0;
    // From the first row. Several can be read at a time.
    virtual Result<std::unique_ptr<SheetRows>> rows(int sheet) = 0;
    virtual QString fileName() const = 0;
};

} // namespace kontor::exchange
