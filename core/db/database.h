// One connection to one SQLite file, used by one thread at a time. Knows nothing of customers.
//
// The settings are those that a shared file needs (PERSIST journal, FULL, no spill, never WAL); the place of the guard over the
// file system is open(), through which every connection goes. `Purpose::LocalCache` is for files in the user's cache folder, which nobody
// shares: they use WAL.
#pragma once

#include "base/result.h"
#include "db/bulk_statement.h"
#include "db/statement.h"
#include "db/statement_cache.h"

#include <QString>

#include <functional>
#include <memory>

struct sqlite3;

namespace kontor::db {

enum class Purpose { Writer, Reader, LocalCache };

class Database {
public:
    // Errors: Gone (no such file and not `create`), Corrupt (not a database), ReadOnly, Busy.
    static Result<std::unique_ptr<Database>> open(const QString &path, Purpose purpose, bool create = false);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    sqlite3 *handle() const { return m_handle; }

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
    bool isReadOnly() const;

private:
    Database(QString path, QString connectionName);
    Result<void> configure(Purpose purpose);
    Result<void> checkLibrary() const;
    Result<CachedStatement> bound(const QString &sql, const Values &values);
    static int onBusy(void *self, int attempt);

    QString m_path;
    QString m_connectionName;
    sqlite3 *m_handle = nullptr;
    std::shared_ptr<StatementCache> m_cache; // of this connection
    std::function<bool(int)> m_busyWait;
    qint64 m_busySince = 0;
};

// BEGIN IMMEDIATE ... COMMIT. Rolled back when it goes out of scope uncommitted.
class WriteTransaction {
public:
    static Result<std::unique_ptr<WriteTransaction>> begin(Database &database);
    ~WriteTransaction();
    Result<void> commit();
    Database &database() { return m_database; }

private:
    explicit WriteTransaction(Database &database) : m_database(database) {}
    Database &m_database;
    bool m_open = true;
};

// BEGIN ... COMMIT: all queries of one screen see one state of the file.
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
