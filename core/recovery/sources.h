// What there is to repair a base from: backups and journals, on this PC, beside the base, and wherever else a person says.
#pragma once

#include "sharing/journal.h"

#include <QStringList>

namespace kontor::recovery {

// The id of the base that lay at this path, as this PC noted it; empty: it never wrote there.
QString notedBaseId(const QString &dataFolder, const QString &basePath);

struct SourcePlaces {
    QString basePath;
    QString baseId;
    QString dataFolder;
    QStringList journals; // files, or folders
    QStringList backups;
};

// Whatever may be a copy of it; not looked into yet.
QStringList backupFiles(const SourcePlaces &places);
// The sound copy of that base that holds most; empty: there is none.
QString newestBackup(const SourcePlaces &places);
QStringList journalFiles(const SourcePlaces &places);

// The records of all of them: of operations in the order in which they were committed, each once, and the pieces of files.
struct JournalIndex {
    QList<sharing::JournalPlace> acts;
    QList<sharing::JournalPlace> pieces;
    qint64 damagedBytes = 0;
};
JournalIndex indexOf(const QStringList &journals);

} // namespace kontor::recovery
