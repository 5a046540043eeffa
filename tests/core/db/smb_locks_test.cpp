// Locks of an open file stand for those of an SMB drive: they too belong to the open file and not to the process.
#include "db/database.h"
#include "db/share_system_calls.h"
#include "db/smb_locks.h"
#include "support/temporary_base.h"

#include <QFile>
#include <QSet>

#include <gtest/gtest.h>

#if defined(__linux__)

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <set>

using namespace kontor;
using namespace kontor::db;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr off_t kSharedFirst = 0x40000002;
std::set<int> readers;
bool refusesShared = false;
bool isGone = false; // it takes nothing back
int lastAsked = -1;

struct flock rangeOf(short type, bool isWhole = false) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = isWhole ? 0 : kSharedFirst;
    lock.l_len = isWhole ? 0 : 510;
    return lock;
}

// SMB refuses to make one's own shared lock an exclusive one.
int lockAsSmb(int file, struct flock *lock) {
    const bool isShared = lock->l_start == kSharedFirst;
    lastAsked = file;
    if (isGone && lock->l_type == F_UNLCK) {
        errno = EHOSTDOWN;
        return -1;
    }
    if ((isShared && lock->l_type == F_WRLCK && readers.count(file)) || (isShared && lock->l_type == F_RDLCK && refusesShared)) {
        errno = EACCES;
        return -1;
    }
    lock->l_pid = 0;
    const int result = ::fcntl(file, F_OFD_SETLK, lock);
    if (result == 0 && isShared && lock->l_type == F_RDLCK)
        readers.insert(file);
    else if (result == 0 && lock->l_type == F_UNLCK && (isShared || lock->l_len == 0))
        readers.erase(file);
    return result;
}

class OnSmb : public testing::Test {
protected:
    OnSmb() {
        readers.clear();
        refusesShared = false;
        isGone = false;
        setDriveEverywhere(Drive::Smb);
        SmbLocks::ofThisProcess().setCall(&lockAsSmb);
        m_first = valueOf(Database::open(path(), Purpose::Writer, true));
        expectDone(m_first->execute(u"CREATE TABLE t (x)"_s));
        m_second = valueOf(Database::open(path(), Purpose::Reader));
    }
    ~OnSmb() override {
        m_first.reset();
        m_second.reset();
        setDriveEverywhere({});
        SmbLocks::ofThisProcess().setCall(nullptr);
    }

    QString path() const { return m_folder.filePath(u"file.db"_s); }
    // Whether another computer could write now.
    bool othersMayWrite() const {
        const int file = ::open(QFile::encodeName(path()).constData(), O_RDWR | O_CLOEXEC);
        struct flock lock = rangeOf(F_WRLCK);
        const bool may = ::fcntl(file, F_OFD_SETLK, &lock) == 0;
        ::close(file);
        return may;
    }
    static void look(Database &database) { valueOf(database.single(u"SELECT count(*) FROM t"_s)); }

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_first;
    std::unique_ptr<Database> m_second;
};

} // namespace

TEST_F(OnSmb, NoLockIsLeftWhenAnotherConnectionOfThisProgramWasTheLastToRead) {
    auto first = valueOf(ReadTransaction::begin(*m_first));
    look(*m_first);
    auto second = valueOf(ReadTransaction::begin(*m_second));
    look(*m_second);
    EXPECT_FALSE(othersMayWrite());
    first.reset();
    EXPECT_FALSE(othersMayWrite());
    second.reset();
    EXPECT_TRUE(othersMayWrite());
}

TEST_F(OnSmb, OneWritesAfterAnotherConnectionOfThisProgramHasRead) {
    auto reading = valueOf(ReadTransaction::begin(*m_second));
    look(*m_second);
    auto transaction = valueOf(WriteTransaction::begin(*m_first));
    expectDone(m_first->execute(u"INSERT INTO t VALUES (1)"_s));
    reading.reset();
    expectDone(transaction->commit());
    EXPECT_TRUE(othersMayWrite());
}

TEST_F(OnSmb, ClosingAConnectionKeepsTheLockThatAnotherOneReadsUnder) {
    look(*m_first);
    auto reading = valueOf(ReadTransaction::begin(*m_second));
    look(*m_second);
    m_first.reset();
    EXPECT_FALSE(othersMayWrite());
    reading.reset();
    EXPECT_TRUE(othersMayWrite());
}

// SQLite looks whether locks are held, and closes a moment later: another thread may have locked in between.
TEST_F(OnSmb, AFileThatALockHangsOnIsClosedWhenTheLockIsGivenBack) {
    const QByteArray name = QFile::encodeName(m_folder.filePath(u"other"_s));
    const int first = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const int second = ::open(name.constData(), O_RDWR | O_CLOEXEC);
    SmbLocks &locks = SmbLocks::ofThisProcess();
    locks.add(first);
    locks.add(second);
    struct flock shared = rangeOf(F_RDLCK);
    ASSERT_EQ(locks.lock(second, &shared), 0);
    EXPECT_FALSE(locks.mayClose(first));
    struct flock none = rangeOf(F_UNLCK, true);
    EXPECT_EQ(locks.lock(second, &none), 0);
    EXPECT_EQ(::fcntl(first, F_GETFD), -1);
    EXPECT_TRUE(locks.mayClose(second));
    ::close(second);
}

// The drive dropped this computer and gave its locks away, and this computer connected again without a word.
TEST_F(OnSmb, NothingIsWrittenUnderALockOfAConnectionThatWasMadeAnew) {
    static qint64 reconnects;
    reconnects = 3;
    setSmbReconnects([] { return reconnects; });
    auto transaction = valueOf(WriteTransaction::begin(*m_first));
    expectDone(m_first->execute(u"INSERT INTO t VALUES (1)"_s));
    ++reconnects;
    const auto committed = transaction->commit();
    transaction.reset();
    EXPECT_FALSE(committed);
    EXPECT_TRUE(m_first->mustReopen());
    expectDone(m_first->reopen());
    EXPECT_EQ(valueOf(m_first->single(u"SELECT count(*) FROM t"_s)).integer(), 0);
    expectDone(m_first->execute(u"INSERT INTO t VALUES (2)"_s));
    EXPECT_EQ(valueOf(m_first->single(u"SELECT count(*) FROM t"_s)).integer(), 1);
    setSmbReconnects(nullptr);
}

// One connection holds a lock that the drive no longer knows of: another one must not read under it.
TEST_F(OnSmb, NobodyReadsUnderALockThatWasLost) {
    static qint64 reconnects;
    reconnects = 3;
    setSmbReconnects([] { return reconnects; });
    m_second->setBusyWait([](int) { return false; });
    auto transaction = valueOf(WriteTransaction::begin(*m_first));
    look(*m_second);
    ++reconnects;
    const auto read = m_second->single(u"SELECT count(*) FROM t"_s);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Code::Busy);
    transaction.reset();
    look(*m_second);
    setSmbReconnects(nullptr);
}

// What this computer keeps of a file may be older than the lock under which it is read.
TEST_F(OnSmb, ABaseAndItsJournalAreReadAndWrittenPastWhatThisComputerKeepsOfThem) {
    static QSet<QByteArray> pastCache;
    static QSet<QByteArray> throughCache;
    const auto save = [this] {
        pastCache.clear();
        throughCache.clear();
        setOpenCall([](const char *file, int flags, int mode) {
            (flags & O_DIRECT ? pastCache : throughCache).insert(file);
            return ::open(file, flags & ~O_DIRECT, mode); // the disk of a test wants whole blocks
        });
        expectDone(m_first->reopen());
        expectDone(m_first->execute(u"INSERT INTO t VALUES (1)"_s));
        setOpenCall(nullptr);
    };
    const QByteArray base = QFile::encodeName(path());
    const QSet<QByteArray> both{base, base + "-journal"};
    save();
    EXPECT_EQ(pastCache, both);
    EXPECT_FALSE(throughCache.intersects(both));
    setDriveEverywhere(Drive::Network);
    save();
    EXPECT_EQ(throughCache & both, both) << "on NFS every lock makes the system ask again";
    EXPECT_TRUE(pastCache.isEmpty());
}

TEST_F(OnSmb, AReadTransactionKnowsAtItsEndWhetherItsLockHeld) {
    static qint64 reconnects;
    reconnects = 3;
    setSmbReconnects([] { return reconnects; });
    auto reading = valueOf(ReadTransaction::begin(*m_second));
    look(*m_second);
    expectDone(m_second->checkLock());
    ++reconnects;
    EXPECT_EQ(m_second->checkLock().error().code, Code::Gone);
    reading.reset();
    expectDone(m_second->checkLock());
    setSmbReconnects(nullptr);
}

// The system lends an open file to other programs of this computer: when it was closed here, its locks would stay with them for good.
TEST_F(OnSmb, ALockThatTheDriveDidNotTakeBackIsGivenBackBeforeTheNextIsAskedFor) {
    const QByteArray name = QFile::encodeName(m_folder.filePath(u"other"_s));
    const int first = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const int lent = ::dup(first);
    SmbLocks &locks = SmbLocks::ofThisProcess();
    locks.add(first);
    struct flock exclusive = rangeOf(F_WRLCK);
    ASSERT_EQ(locks.lock(first, &exclusive), 0);
    isGone = true;
    struct flock none = rangeOf(F_UNLCK, true);
    EXPECT_EQ(locks.lock(first, &none), 0) << "nobody goes on to believe that it is held";
    EXPECT_FALSE(locks.mayClose(first));
    const int second = ::open(name.constData(), O_RDWR | O_CLOEXEC);
    locks.add(second);
    struct flock shared = rangeOf(F_RDLCK);
    EXPECT_NE(locks.lock(second, &shared), 0);
    isGone = false;
    EXPECT_EQ(locks.lock(second, &shared), 0);
    EXPECT_EQ(::fcntl(first, F_GETFD), -1);
    EXPECT_EQ(locks.lock(second, &none), 0);
    EXPECT_TRUE(locks.mayClose(second));
    ::close(second);
    ::close(lent);
}

TEST_F(OnSmb, AConnectionWhoseLocksTheDriveDidNotTakeBackHoldsUpNoOtherOneOfThisProgram) {
    look(*m_second);
    auto transaction = valueOf(WriteTransaction::begin(*m_first));
    expectDone(m_first->execute(u"INSERT INTO t VALUES (1)"_s));
    isGone = true;
    EXPECT_FALSE(transaction->commit());
    transaction.reset();
    m_first.reset();
    isGone = false;
    m_second->setBusyWait([](int) { return false; });
    look(*m_second);
    m_first = valueOf(Database::open(path(), Purpose::Writer));
    m_first->setBusyWait([](int) { return false; });
    expectDone(m_first->execute(u"INSERT INTO t VALUES (2)"_s));
    EXPECT_EQ(valueOf(m_second->single(u"SELECT count(*) FROM t"_s)).integer(), 1);
    EXPECT_TRUE(othersMayWrite());
}

// Half way between the shared and the exclusive lock nothing is held: when neither is given, the connection must not believe that it still reads.
TEST_F(OnSmb, AnUpgradeThatLosesBothLocksIsAnErrorAndNotAWait) {
    auto transaction = valueOf(WriteTransaction::begin(*m_first));
    expectDone(m_first->execute(u"INSERT INTO t VALUES (1)"_s));
    const int other = ::open(QFile::encodeName(path()).constData(), O_RDWR | O_CLOEXEC);
    struct flock shared = rangeOf(F_RDLCK);
    ASSERT_EQ(::fcntl(other, F_OFD_SETLK, &shared), 0);
    refusesShared = true;
    const auto committed = transaction->commit();
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().code, Code::Gone);
    EXPECT_TRUE(m_first->mustReopen());
    ::close(other);
}

#endif
