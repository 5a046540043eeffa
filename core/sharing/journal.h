// The local journal of one base: what this PC committed, on its own disk, so that it can be done again when the drive has destroyed the base.
// One file a day, kept for 30 days. Each record carries checksums: what was cut short by a crash is passed over, and what follows it is found.
// What a record says is the workspace's business; here it is bytes.
#pragma once

#include "base/result.h"
#include "sharing/append_file.h"

#include <QDate>
#include <QList>
#include <QStringList>

#include <functional>

namespace kontor::sharing {

constexpr int kJournalDays = 30;

enum class JournalKind : quint8 {
    Act = 1,   // one transaction of an operation
    Piece = 2, // of a file on a card: `operation` is the attachment's id, `lastSeq` the number of the piece
    Mark = 3,  // everything that this PC committed up to change `lastSeq` is in the journal
};

struct JournalHead {
    JournalKind kind = JournalKind::Act;
    qint64 operation = 0;
    qint64 firstSeq = 0; // of its changes
    qint64 lastSeq = 0;
};

struct JournalRecord {
    JournalHead head;
    QByteArray payload;
};

struct JournalPlace {
    JournalHead head;
    QString file;
    qint64 offset = 0; // of the payload
    qint64 size = 0;
};

class Journal {
public:
    // `folder`: of this base on this PC; made where it is missing. `owner`: this PC, and which of several copies of the base.
    Journal(QString folder, const QString &owner);

    // In one piece, and on the disk when it returns. Errors: Full.
    Result<void> append(const QList<JournalRecord> &records);
    // Of this owner, the oldest first.
    QStringList files() const;

    // For tests: another day.
    void setToday(std::function<QDate()> today) { m_today = std::move(today); }

private:
    Result<void> openToday();
    void removeOld(QDate today) const;

    QString m_folder;
    QString m_name; // what the files of this owner begin with
    std::function<QDate()> m_today;
    QDate m_day;
    std::unique_ptr<AppendFile> m_file;
};

// All journals in a folder, of whatever PC.
QStringList journalFilesIn(const QString &folder);

enum class JournalCheck { Heads, Everything }; // without the payloads, or with them

struct JournalContents {
    QList<JournalPlace> records;
    qint64 damagedBytes = 0; // that belong to no record
};
// A file that cannot be read has nothing in it.
JournalContents readJournal(const QString &file, JournalCheck check);
// Errors: Corrupt.
Result<QByteArray> payloadAt(const JournalPlace &place);

} // namespace kontor::sharing
