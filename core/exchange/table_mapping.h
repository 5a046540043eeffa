// Where the columns of one table of a file go: the same for looking at it and for taking it in.
#pragma once

#include "exchange/column_map.h"
#include "exchange/import_options.h"
#include "exchange/table.h"
#include "exchange/value_words.h"

namespace kontor::exchange {

struct ImportTools {
    HeaderAliases aliases;
    ValueWords words;
};

// Of several tables of a file each takes the mappings of its own columns. Errors: Invalid when a mapping of the only table names no column, or no field.
// `fileName`: of the file that the table is, where the table has no name of its own.
Result<ColumnMap> mapTable(const Table &table, const QString &fileName, const ImportOptions &options, const ImportTools &tools);

} // namespace kontor::exchange
