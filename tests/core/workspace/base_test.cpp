#include "customers/customer_repository.h"
#include "db/guard.h"
#include "db/share_system_calls.h"
#include "sharing/presence.h"
#include "sharing/who_is_at.h"
#include "support/temporary_base.h"
#include "tags/tag.h"

#include <QFile>
#include <QFileInfo>

#include <atomic>

using namespace kontor;
using namespace kontor::workspace;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

Result<Id> addNamed(Base &base, const QString &name) {
    NewCustomer draft;
    draft.customer.name = name;
    return base.write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); });
}

} // namespace

TEST(Base, KeepsItsSettingsAndItsOwnId) {
    TemporaryBase base({u"SE"_s, u"SEK"_s, u"Europe/Stockholm"_s, u"sv"_s});
    const QString id = base->id();
    EXPECT_FALSE(id.isEmpty());
    base.reopen();
    EXPECT_EQ(base->id(), id);
    EXPECT_EQ(base->settings().country, u"SE"_s);
    EXPECT_EQ(base->settings().currency, u"SEK"_s);
    EXPECT_EQ(base->clock().zone.id(), QByteArray("Europe/Stockholm"));
}

TEST(Base, RefusesSettingsThatItDoesNotKnowAndNamesThem) {
    TemporaryBase base;
    const auto field = [&](const BaseSettings &settings) {
        const QString path = base.folder() + u"/other.kontor"_s;
        const auto created = Base::create(path, settings, base.options(u"pc"_s, u"user"_s));
        EXPECT_FALSE(QFileInfo::exists(path));
        return created ? QByteArray() : created.error().field;
    };
    EXPECT_EQ(field({u"Sweden"_s}), "country");
    EXPECT_EQ(field({u"SE"_s, u"kr"_s}), "currency");
    EXPECT_EQ(field({u"SE"_s, u"SEK"_s, u"Mars/Olympus"_s}), "tz");
    EXPECT_EQ(field({u"SE"_s, u"SEK"_s, u"UTC"_s, u"tlh"_s}), "lang");
}

TEST(Base, DoesNotOverwriteAFileThatIsThere) {
    TemporaryBase base;
    const auto again = Base::create(base.path(), {}, base.options(u"pc"_s, u"user"_s));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Code::Invalid);
}

TEST(Base, GivesEachComputerItsOwnIds) {
    TemporaryBase first;
    auto second = first.openAs(u"pc-2"_s, u"Erik"_s);
    const Id one = valueOf(addNamed(*first, u"Anna"_s));
    const Id two = valueOf(addNamed(*second, u"Bo"_s));
    const Id three = valueOf(addNamed(*first, u"Cilla"_s));
    EXPECT_EQ(one.value >> kCounterBits, 0) << "the first PC's ids are small";
    EXPECT_EQ(two.value >> kCounterBits, 1);
    EXPECT_GT(three, one);
    EXPECT_LT(three.value, 100);
}

TEST(Base, NeverGivesAnIdASecondTime) {
    TemporaryBase base;
    const Id first = valueOf(addNamed(*base, u"Anna"_s));
    expectDone(base->write({u"edit"_s, "customer", first}, [&](Recorder &recorder) { return recorder.remove<Customer>(first); }));
    base.reopen();
    EXPECT_GT(valueOf(addNamed(*base, u"Bo"_s)), first);
}

// Their numbers hold the millisecond and few other digits: of so many some would be drawn twice.
TEST(Base, TakesManyActsOfOneMillisecond) {
    constexpr int kActs = 2'000;
    TemporaryBase base;
    for (const QString &pragma : {u"synchronous=OFF"_s, u"journal_mode=MEMORY"_s})
        expectDone(base->database().execute(u"PRAGMA "_s + pragma));
    for (int i = 0; i < kActs; ++i) {
        Tag tag;
        tag.name = u"tag %1"_s.arg(i);
        valueOf(base->write({u"tag"_s, "tag", {}}, [&](Recorder &recorder) { return recorder.insert(tag); }));
    }
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM operation"_s)).integer(), kActs);
}

TEST(Base, KeepsNothingWhenTheClosureFails) {
    TemporaryBase base;
    const auto failed = base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) -> Result<Id> {
        NewCustomer draft;
        draft.customer.name = u"Anna"_s;
        TRY_VOID(addCustomer(recorder, draft));
        return Error{Code::Invalid, u"no"_s, {}, {}};
    });
    EXPECT_FALSE(failed);
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM customer"_s)).integer(), 0);
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM operation"_s)).integer(), 0);
}

TEST(Base, LeavesNoTraceOfAnActThatChangesNothing) {
    TemporaryBase base;
    expectDone(base->write({u"edit"_s, "customer", {}}, [](Recorder &) { return Result<void>(); }));
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM operation"_s)).integer(), 0);
}

TEST(Base, OpenedForReadingRefusesToWrite) {
    TemporaryBase base;
    OpenOptions options = base.options(u"pc-1"_s, u"Maria"_s);
    options.readOnly = true;
    auto reader = valueOf(Base::open(base.path(), options));
    const auto written = addNamed(*reader, u"Anna"_s);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, Code::ReadOnly);
}

TEST(Base, OfAnOlderVersionThatCanOnlyBeReadSaysSoAndWhatToDo) {
    TemporaryBase base;
    expectDone(base->database().execute(u"DROP TABLE outcome"_s)); // as it was before its step
    expectDone(base->database().execute(u"PRAGMA user_version = 5"_s));
    OpenOptions options = base.options(u"pc-1"_s, u"Maria"_s);
    options.readOnly = true;
    const auto opened = Base::open(base.path(), options);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, Code::ReadOnly);
    EXPECT_TRUE(opened.error().message.contains(u"older version"_s)) << qPrintable(opened.error().message);
    EXPECT_TRUE(opened.error().message.contains(u"upgraded"_s)) << qPrintable(opened.error().message);
    options.takesOlder = true;
    EXPECT_TRUE(Base::open(base.path(), options)) << "it can be copied";
}

TEST(Base, IsUpgradedOnlyWhileNobodyElseHasItOpen) {
    TemporaryBase base;
    for (const char *sql : {"DROP INDEX task_external", "DROP INDEX support_case_external", "DROP INDEX attachment_interaction",
                            "ALTER TABLE attachment DROP COLUMN interaction_id", "ALTER TABLE import_row DROP COLUMN row_numbers",
                            "DROP TABLE not_duplicate"}) // as it was before the eighth step
        expectDone(base->database().execute(QString::fromLatin1(sql)));
    expectDone(base->database().execute(u"PRAGMA user_version = 7"_s));
    auto other = valueOf(sharing::Presence::join(base.path(), {u"pc-2"_s, u"Erik"_s, u"0.1"_s, u"local"_s, 1}));
    const auto opened = Base::open(base.path(), base.options(u"pc-1"_s, u"Maria"_s));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, Code::Refused);
    EXPECT_TRUE(opened.error().message.contains(u"pc-2 (Erik)"_s)) << qPrintable(opened.error().message);
    EXPECT_EQ(valueOf(base->database().single(u"PRAGMA user_version"_s)).integer(), 7);
    other.reset();
    auto upgraded = valueOf(Base::open(base.path(), base.options(u"pc-1"_s, u"Maria"_s)));
    EXPECT_GE(valueOf(upgraded->database().single(u"PRAGMA user_version"_s)).integer(), 8);
}

TEST(Base, RefusesADatabaseThatIsNotABase) {
    TemporaryBase base;
    const QString path = base.folder() + u"/other.db"_s;
    {
        auto other = valueOf(db::Database::open(path, db::Purpose::Writer, true));
        expectDone(other->execute(u"CREATE TABLE theirs (x)"_s));
    }
    const auto opened = Base::open(path, base.options(u"pc"_s, u"user"_s));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, Code::Corrupt);
}

TEST(Base, RefusesABaseOfANewerVersionWithASentence) {
    TemporaryBase base;
    expectDone(base->database().execute(u"PRAGMA user_version = 999"_s));
    const auto opened = Base::open(base.path(), base.options(u"pc"_s, u"user"_s));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, Code::Newer);
    EXPECT_TRUE(opened.error().message.contains(u"newer version"_s));
}

TEST(Base, IsNotWrittenByAnOlderProgramOnceAnotherComputerHasUpgradedIt) {
    TemporaryBase first;
    auto second = first.openAs(u"pc-2"_s, u"Erik"_s);
    valueOf(addNamed(*first, u"Anna"_s));
    expectDone(second->database().execute(u"PRAGMA user_version = 999"_s));
    const auto added = addNamed(*first, u"Bo"_s);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, Code::Newer);
    EXPECT_EQ(valueOf(second->database().single(u"SELECT count(*) FROM customer"_s)).integer(), 1);
}

// The drive failed while saving, and when it is back another file has the name.
TEST(Base, WritesNothingIntoAnotherBaseThatWasPutInItsPlace) {
    static std::atomic<qint64> nowMs;
    nowMs = 1'000;
    db::Guard::setClock([] { return nowMs.load(); });
    db::setDriveEverywhere(db::Drive::Network);
    TemporaryBase base;
    TemporaryBase other;
    int runs = 0;
    const auto added = base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) {
        ++runs;
        nowMs += 2 * db::kFenceMs;
        EXPECT_TRUE(QFile::rename(base.path(), base.path() + u".away"_s) && QFile::copy(other.path(), base.path()));
        NewCustomer draft;
        draft.customer.name = u"Anna"_s;
        return addCustomer(recorder, draft);
    });
    db::Guard::setClock(nullptr);
    db::setDriveEverywhere({});
    EXPECT_EQ(runs, 1);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, Code::Refused);
    EXPECT_EQ(addNamed(*base, u"Bo"_s).error().code, Code::Refused);
    EXPECT_EQ(valueOf(other->database().single(u"SELECT count(*) FROM customer"_s)).integer(), 0);
}
