// Makes a sound base of a damaged one: the newest backup, and on top of it what the journals tell; without a backup what can still be read, and the
// journals. The damaged file is copied and otherwise left alone.
#pragma once

#include "recovery/replay.h"
#include "recovery/salvage.h"

namespace kontor::recovery {

struct RepairRequest {
    QString basePath;   // the damaged file; may be unreadable or gone
    QString filePath;   // what is made; must not exist
    QString dataFolder; // of this PC: its journals and backups
    QStringList journals; // more of them: files, or folders with some
    QStringList backups;  // more of them: files, or folders with some
    bool useBackups = true;
    std::shared_ptr<const workspace::RecordCatalogue> catalogue;
};

struct RepairReport {
    QString file;
    QString baseId;
    QString backup;              // the one that was used; empty: none, the file itself was read
    qint64 journals = 0;         // files
    qint64 damagedBytes = 0;     // of the journals: records that were cut short
    qint64 fromJournals = 0;     // operations that came back out of journals
    qint64 fromFile = 0;         // operations that only the damaged file still told of
    qint64 lostOperations = 0;   // that nothing tells of: holes in the order
    SalvageCounts salvage;       // without a backup
    ReplayCounts replay;
    qint64 valuesMadeAgain = 0;  // keys that did not agree with the value they are made from: noise reached into their row
    bool isFileReadable = false; // the damaged one could be opened at all
    QStringList problems;        // of the new file, after a full check; empty: sound

    QString inWords() const; // for the person, a few sentences
};

// What a repaired file was made for: puts it in the place of the damaged one, which stays beside it under the name that is returned, and takes back the
// notice that it is damaged. Nothing of this program may have the base open. Errors: Gone.
Result<QString> putInPlace(const QString &repairedPath, const QString &basePath);

// Errors: Invalid (the file exists), NotFound (neither the file nor a backup nor a journal could be read), Full, and those of the new file.
Result<RepairReport> repair(const RepairRequest &request);

} // namespace kontor::recovery
