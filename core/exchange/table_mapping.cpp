#include "exchange/table_mapping.h"

#include "exchange/preset.h"

namespace kontor::exchange {

namespace {

// Not every table of a file, or file of a folder, has each column; that some table has it is checked for all of them together.
QList<std::pair<QString, QString>> mappingsOf(const Table &table, QList<std::pair<QString, QString>> mappings) {
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
