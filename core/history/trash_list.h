// What lies in the trash: customers, entries, tasks, purchases, segments, own fields; the newest first.
#pragma once

#include "base/instant.h"
#include "db/record.h"
#include "workspace/record_catalogue.h"

namespace kontor::history {

constexpr int kKeptDays = 90;

struct TrashKey {
    QByteArray record; // table
    Id id;
    Instant trashedAt;
    friend bool operator==(const TrashKey &, const TrashKey &) = default;
};

struct TrashLine {
    TrashKey key;
    const db::RecordType *type = nullptr;
    db::Row row;
    QHash<QByteArray, QString> names; // of the row's references, by column
    Id customer;                      // on whose card it stood; invalid: it is a customer, or about none
    QString customerName;
    bool isCustomerTrashed = false;                // its customer lies in the trash too
    QString author;                                // empty: not known
    QList<std::pair<QByteArray, qint64>> goesWith; // of a customer: how many of each record come back or go with it
};

// Everything in the trash, newest first; `record`: only that table.
Result<QList<TrashKey>> trashKeys(db::Database &database, const workspace::RecordCatalogue &catalogue,
                                  const QByteArray &record = {});
// The lines of some of them; those that are gone meanwhile are left out.
Result<QList<TrashLine>> trashLines(db::Database &database, const workspace::RecordCatalogue &catalogue,
                                    const QList<TrashKey> &keys);
Result<qint64> trashCount(db::Database &database, const workspace::RecordCatalogue &catalogue);

} // namespace kontor::history
