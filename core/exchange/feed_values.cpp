#include "exchange/feed_values.h"

#include "db/database.h"
#include "history/value_origin.h"

namespace kontor::exchange {

using namespace Qt::StringLiterals;

Result<bool> broughtByFeed(db::Database &database, const QString &feed, const db::RecordType &type, Id record,
                           const QByteArray &field, qint64 operation) {
    TRY(origin, history::originOf(database, type, record, field));
    if (!origin || !origin->isImported() || origin->operation == operation)
        return false;
    TRY(ofFeed, database.single(u"SELECT json_extract(mapping, '$.feed') FROM import_batch WHERE id = ?"_s, {origin->batch}));
    return ofFeed.text() == feed;
}

} // namespace kontor::exchange
