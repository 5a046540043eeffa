#include "exchange/import_preview.h"

#include "base/money.h"
#include "exchange/charset_likeness.h"
#include "exchange/customer_draft.h"
#include "exchange/table_file.h"
#include "exchange/table_mapping.h"
#include "exchange/text_source.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRowsShown = 20;
constexpr qsizetype kLettersTried = 64 * 1024;
constexpr double kGarbledCosts = 0.5;
constexpr double kClearlyBetter = 0.1;
constexpr double kReadable = 0.4;
constexpr qint64 kRowsBetweenLooks = 4'096;

bool isGarbled(const QStringList &titles, const QList<QStringList> &rows) {
    const auto hasSign = [](const QStringList &row) { return std::any_of(row.cbegin(), row.cend(), looksGarbled); };
    return hasSign(titles) || std::any_of(rows.cbegin(), rows.cend(), hasSign);
}

const ImportTools &tools() {
    static const ImportTools all;
    return all;
}

bool isCertain(const ColumnMap &map, qsizetype column, const QString &title, const ImportOptions &options) {
    const QString number = QString::number(column + 1);
    const bool isChosen = std::any_of(options.mappings.cbegin(), options.mappings.cend(), [&](const auto &mapping) {
        return mapping.first == number || (!title.isEmpty() && mapping.first == title);
    });
    const bool isOfPreset = map.preset && columnOf(*map.preset, title);
    return isChosen || isOfPreset || map.columns.at(column).field == Field::None ||
           tools().aliases.meaning(map.kind, title).field != Field::None;
}

Result<TablePreview> previewOf(Table &table, const QString &fileName, const workspace::BaseSettings &settings,
                               const ImportOptions &options) {
    TRY(map, mapTable(table, fileName, options, tools()));
    TRY(dates, dateColumnsOf(table, map.columns, options.dateOrders, settings.country, tools().words));
    TablePreview preview;
    preview.name = table.name();
    preview.kind = map.kind;
    preview.charset = table.charset();
    preview.delimiter = table.delimiter();
    preview.hasHeader = table.hasHeader();
    preview.titles = table.titles();
    preview.rows = table.firstRows().mid(0, kRowsShown);
    preview.columns = map.columns.mid(0, preview.titles.size());
    preview.constants = map.columns.mid(preview.titles.size());
    preview.dateStyles = dates.styles;
    preview.dateQuestions = dates.questions;
    if (map.preset)
        preview.preset = recognised(*map.preset);
    for (qsizetype i = 0; i < preview.columns.size(); ++i)
        preview.isCertain << isCertain(map, i, table.plainTitles().value(i), options);
    preview.size = table.size();
    preview.isGarbled = isGarbled(preview.titles, table.firstRows());
    return preview;
}

Result<FileTables> openAs(const QString &path, const workspace::BaseSettings &settings, const ImportOptions &options) {
    return openTables(
        path, {settings.language, options.charset, options.delimiter, options.sheet, Clock{timeZoneNamed(settings.timeZone), {}}},
        tools().aliases);
}

TableRecord recordOf(const QStringList &cells) {
    TableRecord record;
    for (const QString &cell : cells)
        record.cells.push_back(cell);
    return record;
}

QStringList linesOf(const CustomerDraft &draft, const CustomerFields &fields) {
    QStringList lines{draft.text(fields.name)};
    if (draft.text(fields.company) != draft.text(fields.name))
        lines << draft.text(fields.company);
    for (const DraftPoint &point : draft.points)
        lines << point.value;
    lines << draft.text(fields.city) << draft.text(fields.birthday) << draft.tags;
    lines.removeAll(QString());
    return lines;
}

// How much the beginning of the file reads like what people write; only lines with letters beyond ASCII tell.
std::optional<double> readability(const QString &path, const QByteArray &charset) {
    auto source = TextSource::open(path, {}, charset);
    QString text;
    while (source && text.size() < kLettersTried) {
        const auto more = (*source)->read(text);
        if (!more)
            return std::nullopt;
        if (!*more)
            break;
    }
    if (!source)
        return std::nullopt;
    QString telling;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (std::any_of(line.cbegin(), line.cend(), [](QChar letter) { return letter.unicode() >= 0x80; }))
            telling += line.toString() + u'\n';
    }
    if (telling.isEmpty())
        return std::nullopt;
    const double garbled = looksGarbled(telling) ? kGarbledCosts : 0;
    return plausibility(telling) - garbled;
}

} // namespace

// U+FFFD, or what UTF-8 looks like when it is read as Windows-1252 or Windows-1251: a lead byte as a letter, and behind it what continues it.
bool looksGarbled(const QString &text) {
    static const QRegularExpression signs(u"\uFFFD|[ÃÂÐÑ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ]|[РС][°µѕЂђ]"_s);
    return text.contains(signs);
}

QList<QByteArray> betterCharsets(const QString &path, const TablePreview &table, const QList<QByteArray> &charsets) {
    const auto now = readability(path, table.charset);
    if (!now)
        return {};
    QList<std::pair<double, QByteArray>> better;
    for (const QByteArray &charset : charsets) {
        const auto then = charset == table.charset ? std::nullopt : readability(path, charset);
        if (then && *then > kReadable && *then > *now + kClearlyBetter)
            better.append({*then, charset});
    }
    std::stable_sort(better.begin(), better.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<QByteArray> names;
    for (const auto &[score, name] : std::as_const(better))
        names << name;
    return names;
}

Result<RowCount> countRows(const QString &path, const workspace::BaseSettings &settings, const ImportOptions &options,
                           const std::function<bool()> &goOn) {
    TRY(file, openAs(path, settings, options));
    RowCount count;
    TableRecord record;
    while (true) {
        record = {};
        TRY(more, file.tables.front()->next(record));
        if (!more)
            return count;
        ++count.rows;
        if (record.broken || (!record.problem.isEmpty() && !record.isSettled))
            ++count.unreadable;
        if (count.rows % kRowsBetweenLooks == 0 && !goOn())
            return Error{Code::Cancelled, QCoreApplication::translate("kontor::exchange", "The counting was stopped."), {}, {}};
    }
}

Result<QList<TablePreview>> previewFile(const QString &path, const workspace::BaseSettings &settings,
                                        const ImportOptions &options) {
    TRY(file, openAs(path, settings, options));
    QList<TablePreview> previews;
    for (const auto &table : file.tables) {
        TRY(preview, previewOf(*table, QFileInfo(path).fileName(), settings, options));
        preview.others = file.others;
        previews << preview;
    }
    if (std::all_of(previews.cbegin(), previews.cend(), [](const TablePreview &table) { return table.titles.isEmpty(); }))
        return Error{Code::Invalid,
                     QCoreApplication::translate("kontor::exchange",
                                                 "“%1” is empty: there is nothing in it to take in. Choose another file.")
                         .arg(QFileInfo(path).fileName()),
                     {},
                     "file"};
    return previews;
}

QStringList previewRow(const TablePreview &table, qsizetype row, const workspace::BaseSettings &settings, const Clock &clock) {
    if (table.kind != FileKind::Customers || row < 0 || row >= table.rows.size())
        return {};
    const ColumnMap map{table.kind, table.columns + table.constants};
    LocalTimes times(clock);
    const ReadingContext context{tools().words, times, settings.country, settings.currency, currencyDecimals(settings.currency)};
    CustomerReader reader(map, table.titles, table.dateStyles, context);
    CustomerDraft draft;
    if (const auto problem = reader.read(recordOf(table.rows.at(row)), draft))
        return {*problem};
    return linesOf(draft, reader.fields());
}

} // namespace kontor::exchange
