#include "sharing/backup_store.h"

#include "db/backup.h"
#include "sharing/append_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace kontor::sharing {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kTimeForm = "yyyyMMdd-HHmmss"_L1;

QString tr(const char *text) { return QCoreApplication::translate("kontor::sharing", text); }

Error noFolder(const QString &folder) {
    return Error{Code::Gone, tr("The folder for backups “%1” cannot be made. Check its rights and the room on the disk.").arg(folder),
                 QString(), QByteArray()};
}

void removeOutdated(const QString &folder) {
    for (const Backup &backup : outdated(backupsIn(folder)))
        QFile::remove(backup.path);
}

Result<qint64> changeSeq(db::Database &database) {
    TRY(seq, database.single(u"SELECT max(seq) FROM change"_s));
    return seq.integer();
}

} // namespace

QString localBackupFolder(const QString &localFolder) { return QDir(localFolder).filePath(u"backups"_s); }

QString sharedBackupFolder(const QString &basePath) {
    const QFileInfo base(basePath);
    return base.dir().filePath(base.completeBaseName() + u"-backups"_s);
}

QList<Backup> backupsIn(const QString &folder) {
    static const QRegularExpression form(u"\\.(\\d{8}-\\d{6})\\.([a-z]+)\\.kontor$"_s);
    QList<Backup> backups;
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.kontor"_s}, QDir::Files)) {
        const auto match = form.match(file.fileName());
        QDateTime at = QDateTime::fromString(match.captured(1), kTimeForm);
        at.setTimeSpec(Qt::UTC);
        if (match.hasMatch() && at.isValid())
            backups.append({file.absoluteFilePath(), match.captured(2), at, file.size()});
    }
    std::sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) { return a.at > b.at; });
    return backups;
}

QList<Backup> outdated(const QList<Backup> &newestFirst) {
    QList<Backup> old;
    QSet<QDate> days;
    int hourly = 0;
    int ofActs = 0;
    for (const Backup &backup : newestFirst) {
        if (backup.reason == kWantedBackup)
            continue;
        if (backup.reason != kRegularBackup) {
            if (++ofActs > kBackupsOfActs)
                old << backup;
            continue;
        }
        const bool isNewestOfItsDay = !days.contains(backup.at.date());
        days.insert(backup.at.date());
        const bool isHourly = ++hourly <= kHourlyBackups;
        if (!isHourly && (!isNewestOfItsDay || days.size() > kDailyBackups))
            old << backup;
    }
    return old;
}

Result<BackupContent> contentOf(const QString &path) {
    TRY(database, db::Database::open(path, db::Purpose::Reader));
    TRY(id, database->single(u"SELECT value FROM setting WHERE name = 'base_id'"_s));
    TRY(seq, changeSeq(*database));
    TRY(customers, database->single(u"SELECT count(*) FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL"_s));
    return BackupContent{id.text(), seq, customers.integer()};
}

Result<std::optional<Backup>> makeBackup(db::Database &database, const QString &folder, const QString &reason,
                                         const QDateTime &now) {
    TRY(seq, changeSeq(database));
    if (reason != kWantedBackup) {
        const QList<Backup> there = backupsIn(folder);
        if (seq == 0)
            return std::optional<Backup>();
        if (!there.isEmpty() && there.first().at.msecsTo(now) < kBackupEveryMs)
            return std::optional<Backup>();
        if (!there.isEmpty())
            if (const auto newest = contentOf(there.first().path); newest && newest->changeSeq == seq)
                return std::optional<Backup>();
    }
    if (!QDir().mkpath(folder))
        return noFolder(folder);
    const QString name = QFileInfo(database.path()).completeBaseName();
    const QString path = QDir(folder).filePath(u"%1.%2.%3.kontor"_s.arg(name, now.toUTC().toString(kTimeForm), reason));
    TRY_VOID(db::backup(database, path));
    syncFile(path);
    removeOutdated(folder);
    return std::optional(Backup{path, reason, now.toUTC(), QFileInfo(path).size()});
}

Result<void> shareBackup(const Backup &backup, const QString &folder) {
    if (!QDir().mkpath(folder))
        return noFolder(folder);
    const QString path = QDir(folder).filePath(QFileInfo(backup.path).fileName());
    const QString partial = path + u".part"_s;
    QFile::remove(partial);
    QFile::remove(path);
    if (!QFile::copy(backup.path, partial) || !syncFile(partial) || !QFile::rename(partial, path)) {
        QFile::remove(partial);
        return Error{Code::Full, tr("The backup could not be copied to “%1”. Make room on that drive.").arg(folder), QString(),
                     QByteArray()};
    }
    removeOutdated(folder);
    return {};
}

} // namespace kontor::sharing
