#include "exchange/table_mapping.h"

#include "exchange/preset.h"

namespace kontor::exchange {

namespace {

QList<std::pair<QString, QString>> mappingsOf(const Table &table, QList<std::pair<QString, QString>> mappings) {
    if (!table.name().isEmpty())
        mappings.removeIf([&](const auto &mapping) { return columnTitled(table.titles(), mapping.first) < 0; });
    return mappings;
}

} // namespace

Result<ColumnMap> mapTable(const Table &table, const QString &fileName, const ImportOptions &options, const ImportTools &tools) {
    const auto kind = table.kind() ? table.kind() : options.kind;
    return mapColumns(table.titles(), table.firstRows(), table.hasHeader(),
                      {kind, mappingsOf(table, options.mappings), table.plainTitles(), presetOf(table, options.preset),
                       table.name().isEmpty() ? fileName : table.name()},
                      tools.aliases, tools.words);
}

} // namespace kontor::exchange
