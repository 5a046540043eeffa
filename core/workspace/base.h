// An open base: one connection, synchronous, used by one thread at a time. The command line uses it as it is; the window through Workspace.
#pragma once

#include "db/migrator.h"
#include "workspace/feed.h"
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
};

class Base {
public:
    // Errors: Invalid (the file exists; a setting is unknown), Gone, ReadOnly, Full.
    static Result<std::unique_ptr<Base>> create(const QString &path, const BaseSettings &settings, const OpenOptions &options);
    // Errors: Gone, Corrupt (not a base), Newer, ReadOnly, Busy.
    static Result<std::unique_ptr<Base>> open(const QString &path, const OpenOptions &options);
    ~Base();

    db::Database &database() { return *m_database; }
    const QString &path() const { return m_path; }
    const BaseSettings &settings() const { return m_settings; }
    const QString &id() const { return m_id; }
    const OpenOptions &options() const { return m_options; }
    const RecordCatalogue &catalogue() const { return *m_options.catalogue; }
    const DeriveContext &context() const { return m_context; }
    const Clock &clock() const { return m_context.clock; }
    void setClock(const Clock &clock) { m_context.clock = clock; } // "--now", and tests
    bool isReadOnly() const { return m_options.readOnly; }
    const Recovery &recovery() const { return m_recovery; }

    // One operation in one short transaction. The closure, Result<T>(Recorder &), sees the newest state; when it or COMMIT fails nothing is kept.
    template <class F>
    std::invoke_result_t<F, Recorder &> write(const OperationInfo &info, F &&closure) {
        TRY(act, begin(info, 0));
        std::invoke_result_t<F, Recorder &> result = closure(act->recorder);
        if (!result)
            return result;
        TRY_VOID(commit(*act));
        return result;
    }

    // A further transaction of an operation that exists (BulkOperation).
    template <class F>
    std::invoke_result_t<F, Recorder &> writeMore(qint64 operationId, F &&closure) {
        TRY(act, begin({}, operationId));
        std::invoke_result_t<F, Recorder &> result = closure(act->recorder);
        if (!result)
            return result;
        TRY_VOID(commit(*act));
        return result;
    }

    // All queries of the closure, Result<T>(db::Database &), see one state.
    template <class F>
    std::invoke_result_t<F, db::Database &> read(F &&closure) {
        TRY(transaction, db::ReadTransaction::begin(*m_database));
        return closure(*m_database);
    }

    // What this connection committed since the last call.
    ChangeSet takeChanges() { return std::exchange(m_changes, ChangeSet()); }
    // The writer number and user that operations of this program carry; the base knows them after the first write.
    Result<qint64> lastOperationId(); // newest operation of this user on this PC that can be undone; 0: none
    Result<qint64> lastUndoneId();
    qint64 newOperationId() const; // unique: milliseconds since 2025 and random bits, exact in JSON

private:
    struct Act {
        Act(std::unique_ptr<db::WriteTransaction> transaction, Base &base, Recorder::Identity identity, OperationInfo info,
            bool exists)
            : transaction(std::move(transaction)),
              recorder(*base.m_database, base.catalogue(), base.m_context, identity, std::move(info), exists) {}
        std::unique_ptr<db::WriteTransaction> transaction;
        Recorder recorder;
    };

    Base(QString path, OpenOptions options, std::unique_ptr<db::Database> database);
    static Result<std::unique_ptr<Base>> openFile(const QString &path, const OpenOptions &options, bool create);
    Result<void> readSettings();
    Result<std::unique_ptr<Act>> begin(const OperationInfo &info, qint64 existingOperation);
    Result<void> commit(Act &act);
    Result<void> join(); // finds or makes this PC's writer number and this user, inside the running transaction
    Result<void> recover();

    QString m_path;
    OpenOptions m_options;
    std::unique_ptr<db::Database> m_database;
    BaseSettings m_settings;
    QString m_id;
    std::unique_ptr<Collation> m_collation;
    DeriveContext m_context;
    std::optional<qint64> m_writer;
    Id m_user;
    bool m_hasJoined = false;
    ChangeSet m_changes;
    Recovery m_recovery;
};

db::MigrationPlan migrationPlan(const QString &path);

} // namespace kontor::workspace
