// Writes a workbook of one sheet: titles above a line that stays in sight, numbers as numbers, dates as dates, and no text as a formula.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "exchange/export_columns.h"

#include <QList>
#include <QStringList>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace kontor::exchange {

class XlsxWriter {
public:
    XlsxWriter(QString path, QString sheet, Clock clock);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter &) = delete;
    XlsxWriter &operator=(const XlsxWriter &) = delete;

    // Of the columns, before open(). A cell that is not of its column's kind, such as a birthday without a year, is written as a text.
    void setKinds(const QList<CellKind> &kinds) { m_kinds = kinds; }
    // Errors: Gone, with the file's name. Nothing is at that place before commit().
    Result<void> open();
    // The first row is that of the titles. Errors: Invalid (more rows, or a longer text, than a sheet can hold).
    Result<void> writeRow(const QStringList &cells);
    // Reads the rows back before the file takes its place.
    Result<void> commit();

private:
    bool writeCell(int column, const QString &cell); // false: the text is too long
    bool writeDate(int column, const QString &cell);
    bool writeInstant(int column, const QString &cell);
    Result<void> checkWritten() const;
    Error failure(const QString &detail) const;
    void discard();

    QString m_path;
    QString m_written; // the file that is written, beside m_path
    QString m_sheetName;
    QList<CellKind> m_kinds;
    Clock m_clock;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_titleFormat = nullptr;
    lxw_format *m_dateFormat = nullptr;
    lxw_format *m_timeFormat = nullptr;
    lxw_format *m_preciseFormat = nullptr; // with milliseconds
    qint64 m_rows = 0;
};

// With what the format cannot hold in its own notation, which the import reads back: "_x000D_" for a carriage return.
QString escapedText(const QString &text);

} // namespace kontor::exchange
