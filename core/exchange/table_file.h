// The tables of a file of any kind that can be read.
#pragma once

#include "exchange/table.h"

#include <memory>

namespace kontor::exchange {

class HeaderAliases;

struct TableOptions {
    QString language;   // of the base: breaks ties between character sets
    QByteArray charset; // the person's choice, empty to find out
    char16_t delimiter = 0;
};

// At least one, in the file's order. The kind is seen from the first bytes, never from the name.
Result<std::vector<std::unique_ptr<Table>>> openTables(const QString &path, const TableOptions &options,
                                                       const HeaderAliases &aliases);

} // namespace kontor::exchange
