#include "customers/customer_names.h"

#include "base/fold.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// At most `limit` of them in all.
Result<void> addNames(QList<CustomerName> &names, db::Database &database, const QString &condition, const db::Values &values,
                      int limit) {
    TRY(rows, database.query(
                  u"SELECT id, name, company FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL AND %1 LIMIT ?"_s.arg(
                      condition),
                  values + db::Values{qint64(limit - names.size())}));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return {};
        names.append({Id{rows.integer(0)}, rows.text(1), rows.text(2)});
    }
}

} // namespace

// Most of what is typed is the beginning of a name, which an index finds; only where these are few all names are gone through.
Result<QList<CustomerName>> customersNamed(db::Database &database, const QString &typed, int limit) {
    const QString beginning = fold(typed).trimmed();
    QList<CustomerName> names;
    if (beginning.isEmpty())
        return names;
    const QString behind = beginning + QChar(0xFFFF);
    TRY_VOID(addNames(names, database, u"name_folded >= ? AND name_folded < ? ORDER BY name_folded, sort_key"_s,
                      {beginning, behind}, limit));
    if (names.size() < limit)
        TRY_VOID(addNames(names, database,
                          u"NOT (name_folded >= ? AND name_folded < ?) AND instr(name_folded, ?) > 0 ORDER BY sort_key"_s,
                          {beginning, behind, beginning}, limit));
    return names;
}

} // namespace kontor
