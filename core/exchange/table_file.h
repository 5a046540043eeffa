// The tables of a file of any kind that can be read.
#pragma once

#include "base/clock.h"
#include "exchange/table.h"

#include <memory>

namespace kontor::exchange {

class HeaderAliases;

struct TableOptions {
    QString language;   // of the base: breaks ties between character sets
    QByteArray charset; // the person's choice, empty to find out
    char16_t delimiter = 0;
    QString sheet = {}; // of a workbook: the person's choice, empty for the one whose titles are understood best
    Clock clock = {};   // of the base: which appointments are still to come, and when those without a time zone are
};

struct FileTables {
    std::vector<std::unique_ptr<Table>> tables; // at least one, in the file's order
    QStringList others = {};                    // names of sheets, or of files in an archive, that were left out
};

// The kind is seen from the first bytes, never from the name.
Result<FileTables> openTables(const QString &path, const TableOptions &options, const HeaderAliases &aliases);

} // namespace kontor::exchange
