#include "exchange/csv_reader.h"

#include <algorithm>

namespace kontor::exchange {

namespace {

// A longer "cell" is an unclosed quote. After each such find the next is looked for less far, so that a file full of them stays fast.
constexpr qsizetype kLongestQuoted = 4 * 1024 * 1024;
constexpr qsizetype kShortestLimit = 4096;
constexpr qsizetype kLongestRecord = 8 * 1024 * 1024; // more without a line break is no table

bool isBreak(QChar c) { return c == u'\n' || c == u'\r'; }

} // namespace

CsvReader::CsvReader(CsvDialect dialect, Refill refill)
    : m_dialect(dialect), m_refill(std::move(refill)), m_quotedLimit(kLongestQuoted) {}

CsvReader::CsvReader(CsvDialect dialect, QString text)
    : m_dialect(dialect), m_text(std::move(text)), m_whole(true), m_quotedLimit(kLongestQuoted) {}

Result<bool> CsvReader::ensureText() {
    if (m_whole)
        return false;
    m_text.remove(0, m_position);
    m_position = 0;
    TRY(more, m_refill(m_text));
    m_whole = !more;
    return more;
}

Result<void> CsvReader::skipMarkerLine() {
    m_begun = true;
    while (!m_whole && m_text.size() < 16) // the marker line is all there
        TRY_VOID(ensureText());
    if (m_text.startsWith(QChar::ByteOrderMark))
        m_position = 1;
    if (m_dialect.markerLine) {
        while (m_position < m_text.size() && !isBreak(m_text.at(m_position)))
            ++m_position;
        if (m_position < m_text.size()) {
            takeBreak(m_position);
            ++m_line;
        }
    }
    return {};
}

// Steps over one line break; false where there is none.
bool CsvReader::takeBreak(qsizetype &at) const {
    if (at >= m_text.size() || !isBreak(m_text.at(at)))
        return false;
    at += m_text.at(at) == u'\r' && at + 1 < m_text.size() && m_text.at(at + 1) == u'\n' ? 2 : 1;
    return true;
}

qsizetype CsvReader::endOfPlainCell(qsizetype from) const {
    const char16_t *text = reinterpret_cast<const char16_t *>(m_text.constData());
    const qsizetype size = m_text.size();
    const char16_t delimiter = m_dialect.delimiter;
    while (from < size && text[from] != delimiter && text[from] != u'\n' && text[from] != u'\r')
        ++from;
    return from;
}

// `at` stands behind the opening quote; afterwards behind the closing one and what trails it.
CsvReader::Outcome CsvReader::scanQuoted(qsizetype &at, Cell &cell) const {
    const char16_t *text = reinterpret_cast<const char16_t *>(m_text.constData());
    const qsizetype size = m_text.size();
    const qsizetype start = at;
    bool severalLines = false;
    for (qsizetype i = at; i < size; ++i) {
        if (i - start > m_quotedLimit)
            return Outcome::Unclosed;
        if (text[i] == u'\\' && m_dialect.backslashEscapes && i + 1 < size) {
            cell.escaped = true;
            ++i;
            continue;
        }
        severalLines = severalLines || text[i] == u'\n' || text[i] == u'\r';
        if (text[i] != u'"')
            continue;
        if (i + 1 >= size && !m_whole)
            return Outcome::NeedsMore; // what follows decides
        if (i + 1 < size && text[i + 1] == u'"') {
            cell.escaped = true;
            ++i;
            continue;
        }
        qsizetype after = i + 1;
        while (after < size && text[after] == u' ')
            ++after;
        if (after >= size && !m_whole)
            return Outcome::NeedsMore;
        if (after >= size || text[after] == m_dialect.delimiter || text[after] == u'\n' || text[after] == u'\r') {
            cell.begin = start;
            cell.end = i;
            at = after;
            return Outcome::Complete;
        }
        // A quote amid the text. On the first line it belongs to the text; on a later one it is the beginning of another row's cell.
        if (severalLines && text[i - 1] == m_dialect.delimiter)
            return Outcome::Unclosed;
        if (severalLines && (text[i - 1] == u'\n' || text[i - 1] == u'\r'))
            return Outcome::Unclosed;
    }
    return m_whole ? Outcome::Unclosed : Outcome::NeedsMore;
}

// Finds the cells of the record at m_position and where it ends.
CsvReader::Outcome CsvReader::scan() {
    m_cells.clear();
    m_quoted = false;
    qsizetype at = m_position;
    while (true) {
        Cell cell{at, at, false};
        qsizetype content = at;
        while (content < m_text.size() && m_text.at(content) == u' ')
            ++content; // blanks before an opening quote are tolerated
        if (content < m_text.size() && m_text.at(content) == u'"') {
            at = content + 1;
            m_quoted = true;
            if (const Outcome outcome = scanQuoted(at, cell); outcome != Outcome::Complete)
                return outcome;
        } else {
            at = endOfPlainCell(at);
            cell.end = at;
        }
        m_cells.push_back(cell);
        if (at >= m_text.size()) {
            m_end = at;
            return m_whole ? Outcome::Complete : Outcome::NeedsMore;
        }
        if (m_text.at(at) == m_dialect.delimiter) {
            ++at;
            continue;
        }
        if (m_text.at(at) == u'\r' && at + 1 >= m_text.size() && !m_whole)
            return Outcome::NeedsMore; // a line feed may follow
        takeBreak(at);
        m_end = at;
        return Outcome::Complete;
    }
}

bool CsvReader::isBlank() const {
    if (m_cells.size() != 1)
        return false;
    const QStringView line = QStringView(m_text).mid(m_position, m_end - m_position);
    return std::all_of(line.cbegin(), line.cend(), [](QChar c) { return c.isSpace(); });
}

qint64 CsvReader::countLines(qsizetype from, qsizetype to) const {
    qint64 lines = 0;
    for (qsizetype at = from; at < to;) {
        if (takeBreak(at))
            ++lines;
        else
            ++at;
    }
    return lines;
}

QStringView CsvReader::unescape(const Cell &cell) {
    if (m_unescapedCount == m_unescaped.size())
        m_unescaped.emplace_back();
    QString &text = m_unescaped[m_unescapedCount++];
    text.resize(0);
    for (qsizetype i = cell.begin; i < cell.end; ++i) {
        const QChar c = m_text.at(i);
        const bool doubled = c == u'"' && i + 1 < cell.end && m_text.at(i + 1) == u'"';
        const bool escaped = m_dialect.backslashEscapes && c == u'\\' && i + 1 < cell.end &&
                             (m_text.at(i + 1) == u'"' || m_text.at(i + 1) == u'\\');
        if (doubled || escaped)
            ++i;
        text += m_text.at(i);
    }
    return text;
}

void CsvReader::deliver(TableRecord &record) {
    record.cells.clear();
    record.broken = false;
    record.line = m_line;
    m_unescapedCount = 0;
    for (const Cell &cell : m_cells)
        record.cells.push_back(cell.escaped ? unescape(cell) : QStringView(m_text).mid(cell.begin, cell.end - cell.begin));
    m_line += m_quoted ? countLines(m_position, m_end) : 1;
    m_position = m_end;
}

// More text until there is twice as much as the record has so far: a long one is not scanned over and over.
Result<void> CsvReader::readOn() {
    const qsizetype wanted = 2 * (m_text.size() - m_position);
    do {
        TRY(more, ensureText());
        if (!more)
            break;
    } while (m_text.size() < wanted);
    return {};
}

Result<void> CsvReader::deliverBroken(TableRecord &record) {
    const auto lineEnd = [this] { return std::find_if(m_text.cbegin() + m_position, m_text.cend(), isBreak) - m_text.cbegin(); };
    qsizetype end = lineEnd();
    while (end == m_text.size() && !m_whole && end - m_position < kLongestRecord) {
        TRY_VOID(readOn());
        end = lineEnd();
    }
    record.cells = {QStringView(m_text).mid(m_position, end - m_position)};
    record.broken = true;
    record.line = m_line++;
    takeBreak(end);
    m_position = end;
    m_quotedLimit = std::max(m_quotedLimit / 2, kShortestLimit);
    return {};
}

Result<bool> CsvReader::next(TableRecord &record) {
    if (!m_begun)
        TRY_VOID(skipMarkerLine());
    while (true) {
        if (m_position >= m_text.size()) {
            TRY(more, ensureText());
            if (!more && m_position >= m_text.size())
                return false;
        }
        const Outcome outcome = scan();
        if (outcome == Outcome::NeedsMore && m_text.size() - m_position < kLongestRecord) {
            TRY_VOID(readOn());
        } else if (outcome != Outcome::Complete) {
            TRY_VOID(deliverBroken(record));
            return true;
        } else if (isBlank()) {
            m_line += countLines(m_position, m_end);
            m_position = m_end;
        } else {
            deliver(record);
            return true;
        }
    }
}

} // namespace kontor::exchange
