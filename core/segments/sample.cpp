#include "segments/sample.h"

#include "db/id_list.h"

namespace kontor::segments {

using namespace Qt::StringLiterals;

Result<QList<Id>> sampleOfCustomers(db::Database &database, int most) {
    const QString alive = u"trashed_at IS NULL AND merged_into IS NULL"_s;
    TRY(first, idsOf(database, u"SELECT id FROM customer WHERE %1 ORDER BY id LIMIT ?"_s.arg(alive), {most + 1}));
    if (first.size() <= most)
        return first;
    return idsOf(database,
                 u"WITH RECURSIVE ends(low, high) AS (SELECT (SELECT min(id) FROM customer), (SELECT max(id) FROM customer)), "
                 "place(n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM place WHERE n < ?) "
                 "SELECT DISTINCT found FROM (SELECT (SELECT id FROM customer WHERE id >= low + (high - low) * n / ? AND %1 ORDER BY id "
                 "LIMIT 1) AS found FROM place, ends) WHERE found IS NOT NULL"_s.arg(alive),
                 {most - 1, most});
}

} // namespace kontor::segments
