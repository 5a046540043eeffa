// Records of a delimited text, one after another, by RFC 4180 and with patience: stray and doubled quotes, line breaks inside quotes,
// CR, LF and CRLF mixed, rows of any width, a last row without a line break. Blank lines are passed over.
//
// A quote that is opened and never closed would swallow the rest of the file. It is recognised by what follows (the next quoted cell
// begins where none can, or the text ends): that line becomes a broken record of its own and reading goes on with the next line.
#pragma once

#include "exchange/table.h"

#include <functional>
#include <vector>

namespace kontor::exchange {

struct CsvDialect {
    char16_t delimiter = u',';
    bool backslashEscapes = false; // \" inside quotes is a quote
    bool markerLine = false;       // Excel's first line "sep=;"
    friend bool operator==(const CsvDialect &, const CsvDialect &) = default;
};

class CsvReader {
public:
    // Appends the next piece of text; false: that was all.
    using Refill = std::function<Result<bool>(QString &)>;

    CsvReader(CsvDialect dialect, Refill refill);
    // A reader over a text that is all there.
    CsvReader(CsvDialect dialect, QString text);

    Result<bool> next(TableRecord &record);

private:
    enum class Outcome { Complete, NeedsMore, Unclosed };
    struct Cell {
        qsizetype begin = 0, end = 0;
        bool escaped = false; // has doubled or backslashed quotes
    };

    Result<bool> ensureText();
    Result<void> skipMarkerLine();
    Outcome scan();
    Outcome scanQuoted(qsizetype &at, Cell &cell) const;
    qsizetype endOfPlainCell(qsizetype from) const;
    bool takeBreak(qsizetype &at) const;
    bool isBlank() const;
    void deliver(TableRecord &record);
    Result<void> deliverBroken(TableRecord &record);
    Result<void> readOn();
    qint64 countLines(qsizetype from, qsizetype to) const;
    QStringView unescape(const Cell &cell);

    CsvDialect m_dialect;
    Refill m_refill;
    QString m_text;
    qsizetype m_position = 0; // of the record that is read next
    qsizetype m_end = 0;      // behind the record that was scanned last
    bool m_whole = false;     // nothing follows m_text
    bool m_begun = false;
    qint64 m_line = 1;
    qsizetype m_quotedLimit; // characters that one quoted cell may have
    bool m_quoted = false;   // a cell of the scanned record is quoted
    std::vector<Cell> m_cells;
    std::vector<QString> m_unescaped;
    size_t m_unescapedCount = 0;
};

} // namespace kontor::exchange
