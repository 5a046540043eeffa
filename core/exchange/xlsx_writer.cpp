#include "exchange/xlsx_writer.h"

#include "exchange/csv_writer.h"
#include "exchange/file_access.h"
#include "exchange/sheet_rows.h"
#include "exchange/xlsx_workbook.h"

#include <xlsxwriter.h>

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestText = 32'767; // of a cell, in Excel
constexpr double kColumnWidth = 18;

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

lxw_datetime lxwDate(QDate date, QTime time = QTime(0, 0)) {
    return {date.year(), date.month(), date.day(), time.hour(), time.minute(), time.second() + time.msec() / 1000.0};
}

bool isInCalendar(QDate date) { return date.isValid() && date >= QDate(1900, 3, 1) && date.year() <= 9999; }

} // namespace

QString escapedText(const QString &text) {
    static const QRegularExpression special(u"[\\x00-\\x08\\x0B-\\x1F\\x{FFFE}\\x{FFFF}]|_(?=x[0-9A-Fa-f]{4}_)"_s);
    if (!text.contains(special))
        return text;
    QString escaped;
    qsizetype from = 0;
    for (auto match = special.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        escaped += QStringView(text).mid(from, found.capturedStart() - from);
        escaped += u"_x%1_"_s.arg(uint(found.capturedView().front().unicode()), 4, 16, QChar(u'0')).toUpper().replace(u'X', u'x');
        from = found.capturedEnd();
    }
    return escaped + text.mid(from);
}

XlsxWriter::XlsxWriter(QString path, QString sheet, Clock clock)
    : m_path(std::move(path)), m_sheetName(std::move(sheet)), m_clock(std::move(clock)) {}

XlsxWriter::~XlsxWriter() { discard(); }

void XlsxWriter::discard() {
    if (m_workbook)
        workbook_close(m_workbook);
    m_workbook = nullptr;
    if (!m_written.isEmpty())
        QFile::remove(m_written);
    m_written.clear();
}

Error XlsxWriter::failure(const QString &detail) const { return unwritable(m_path, Code::Gone, detail); }

Result<void> XlsxWriter::open() {
    {
        QTemporaryFile place(m_path + u".XXXXXX"_s); // beside it: only there it can be put in its place at once
        if (!place.open())
            return failure(place.errorString());
        m_written = place.fileName();
    } // gone again: the library makes it anew, with the usual permissions
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    m_workbook = workbook_new_opt(QFile::encodeName(m_written).constData(), &options);
    if (m_workbook)
        m_sheet = workbook_add_worksheet(m_workbook, m_sheetName.toUtf8().constData());
    if (!m_sheet)
        return failure(u"libxlsxwriter"_s);
    m_titleFormat = workbook_add_format(m_workbook);
    format_set_bold(m_titleFormat);
    m_dateFormat = workbook_add_format(m_workbook);
    format_set_num_format(m_dateFormat, "yyyy-mm-dd");
    m_timeFormat = workbook_add_format(m_workbook);
    format_set_num_format(m_timeFormat, "yyyy-mm-dd hh:mm:ss");
    m_preciseFormat = workbook_add_format(m_workbook);
    format_set_num_format(m_preciseFormat, "yyyy-mm-dd hh:mm:ss.000");
    worksheet_freeze_panes(m_sheet, 1, 0);
    if (!m_kinds.isEmpty())
        worksheet_set_column(m_sheet, 0, lxw_col_t(m_kinds.size() - 1), kColumnWidth, nullptr);
    return {};
}

Result<void> XlsxWriter::writeRow(const QStringList &cells) {
    if (m_rows >= kMostSheetRows || cells.size() > kMostSheetColumns)
        return Error{
            Code::Invalid,
            tr("A sheet holds %1 rows and %2 columns at most, and there are more. No file was written. Export them as CSV.")
                .arg(kMostSheetRows)
                .arg(kMostSheetColumns),
            {},
            "file"};
    for (int column = 0; column < cells.size(); ++column) {
        if (!cells.at(column).isEmpty() && !writeCell(column, cells.at(column)))
            return Error{Code::Invalid,
                         tr("A text of %1 characters is longer than a cell can be (%2). No file was written. Export as CSV.")
                             .arg(cells.at(column).size())
                             .arg(kLongestText),
                         cells.value(0), "file"};
    }
    ++m_rows;
    return {};
}

bool XlsxWriter::writeCell(int column, const QString &cell) {
    const auto row = lxw_row_t(m_rows);
    const CellKind kind = m_rows == 0 ? CellKind::Text : m_kinds.value(column);
    if (kind == CellKind::Number) {
        bool isNumber = false;
        const double number = cell.toDouble(&isNumber);
        if (isNumber && std::isfinite(number) && QString::number(number, 'G', 16).toDouble() == number)
            return worksheet_write_number(m_sheet, row, lxw_col_t(column), number, nullptr) == LXW_NO_ERROR;
    } else if ((kind == CellKind::Date && writeDate(column, cell)) || (kind == CellKind::Instant && writeInstant(column, cell))) {
        return true;
    }
    const QString text = escapedText(keptApostrophe(cell));
    return text.size() <= kLongestText && worksheet_write_string(m_sheet, row, lxw_col_t(column), text.toUtf8().constData(),
                                                                 m_rows == 0 ? m_titleFormat : nullptr) == LXW_NO_ERROR;
}

bool XlsxWriter::writeDate(int column, const QString &cell) {
    const QDate date = QDate::fromString(cell, Qt::ISODate);
    if (cell.size() != 10 || !isInCalendar(date))
        return false;
    lxw_datetime value = lxwDate(date);
    return worksheet_write_datetime(m_sheet, lxw_row_t(m_rows), lxw_col_t(column), &value, m_dateFormat) == LXW_NO_ERROR;
}

// As the clock of the base shows it; in the hour that there is twice a year it stays a text that says which.
bool XlsxWriter::writeInstant(int column, const QString &cell) {
    const QDateTime written = QDateTime::fromString(cell, Qt::ISODateWithMs);
    if (!isInCalendar(written.date()))
        return false;
    const auto read =
        m_clock.fromIso(QDateTime(written.date(), written.time(), Qt::UTC).toString(Qt::ISODateWithMs).remove(u'Z'));
    if (!read || read->milliseconds != written.toMSecsSinceEpoch())
        return false;
    lxw_datetime value = lxwDate(written.date(), written.time());
    return worksheet_write_datetime(m_sheet, lxw_row_t(m_rows), lxw_col_t(column), &value,
                                    written.time().msec() == 0 ? m_timeFormat : m_preciseFormat) == LXW_NO_ERROR;
}

Result<void> XlsxWriter::commit() {
    const lxw_error closed = workbook_close(m_workbook);
    m_workbook = nullptr;
    if (closed != LXW_NO_ERROR)
        return failure(QString::fromUtf8(lxw_strerror(closed)));
    TRY_VOID(checkWritten());
    std::error_code problem;
    std::filesystem::rename(std::filesystem::path(m_written.toStdU16String()), std::filesystem::path(m_path.toStdU16String()),
                            problem);
    if (problem)
        return failure(QString::fromStdString(problem.message()));
    m_written.clear();
    return {};
}

// The library writes through a temporary file and does not say when that was cut off on a full drive.
Result<void> XlsxWriter::checkWritten() const {
    TRY(archive, ZipArchive::open(m_written));
    TRY(workbook, openXlsx(archive));
    TRY(rows, workbook->rows(0));
    SheetRow row;
    while (true) {
        TRY(more, rows->next(row));
        if (!more)
            break;
    }
    if (row.number != m_rows)
        return failure(u"%1 of %2 rows"_s.arg(row.number).arg(m_rows));
    return {};
}

} // namespace kontor::exchange
