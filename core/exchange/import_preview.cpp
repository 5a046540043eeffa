#include "exchange/import_preview.h"

#include "base/money.h"
#include "exchange/customer_draft.h"
#include "exchange/table_file.h"
#include "exchange/table_mapping.h"

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRowsShown = 20;

// U+FFFD, or what UTF-8 looks like when it is read as Windows-1252 or Windows-1251.
bool looksGarbled(const QString &text) {
    static const QStringList signs{
        QString(QChar(0xFFFD)), u"Ã¤"_s, u"Ã¶"_s, u"Ã¼"_s, u"Ã©"_s, u"Ã¥"_s, u"Ð°"_s, u"Ð¾"_s, u"РђРЅ"_s, u"Рѕ"_s, u"Р°"_s};
    return std::any_of(signs.cbegin(), signs.cend(), [&](const QString &sign) { return text.contains(sign); });
}

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
    return isChosen || map.columns.at(column).field == Field::None ||
           tools().aliases.meaning(map.kind, title).field != Field::None;
}

Result<TablePreview> previewOf(const Table &table, const ImportOptions &options) {
    TRY(map, mapTable(table, options, tools()));
    TablePreview preview;
    preview.name = table.name();
    preview.kind = map.kind;
    preview.charset = table.charset();
    preview.delimiter = table.delimiter();
    preview.hasHeader = table.hasHeader();
    preview.titles = table.titles();
    preview.rows = table.firstRows().mid(0, kRowsShown);
    preview.columns = map.columns;
    for (qsizetype i = 0; i < map.columns.size(); ++i)
        preview.isCertain << isCertain(map, i, table.plainTitles().value(i), options);
    preview.size = table.size();
    preview.isGarbled = isGarbled(preview.titles, table.firstRows());
    return preview;
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

} // namespace

Result<QList<TablePreview>> previewFile(const QString &path, const workspace::BaseSettings &settings,
                                        const ImportOptions &options) {
    TRY(file, openTables(path, {settings.language, options.charset, options.delimiter, options.sheet}, tools().aliases));
    QList<TablePreview> previews;
    for (const auto &table : file.tables) {
        TRY(preview, previewOf(*table, options));
        preview.others = file.others;
        previews << preview;
    }
    return previews;
}

QStringList previewRow(const TablePreview &table, qsizetype row, const workspace::BaseSettings &settings, const Clock &clock) {
    if (table.kind != FileKind::Customers || row < 0 || row >= table.rows.size())
        return {};
    const ColumnMap map{table.kind, table.columns};
    LocalTimes times(clock);
    const ReadingContext context{tools().words, times, settings.country, settings.currency, currencyDecimals(settings.currency)};
    CustomerReader reader(map, table.titles, QList<DateStyle>(table.columns.size()), context);
    CustomerDraft draft;
    if (const auto problem = reader.read(recordOf(table.rows.at(row)), draft))
        return {*problem};
    return linesOf(draft, reader.fields());
}

} // namespace kontor::exchange
