#include "exchange/csv_file.h"

#include "base/fold.h"
#include "exchange/header_aliases.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kontor::exchange {

namespace {

constexpr int kTitleRows = 25; // a header is looked for among so many records

int filledCells(const QStringList &record) {
    return int(std::count_if(record.cbegin(), record.cend(), [](const QString &cell) { return !cell.trimmed().isEmpty(); }));
}

// A number, date, phone number, e-mail or web address: what stands in data and not in a title.
bool looksLikeData(const QString &cell) {
    const QString text = asciiDigits(cell.trimmed());
    if (text.contains(u'@') || text.startsWith(u"http", Qt::CaseInsensitive))
        return true;
    int digits = 0;
    for (QChar c : text) {
        digits += c.isDigit();
        if (!c.isDigit() && !QStringView(u" +-.,:/()€$£%").contains(c))
            return false;
    }
    return digits > 0;
}

int usualWidth(const QList<QStringList> &records) {
    QHash<int, int> counts;
    for (const QStringList &record : records)
        ++counts[int(record.size())];
    int width = 0, most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() > width)) {
            most = it.value();
            width = it.key();
        }
    }
    return width;
}

bool hasData(const QStringList &record) { return std::any_of(record.cbegin(), record.cend(), looksLikeData); }

} // namespace

int knownTitles(const QStringList &record, const HeaderAliases &aliases) {
    QSet<int> most;
    for (FileKind kind :
         kFileKinds) {
        QSet<int> known;
        for (int column = 0; column < record.size(); ++column) {
            if (aliases.meaning(kind, record.at(column)).field != Field::None)
                known.insert(column);
        }
        if (known.size() > most.size())
            most = known;
    }
    return int(most.size());
}

HeaderPlace findHeader(const QList<QStringList> &records, const HeaderAliases &aliases) {
    HeaderPlace place;
    place.width = usualWidth(records);
    const int last = std::min<int>(kTitleRows, int(records.size()));
    // Titles that are understood decide: the first record where most of them are.
    int bestKnown = 0;
    for (int i = 0; i < last; ++i) {
        const int known = knownTitles(records.at(i), aliases), filled = filledCells(records.at(i));
        const bool enough = known >= 2 || (known == 1 && filled <= 2);
        if (enough && known * 3 >= filled && known > bestKnown && !hasData(records.at(i))) {
            bestKnown = known;
            place.index = i;
            place.known = known;
            const bool isHint = known == 1 && records.at(i).size() < place.width; // "Notes:" above the table
            if (known * 2 >= filled && !isHint)
                break;
        }
    }
    if (place.index >= 0)
        return place;
    // Otherwise the first record that is as wide as the table, if nothing in it looks like data.
    for (int i = 0; i < last; ++i) {
        const QStringList &record = records.at(i);
        const bool isTitleRow = place.width > 1 && filledCells(record) <= 1 && record.size() < place.width;
        if (isTitleRow)
            continue;
        place.index = hasData(record) || filledCells(record) == 0 ? -1 : i;
        break;
    }
    return place;
}

} // namespace kontor::exchange
