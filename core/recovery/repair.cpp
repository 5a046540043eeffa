#include "recovery/repair.h"

#include "records/check.h"
#include "records/derived_values.h"
#include "recovery/sources.h"
#include "sharing/append_file.h"
#include "sharing/damage_notice.h"
#include "workspace/feed.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSet>

#include <limits>
#include <vector>

namespace kontor::recovery {

using namespace Qt::StringLiterals;
using workspace::JournalEntry;

namespace {

QString tr(const char *text, int count = -1) { return QCoreApplication::translate("kontor::recovery", text, nullptr, count); }

void removeWithJournal(const QString &path) {
    QFile::remove(path);
    QFile::remove(path + u"-journal"_s);
}

Error full(const QString &path) {
    return Error{Code::Full, tr("“%1” could not be written. Make room on the drive and check the rights of the folder.").arg(path),
                 QString(), QByteArrayLiteral("file")};
}

class Repair {
public:
    explicit Repair(const RepairRequest &request)
        : m_request(request), m_partial(request.filePath + u".part"_s), m_copy(request.filePath + u".damaged"_s) {
        removeWithJournal(m_partial);
        removeWithJournal(m_copy);
    }
    ~Repair() {
        m_damaged.reset();
        m_base.reset();
        removeWithJournal(m_partial);
        removeWithJournal(m_copy);
    }

    Result<RepairReport> run() {
        openDamaged();
        findSources();
        TRY_VOID(beginFile());
        TRY_VOID(replayAll());
        TRY_VOID(mendSalvagedRows());
        TRY_VOID(concludeFile());
        return m_report;
    }

private:
    // A copy is read: a journal that is hot is rolled back there, and others may still have the file open.
    void openDamaged() {
        if (!QFile::copy(m_request.basePath, m_copy))
            return;
        QFile::copy(m_request.basePath + u"-journal"_s, m_copy + u"-journal"_s);
        auto database = db::Database::open(m_copy, db::Purpose::Reader);
        if (!database || !(*database)->single(u"SELECT count(*) FROM sqlite_schema"_s))
            return;
        m_damaged = std::move(*database);
        m_report.isFileReadable = true;
        m_report.baseId = salvagedBaseId(*m_damaged);
    }

    void findSources() {
        if (m_report.baseId.isEmpty())
            m_report.baseId = notedBaseId(m_request.dataFolder, m_request.basePath);
        const SourcePlaces places{m_request.basePath, m_report.baseId, m_request.dataFolder, m_request.journals, m_request.backups};
        if (m_request.useBackups)
            m_report.backup = newestBackup(places);
        const QStringList journals = journalFiles(places);
        m_report.journals = journals.size();
        m_journals = indexOf(journals);
        m_report.damagedBytes = m_journals.damagedBytes;
    }

    workspace::OpenOptions options() const {
        workspace::OpenOptions options;
        options.pcId = u"repair"_s; // nobody's: what a PC left running is its own to end
        options.userName = u"repair"_s;
        options.cacheFolder = QFileInfo(m_partial).absolutePath();
        options.catalogue = m_request.catalogue;
        return options;
    }

    Result<void> openFile() {
        TRY(base, workspace::Base::open(m_partial, options()));
        m_base = std::move(base);
        const QFileInfo file(m_partial);
        for (const QString &older : file.dir().entryList({file.fileName() + u".before-upgrade-*"_s}, QDir::Files))
            QFile::remove(file.dir().filePath(older));
        return {};
    }

    Result<void> beginFile() {
        if (!m_report.backup.isEmpty()) {
            if (!QFile::copy(m_report.backup, m_partial))
                return full(m_partial);
            QFile::setPermissions(m_partial, QFile::permissions(m_partial) | QFile::ReadOwner | QFile::WriteOwner);
            return openFile();
        }
        if (!m_damaged && m_journals.acts.isEmpty())
            return Error{Code::NotFound,
                         tr("Nothing could be read of “%1”, and there is no backup and no journal of it here. Name a backup or the "
                            "journal of another computer.")
                             .arg(m_request.basePath),
                         QString(), QByteArrayLiteral("base")};
        TRY(created, workspace::Base::create(m_partial, {}, options()));
        if (m_damaged) {
            TRY(counts, salvageInto(*m_damaged, created->database()));
            m_report.salvage = counts;
        }
        if (!m_report.baseId.isEmpty())
            TRY_VOID(created->database().execute(u"UPDATE setting SET value = ? WHERE name = 'base_id'"_s, {m_report.baseId}));
        created.reset();
        return openFile();
    }

    // What the damaged file tells beyond the backup and the journals. A journal's word is better: its rows are as they were inserted.
    Result<std::vector<JournalEntry>> onlyInFile() {
        std::vector<JournalEntry> entries;
        if (!m_damaged || m_report.backup.isEmpty())
            return entries;
        QSet<qint64> inJournals;
        for (const sharing::JournalPlace &act : std::as_const(m_journals.acts))
            inJournals.insert(act.head.operation);
        TRY(seq, workspace::lastChangeSeq(m_base->database()));
        TRY_VOID(salvageOperations(*m_damaged, m_base->database(), seq, *m_request.catalogue,
                                   [&](const JournalEntry &entry) -> Result<void> {
                                       if (!inJournals.contains(entry.operation.id))
                                           entries.push_back(entry);
                                       return {};
                                   }));
        return entries;
    }

    Result<void> replayAll() {
        TRY(others, onlyInFile());
        const auto rows = m_report.backup.isEmpty() ? Replay::Rows::OfAll : Replay::Rows::OfMissingOperations;
        Replay replay(m_base->database(), *m_request.catalogue, m_base->context(), rows);
        TRY_VOID(replay.begin());
        for (const sharing::JournalPlace &piece : std::as_const(m_journals.pieces))
            if (const auto content = payloadAt(piece))
                TRY_VOID(replay.addPiece(Id{piece.head.operation}, piece.head.lastSeq, *content));
        auto other = others.cbegin();
        const auto applyOthersBefore = [&](qint64 seq) -> Result<void> {
            const qint64 before = replay.counts().operations;
            for (; other != others.cend() && other->changes.last().seq < seq; ++other)
                TRY_VOID(replay.apply(*other));
            m_report.fromFile += replay.counts().operations - before;
            return {};
        };
        for (const sharing::JournalPlace &act : std::as_const(m_journals.acts)) {
            TRY_VOID(applyOthersBefore(act.head.lastSeq));
            const auto payload = payloadAt(act);
            const auto entry = payload ? workspace::unpackEntry(*payload) : Result<JournalEntry>(payload.error());
            if (entry)
                TRY_VOID(replay.apply(*entry));
        }
        TRY_VOID(applyOthersBefore(std::numeric_limits<qint64>::max()));
        TRY_VOID(replay.finish());
        m_report.replay = replay.counts();
        m_report.fromJournals = m_report.replay.operations - m_report.fromFile;
        return {};
    }

    // Noise that begins or ends inside a row leaves the row readable: what can be told from the rest of it is made again.
    Result<void> mendSalvagedRows() {
        if (!m_damaged || !m_report.backup.isEmpty())
            return {};
        TRY(mended, records::mendDerivedValues(*m_base));
        m_report.valuesMadeAgain = mended;
        return {};
    }

    Result<void> concludeFile() {
        TRY(lost, m_base->database().single(u"SELECT coalesce(max(seq) - count(*), 0) FROM operation"_s));
        m_report.lostOperations = lost.integer();
        TRY(problems, records::problems(*m_base, true));
        m_report.problems = problems;
        m_base.reset();
        QFile::remove(m_partial + u"-journal"_s);
        if (!sharing::syncFile(m_partial) || !QFile::rename(m_partial, m_request.filePath))
            return full(m_request.filePath);
        m_report.file = QFileInfo(m_request.filePath).absoluteFilePath();
        return {};
    }

    const RepairRequest &m_request;
    QString m_partial;
    QString m_copy; // of the damaged file
    std::unique_ptr<db::Database> m_damaged;
    std::unique_ptr<workspace::Base> m_base;
    JournalIndex m_journals;
    RepairReport m_report;
};

} // namespace

QString RepairReport::inWords() const {
    QStringList sentences;
    sentences << (backup.isEmpty() ? tr("%Ln row(s) could be read from the damaged file.", int(salvage.rows))
                                   : tr("The backup “%1” was taken.").arg(QFileInfo(backup).fileName()));
    sentences << tr("%Ln act(s) came back from the journals.", int(fromJournals));
    if (fromFile > 0)
        sentences << tr("%Ln act(s) could be read from the damaged file alone.", int(fromFile));
    sentences << (lostOperations == 0 ? tr("No act is missing.") : tr("%Ln act(s) could not be found anywhere.", int(lostOperations)));
    if (replay.links.placeholders > 0)
        sentences << tr("%Ln record(s) are lost; what belonged to them stands under “Lost, number …”.", int(replay.links.placeholders));
    if (valuesMadeAgain > 0)
        sentences << tr("%Ln value(s) did not agree with what they are made from and were made again; look at those cards.", int(valuesMadeAgain));
    if (!problems.isEmpty())
        sentences << tr("The new file has %Ln problem(s).", int(problems.size()));
    return sentences.join(u' ');
}

Result<RepairReport> repair(const RepairRequest &request) {
    if (QFileInfo::exists(request.filePath))
        return Error{Code::Invalid, tr("There is already a file “%1”. Choose another name.").arg(request.filePath), QString(),
                     QByteArrayLiteral("file")};
    return Repair(request).run();
}

Result<QString> putInPlace(const QString &repairedPath, const QString &basePath) {
    const QFileInfo base(basePath);
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    const QString aside = base.dir().filePath(u"%1-damaged-%2.kontor"_s.arg(base.completeBaseName(), stamp));
    const bool wasThere = base.exists();
    const auto failed = [&] {
        return Error{Code::Gone,
                     tr("The repaired file could not be put in the place of the damaged one. It is “%1”; close the file on all computers and "
                        "rename it.")
                         .arg(repairedPath),
                     QString(), QByteArrayLiteral("file")};
    };
    if (wasThere && !QFile::rename(basePath, aside))
        return failed();
    QFile::rename(basePath + u"-journal"_s, aside + u"-journal"_s); // never to be rolled back into another file
    if (!QFile::rename(repairedPath, basePath)) {
        QFile::rename(aside, basePath);
        QFile::rename(aside + u"-journal"_s, basePath + u"-journal"_s);
        return failed();
    }
    sharing::syncFile(basePath);
    sharing::clearDamageNotice(basePath);
    return wasThere ? aside : QString();
}

} // namespace kontor::recovery
