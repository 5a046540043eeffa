// Customers by what was typed of their name, for a line that suggests them.
#pragma once

#include "db/database.h"

namespace kontor {

struct CustomerName {
    Id id;
    QString name;
    QString company;
};

// Those whose name begins with the text stand before those that contain it; nobody from the trash.
Result<QList<CustomerName>> customersNamed(db::Database &database, const QString &typed, int limit);

} // namespace kontor
