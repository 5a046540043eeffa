#include "db/database.h"

#include "db/guard_vfs.h"
#include "db/share_system_calls.h"
#include "db/sqlite_error.h"

#include <QAtomicInteger>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>
#include <QVariant>

#include <sqlite3.h>

#include <cstring>
#include <limits>

namespace kontor::db {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGiveUpAfterMs = 10'000;
constexpr int kCommitWaitMs = 5'000;
constexpr int kNoLimitMs = std::numeric_limits<int>::max();

// Counting every piece of memory under one mutex costs a seventh of an insert (measured), and nobody asks for the count. Has to be said before
// the library is first used.
void leaveOutMemoryCounts() {
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)once;
}

QString nextConnectionName() {
    static QAtomicInteger<quint64> counter;
    return QStringLiteral("kontor-%1").arg(counter.fetchAndAddRelaxed(1));
}

Error errorOf(const QSqlError &error, const QString &sql) { return sqliteError(error.nativeErrorCode().toInt(), sql); }

// Pragmas act while they are prepared, and what changes the schema is not run twice.
bool isWorthKeeping(const QString &sql) {
    for (const QLatin1StringView word :
         {"SELECT"_L1, "INSERT"_L1, "UPDATE"_L1, "DELETE"_L1, "BEGIN"_L1, "COMMIT"_L1, "ROLLBACK"_L1})
        if (sql.startsWith(word))
            return true;
    return false;
}

Error noAnswer(const QString &detail) {
    return Error{Code::Gone,
                 QCoreApplication::translate("kontor::db", "The drive did not answer. Check the connection and try again."),
                 detail, QByteArray()};
}

// Which wait is fair: random, so that no PC starves another; SQLite's own timetable lets one wait for seconds (measured). On a disk only
// programs of this computer ask, and an answer costs nothing: short waits let the find index follow an import at its pace, and a person who looks for
// somebody meanwhile waits for its COMMIT and hardly longer.
int backOffMs(int attempt, bool isLocal) {
    const bool few = attempt < 3;
    return isLocal ? QRandomGenerator::global()->bounded(1, few ? 4 : 12)
                   : QRandomGenerator::global()->bounded(20, few ? 60 : 250);
}

bool isOnLocalDrive(const QString &path) { return driveOf(QFile::encodeName(path).constData()) == Drive::Local; }

// The system keeps the pages of a local file itself, and three such caches are open in a window; those of a file on a network drive come from
// the server again.
int pageCacheKiB(Purpose purpose, bool isLocal) {
    if (purpose == Purpose::Writer)
        return 16 * 1024;
    return isLocal ? 24 * 1024 : 48 * 1024;
}

} // namespace

Database::Database(QString path, Purpose purpose) : m_path(std::move(path)), m_purpose(purpose), m_longestWaitMs(kNoLimitMs) {
    m_busyWait = [](int waited) { return waited < kGiveUpAfterMs; };
}

Database::~Database() { close(); }

void Database::close() {
    m_cache.reset();
    {
        const std::lock_guard lock(m_handleMutex);
        if (m_statements)
            m_statements->close();
        m_handle = nullptr;
    }
    if (m_connectionName.isEmpty())
        return;
    {
        QSqlDatabase connection = QSqlDatabase::database(m_connectionName, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connectionName);
    m_connectionName.clear();
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Purpose purpose, bool create) {
    if (!create && !QFileInfo::exists(path))
        return Error{
            Code::Gone,
            QCoreApplication::translate("kontor::db", "There is no file “%1”. Check the name and that the drive is connected.")
                .arg(path),
            QString(), QByteArrayLiteral("base")};
    std::unique_ptr<Database> database(new Database(path, purpose));
    TRY_VOID(database->connect(create));
    return database;
}

Result<void> Database::connect(bool create) {
    leaveOutMemoryCounts();
    const bool isGuardWanted = m_purpose != Purpose::LocalCache;
    if (isGuardWanted)
        registerGuardVfs();
    const Access access = m_purpose == Purpose::Onlooker ? Access::ReadOnly : create ? Access::Create : Access::ReadWrite;
    m_connectionName = nextConnectionName();
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    connection.setDatabaseName(isGuardWanted ? guardedUri(m_path, access) : m_path);
    connection.setConnectOptions(isGuardWanted ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=0;QSQLITE_OPEN_URI")
                                               : QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
    if (!connection.open())
        return errorOf(connection.lastError(), QStringLiteral("open"));
    const QVariant handle = connection.driver()->handle();
    if (std::strcmp(handle.typeName(), "sqlite3*") != 0)
        return Error{Code::Internal,
                     QCoreApplication::translate("kontor::db", "Qt's SQLite driver does not give its connection."), QString(),
                     QByteArray()};
    {
        const std::lock_guard lock(m_handleMutex);
        m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    }
    m_statements = std::make_shared<OpenStatements>();
    m_cache = std::make_shared<StatementCache>();
    TRY_VOID(checkLibrary());
    return configure();
}

bool Database::mustReopen() const { return !m_handle || isPoisoned(m_handle); }

Result<void> Database::reopen() {
    close();
    if (!QFileInfo::exists(m_path))
        return checkOpen();
    auto connected = connect(false);
    if (!connected)
        close();
    return connected;
}

Result<void> Database::becomeOnlooker() {
    m_purpose = Purpose::Onlooker;
    return reopen();
}

Result<void> Database::checkOpen() const { return m_handle ? Result<void>() : noAnswer(QStringLiteral("closed")); }

Result<void> Database::checkLock() const {
    return m_handle && hasLostLock(m_handle) ? noAnswer(QStringLiteral("lock lost")) : Result<void>();
}

Result<void> Database::letOthersCommit() {
    TRY_VOID(checkOpen());
    if (sqlite3_txn_state(m_handle, "main") != SQLITE_TXN_READ || sqlite3_get_autocommit(m_handle))
        return {};
    if (!m_busyWait(0)) // given up while no statement ran
        return sqliteError(SQLITE_INTERRUPT, QStringLiteral("between two pieces"));
    TRY_VOID(checkLock());
    TRY_VOID(execute(QStringLiteral("COMMIT")));
    return execute(QStringLiteral("BEGIN"));
}

void Database::setFence(bool isOn) { db::setFence(m_handle, isOn); }

// Two SQLite libraries on one file in one process cancel each other's locks: refuse at once.
Result<void> Database::checkLibrary() const {
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.exec(QStringLiteral("SELECT sqlite_source_id()")) || !query.next())
        return errorOf(query.lastError(), query.lastQuery());
    if (query.value(0).toString() != QString::fromUtf8(sqlite3_sourceid()))
        return Error{
            Code::Internal,
            QCoreApplication::translate(
                "kontor::db", "Two different SQLite libraries are loaded. Files cannot be used safely; install Kontor again."),
            QStringLiteral("driver %1, program %2").arg(query.value(0).toString(), QString::fromUtf8(sqlite3_sourceid())),
            QByteArray()};
    if (m_purpose != Purpose::LocalCache && !isGuarded(m_handle))
        return Error{
            Code::Internal,
            QCoreApplication::translate("kontor::db", "Qt's SQLite driver does not open files the way that Kontor needs."),
            QStringLiteral("no guard"), QByteArray()};
    return {};
}

Result<void> Database::configure() {
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_handler(m_handle, &Database::onBusy, this);
    const int cacheKiB = pageCacheKiB(m_purpose, isOnLocalDrive(m_path));
    QStringList pragmas{QStringLiteral("foreign_keys=ON"),
                        QStringLiteral("trusted_schema=OFF"),
                        QStringLiteral("secure_delete=ON"),
                        QStringLiteral("temp_store=MEMORY"),
                        QStringLiteral("mmap_size=0"),
                        QStringLiteral("cache_spill=OFF"),
                        QStringLiteral("cache_size=-%1").arg(cacheKiB)};
    if (m_purpose == Purpose::LocalCache) {
        pragmas << QStringLiteral("secure_delete=OFF") << QStringLiteral("cache_spill=ON") << QStringLiteral("journal_mode=WAL")
                << QStringLiteral("synchronous=NORMAL");
    } else {
        pragmas << QStringLiteral("synchronous=FULL") << QStringLiteral("journal_size_limit=-1");
        // A reader never writes, so it need not set the journal mode; asking for it would want a lock.
        if (m_purpose == Purpose::Writer && !isReadOnly())
            pragmas << QStringLiteral("journal_mode=PERSIST");
    }
    for (const QString &pragma : std::as_const(pragmas))
        TRY_VOID(execute(QStringLiteral("PRAGMA ") + pragma));
    TRY(mode, single(QStringLiteral("PRAGMA journal_mode")));
    if (m_purpose != Purpose::LocalCache && mode.text() == QLatin1String("wal"))
        return Error{Code::Refused,
                     QCoreApplication::translate("kontor::db", "Another program switched this file to a mode that is not safe on "
                                                               "shared drives. Make a copy with Kontor's backup and use that."),
                     QStringLiteral("journal_mode wal"), QByteArray()};
    return {};
}

int Database::onBusy(void *self, int attempt) {
    auto database = static_cast<Database *>(self);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (attempt == 0)
        database->m_busySince = now;
    const int waited = int(now - database->m_busySince);
    if (waited >= database->m_longestWaitMs || !database->m_busyWait(waited))
        return 0;
    const bool isLocal = database->m_purpose == Purpose::LocalCache || isOnLocalDrive(database->m_path);
    QThread::msleep(unsigned(backOffMs(attempt, isLocal)));
    return 1;
}

Result<Statement> Database::prepare(const QString &sql) {
    TRY_VOID(checkOpen());
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connectionName, false));
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return errorOf(query->lastError(), sql + QStringLiteral(" -- ") + query->lastError().driverText());
    return Statement(std::move(query));
}

Result<BulkStatement> Database::prepareBulk(const QString &sql, const Values &values) {
    TRY_VOID(checkOpen());
    TRY(statement, BulkStatement::prepare(m_handle, m_statements, sql));
    statement.bindAll(values);
    return statement;
}

Result<CachedStatement> Database::cached(const QString &sql) {
    TRY_VOID(checkOpen());
    if (auto waiting = m_cache->take(sql))
        return CachedStatement(m_cache, sql, std::move(*waiting));
    TRY(statement, prepareBulk(sql));
    return CachedStatement(isWorthKeeping(sql) ? m_cache : nullptr, sql, std::move(statement));
}

Result<CachedStatement> Database::bound(const QString &sql, const Values &values) {
    TRY(statement, cached(sql));
    if (statement->placeholders() != values.size())
        return Error{Code::Internal,
                     QCoreApplication::translate("kontor::db", "Something went wrong while using the file. Nothing was changed."),
                     QStringLiteral("%1 values for %2").arg(values.size()).arg(sql), QByteArray()};
    statement->bindAll(values);
    return statement;
}

Result<Statement> Database::query(const QString &sql, const Values &values) {
    TRY(statement, prepare(sql));
    TRY_VOID(statement.execute(values));
    return statement;
}

Result<void> Database::execute(const QString &sql, const Values &values) {
    TRY(statement, bound(sql, values));
    return statement->execute();
}

Result<void> Database::executeScript(const QString &sql) {
    TRY_VOID(checkOpen());
    const QByteArray utf8 = sql.toUtf8();
    char *message = nullptr;
    const int code = sqlite3_exec(m_handle, utf8.constData(), nullptr, nullptr, &message);
    const QString text = QString::fromUtf8(message);
    sqlite3_free(message);
    if (code != SQLITE_OK)
        return sqliteError(sqlite3_extended_errcode(m_handle), text);
    return {};
}

Result<Value> Database::single(const QString &sql, const Values &values) {
    TRY(statement, bound(sql, values));
    TRY(found, statement->next());
    return found ? statement->value(0) : Value();
}

void Database::interrupt() {
    const std::lock_guard lock(m_handleMutex);
    if (m_handle)
        sqlite3_interrupt(m_handle);
}

void Database::setBusyWait(std::function<bool(int)> wait) { m_busyWait = std::move(wait); }
bool Database::isReadOnly() const { return sqlite3_db_readonly(m_handle, "main") == 1; }

Result<std::unique_ptr<WriteTransaction>> WriteTransaction::begin(Database &database) {
    TRY_VOID(database.execute(QStringLiteral("BEGIN IMMEDIATE")));
    database.m_lockNote(true);
    return std::unique_ptr<WriteTransaction>(new WriteTransaction(database));
}

WriteTransaction::~WriteTransaction() {
    if (m_open)
        (void)database().execute(QStringLiteral("ROLLBACK"));
    m_database.m_lockNote(false);
}

Result<void> WriteTransaction::commit() {
    m_database.m_longestWaitMs = kCommitWaitMs;
    const auto committed = m_database.execute(QStringLiteral("COMMIT"));
    m_database.m_longestWaitMs = kNoLimitMs;
    m_open = !committed;
    return committed;
}

void WriteTransaction::syncJournal() {
    if (!m_database.checkLock()) // another writer's journal may lie there by now; COMMIT refuses
        return;
    sqlite3_file *journal = nullptr;
    sqlite3_file_control(m_database.handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
    if (journal && journal->pMethods)
        journal->pMethods->xSync(journal, SQLITE_SYNC_NORMAL); // COMMIT does it once more, and has the error too
}

Result<std::unique_ptr<ReadTransaction>> ReadTransaction::begin(Database &database) {
    TRY_VOID(database.execute(QStringLiteral("BEGIN")));
    return std::unique_ptr<ReadTransaction>(new ReadTransaction(database));
}

ReadTransaction::~ReadTransaction() { (void)m_database.execute(QStringLiteral("COMMIT")); }

} // namespace kontor::db
