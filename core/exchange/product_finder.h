// Products by name: found, or made with the first row that names them.
#pragma once

#include "exchange/import_writer.h"

namespace kontor::exchange {

class ProductFinder {
public:
    static Result<ProductFinder> create(db::Database &database);
    Result<Id> named(const QString &name, const QString &category, ImportWriter &writer);

private:
    explicit ProductFinder(db::BulkStatement byName) : m_byName(std::move(byName)) {}
    db::BulkStatement m_byName;
    QHash<QString, Id> m_known; // by name as typed
};

} // namespace kontor::exchange
