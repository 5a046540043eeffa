// The fields that a card may lack: those that people look for, ways to reach, tags, and the user's own fields.
#pragma once

#include "base/result.h"
#include "db/database.h"

#include <QList>
#include <QString>

namespace kontor::data_care {

struct CareField {
    QString name;      // as rules name it: city, phone, custom.NAME
    QString label;     // translated
    int text = -1;     // its place in CareCard::texts; -1: it stands in records of its own
    Id own;            // the user's own field
    bool isExpected = false; // of a card that is called complete, unless the person chooses otherwise
};

constexpr int kMostCareFields = 64; // one bit each

// At most kMostCareFields; own fields come last, in their order.
Result<QList<CareField>> careFields(db::Database &database);

} // namespace kontor::data_care
