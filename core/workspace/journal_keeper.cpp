#include "workspace/journal_keeper.h"

#include "db/packed_bytes.h"
#include "workspace/feed.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace kontor::workspace {

using namespace Qt::StringLiterals;
using sharing::JournalKind;
using sharing::JournalRecord;

namespace {

constexpr int kChangesPerEntry = 2'000;   // when it is made afterwards
constexpr qsizetype kPiecesTogether = 64; // 256 KiB each

} // namespace

QString localFolderOf(const QString &dataFolder, const QString &baseId) {
    return QDir(dataFolder).filePath(u"bases/"_s + baseId);
}

QString sharedJournalFolder(const QString &basePath) {
    const QFileInfo base(basePath);
    return base.dir().filePath(base.completeBaseName() + u"-journals"_s);
}

QString placeKeyOf(const QString &basePath) {
    const QByteArray path = QFileInfo(basePath).absoluteFilePath().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(8));
}

QString placeNoteOf(const QString &placeKey) { return u"place-"_s + placeKey; }

JournalKeeper::JournalKeeper(const QString &folder, const QString &basePath, const QString &pc, const RecordCatalogue &catalogue)
    : m_folder(folder), m_basePath(basePath), m_pc(pc), m_journal(folder, pc + u'-' + placeKeyOf(basePath)), m_packer(catalogue) {
    notePlace();
}

void JournalKeeper::notePlace() const {
    const QByteArray place = QFileInfo(m_basePath).absoluteFilePath().toUtf8();
    const QString path = QDir(m_folder).filePath(placeNoteOf(placeKeyOf(m_basePath)));
    if (QFile note(path); note.open(QIODevice::ReadOnly) && note.readAll() == place)
        return;
    QDir().mkpath(m_folder);
    if (QSaveFile note(path); note.open(QIODevice::WriteOnly)) {
        note.write(place);
        note.commit();
    }
}

// Those that are there already and have not grown stay.
void JournalKeeper::share(const QString &sharedFolder) const {
    for (const QString &path : m_journal.files()) {
        const QString copy = QDir(sharedFolder).filePath(QFileInfo(path).fileName());
        if (QFileInfo(copy).size() == QFileInfo(path).size() || !QDir().mkpath(sharedFolder))
            continue;
        const QString partial = copy + u".part"_s;
        QFile::remove(partial);
        if (QFile::copy(path, partial) && sharing::syncFile(partial)) {
            QFile::remove(copy);
            QFile::rename(partial, copy);
        }
    }
}

// Everything up to change `seq` is known to be in the journal. The operations that were running then may have gone on since.
struct JournalKeeper::Known {
    bool exists = false;
    qint64 seq = 0;
    qint64 operationSeq = 0;
    QList<qint64> running;
    QHash<qint64, QList<std::pair<qint64, qint64>>> appended; // first and last changes of its transactions, by operation

    bool has(const Change &change) const {
        const auto ranges = appended.constFind(change.operation);
        return ranges != appended.cend() && std::any_of(ranges->cbegin(), ranges->cend(), [&change](const auto &range) {
                   return range.first <= change.seq && change.seq <= range.second;
               });
    }
};

JournalKeeper::Known JournalKeeper::readKnown() const {
    Known known;
    const QStringList files = m_journal.files();
    for (auto file = files.crbegin(); file != files.crend() && !known.exists; ++file) {
        const sharing::JournalContents contents = readJournal(*file, sharing::JournalCheck::Heads);
        for (auto place = contents.records.crbegin(); place != contents.records.crend(); ++place) {
            if (place->head.kind == JournalKind::Act)
                known.appended[place->head.operation].append({place->head.firstSeq, place->head.lastSeq});
            if (place->head.kind != JournalKind::Mark)
                continue;
            const auto payload = payloadAt(*place);
            if (!payload)
                continue;
            db::PackedReader reader(*payload);
            known.exists = true;
            known.seq = place->head.lastSeq;
            known.operationSeq = reader.number();
            while (!reader.isAtEnd())
                known.running << reader.number();
            break;
        }
    }
    return known;
}

Result<JournalRecord> JournalKeeper::mark(db::Database &database) {
    TRY(seq, lastChangeSeq(database));
    TRY(operationSeq, database.single(u"SELECT max(seq) FROM operation"_s));
    JournalRecord record{{JournalKind::Mark, 0, seq, seq}, {}};
    db::packNumber(record.payload, operationSeq.integer());
    TRY(rows, database.query(
                  u"SELECT o.id FROM operation o JOIN writer w ON w.number = o.writer WHERE o.state = 'running' AND w.pc = ?"_s,
                  {m_pc}));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return record;
        db::packNumber(record.payload, rows.integer(0));
    }
}

// The mark goes to the disk with the first record, so that opening alone costs no write; but for the first, which says where the journal begins.
Result<int> JournalKeeper::catchUp(db::Database &database) {
    TRY(transaction, db::ReadTransaction::begin(database));
    const Known known = readKnown();
    TRY(newMark, mark(database));
    if (!known.exists) {
        const auto begun = m_journal.append({newMark});
        m_isBehind = !begun;
        if (!begun)
            m_mark = newMark;
        return begun ? Result<int>(0) : Result<int>(begun.error());
    }
    TRY(copied, copyMissing(database, known));
    if (newMark.head.lastSeq < known.seq) // the base was repaired or replaced by an older one, and counts on from there
        TRY_VOID(m_journal.append({newMark}));
    else
        m_mark = newMark;
    return copied;
}

Result<int> JournalKeeper::copyMissing(db::Database &database, const Known &known) {
    QList<qint64> operations = known.running;
    TRY(rows,
        database.query(
            u"SELECT o.id FROM operation o JOIN writer w ON w.number = o.writer WHERE o.seq > ? AND w.pc = ? ORDER BY o.seq"_s,
            {known.operationSeq, m_pc}));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            break;
        operations << rows.integer(0);
    }
    int copied = 0;
    for (const qint64 operation : std::as_const(operations)) {
        for (qint64 after = known.seq;;) {
            TRY(changes, changesFrom(database, operation, after, kChangesPerEntry));
            if (changes.isEmpty())
                break;
            after = changes.last().seq;
            changes.removeIf([&known](const Change &change) { return known.has(change); });
            if (changes.isEmpty())
                continue;
            TRY(record, pack(database, operation, changes));
            TRY_VOID(append(database, record, changes));
            ++copied;
        }
    }
    return copied;
}

Result<JournalRecord> JournalKeeper::pack(db::Database &database, qint64 operation, const QList<Change> &changes) {
    TRY(payload, m_packer.pack(database, operation, changes));
    return JournalRecord{{JournalKind::Act, operation, changes.first().seq, changes.last().seq}, payload};
}

Result<void> JournalKeeper::append(db::Database &database, const JournalRecord &record, const QList<Change> &changes) {
    const auto appended = [&]() -> Result<void> {
        QList<JournalRecord> records;
        if (m_mark)
            records << *m_mark;
        for (const Change &change : changes) {
            TRY(ofFiles, pieces(database, change));
            records << ofFiles;
            if (records.size() >= kPiecesTogether) { // not all the photos of an import at once
                TRY_VOID(m_journal.append(records));
                records.clear();
            }
        }
        records << record;
        return m_journal.append(records);
    }();
    m_isBehind = !appended;
    if (appended)
        m_mark.reset();
    return appended;
}

// The pieces of a file were committed one by one before the file stood on a card; they come before it here too. The files of a bulk operation stand
// in one line of the history; its transactions hold few bytes of files each.
Result<QList<JournalRecord>> JournalKeeper::pieces(db::Database &database, const Change &change) const {
    QList<JournalRecord> records;
    if (change.what != What::Insert || change.record != "attachment")
        return records;
    TRY(rows,
        database.prepareBulk(u"SELECT attachment_id, number, content FROM attachment_piece WHERE attachment_id BETWEEN ? AND ? "
                             "ORDER BY attachment_id, number"_s));
    rows.bind(0, change.recordId.value);
    rows.bind(1, change.lastId.isValid() ? change.lastId.value : change.recordId.value);
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return records;
        records.append({{JournalKind::Piece, rows.integer(0), 0, rows.integer(1)}, rows.blob(2)});
    }
}

} // namespace kontor::workspace
