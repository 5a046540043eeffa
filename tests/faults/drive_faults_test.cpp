// Every request of a base's files fails once, in every way, in everything that a person does: each time either it is done, or an error says so and
// nothing of it is there; the base is sound, and the same act can be done right afterwards.
#include "fault_vfs.h"

#include "customers/customer_repository.h"
#include "db/backup.h"
#include "db/migrator.h"
#include "exchange/importer.h"
#include "records/check.h"
#include "support/temporary_base.h"
#include "workspace/undo.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::workspace;
using namespace Qt::StringLiterals;

namespace {

constexpr Fault kFaults[] = {Fault::IoError, Fault::ShortWrite, Fault::FullDisk, Fault::LostLock, Fault::Stall};
constexpr int kMostPerFault = 40; // of a long act every so many requests

const char *nameOf(Fault fault) {
    switch (fault) {
    case Fault::None: return "nothing";
    case Fault::IoError: return "I/O error";
    case Fault::ShortWrite: return "short write";
    case Fault::FullDisk: return "full disk";
    case Fault::LostLock: return "lost lock";
    case Fault::Stall: return "stall";
    }
    return "";
}

class DriveFault : public testing::Test {
protected:
    DriveFault() {
        FaultVfs::install();
        FaultVfs::disarm();
        auto base = valueOf(Base::create(path(), {}, options()));
        m_first = valueOf(add(*base, u"Ada Before"_s));
        m_lastOperation = valueOf(base->lastOperationId());
        base.reset();
        QFile::copy(path(), m_folder.filePath(u"original"_s));
    }

    QString path() const { return m_folder.filePath(u"test.kontor"_s); }
    OpenOptions options() const {
        return {u"Maria"_s, u"pc-1"_s, u"pc-1"_s, m_folder.filePath(u"cache"_s), false, records::catalogue()};
    }

    static Result<Id> add(Base &base, const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.phones << u"+46701234567"_s;
        return base.write({u"add"_s, Customer::kTable, {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); });
    }
    static qint64 count(Base &base, const QString &name) {
        return valueOf(base.database().single(u"SELECT count(*) FROM customer WHERE name LIKE ?"_s, {name})).integer();
    }

    void renew() {
        for (const QString &suffix : {QString(), u"-journal"_s})
            QFile::remove(path() + suffix);
        QFile::copy(m_folder.filePath(u"original"_s), path());
    }
    std::unique_ptr<Base> openSound(const std::string &where) {
        FaultVfs::disarm();
        auto opened = Base::open(path(), options());
        EXPECT_TRUE(opened) << where << (opened ? "" : qPrintable(opened.error().message + opened.error().detail));
        if (!opened)
            return nullptr;
        const QStringList problems = valueOf(records::problems(**opened, true));
        EXPECT_TRUE(problems.isEmpty()) << where << qPrintable(problems.join(u'\n'));
        return std::move(*opened);
    }

    // `act`: with a base that is open; what it returns says whether it was done. `check`: with the base opened anew afterwards.
    using Act = std::function<Result<void>(Base &)>;
    using Check = std::function<void(Base &, const Result<void> &, const std::string &)>;
    void atEveryRequest(const Act &act, const Check &check) {
        for (const Fault fault : kFaults) {
            renew();
            auto base = valueOf(Base::open(path(), options()));
            FaultVfs::arm(fault, 0);
            expectDone(act(*base));
            const int requests = FaultVfs::requests();
            base.reset();
            const int stride = 1 + requests / kMostPerFault;
            m_struck = 0;
            int tried = 0;
            for (int request = 1; request <= requests; request += stride, ++tried)
                once(fault, request, act, check);
            EXPECT_GE(m_struck, tried - 1) << nameOf(
                fault); // the last request of a run may be one that another run does not need
            EXPECT_GT(tried, 0) << nameOf(fault);
        }
    }
    void once(Fault fault, int request, const Act &act, const Check &check) {
        const std::string where = std::string(nameOf(fault)) + " at request " + std::to_string(request) + ": ";
        renew();
        auto base = valueOf(Base::open(path(), options()));
        FaultVfs::arm(fault, request);
        const Result<void> done = act(*base);
        m_struck += FaultVfs::hasStruck();
        FaultVfs::disarm();
        if (!done) {
            EXPECT_FALSE(done.error().message.isEmpty()) << where;
            EXPECT_NE(done.error().code, Code::Internal) << where << qPrintable(done.error().message + done.error().detail);
        }
        base.reset();
        if (auto again = openSound(where))
            check(*again, done, where);
    }

    QTemporaryDir m_folder;
    Id m_first;
    qint64 m_lastOperation = 0;
    int m_struck = 0; // of the fault in hand
};

Result<void> plain(const Result<Id> &result) { return result ? Result<void>() : Result<void>(result.error()); }

} // namespace

TEST_F(DriveFault, InASaveLosesNothingAndSavesNothingTwice) {
    int repeated = 0;
    atEveryRequest([](Base &base) { return plain(add(base, u"Ben Saved"_s)); },
                   [&](Base &base, const Result<void> &done, const std::string &where) {
                       EXPECT_EQ(count(base, u"Ben Saved"_s), done ? 1 : 0) << where;
                       EXPECT_EQ(count(base, u"Ada Before"_s), 1) << where;
                       repeated += done.has_value();
                   });
    EXPECT_GT(repeated, 0);
}

TEST_F(DriveFault, ThatPassesIsNotEvenNoticedInASave) {
    for (const Fault fault : {Fault::IoError, Fault::ShortWrite, Fault::LostLock, Fault::Stall}) {
        renew();
        auto base = valueOf(Base::open(path(), options()));
        FaultVfs::arm(fault, 5);
        EXPECT_TRUE(add(*base, u"Ben Saved"_s)) << nameOf(fault);
        FaultVfs::disarm();
        EXPECT_TRUE(add(*base, u"Cia Next"_s)) << nameOf(fault);
        EXPECT_EQ(count(*base, u"Ben Saved"_s), 1) << nameOf(fault);
    }
}

TEST_F(DriveFault, ThatComesOfALostLockIsNoDamage) {
    const auto look = [](Base &base) {
        return base.read([](db::Database &database) { return database.single(u"SELECT count(*) FROM customer"_s); });
    };
    auto base = valueOf(Base::open(path(), options()));
    FaultVfs::setRefusing(true);
    const auto read = look(*base);
    const auto written = add(*base, u"Ben Lost"_s);
    FaultVfs::setRefusing(false);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Code::Gone);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, Code::Gone);
    EXPECT_EQ(valueOf(look(*base)).integer(), 1);
    EXPECT_FALSE(base->isDamaged());
}

TEST_F(DriveFault, InAnOpeningSpoilsNothing) {
    for (const Fault fault : kFaults) {
        renew();
        FaultVfs::arm(fault, 0);
        valueOf(Base::open(path(), options())).reset();
        const int requests = FaultVfs::requests();
        for (int request = 1; request <= requests; ++request) {
            const std::string where = std::string(nameOf(fault)) + " at request " + std::to_string(request) + ": ";
            FaultVfs::arm(fault, request);
            const auto opened = Base::open(path(), options());
            if (!opened) {
                EXPECT_NE(opened.error().code, Code::Internal) << where << qPrintable(opened.error().detail);
            }
            if (auto again = openSound(where)) {
                EXPECT_EQ(count(*again, u"Ada Before"_s), 1) << where;
            }
        }
    }
}

TEST_F(DriveFault, InAnImportBringsAllRowsOrNone) {
    const QString csv = m_folder.filePath(u"many.csv"_s);
    QFile file(csv);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("name,phone\n");
    for (int i = 0; i < 300; ++i)
        file.write(QByteArray("Dan Import ") + QByteArray::number(i) + ",+467012" + QByteArray::number(10'000 + i) + '\n');
    file.close();
    atEveryRequest(
        [&](Base &base) {
            auto report = exchange::importFiles(base, {csv});
            return report ? Result<void>() : Result<void>(report.error());
        },
        [&](Base &base, const Result<void> &done, const std::string &where) {
            EXPECT_EQ(count(base, u"Dan Import%"_s), done ? 300 : 0) << where;
        });
}

TEST_F(DriveFault, InAnUndoTakesBackAllOrNothing) {
    atEveryRequest(
        [&](Base &base) {
            auto outcome = workspace::undo(base, m_lastOperation);
            return outcome ? Result<void>() : Result<void>(outcome.error());
        },
        [&](Base &base, const Result<void> &done, const std::string &where) {
            EXPECT_EQ(count(base, u"Ada Before"_s), done ? 0 : 1) << where;
        });
}

TEST_F(DriveFault, InABackupLeavesNoHalfCopy) {
    const QString copy = m_folder.filePath(u"copy.kontor"_s);
    atEveryRequest(
        [&](Base &base) {
            QFile::remove(copy);
            return db::backup(base.database(), copy);
        },
        [&](Base &base, const Result<void> &done, const std::string &where) {
            EXPECT_EQ(count(base, u"Ada Before"_s), 1) << where;
            EXPECT_EQ(QFile::exists(copy), done.has_value()) << where;
            EXPECT_FALSE(QFile::exists(copy + u".part"_s)) << where;
        });
}

TEST_F(DriveFault, InAnUpgradeLeavesTheOldOrTheNewVersion) {
    db::MigrationPlan plan = migrationPlan(path());
    plan.backupPath = m_folder.filePath(u"before.kontor"_s);
    const int old = plan.newestVersion();
    plan.steps.append({old + 1, u"CREATE TABLE later (x TEXT); INSERT INTO later SELECT name FROM customer"_s});
    for (const Fault fault : kFaults) {
        int requests = 1;
        for (int request = 0; request <= requests; ++request) {
            const std::string where = std::string(nameOf(fault)) + " at request " + std::to_string(request) + ": ";
            renew();
            QFile::remove(plan.backupPath);
            auto database = valueOf(db::Database::open(path(), db::Purpose::Writer));
            FaultVfs::arm(fault, request);
            const auto done = db::migrate(*database, plan);
            if (request == 0)
                requests = FaultVfs::requests();
            FaultVfs::disarm();
            database.reset();
            database = valueOf(db::Database::open(path(), db::Purpose::Writer));
            const qint64 version = valueOf(database->single(u"PRAGMA user_version"_s)).integer();
            EXPECT_TRUE(version == old + 1 || (version == old && !done)) << where << version;
            EXPECT_EQ(valueOf(database->single(u"SELECT count(*) FROM sqlite_schema WHERE name = 'later'"_s)).integer(),
                      version - old)
                << where;
            EXPECT_TRUE(valueOf(db::structuralProblems(*database, true)).isEmpty()) << where;
        }
    }
}
