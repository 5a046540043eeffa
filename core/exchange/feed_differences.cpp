#include "exchange/feed_differences.h"

#include "db/database.h"

#include <algorithm>
#include <vector>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

// Of the records that were there before: what the import added is a range, and no difference of a field.
Result<QList<FieldDifference>> fieldsOf(db::Database &database, qint64 operation) {
    QList<FieldDifference> fields;
    TRY(rows,
        database.query(u"SELECT record, CASE what WHEN 'update' THEN field ELSE '' END AS place, "
                       "sum(what = 'insert' OR old IS NULL OR old = ''), sum(what = 'update' AND old IS NOT NULL AND old <> '') "
                       "FROM change WHERE operation = ? AND last_id IS NULL AND what <> 'delete' AND record <> 'operation' "
                       "AND (what = 'update' OR record IN ('contact_point', 'address', 'important_date', 'relation', "
                       "'customer_tag', 'custom_value', 'consent')) GROUP BY record, place ORDER BY record, place"_s,
                       {operation}));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return fields;
        fields << FieldDifference{rows.text(0).toUtf8(), rows.text(1).toUtf8(), rows.integer(2), rows.integer(3)};
    }
}

// Ascending, each once.
Result<std::vector<qint64>> recordsOf(db::Database &database, Id batch) {
    std::vector<qint64> ids;
    TRY(runs,
        database.query(u"SELECT first_id, last_row - first_row FROM import_row WHERE batch_id = ? AND first_id <> 0"_s, {batch}));
    while (true) {
        TRY(more, runs.next());
        if (!more)
            break;
        for (qint64 i = 0; i <= runs.integer(1); ++i)
            ids.push_back(runs.integer(0) + i);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Result<Id> batchBefore(db::Database &database, Id batch, const QString &feed, const QString &table) {
    TRY(before,
        database.single(u"SELECT b.id FROM import_batch b JOIN operation o ON o.id = b.operation WHERE o.state = 'done' AND "
                        "b.id < ? AND json_extract(b.mapping, '$.feed') = ? AND "
                        "coalesce(json_extract(b.mapping, '$.table'), '') = ? ORDER BY b.id DESC LIMIT 1"_s,
                        {batch, feed, table}));
    return Id{before.integer()};
}

} // namespace

Result<FeedDifferences> feedDifferences(db::Database &database, Id batch, qint64 operation, const QString &feed,
                                        const QString &table) {
    FeedDifferences differences;
    TRY(fields, fieldsOf(database, operation));
    differences.fields = std::move(fields);
    TRY(now, recordsOf(database, batch));
    differences.now = qint64(now.size());
    TRY(last, batchBefore(database, batch, feed, table));
    differences.isFirstRun = !last.isValid();
    if (differences.isFirstRun)
        return differences;
    TRY(before, recordsOf(database, last));
    differences.before = qint64(before.size());
    std::vector<qint64> gone;
    std::set_difference(before.cbegin(), before.cend(), now.cbegin(), now.cend(), std::back_inserter(gone));
    differences.gone = qint64(gone.size());
    for (size_t i = 0; i < gone.size() && qsizetype(i) < kMostGone; ++i)
        differences.goneRecords << Id{gone[i]};
    return differences;
}

} // namespace kontor::exchange
