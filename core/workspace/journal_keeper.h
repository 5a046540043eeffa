// Keeps the local journal of one base on behalf of its writing connection: packs what a transaction did before COMMIT, appends it after, and at
// the next open finds what a crash between the two left out.
#pragma once

#include "sharing/journal.h"
#include "workspace/journal_entry.h"

namespace kontor::workspace {

// What one PC keeps of a base: journal and backups. `dataFolder`: of the user on this PC.
QString localFolderOf(const QString &dataFolder, const QString &baseId);
// Copies of a base have its id too; each has its own journal, told apart by where it lies: eight hexadecimal digits of its path.
QString placeKeyOf(const QString &basePath);
// A file in the local folder that holds the path: a damaged base may not tell its id any more.
QString placeNoteOf(const QString &placeKey);
// Beside a damaged base: where each PC puts a copy of its journal for whoever repairs it.
QString sharedJournalFolder(const QString &basePath);

class JournalKeeper {
public:
    // `folder`: localFolderOf() the base. `pc`: this PC's id.
    JournalKeeper(const QString &folder, const QString &basePath, const QString &pc, const RecordCatalogue &catalogue);

    // Copies into the journal what this PC committed and the journal lacks. Once after the base was opened for writing.
    // Returns how many transactions were missing.
    Result<int> catchUp(db::Database &database);

    // At the end of a transaction, inside it.
    Result<sharing::JournalRecord> pack(db::Database &database, qint64 operation, const QList<Change> &changes);
    // After COMMIT. With the pieces of the files that it put on cards.
    Result<void> append(db::Database &database, const sharing::JournalRecord &record, const QList<Change> &changes);

    // Puts a copy of it where whoever repairs the base finds it.
    void share(const QString &sharedFolder) const;

    // The last append failed: what was entered since is in the base alone, until an append or catchUp() succeeds.
    bool isBehind() const { return m_isBehind; }

private:
    struct Known; // what the journal says of itself since its last mark

    void notePlace() const;
    Known readKnown() const;
    Result<int> copyMissing(db::Database &database, const Known &known);
    Result<sharing::JournalRecord> mark(db::Database &database);
    Result<QList<sharing::JournalRecord>> pieces(db::Database &database, const Change &change) const;

    QString m_folder;
    QString m_basePath;
    QString m_pc;
    sharing::Journal m_journal;
    EntryPacker m_packer;
    std::optional<sharing::JournalRecord> m_mark; // to be appended with the next record
    bool m_isBehind = false;
};

} // namespace kontor::workspace
