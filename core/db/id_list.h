// Many ids at once: as one bound value that SQL reads with json_each(?), and as what a statement finds.
#pragma once

#include "db/database.h"

#include <QList>
#include <QString>

namespace kontor {

inline QString jsonOf(const QList<Id> &ids) {
    QString json;
    json.reserve(ids.size() * 8 + 2);
    json += u'[';
    for (const Id id : ids) {
        if (json.size() > 1)
            json += u',';
        json += QString::number(id.value);
    }
    return json += u']';
}

// The first column of every row.
inline Result<QList<Id>> idsOf(db::Database &database, const QString &sql, const db::Values &values = {}) {
    TRY(statement, database.prepareBulk(sql, values));
    QList<Id> ids;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return ids;
        ids << Id{statement.integer(0)};
    }
}

} // namespace kontor
