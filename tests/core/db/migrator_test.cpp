#include "db/migrator.h"
#include "support/temporary_base.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace kontor;
using namespace kontor::db;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kOurs = 0x1234;

class Migrator : public testing::Test {
protected:
    QString path() const { return m_folder.filePath(u"base.db"_s); }
    QString copyPath() const { return m_folder.filePath(u"copy.db"_s); }
    std::unique_ptr<Database> open() { return valueOf(Database::open(path(), Purpose::Writer, true)); }
    MigrationPlan plan(int newest) const {
        const QList<Migration> steps{{1, u"CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT)"_s},
                                     {2, u"ALTER TABLE a ADD COLUMN y INTEGER"_s,
                                      [](Database &database) { return database.execute(u"UPDATE a SET y = length(x)"_s); }},
                                     {3, u"CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a (id))"_s}};
        return {kOurs, steps.mid(0, newest), copyPath()};
    }
    QStringList columns(Database &database, const QString &table) {
        auto rows = database.query(u"SELECT name FROM pragma_table_info(?)"_s, {table});
        QStringList names;
        while (rows && valueOf(rows->next()))
            names << rows->text(0);
        return names;
    }
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(Migrator, ReplaysAllStepsOnAFreshBase) {
    auto database = open();
    expectDone(migrate(*database, plan(3)));
    EXPECT_EQ(valueOf(database->single(u"PRAGMA user_version"_s)).integer(), 3);
    EXPECT_EQ(valueOf(database->single(u"PRAGMA application_id"_s)).integer(), kOurs);
    EXPECT_EQ(columns(*database, u"a"_s), QStringList({u"id"_s, u"x"_s, u"y"_s}));
    EXPECT_FALSE(QFile::exists(copyPath())) << "a fresh base needs no copy";
}

TEST_F(Migrator, UpgradesWithACopyOfTheOldBaseKept) {
    auto database = open();
    expectDone(migrate(*database, plan(1)));
    expectDone(database->execute(u"INSERT INTO a VALUES (1, 'four')"_s));
    expectDone(migrate(*database, plan(3)));
    EXPECT_EQ(valueOf(database->single(u"SELECT y FROM a"_s)).integer(), 4);
    auto copy = valueOf(Database::open(copyPath(), Purpose::Reader));
    EXPECT_EQ(valueOf(copy->single(u"PRAGMA user_version"_s)).integer(), 1);
    EXPECT_EQ(columns(*copy, u"a"_s), QStringList({u"id"_s, u"x"_s}));
}

TEST_F(Migrator, LeavesANewerBaseUntouched) {
    QByteArray before;
    {
        auto database = open();
        expectDone(migrate(*database, plan(3)));
    }
    const auto bytes = [&] {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    before = bytes();
    auto database = open();
    const auto result = migrate(*database, plan(2));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Code::Newer);
    EXPECT_FALSE(result.error().message.isEmpty());
    database.reset();
    EXPECT_EQ(bytes(), before);
}

TEST_F(Migrator, RollsEverythingBackWhenAStepFails) {
    auto database = open();
    expectDone(migrate(*database, plan(1)));
    expectDone(database->execute(u"INSERT INTO a VALUES (1, 'kept')"_s));
    MigrationPlan broken = plan(2);
    broken.steps << Migration{3, u"CREATE TABLE c (x); INSERT INTO nowhere VALUES (1)"_s};
    EXPECT_FALSE(migrate(*database, broken));
    EXPECT_EQ(valueOf(database->single(u"PRAGMA user_version"_s)).integer(), 1);
    EXPECT_EQ(columns(*database, u"a"_s), QStringList({u"id"_s, u"x"_s}));
    EXPECT_TRUE(columns(*database, u"c"_s).isEmpty());
    EXPECT_EQ(valueOf(database->single(u"SELECT x FROM a"_s)).text(), u"kept"_s);
    EXPECT_EQ(valueOf(database->single(u"PRAGMA foreign_keys"_s)).integer(), 1);
}

TEST_F(Migrator, ChecksForeignKeysAtTheEnd) {
    auto database = open();
    expectDone(migrate(*database, plan(1)));
    MigrationPlan breaking = plan(3);
    breaking.steps << Migration{4, u"INSERT INTO b VALUES (1, 99)"_s};
    const auto result = migrate(*database, breaking);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Code::Corrupt);
    EXPECT_EQ(valueOf(database->single(u"PRAGMA user_version"_s)).integer(), 1);
}

TEST_F(Migrator, DoesNotTouchTheBaseWhenTheCopyCannotBeMade) {
    auto database = open();
    expectDone(migrate(*database, plan(1)));
    MigrationPlan upgrade = plan(3);
    upgrade.backupPath = m_folder.filePath(u"no such folder/copy.db"_s);
    EXPECT_FALSE(migrate(*database, upgrade));
    EXPECT_EQ(valueOf(database->single(u"PRAGMA user_version"_s)).integer(), 1);
}

TEST_F(Migrator, RefusesTheDatabaseOfAnotherProgram) {
    auto database = open();
    expectDone(database->execute(u"CREATE TABLE theirs (x)"_s));
    const auto result = migrate(*database, plan(3));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Code::Corrupt);
    EXPECT_TRUE(columns(*database, u"a"_s).isEmpty());
}
