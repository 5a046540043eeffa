// One connection to one SQLite file, used by one thread at a time. Knows nothing of customers.
//
// The settings are those that a shared file needs (PERSIST journal, FULL, no spill, never WAL), and every connection goes through the guard over the
// file system (guard.h). `Purpose::LocalCache` is for files in the user's cache folder, which nobody shares: they use WAL and no guard.
#pragma once

#include "base/result.h"
#include "db/bulk_statement.h"
#include "db/statement.h"
#include "db/statement_cache.h"

#include <QString>

#include <functional>
#include <memory>
#include <mutex>

struct sqlite3;

namespace kontor::db {

// Reader: writes nothing but what another one's crash left to be rolled back. Onlooker: not even that, since the drive's locks lie.
enum class Purpose { Writer, Reader, Onlooker, LocalCache };

class Database {
public:
    // Errors: Gone (no such file and not `create`), Corrupt (not a database), ReadOnly, Busy.
    static Result<std::unique_ptr<Database>> open(const QString &path, Purpose purpose, bool create = false);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    sqlite3 *handle() const { return m_handle; }

    // After an error of the drive this connection may be good for nothing more: a write failed, the fence went up, or the last opening failed.
    bool mustReopen() const;
    // Closes and opens again. What was prepared before fails from then on; an open transaction is gone. Errors as of open(): it then stays closed.
    Result<void> reopen();
    void close(); // until it is opened anew; everything fails with Gone meanwhile
    // From now on, and when it is opened anew, this connection is an Onlooker. Errors as of reopen().
    Result<void> becomeOnlooker();
    // Asked at the end of a read transaction: whether its lock held until now. Error Gone: what was read may be of two commits.
    Result<void> checkLock() const;
    // For long reading in pieces: ends the read transaction and begins another, so that a COMMIT that waits for this lock comes between; no statement may be
    // half read. What is read from then on may be of a later state. Nothing where this connection writes or has no lock. Errors: Cancelled, those of checkLock().
    Result<void> letOthersCommit();
    // Off while something long is done on purpose and nobody else is in (an upgrade of the schema).
    void setFence(bool isOn);

    Result<Statement> prepare(const QString &sql);
    Result<BulkStatement> prepareBulk(const QString &sql, const Values &values = {});
    // The same out of a cache, for what is asked again and again by its text; not for statements that are in use for long.
    Result<CachedStatement> cached(const QString &sql);
    // Prepares, binds and runs; the rows are then read with next().
    Result<Statement> query(const QString &sql, const Values &values = {});
    Result<void> execute(const QString &sql, const Values &values = {});
    Result<void> executeScript(const QString &sql); // several statements, no values
    // The first column of the first row; NULL where there is no row.
    Result<Value> single(const QString &sql, const Values &values = {});

    // Stops whatever this connection is running; safe from another thread. The running call returns Cancelled.
    void interrupt();
    // Called between the waits for a lock with the milliseconds waited so far; returns false to give up. Default: gives up after 10 s.
    void setBusyWait(std::function<bool(int waited)> wait);
    // Called when this connection has got the lock for writing, and when it has given it back.
    void setLockNote(std::function<void(bool hasLock)> note) { m_lockNote = std::move(note); }
    bool isReadOnly() const;

private:
    friend class WriteTransaction;
    Database(QString path, Purpose purpose);
    Result<void> connect(bool create);
    Result<void> checkOpen() const;
    Result<void> configure();
    Result<void> checkLibrary() const;
    Result<CachedStatement> bound(const QString &sql, const Values &values);
    static int onBusy(void *self, int attempt);

    QString m_path;
    Purpose m_purpose;
    QString m_connectionName;
    sqlite3 *m_handle = nullptr;
    std::shared_ptr<OpenStatements> m_statements; // of this connection
    std::shared_ptr<StatementCache> m_cache;      // of this connection
    std::mutex m_handleMutex;                     // between interrupt() and the closing
    std::function<bool(int)> m_busyWait;
    std::function<void(bool)> m_lockNote = [](bool) {};
    qint64 m_busySince = 0;
    int m_longestWaitMs;
};

// BEGIN IMMEDIATE ... COMMIT. Rolled back when it goes out of scope uncommitted. COMMIT waits at most 5 s for readers, below the fence.
class WriteTransaction {
public:
    static Result<std::unique_ptr<WriteTransaction>> begin(Database &database);
    ~WriteTransaction();
    Result<void> commit();
    // Before a commit of many pages: what is in SQLite's journal goes to the drive while others still read. COMMIT shuts them out before it does that.
    void syncJournal();
    Database &database() { return m_database; }

private:
    explicit WriteTransaction(Database &database) : m_database(database) {}
    Database &m_database;
    bool m_open = true;
};

// BEGIN ... COMMIT: all queries of one screen see one state of the file, but for letOthersCommit().
class ReadTransaction {
public:
    static Result<std::unique_ptr<ReadTransaction>> begin(Database &database);
    ~ReadTransaction();
    Database &database() { return m_database; }

private:
    explicit ReadTransaction(Database &database) : m_database(database) {}
    Database &m_database;
};

} // namespace kontor::db
