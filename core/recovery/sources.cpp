#include "recovery/sources.h"

#include "db/backup.h"
#include "sharing/backup_store.h"
#include "workspace/journal_keeper.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kontor::recovery {

using namespace Qt::StringLiterals;

namespace {

const QString kJournals = u"*.kontor-journal"_s;

// Files as they are; of folders what matches.
QStringList filesOf(const QStringList &paths, const QString &pattern) {
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files << path;
            continue;
        }
        for (const QFileInfo &file : QDir(path).entryInfoList({pattern}, QDir::Files, QDir::Name))
            files << file.absoluteFilePath();
    }
    files.removeDuplicates();
    return files;
}

// Of a copy that lies elsewhere the journal tells another story; what lay elsewhere and is gone was moved here.
QStringList ownJournals(const QString &folder, const QString &basePath) {
    static const QRegularExpression form(u"-([0-9a-f]{8})\\.\\d{8}\\.kontor-journal$"_s);
    QStringList files = filesOf({folder}, kJournals);
    files.removeIf([&](const QString &path) {
        const QString key = form.match(path).captured(1);
        QFile note(QDir(folder).filePath(workspace::placeNoteOf(key)));
        if (key == workspace::placeKeyOf(basePath) || !note.open(QIODevice::ReadOnly))
            return false;
        return QFileInfo::exists(QString::fromUtf8(note.readAll()));
    });
    return files;
}

bool isSound(const QString &path) {
    auto database = db::Database::open(path, db::Purpose::Reader);
    if (!database)
        return false;
    const auto problems = db::structuralProblems(**database, false);
    return problems && problems->isEmpty();
}

} // namespace

QString notedBaseId(const QString &dataFolder, const QString &basePath) {
    const QString note = workspace::placeNoteOf(workspace::placeKeyOf(basePath));
    for (const QFileInfo &folder : QDir(dataFolder + u"/bases"_s).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time))
        if (QFileInfo::exists(folder.absoluteFilePath() + u'/' + note))
            return folder.fileName();
    return {};
}

QStringList backupFiles(const SourcePlaces &places) {
    const QFileInfo base(places.basePath);
    QStringList folders = places.backups;
    folders << sharing::sharedBackupFolder(places.basePath);
    if (!places.baseId.isEmpty() && !places.dataFolder.isEmpty())
        folders << sharing::localBackupFolder(workspace::localFolderOf(places.dataFolder, places.baseId));
    QStringList files = filesOf(folders, u"*.kontor"_s);
    for (const QString &pattern : {base.completeBaseName() + u"-backup-*.kontor"_s, base.fileName() + u".before-upgrade-*"_s})
        files += filesOf({base.absolutePath()}, pattern);
    files.removeDuplicates();
    return files;
}

QString newestBackup(const SourcePlaces &places) {
    std::vector<std::pair<qint64, QString>> candidates;
    for (const QString &path : backupFiles(places))
        if (const auto content = sharing::contentOf(path); content && (places.baseId.isEmpty() || content->baseId == places.baseId))
            candidates.emplace_back(content->changeSeq, path);
    std::sort(candidates.rbegin(), candidates.rend());
    for (const auto &[seq, path] : candidates)
        if (isSound(path))
            return path;
    return {};
}

QStringList journalFiles(const SourcePlaces &places) {
    QStringList files = filesOf(places.journals + QStringList{workspace::sharedJournalFolder(places.basePath)}, kJournals);
    if (!places.baseId.isEmpty() && !places.dataFolder.isEmpty())
        files += ownJournals(workspace::localFolderOf(places.dataFolder, places.baseId), places.basePath);
    files.removeDuplicates();
    return files;
}

JournalIndex indexOf(const QStringList &journals) {
    JournalIndex index;
    QSet<std::pair<qint64, qint64>> seen; // one file may have been copied to the others
    for (const QString &file : journals) {
        const sharing::JournalContents contents = readJournal(file, sharing::JournalCheck::Everything);
        index.damagedBytes += contents.damagedBytes;
        for (const sharing::JournalPlace &place : contents.records) {
            if (place.head.kind == sharing::JournalKind::Piece)
                index.pieces << place;
            if (place.head.kind != sharing::JournalKind::Act || seen.contains({place.head.operation, place.head.lastSeq}))
                continue;
            seen.insert({place.head.operation, place.head.lastSeq});
            index.acts << place;
        }
    }
    std::stable_sort(index.acts.begin(), index.acts.end(),
                     [](const auto &a, const auto &b) { return a.head.lastSeq < b.head.lastSeq; });
    return index;
}

} // namespace kontor::recovery
