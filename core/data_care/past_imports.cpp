#include "data_care/past_imports.h"

#include "workspace/edited_since.h"

#include <algorithm>

namespace kontor::data_care {

using namespace Qt::StringLiterals;

Result<QList<PastImport>> pastImports(db::Database &database, int limit) {
    TRY(rows, database.query(u"SELECT b.id, b.operation, b.file_name, b.kind, b.at, coalesce(u.name, ''), b.read_count, b.added,"
                             " b.filled + b.changed, b.rejected, o.state FROM import_batch b CROSS JOIN operation o ON o.id = b.operation"
                             " LEFT JOIN user u ON u.id = o.user_id ORDER BY o.seq DESC LIMIT ?"_s,
                             {limit}));
    QList<PastImport> imports;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return imports;
        imports << PastImport{rows.id(0),      rows.integer(1), rows.text(2),    rows.text(3),    rows.instant(4), rows.text(5),
                              rows.integer(6), rows.integer(7), rows.integer(8), rows.integer(9), rows.text(10)};
    }
}

Result<QList<Id>> editedSinceImport(db::Database &database, const workspace::RecordCatalogue &catalogue, qint64 operation) {
    TRY(customers, workspace::customersEditedSince(database, catalogue, operation));
    std::sort(customers.begin(), customers.end());
    return customers;
}

} // namespace kontor::data_care
