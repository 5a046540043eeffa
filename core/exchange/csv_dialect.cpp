#include "exchange/csv_dialect.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace kontor::exchange {

namespace {

constexpr int kRecords = 200;
constexpr std::array<char16_t, 4> kDelimiters{u',', u';', u'\t', u'|'};

char16_t markedDelimiter(const QString &sample) {
    const qsizetype start = sample.startsWith(QChar::ByteOrderMark) ? 1 : 0;
    const QStringView line = QStringView(sample).mid(start, 7);
    if (line.size() < 5 || !line.startsWith(u"sep=", Qt::CaseInsensitive))
        return 0;
    const bool lineEnds = line.size() == 5 || line.at(5) == u'\r' || line.at(5) == u'\n';
    return lineEnds ? line.at(4).unicode() : char16_t(0);
}

// Backslashed quotes inside a quoted cell, where no other reading fits, and no doubled ones.
bool escapesByBackslash(QStringView sample, char16_t delimiter) {
    int backslashed = 0, doubled = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < sample.size(); ++i) {
        const QChar c = sample.at(i);
        const QChar following = i + 1 < sample.size() ? sample.at(i + 1) : QChar(u'\n');
        const bool ends = following == delimiter || following == u'\n' || following == u'\r';
        if (!quoted) {
            const QChar before = i > 0 ? sample.at(i - 1) : QChar(u'\n');
            quoted = c == u'"' && (before == delimiter || before == u'\n' || before == u'\r' || i == 0);
        } else if (c == u'\\' && following == u'"') {
            const QChar second = i + 2 < sample.size() ? sample.at(i + 2) : QChar(u'\n');
            const bool endsBehind = second == delimiter || second == u'\n' || second == u'\r';
            backslashed += !endsBehind; // "C:\" may simply end there
            quoted = !endsBehind;
            ++i;
        } else if (c == u'"' && following == u'"') {
            ++doubled;
            ++i;
        } else if (c == u'"' && ends) {
            quoted = false;
        }
    }
    return backslashed > 0 && doubled == 0;
}

struct Cut {
    double score = 0;
    int width = 1;
};

Cut tryDelimiter(const QString &sample, bool whole, CsvDialect dialect) {
    CsvReader reader(dialect, sample);
    TableRecord record;
    QHash<int, int> widths;
    int records = 0, lastWidth = 0;
    while (records < kRecords) {
        auto more = reader.next(record);
        if (!more || !*more)
            break;
        lastWidth = int(record.cells.size());
        ++widths[record.broken ? 1 : lastWidth];
        ++records;
    }
    if (!whole && records > 1 && records < kRecords) { // the sample ends amid the last one
        --widths[lastWidth];
        --records;
    }
    Cut cut;
    for (auto it = widths.cbegin(); it != widths.cend() && records > 0; ++it) {
        if (it.key() < 2)
            continue;
        const double share = double(it.value()) / records;
        const double score = share * share * (1 + 0.1 * std::log2(it.key()));
        if (score > cut.score)
            cut = {score, it.key()};
    }
    return cut;
}

} // namespace

CsvDialect detectDialect(const QString &sample, bool whole) {
    CsvDialect dialect;
    if (const char16_t marked = markedDelimiter(sample)) {
        dialect.delimiter = marked;
        dialect.markerLine = true;
    } else {
        double best = 0;
        for (char16_t delimiter : kDelimiters) {
            const Cut cut = tryDelimiter(sample, whole, CsvDialect{delimiter, escapesByBackslash(sample, delimiter), false});
            if (cut.score > best * 1.001) {
                best = cut.score;
                dialect.delimiter = delimiter;
            }
        }
    }
    dialect.backslashEscapes = escapesByBackslash(sample, dialect.delimiter);
    return dialect;
}

} // namespace kontor::exchange
