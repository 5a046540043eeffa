#include "customers/customer_names.h"

#include "base/fold.h"

namespace kontor {

using namespace Qt::StringLiterals;

Result<QList<CustomerName>> customersNamed(db::Database &database, const QString &typed, int limit) {
    QString pattern = fold(typed).trimmed();
    QList<CustomerName> names;
    if (pattern.isEmpty())
        return names;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    TRY(rows, database.query(u"SELECT id, name, company FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL "
                             "AND name_folded LIKE ?1 ESCAPE '\\' "
                             "ORDER BY name_folded NOT LIKE ?2 ESCAPE '\\', sort_key LIMIT ?3"_s,
                             {QString(u'%' + pattern + u'%'), QString(pattern + u'%'), qint64(limit)}));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return names;
        names.append({Id{rows.integer(0)}, rows.text(1), rows.text(2)});
    }
}

} // namespace kontor
