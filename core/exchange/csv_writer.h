// Writes a delimited text that spreadsheets open right: UTF-8 with a byte order mark, CRLF, quotes where needed. A cell that a spreadsheet would
// take for a formula gets an apostrophe in front, which our own import takes away again.
#pragma once

#include "base/result.h"

#include <QLocale>
#include <QSaveFile>
#include <QStringList>

namespace kontor::exchange {

class CsvWriter {
public:
    CsvWriter(const QString &path, char16_t delimiter) : m_file(path), m_delimiter(delimiter) {}

    // Errors: Gone, Full, ReadOnly, with the file's name. Nothing is at that place before commit().
    Result<void> open();
    Result<void> writeRow(const QStringList &cells);
    Result<void> commit();
    void discard() { m_file.cancelWriting(); }
    QString path() const { return m_file.fileName(); }

private:

    QSaveFile m_file;
    char16_t m_delimiter;
};

// With an apostrophe in front where a spreadsheet would calculate: = + - @ TAB CR, except plain numbers and phone numbers.
QString guardedCell(const QString &cell);
// With an apostrophe in front of one that the import would take for a guard, and take away.
QString keptApostrophe(const QString &cell);
// ";" where the decimal sign is a comma, as spreadsheets there expect.
char16_t usualDelimiter(const QString &language);
char16_t usualDelimiter(const QLocale &locale);

} // namespace kontor::exchange
