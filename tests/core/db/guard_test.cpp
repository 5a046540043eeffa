#include "db/database.h"
#include "db/guard.h"
#include "db/guard_vfs.h"
#include "db/share_system_calls.h"
#include "support/temporary_base.h"

#include <QFile>

#include <gtest/gtest.h>

#include <atomic>

using namespace kontor;
using namespace kontor::db;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

std::atomic<qint64> nowMs;

// How many reads ("syscr") or writes ("syscw") this program has asked the system for; -1: it does not tell.
int callsSoFar(const QByteArray &kind) {
    QFile file(u"/proc/self/io"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith(kind + ": "))
            return line.mid(kind.size() + 2).toInt();
    return -1;
}
int writesSoFar() { return callsSoFar("syscw"); }
int readsSoFar() { return callsSoFar("syscr"); }

class GuardedFile : public testing::Test {
protected:
    GuardedFile() {
        nowMs = 1'000;
        setDriveEverywhere(Drive::Network);
        Guard::setClock([] { return nowMs.load(); });
        auto database = open();
        expectDone(database->execute(u"CREATE TABLE t (x)"_s));
    }
    ~GuardedFile() override {
        Guard::setClock(nullptr);
        setDriveEverywhere({});
    }

    QString path() const { return m_folder.filePath(u"file.db"_s); }
    std::unique_ptr<Database> open(Purpose purpose = Purpose::Writer) { return valueOf(Database::open(path(), purpose, true)); }
    static qint64 rows(Database &database) { return valueOf(database.single(u"SELECT count(*) FROM t"_s)).integer(); }
    QByteArray content(const QString &suffix = {}) const {
        QFile file(path() + suffix);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    // It is there and has nothing to roll back: other computers may know for a while longer that a file which was deleted is not there.
    bool isJournalCold() const { return content(u"-journal"_s).startsWith('\0'); }
    // As one leaves it that dies while it writes to the base.
    void makeJournalHot() const {
        QFile journal(path() + u"-journal"_s);
        ASSERT_TRUE(journal.open(QIODevice::ReadWrite));
        const QByteArray hot = kMagic + QByteArray::fromHex("00000000") + journal.read(28).mid(12);
        journal.seek(0);
        journal.write(hot);
    }
    static inline const QByteArray kMagic = QByteArray::fromHex("d9d505f920a163d7");
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(GuardedFile, IsOpenedByReadersAndWritersButNotByCaches) {
    EXPECT_TRUE(isGuarded(open(Purpose::Writer)->handle()));
    EXPECT_TRUE(isGuarded(open(Purpose::Reader)->handle()));
    auto cache = valueOf(Database::open(m_folder.filePath(u"cache.db"_s), Purpose::LocalCache, true));
    EXPECT_FALSE(isGuarded(cache->handle()));
}

TEST_F(GuardedFile, MayHaveAnyName) {
    for (const QString &name : {u"a?vfs=unix&b.db"_s, u"100% #1.db"_s, u"Åsa ё 王.db"_s, u"a b+c:d.db"_s}) {
        auto database = valueOf(Database::open(m_folder.filePath(name), Purpose::Writer, true));
        ASSERT_TRUE(database) << qPrintable(name);
        expectDone(database->execute(u"CREATE TABLE t (x)"_s));
        EXPECT_TRUE(QFile::exists(m_folder.filePath(name))) << qPrintable(name);
    }
}

// Each is a request to the server, or a call of the system.
TEST_F(GuardedFile, WritesItsJournalInFewPieces) {
    expectDone(open()->execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) "
                               "INSERT INTO t SELECT zeroblob(3000) FROM n"_s));
    const auto writesOf = [&](Drive drive) {
        setDriveEverywhere(drive);
        auto database = open();
        const int before = writesSoFar();
        expectDone(database->execute(u"UPDATE t SET x = randomblob(3000)"_s));
        return writesSoFar() - before;
    };
    if (writesSoFar() < 0)
        GTEST_SKIP() << "this system does not count writes";
    for (const Drive drive : {Drive::Local, Drive::Network})
        EXPECT_LT(writesOf(drive), 20) << "SQLite writes each page in three pieces to the journal and in one to the base";
}

// Such as a piece of an import: the journal takes more than can be written in one request.
TEST_F(GuardedFile, TakesTransactionsOfManyPages) {
    for (const Drive drive : {Drive::Local, Drive::Network, Drive::Smb}) {
        setDriveEverywhere(drive);
        auto database = open();
        for (const char *sql : {"DELETE FROM t",
                                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) "
                                "INSERT INTO t SELECT zeroblob(3000) FROM n",
                                "UPDATE t SET x = randomblob(3000)"})
            expectDone(database->execute(QString::fromLatin1(sql)));
        EXPECT_EQ(rows(*database), 900);
        EXPECT_EQ(valueOf(database->single(u"PRAGMA integrity_check"_s)).text(), u"ok"_s);
    }
}

// A list in another order than that of the rows.
TEST_F(GuardedFile, IsReadInBlocksByOneWhoReadsMuchOfIt) {
    constexpr int rowCount = 400;
    expectDone(open()->execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                               "INSERT INTO t SELECT zeroblob(3000) FROM n"_s.arg(rowCount)));
    if (readsSoFar() < 0)
        GTEST_SKIP() << "this system does not count reads";
    const auto readsOf = [&](Drive drive) {
        setDriveEverywhere(drive);
        auto database = open(Purpose::Reader);
        auto transaction = valueOf(ReadTransaction::begin(*database));
        const int before = readsSoFar();
        for (int i = 0; i < rowCount; ++i)
            EXPECT_EQ(valueOf(database->single(u"SELECT length(x) FROM t WHERE rowid = ?"_s, {1 + i * 37 % rowCount})).integer(),
                      3'000);
        return readsSoFar() - before;
    };
    EXPECT_GE(readsOf(Drive::Local), rowCount);
    EXPECT_LT(readsOf(Drive::Network), rowCount / 8);
}

TEST_F(GuardedFile, ShowsWhatOthersWroteToOneWhoReadItInBlocks) {
    constexpr int rowCount = 200;
    auto writer = open();
    expectDone(writer->execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                               "INSERT INTO t SELECT 'old' || zeroblob(3000) FROM n"_s.arg(rowCount)));
    auto reader = open(Purpose::Reader);
    const auto count = [&](const QString &begin) {
        return valueOf(reader->single(u"SELECT count(*) FROM t WHERE substr(x, 1, 3) = ?"_s, {begin})).integer();
    };
    EXPECT_EQ(count(u"old"_s), rowCount);
    expectDone(writer->execute(u"UPDATE t SET x = 'new' || substr(x, 4)"_s));
    EXPECT_EQ(count(u"old"_s), 0);
    EXPECT_EQ(count(u"new"_s), rowCount);
    auto transaction = valueOf(WriteTransaction::begin(*writer));
    expectDone(writer->execute(u"UPDATE t SET x = 'own' || substr(x, 4) WHERE rowid % 2 = 0"_s));
    EXPECT_EQ(valueOf(writer->single(u"SELECT count(*) FROM t WHERE substr(x, 1, 3) = 'own'"_s)).integer(), rowCount / 2);
    expectDone(transaction->commit());
    EXPECT_EQ(count(u"own"_s), rowCount / 2);
}

TEST_F(GuardedFile, IsRolledBackByOneWhoSawAMomentAgoThatThereWasNothingToRollBack) {
    for (const Drive drive : {Drive::Network, Drive::Smb}) {
        setDriveEverywhere(drive);
        nowMs = 1'000;
        auto reader = open(Purpose::Reader);
        EXPECT_EQ(rows(*reader), 0);
        {
            auto database = open();
            auto transaction = valueOf(WriteTransaction::begin(*database));
            expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
            nowMs += kFenceMs + 1;
            EXPECT_FALSE(transaction->commit());
        }
        makeJournalHot();
        EXPECT_EQ(rows(*reader), 0);
        EXPECT_TRUE(isJournalCold());
    }
}

TEST_F(GuardedFile, LeavesAWalFileOfSomebodyElseAlone) {
    QFile wal(path() + u"-wal"_s);
    ASSERT_TRUE(wal.open(QIODevice::WriteOnly));
    wal.write("left behind");
    wal.close();
    auto database = open();
    expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
    EXPECT_EQ(rows(*database), 1);
    EXPECT_EQ(content(u"-wal"_s), "left behind");
}

TEST_F(GuardedFile, IsWrittenAsLongAsTheLockIsYoung) {
    auto database = open();
    auto transaction = valueOf(WriteTransaction::begin(*database));
    expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
    nowMs += kFenceMs;
    expectDone(transaction->commit());
    EXPECT_EQ(rows(*database), 1);
}

// Others wrote while this one slept: what it had in hand must not go over theirs.
TEST_F(GuardedFile, IsNotTouchedByOneWhoSleptInATransaction) {
    auto database = open();
    auto transaction = valueOf(WriteTransaction::begin(*database));
    expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
    const QByteArray before = content();
    nowMs += kFenceMs + 1;
    const auto committed = transaction->commit();
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().code, Code::Gone);
    transaction.reset();
    EXPECT_EQ(content(), before);
    EXPECT_TRUE(database->mustReopen());
    expectDone(database->reopen());
    EXPECT_FALSE(database->mustReopen());
    EXPECT_EQ(rows(*database), 0);
    expectDone(database->execute(u"INSERT INTO t VALUES (2)"_s));
    EXPECT_EQ(rows(*database), 1);
}

// The drive gave the lock to another one and back again, without a word: the file itself tells.
TEST_F(GuardedFile, IsNotTouchedWhenSomebodyElseWroteUnderOurLock) {
    auto database = open();
    auto transaction = valueOf(WriteTransaction::begin(*database));
    expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
    {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        file.seek(kVersionOffset);
        file.write(QByteArray("\0\0\1\0", 4));
    }
    const QByteArray before = content();
    EXPECT_FALSE(transaction->commit());
    transaction.reset();
    EXPECT_EQ(content(), before);
    EXPECT_TRUE(database->mustReopen());
}

// No disk takes a lock away: whoever works long or slept there goes on.
TEST_F(GuardedFile, HasNoFenceOnADisk) {
    setDriveEverywhere(Drive::Local);
    auto database = open();
    auto transaction = valueOf(WriteTransaction::begin(*database));
    expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
    nowMs += 10 * kFenceMs;
    expectDone(transaction->commit());
    EXPECT_EQ(rows(*database), 1);
}

TEST_F(GuardedFile, MayBeUpgradedForLonger) {
    auto database = open();
    database->setFence(false);
    auto transaction = valueOf(WriteTransaction::begin(*database));
    expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
    nowMs += 10 * kFenceMs;
    expectDone(transaction->commit());
    EXPECT_EQ(rows(*database), 1);
}

TEST_F(GuardedFile, TellsStatementsOfAConnectionThatWasOpenedAnew) {
    auto database = open();
    auto bulk = database->prepareBulk(u"INSERT INTO t VALUES (?)"_s);
    auto query = database->prepare(u"SELECT 1"_s);
    ASSERT_TRUE(bulk && query);
    expectDone(database->reopen());
    bulk->bind(0, qint64(7));
    EXPECT_FALSE(bulk->execute());
    EXPECT_FALSE(query->execute({}));
    EXPECT_EQ(rows(*database), 0);
}

TEST_F(GuardedFile, IsGoneWhenItCannotBeOpenedAnew) {
    auto database = open();
    ASSERT_TRUE(QFile::rename(path(), path() + u".away"_s));
    ASSERT_FALSE(database->reopen());
    EXPECT_TRUE(database->mustReopen());
    EXPECT_EQ(database->execute(u"INSERT INTO t VALUES (1)"_s).error().code, Code::Gone);
    database->interrupt();
    ASSERT_TRUE(QFile::rename(path() + u".away"_s, path()));
    expectDone(database->reopen());
    EXPECT_EQ(rows(*database), 0);
}

// Where locks lie, a journal may be another computer's that is saving at this moment: rolling it back would destroy the file.
TEST_F(GuardedFile, IsNotRolledBackByAnOnlooker) {
    {
        auto database = open();
        auto transaction = valueOf(WriteTransaction::begin(*database));
        expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
        nowMs += kFenceMs + 1;
        EXPECT_FALSE(transaction->commit());
    }
    makeJournalHot();
    const QByteArray before = content();
    const auto onlooker = Database::open(path(), Purpose::Onlooker);
    ASSERT_FALSE(onlooker);
    EXPECT_EQ(onlooker.error().code, Code::Busy);
    EXPECT_EQ(content(), before);
    EXPECT_EQ(content(u"-journal"_s).left(8), kMagic);
    EXPECT_EQ(rows(*open(Purpose::Reader)), 0);
    EXPECT_TRUE(isJournalCold()) << "whoever may write has rolled back";
}

TEST_F(GuardedFile, IsOnlyLookedAtFromTheMomentThatItsLocksWereFoundToLie) {
    auto database = open();
    expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
    expectDone(database->becomeOnlooker());
    EXPECT_EQ(rows(*database), 1);
    EXPECT_EQ(database->execute(u"INSERT INTO t VALUES (2)"_s).error().code, Code::ReadOnly);
}

TEST_F(GuardedFile, IsNotMadeAnewWhenItWentAwayJustBeforeItWasOpened) {
    EXPECT_FALSE(Database::open(m_folder.filePath(u"gone.db"_s), Purpose::Reader));
    auto database = open();
    ASSERT_TRUE(QFile::remove(path()));
    EXPECT_FALSE(database->reopen());
    EXPECT_FALSE(QFile::exists(path()));
}
