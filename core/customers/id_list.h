// Many ids as one bound value: SQL reads it with json_each(?).
#pragma once

#include "base/id.h"

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

} // namespace kontor
