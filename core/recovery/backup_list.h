// What a person chooses from before something comes back: the copies of this base that this computer can see, and who is in one of them.
#pragma once

#include "base/id.h"
#include "recovery/sources.h"

#include <QDateTime>

namespace kontor::recovery {

struct KnownBackup {
    QString path;
    QDateTime at;   // UTC: of its name, else of the file
    QString reason; // see sharing/backup_store.h; empty: a copy that was made by hand, or before an upgrade
    qint64 bytes = 0;
    qint64 customers = 0;
};

// Newest first. One that stands both on this computer and beside the base is named once; what cannot be read or is of another base is left out.
QList<KnownBackup> knownBackups(const SourcePlaces &places);

struct BackedUpCustomer {
    Id id;
    QString name;
    QString company;
    QString city;
};

// Who is in that backup and has the text in their name or company, by name; the empty text finds everybody. Errors: Gone, Corrupt.
Result<QList<BackedUpCustomer>> customersIn(const QString &backupPath, const QString &text, int atMost);

} // namespace kontor::recovery
