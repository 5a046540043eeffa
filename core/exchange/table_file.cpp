#include "exchange/table_file.h"

#include "exchange/commerceml_file.h"
#include "exchange/csv_file.h"

namespace kontor::exchange {

Result<std::vector<std::unique_ptr<Table>>> openTables(const QString &path, const TableOptions &options,
                                                       const HeaderAliases &aliases) {
    if (isCommerceMl(path))
        return openCommerceMl(path);
    std::vector<std::unique_ptr<Table>> tables;
    TRY(file, CsvFile::open(path, options, aliases));
    tables.push_back(std::move(file));
    return tables;
}

} // namespace kontor::exchange
