// The backups of one base in one folder: checked copies that are named after their time and reason, and go when they are old.
#pragma once

#include "base/result.h"
#include "db/database.h"

#include <QDateTime>
#include <QList>

namespace kontor::sharing {

constexpr int kDailyBackups = 10;
constexpr int kHourlyBackups = 3;   // of the newest day
constexpr int kBackupsOfActs = 10;  // before imports
constexpr qint64 kBackupEveryMs = 3'600'000;

// Stable words, part of the file's name.
inline const QString kRegularBackup = QStringLiteral("regular");
inline const QString kWantedBackup = QStringLiteral("wanted"); // by a person: never removed
inline const QString kBeforeImport = QStringLiteral("import");

struct Backup {
    QString path;
    QString reason;
    QDateTime at; // UTC
    qint64 bytes = 0;
};

// In the folder of this base on this PC, and beside the base where others find it.
QString localBackupFolder(const QString &localFolder);
QString sharedBackupFolder(const QString &basePath);

// Newest first.
QList<Backup> backupsIn(const QString &folder);

// What a copy holds, without believing that it is sound. Errors: Gone, Corrupt.
struct BackupContent {
    QString baseId;
    qint64 changeSeq = 0;
    qint64 customers = 0;
};
Result<BackupContent> contentOf(const QString &path);

// Copies the open base into `folder` (on a local disk), checks the copy, and removes what is old. Nothing is copied when the newest backup there holds
// everything already or is younger than an hour (the journal has what was done since), unless a person wants one: nullopt. Errors: Full, Gone, Corrupt.
Result<std::optional<Backup>> makeBackup(db::Database &database, const QString &folder, const QString &reason,
                                         const QDateTime &now);
// The same copy once more, beside the base. Errors: Full, Gone.
Result<void> shareBackup(const Backup &backup, const QString &folder);

// Which of these go, by their age.
QList<Backup> outdated(const QList<Backup> &newestFirst);

} // namespace kontor::sharing
