#include "db/backup.h"
#include "db/database.h"
#include "support/temporary_base.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <thread>

using namespace kontor;
using namespace kontor::db;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class DatabaseFile : public testing::Test {
protected:
    QString path() const { return m_folder.filePath(u"file.db"_s); }
    std::unique_ptr<Database> open(Purpose purpose = Purpose::Writer) { return valueOf(Database::open(path(), purpose, true)); }
    QTemporaryDir m_folder;
};

// The texts of all that is prepared on a connection, with the values that are bound.
QStringList preparedOn(const Database &database) {
    QStringList texts;
    for (sqlite3_stmt *at = sqlite3_next_stmt(database.handle(), nullptr); at; at = sqlite3_next_stmt(database.handle(), at)) {
        char *text = sqlite3_expanded_sql(at);
        texts << QString::fromUtf8(text);
        sqlite3_free(text);
    }
    return texts;
}

} // namespace

TEST_F(DatabaseFile, HasTheSettingsThatASharedFileNeeds) {
    auto database = open();
    const auto pragma = [&](const QString &name) { return valueOf(database->single(u"PRAGMA "_s + name)).text(); };
    EXPECT_EQ(pragma(u"journal_mode"_s), u"persist"_s);
    EXPECT_EQ(pragma(u"synchronous"_s), u"2"_s);
    EXPECT_EQ(pragma(u"cache_spill"_s), u"0"_s);
    EXPECT_EQ(pragma(u"mmap_size"_s), u"0"_s);
    EXPECT_EQ(pragma(u"temp_store"_s), u"2"_s);
    EXPECT_EQ(pragma(u"foreign_keys"_s), u"1"_s);
    EXPECT_EQ(pragma(u"trusted_schema"_s), u"0"_s);
    EXPECT_EQ(pragma(u"secure_delete"_s), u"1"_s);
    EXPECT_EQ(pragma(u"journal_size_limit"_s), u"-1"_s);
}

TEST_F(DatabaseFile, ThatAnotherProgramSwitchedToWalIsRefused) {
    {
        auto cache = open(Purpose::LocalCache);
        expectDone(cache->execute(u"CREATE TABLE t (x)"_s));
    }
    const auto reader = Database::open(path(), Purpose::Reader);
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, Code::Refused);
}

TEST_F(DatabaseFile, ThatIsMissingIsGoneAndNotMade) {
    const auto opened = Database::open(path(), Purpose::Writer);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, Code::Gone);
    EXPECT_FALSE(QFile::exists(path()));
}

TEST_F(DatabaseFile, ThatIsNoDatabaseIsCalledSo) {
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    const auto opened = Database::open(path(), Purpose::Writer);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, Code::Corrupt);
}

TEST_F(DatabaseFile, GivesBackEveryShapeOfValue) {
    auto database = open();
    expectDone(database->execute(u"CREATE TABLE t (a ANY, b ANY, c ANY, d ANY, e ANY) STRICT"_s));
    const Values values{Value(qint64(1) << 41), Value(1.5), Value(u"Åsa ё 王"_s), Value(QByteArray("\0\1\2", 3)), Value()};
    expectDone(database->execute(u"INSERT INTO t VALUES (?, ?, ?, ?, ?)"_s, values));
    auto row = database->query(u"SELECT * FROM t"_s);
    ASSERT_TRUE(row);
    ASSERT_TRUE(valueOf(row->next()));
    auto bulk = database->prepareBulk(u"SELECT * FROM t"_s);
    ASSERT_TRUE(bulk);
    ASSERT_TRUE(valueOf(bulk->next()));
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(row->value(i), values[i]) << i;
        EXPECT_EQ(bulk->value(i), values[i]) << i;
    }
}

TEST_F(DatabaseFile, KeepsNothingOfATransactionThatWasNotCommitted) {
    auto database = open();
    expectDone(database->execute(u"CREATE TABLE t (x)"_s));
    {
        auto transaction = valueOf(WriteTransaction::begin(*database));
        expectDone(database->execute(u"INSERT INTO t VALUES (1)"_s));
    }
    EXPECT_EQ(valueOf(database->single(u"SELECT count(*) FROM t"_s)).integer(), 0);
}

TEST_F(DatabaseFile, HasItsJournalOnTheDriveBeforeACommitShutsOthersOut) {
    auto database = open();
    expectDone(database->executeScript(u"CREATE TABLE t (x); INSERT INTO t VALUES (1);"_s));
    const auto journal = [&] {
        QFile file(path() + u"-journal"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    auto transaction = valueOf(WriteTransaction::begin(*database));
    expectDone(database->execute(u"UPDATE t SET x = 2"_s));
    const QByteArray before = journal();
    transaction->syncJournal();
    EXPECT_NE(journal(), before);
    auto reader = open(Purpose::Reader);
    EXPECT_EQ(valueOf(reader->single(u"SELECT x FROM t"_s)).integer(), 1) << "others still read";
    expectDone(transaction->commit());
    EXPECT_EQ(valueOf(reader->single(u"SELECT x FROM t"_s)).integer(), 2);
}

TEST_F(DatabaseFile, LetsACommitComeBetweenTwoPiecesOfAReading) {
    auto writer = open();
    expectDone(writer->executeScript(u"CREATE TABLE t (x); INSERT INTO t VALUES (1);"_s));
    auto database = open(Purpose::Reader);
    expectDone(database->letOthersCommit()); // outside of a transaction: nothing
    auto reading = valueOf(ReadTransaction::begin(*database));
    expectDone(database->letOthersCommit()); // no lock was taken yet
    EXPECT_EQ(valueOf(database->single(u"SELECT x FROM t"_s)).integer(), 1);
    writer->setBusyWait([](int) { return false; });
    EXPECT_EQ(writer->execute(u"UPDATE t SET x = 2"_s).error().code, Code::Busy);
    expectDone(database->letOthersCommit());
    expectDone(writer->execute(u"UPDATE t SET x = 2"_s));
    EXPECT_EQ(valueOf(database->single(u"SELECT x FROM t"_s)).integer(), 2);
}

TEST_F(DatabaseFile, SaysBusyWhenItIsToldNotToWaitLonger) {
    auto first = open();
    auto second = open();
    int asked = 0;
    second->setBusyWait([&asked](int) { return ++asked < 3; });
    auto transaction = valueOf(WriteTransaction::begin(*first));
    const auto late = WriteTransaction::begin(*second);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, Code::Busy);
    EXPECT_EQ(asked, 3);
}

TEST_F(DatabaseFile, StopsALongQueryWhenInterrupted) {
    auto database = open();
    auto rows = database->prepareBulk(u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"_s);
    ASSERT_TRUE(rows);
    ASSERT_TRUE(valueOf(rows->next()));
    std::thread([&database] { database->interrupt(); }).join();
    bool cancelled = false;
    for (int i = 0; i < 1'000'000 && !cancelled; ++i) {
        const auto next = rows->next();
        cancelled = !next && next.error().code == Code::Cancelled;
    }
    EXPECT_TRUE(cancelled);
}

TEST_F(DatabaseFile, IsBackedUpWithoutOverwritingAnything) {
    auto database = open();
    expectDone(database->execute(u"CREATE TABLE t (x)"_s));
    expectDone(database->execute(u"INSERT INTO t VALUES (42)"_s));
    const QString copy = m_folder.filePath(u"copy.db"_s);
    expectDone(backup(*database, copy));
    auto opened = valueOf(Database::open(copy, Purpose::Reader));
    EXPECT_EQ(valueOf(opened->single(u"SELECT x FROM t"_s)).integer(), 42);
    const auto again = backup(*database, copy);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Code::Invalid);
    EXPECT_FALSE(QFile::exists(copy + u".part"_s));
}

TEST_F(DatabaseFile, NamesBrokenLinksAsProblems) {
    auto database = open();
    expectDone(database->executeScript(u"CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id));"
                                       "PRAGMA foreign_keys=OFF; INSERT INTO b VALUES (7);"_s));
    EXPECT_EQ(valueOf(structuralProblems(*database, true)).size(), 1);
}

TEST_F(DatabaseFile, NeverPutsABoundValueIntoAnError) {
    auto database = open();
    expectDone(database->execute(u"CREATE TABLE t (x TEXT UNIQUE)"_s));
    expectDone(database->execute(u"INSERT INTO t VALUES (?)"_s, {u"secret"_s}));
    const auto twice = database->execute(u"INSERT INTO t VALUES (?)"_s, {u"secret"_s});
    ASSERT_FALSE(twice);
    EXPECT_FALSE((twice.error().message + twice.error().detail).contains(u"secret"_s));
}

TEST_F(DatabaseFile, PreparesAStatementOnceAndKeepsNoneOfItsValues) {
    auto database = open();
    expectDone(database->execute(u"CREATE TABLE t (a TEXT)"_s));
    const qsizetype before = preparedOn(*database).size();
    for (const QString &name : {u"Anna"_s, u"Berit"_s, u"Cecilia"_s})
        expectDone(database->execute(u"INSERT INTO t VALUES (?)"_s, {name}));
    EXPECT_EQ(valueOf(database->single(u"SELECT max(a) FROM t"_s)).text(), u"Cecilia"_s);
    const QStringList prepared = preparedOn(*database);
    EXPECT_EQ(prepared.size(), before + 2);
    EXPECT_TRUE(prepared.contains(u"INSERT INTO t VALUES (NULL)"_s)) << prepared.join(u'|').toStdString();
}

TEST_F(DatabaseFile, PreparesTheSameTextTwiceWhereBothAreInUse) {
    auto database = open();
    expectDone(database->executeScript(u"CREATE TABLE t (a); INSERT INTO t VALUES (1), (2);"_s));
    const QString sql = u"SELECT a FROM t ORDER BY a"_s;
    auto first = database->cached(sql);
    EXPECT_TRUE(first && valueOf((*first)->next()));
    EXPECT_EQ(valueOf(database->single(sql)).integer(), 1);
    EXPECT_TRUE(first && valueOf((*first)->next()));
    EXPECT_EQ((*first)->integer(0), 2);
}

TEST_F(DatabaseFile, KeepsAHundredStatementsNotThousands) {
    auto database = open();
    for (int i = 0; i < 1'000; ++i)
        EXPECT_EQ(valueOf(database->single(u"SELECT %1"_s.arg(i))).integer(), i);
    EXPECT_LE(preparedOn(*database).size(), 100);
}

TEST_F(DatabaseFile, SaysWhenValuesAndPlacesDoNotMatch) {
    auto database = open();
    const auto done = database->execute(u"SELECT ?"_s);
    EXPECT_FALSE(done);
}
