// An open base: one connection, synchronous, used by one thread at a time. The command line uses it as it is; the window through Workspace.
#pragma once

#include "db/migrator.h"
#include "sharing/backup_store.h"
#include "sharing/base_place.h"
#include "workspace/feed.h"
#include "workspace/journal_keeper.h"
#include "workspace/recorder.h"

#include <type_traits>

namespace kontor::workspace {

constexpr int kApplicationId = 0x4B4E5452; // "KNTR"

struct OpenOptions {
    QString userName; // the author of what is written
    QString pcId;     // this PC's own id; the base gives it its writer number
    QString pcName;
    QString cacheFolder; // of this user: locks of running bulk operations, the search index
    bool readOnly = false;
    std::shared_ptr<const RecordCatalogue> catalogue;
    QString dataFolder = {}; // of this user on this PC: the journal and the backups of each base; empty: none are kept
    bool takesOlder = false; // with readOnly: a file of an older version too, only to copy it
};

struct BaseSettings {
    QString country = QStringLiteral("GB");   // ISO 3166 alpha-2: phones and addresses without one
    QString currency = QStringLiteral("EUR"); // ISO 4217
    QString timeZone = QStringLiteral("UTC"); // IANA: where a day begins
    QString language = QStringLiteral("en");  // en, de, ru, zh, sv, fa, cy: order of names
};

// A code of three capital letters. Errors: Invalid.
Result<void> checkCurrency(const QString &currency);

// What was cleared up when the base was opened: bulk operations that this PC had begun and not ended are taken back.
struct Recovery {
    int undoneOperations = 0;
    int failedOperations = 0; // could not be taken back this time
    int journalled = 0;       // transactions that a crash had kept out of this PC's journal
};

class Base {
public:
    // Errors: Invalid (the file exists; a setting is unknown), Gone, ReadOnly, Full, Refused (the drive does not keep locks).
    static Result<std::unique_ptr<Base>> create(const QString &path, const BaseSettings &settings, const OpenOptions &options);
    // For reading only where the drive does not keep locks: whyReadOnly(). Errors: Gone, Corrupt (not a base), Newer, ReadOnly, Busy.
    static Result<std::unique_ptr<Base>> open(const QString &path, const OpenOptions &options);
    ~Base();

    db::Database &database() { return *m_database; }
    const QString &path() const { return m_path; }
    const BaseSettings &settings() const { return m_settings; }
    // Again, after this program wrote them: what is derived from now on depends on the new ones.
    Result<void> readSettings();
    const QString &id() const { return m_id; }
    const OpenOptions &options() const { return m_options; }
    const RecordCatalogue &catalogue() const { return *m_options.catalogue; }
    const DeriveContext &context() const { return m_context; }
    const Clock &clock() const { return m_context.clock; }
    void setClock(const Clock &clock) { m_context.clock = clock; } // "--now", and tests
    bool isReadOnly() const { return m_options.readOnly; }
    const sharing::Place &place() const { return m_place; }
    // From now on nothing is written: the drive was found not to keep locks. `reason`: for the person, with the remedy.
    // For readers too: not even what a crash left is rolled back.
    void forbidWriting(const QString &reason);
    const QString &whyReadOnly() const { return m_whyReadOnly; } // empty: it was asked for, or the file's own rights
    const Recovery &recovery() const { return m_recovery; }
    // Where this PC keeps journal and backups of this base; empty: nowhere.
    QString localFolder() const;
    // A checked copy in localFolder(), if it is time for one. `reason`: see sharing::makeBackup.
    Result<std::optional<sharing::Backup>> backUp(const QString &reason);
    // The file was found damaged, here or on another computer: nothing is written to it any more.
    bool isDamaged() const { return m_isDamaged; }
    // As if it had been found here. Copies the journal to where whoever repairs the base finds it.
    void declareDamaged();
    // The journal could not be written the last time: until it can, what is entered is in the base alone.
    bool isJournalBehind() const { return m_journal && m_journal->isBehind(); }

    // One operation in one short transaction. The closure, Result<T>(Recorder &), sees the newest state; when it or COMMIT fails nothing is kept.
    // It may be run a second time: when the drive fails, the base is opened anew, the operation looked for by its id, and repeated once if it is not there.
    template <class F>
    std::invoke_result_t<F, Recorder &> write(const OperationInfo &info, F &&closure) {
        return runFor<std::invoke_result_t<F, Recorder &>>(info, 0, closure);
    }

    // A further transaction of an operation that exists (BulkOperation). Never run twice, since it goes on from where the last one ended.
    template <class F>
    std::invoke_result_t<F, Recorder &> writeMore(qint64 operationId, F &&closure) {
        return runFor<std::invoke_result_t<F, Recorder &>>({}, operationId, closure);
    }

    // All queries of the closure, Result<T>(db::Database &), see one state (but see db::Database::letOthersCommit). Run again once when the drive failed and could be opened anew.
    template <class F>
    std::invoke_result_t<F, db::Database &> read(F &&closure) {
        TRY_VOID(makeUsable());
        std::invoke_result_t<F, db::Database &> result = readOnce(closure);
        if (result || !reopenAfter(result.error()))
            return result;
        std::invoke_result_t<F, db::Database &> again = readOnce(closure);
        if (!again)
            lookForDamage(again.error());
        return again;
    }

    // What this connection committed since the last call.
    ChangeSet takeChanges() { return std::exchange(m_changes, ChangeSet()); }
    // The writer number and user that operations of this program carry; the base knows them after the first write.
    Result<qint64> lastOperationId(); // newest operation of this user on this PC that can be undone; 0: none
    Result<qint64> lastUndoneId();
    qint64 newOperationId() const; // milliseconds since 2025 and random bits, exact in JSON; write() changes one that is taken

private:
    using Closure = std::function<Result<void>(Recorder &)>;
    // One try at a write, and what is known of it afterwards.
    struct Try {
        Result<void> done;
        bool isCommitting = false; // COMMIT was asked for
        bool hasChanges = false;
        ChangeSet changes;
        QList<Change> noted;
        std::optional<sharing::JournalRecord> record; // for the journal
        IdRange newIds;                               // given by it
    };

    template <class R, class F>
    R runFor(const OperationInfo &info, qint64 existingOperation, F &closure) {
        std::optional<R> result;
        TRY_VOID(run(info, existingOperation, [&](Recorder &recorder) -> Result<void> {
            result.emplace(closure(recorder));
            return *result ? Result<void>() : Result<void>(result->error());
        }));
        return std::move(*result);
    }
    template <class F>
    std::invoke_result_t<F, db::Database &> readOnce(F &closure) {
        TRY(transaction, db::ReadTransaction::begin(*m_database));
        std::invoke_result_t<F, db::Database &> result = closure(*m_database);
        if (result)
            TRY_VOID(m_database->checkLock());
        return result;
    }

    Base(QString path, OpenOptions options, std::unique_ptr<db::Database> database);
    static Result<std::unique_ptr<Base>> openFile(const QString &path, const OpenOptions &options, bool create);
    Result<void> run(const OperationInfo &info, qint64 existingOperation, const Closure &closure);
    Try tryOnce(const OperationInfo &info, qint64 &operation, bool exists, IdRange leftOver, const Closure &closure);
    Result<bool> wasCommitted(qint64 operation, bool exists, const Try &attempt);
    void noteCommitted(const Try &attempt);
    void openJournal();
    // After an error that stayed when the base was opened anew.
    void lookForDamage(const Error &error);
    // After an error of the drive: opens anew before anything else is done. Error Gone: the drive is still away.
    Result<void> makeUsable();
    bool reopenAfter(const Error &error);
    // Error Refused: another base lies there now.
    Result<void> reopen();
    Result<void> checkIdentity();
    Result<void> checkVersion();
    Result<void> join(); // finds or makes this PC's writer number and this user, inside the running transaction
    Result<void> recover();

    QString m_path;
    OpenOptions m_options;
    std::unique_ptr<db::Database> m_database;
    sharing::Place m_place;
    QString m_whyReadOnly;
    bool m_isDamaged = false;
    BaseSettings m_settings;
    QString m_id;
    qint64 m_schemaVersion = 0;
    std::unique_ptr<Collation> m_collation;
    DeriveContext m_context;
    std::optional<qint64> m_writer;
    Id m_user;
    bool m_hasJoined = false;
    ChangeSet m_changes;
    Recovery m_recovery;
    std::unique_ptr<JournalKeeper> m_journal; // of a base that is written
};

db::MigrationPlan migrationPlan(const QString &path);

} // namespace kontor::workspace
