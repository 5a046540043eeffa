#include "customers/source_uses.h"

#include "customers/bulk_change.h"
#include "db/id_list.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {
const QString kPresent = u"trashed_at IS NULL AND merged_into IS NULL"_s;
}

Result<QList<SourceUse>> sourceUses(db::Database &database) {
    TRY(rows, database.query(u"SELECT source, count(*) FROM customer WHERE source <> '' AND %1 "
                             "GROUP BY source ORDER BY count(*) DESC, source"_s.arg(kPresent)));
    QList<SourceUse> uses;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return uses;
        uses << SourceUse{rows.text(0), rows.integer(1)};
    }
}

Result<SourcePreview> previewSource(db::Database &database, const QString &source, const QString &into) {
    const QString wanted = into.simplified();
    const QString count = u"SELECT count(*) FROM customer WHERE source = ? AND "_s + kPresent;
    if (wanted == source)
        return SourcePreview{};
    TRY(changed, database.single(count, {source}));
    if (wanted.isEmpty())
        return SourcePreview{changed.integer(), 0};
    TRY(there, database.single(count, {wanted}));
    return SourcePreview{changed.integer(), there.integer()};
}

Result<qint64> replaceSource(workspace::Base &base, const QString &source, const QString &into,
                             const std::function<bool(qint64)> &progress) {
    TRY(customers, base.read([&](db::Database &database) {
        return idsOf(database, u"SELECT id FROM customer WHERE source = ? AND "_s + kPresent, {source});
    }));
    return applyBulkChange(base, customers, {{BulkChange::Kind::SetField, "source", into.simplified()}}, progress);
}

} // namespace kontor
