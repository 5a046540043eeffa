#include "customers/customer_repository.h"
#include "support/temporary_base.h"
#include "workspace/bulk_operation.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace kontor;
using namespace kontor::workspace;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000; // only a hang reaches it

class WorkspaceOnABase : public testing::Test {
protected:
    void SetUp() override { workspace = valueOf(Workspace::open(base.path(), base.options(u"pc-1"_s, u"Maria"_s))); }
    void add(const QString &name, QObject *context, std::function<void(Result<Id>)> done) {
        NewCustomer draft;
        draft.customer.name = name;
        workspace->write(
            {u"add"_s, "customer", {}}, [draft](Recorder &recorder) { return addCustomer(recorder, draft); }, context,
            std::move(done));
    }
    Id addAndWait(const QString &name) {
        std::optional<Id> added;
        add(name, &context, [&](Result<Id> id) { added = valueOf(id); });
        EXPECT_TRUE(QTest::qWaitFor([&] { return added.has_value(); }, kPatienceMs));
        return added.value_or(Id{});
    }
    TemporaryBase base;
    QObject context;
    std::unique_ptr<Workspace> workspace;
};

} // namespace

TEST_F(WorkspaceOnABase, ReadsElsewhereAndAnswersOnTheThreadThatAsked) {
    addAndWait(u"Anna"_s);
    QThread *readOn = nullptr;
    QThread *answeredOn = nullptr;
    qint64 count = -1;
    workspace->read(
        &context,
        [&readOn](db::Database &database) -> Result<qint64> {
            readOn = QThread::currentThread();
            TRY(number, database.single(u"SELECT count(*) FROM customer"_s));
            return number.integer();
        },
        [&](Result<qint64> result) {
            answeredOn = QThread::currentThread();
            count = valueOf(result);
        });
    ASSERT_TRUE(QTest::qWaitFor([&] { return count >= 0; }, kPatienceMs));
    EXPECT_EQ(count, 1);
    EXPECT_EQ(answeredOn, QThread::currentThread());
    EXPECT_NE(readOn, QThread::currentThread());
}

TEST_F(WorkspaceOnABase, AnnouncesItsOwnChangesOnce) {
    QSignalSpy changed(workspace.get(), &Workspace::changed);
    const Id customer = addAndWait(u"Anna"_s);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_TRUE(changed[0][0].value<ChangeSet>().isAbout(customer));
    EXPECT_TRUE(changed[0][0].value<ChangeSet>().isOwn);
    bool looked = false;
    workspace->checkForChanges();
    workspace->read(
        &context, [](db::Database &) { return Result<bool>(true); }, [&](Result<bool>) { looked = true; }, Urgency::Background);
    ASSERT_TRUE(QTest::qWaitFor([&] { return looked; }, kPatienceMs));
    EXPECT_EQ(changed.size(), 1);
}

TEST_F(WorkspaceOnABase, AnnouncesWhatOthersChanged) {
    QSignalSpy changed(workspace.get(), &Workspace::changed);
    auto other = base.openAs(u"pc-2"_s, u"Erik"_s);
    NewCustomer draft;
    draft.customer.name = u"Bo"_s;
    const Id customer =
        valueOf(other->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    workspace->checkForChanges();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !changed.isEmpty(); }, kPatienceMs));
    EXPECT_TRUE(changed[0][0].value<ChangeSet>().isAbout(customer));
    EXPECT_FALSE(changed[0][0].value<ChangeSet>().isOwn);
}

TEST_F(WorkspaceOnABase, DropsTheAnswerWhenThePageIsGone) {
    bool answered = false;
    {
        QObject page;
        add(u"Anna"_s, &page, [&](Result<Id>) { answered = true; });
    }
    addAndWait(u"Bo"_s); // the writer is serial: when this is answered, so would be the first
    EXPECT_FALSE(answered);
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM customer"_s)).integer(), 2) << "the write itself is kept";
}

TEST_F(WorkspaceOnABase, CancelsAReadThatIsNoLongerWanted) {
    std::optional<Code> code;
    QAtomicInt started;
    const auto ticket = workspace->read(
        &context,
        [&started](db::Database &database) -> Result<bool> {
            TRY(rows, database.prepareBulk(
                          u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"_s));
            started.storeRelease(1);
            return rows.next();
        },
        [&](Result<bool> result) { code = result ? Code::Internal : result.error().code; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return started.loadAcquire() == 1; }, kPatienceMs));
    // An interruption that comes before the first step is lost, so it is repeated until the answer is there.
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            workspace->cancel(ticket);
            return code.has_value();
        },
        kPatienceMs));
    EXPECT_EQ(*code, Code::Cancelled);
}

TEST_F(WorkspaceOnABase, UndoesAndRedoesByName) {
    const Id customer = addAndWait(u"Anna"_s);
    EXPECT_EQ(workspace->undoState().undoInfo.kind, u"add"_s);
    bool undone = false;
    workspace->undo(&context, [&](Result<UndoOutcome> outcome) { undone = outcome.has_value(); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return undone; }, kPatienceMs));
    EXPECT_EQ(workspace->undoState().undoOperation, 0);
    EXPECT_EQ(workspace->undoState().redoInfo.kind, u"add"_s);
    EXPECT_FALSE(valueOf(db::find<Customer>(base->database(), customer)));
    bool redone = false;
    workspace->redo(&context, [&](Result<UndoOutcome> outcome) { redone = outcome.has_value(); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return redone; }, kPatienceMs));
    EXPECT_TRUE(valueOf(db::find<Customer>(base->database(), customer)));
}

TEST_F(WorkspaceOnABase, SaysWhileItIsSaving) {
    QSignalSpy saving(workspace.get(), &Workspace::savingChanged);
    addAndWait(u"Anna"_s);
    ASSERT_EQ(saving.size(), 2);
    EXPECT_TRUE(saving[0][0].toBool());
    EXPECT_FALSE(saving[1][0].toBool());
}

TEST_F(WorkspaceOnABase, SavesBetweenTheTransactionsOfABulkOperation) {
    constexpr int kMostSteps = 200'000; // without the save between them they would all be made
    std::atomic<bool> isSaved = false;
    int steps = 0;
    std::optional<bool> bulkDone;
    QStringList order;
    workspace->writeWith(
        [&](Base &writer) -> Result<void> {
            TRY(operation, BulkOperation::begin(writer, {u"bulk"_s, "customer", {}}));
            for (; steps < kMostSteps && !isSaved; ++steps)
                TRY_VOID(operation->step([](Recorder &) { return Result<void>(); }));
            return operation->finish();
        },
        &context,
        [&](Result<void> outcome) {
            order << u"bulk"_s;
            bulkDone = outcome.has_value();
        });
    NewCustomer draft;
    draft.customer.name = u"Anna"_s;
    workspace->write(
        {u"add"_s, "customer", {}},
        [&, draft](Recorder &recorder) {
            isSaved = true;
            return addCustomer(recorder, draft);
        },
        &context, [&](Result<Id> id) { order << (id ? u"saved"_s : u"failed"_s); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return bulkDone.has_value(); }, kPatienceMs));
    EXPECT_TRUE(*bulkDone);
    EXPECT_LT(steps, kMostSteps);
    EXPECT_EQ(order, (QStringList{u"saved"_s, u"bulk"_s}));
}

// Whoever asks for a bulk change and edits a card afterwards wants it in that order.
TEST_F(WorkspaceOnABase, LetsNoEditOvertakeABulkOperationThatWasAskedForBefore) {
    QStringList order;
    const auto bulk = [](Base &writer) -> Result<void> {
        TRY(operation, BulkOperation::begin(writer, {u"bulk"_s, "customer", {}}));
        for (int step = 0; step < 3; ++step)
            TRY_VOID(operation->step([](Recorder &) { return Result<void>(); }));
        return operation->finish();
    };
    workspace->writeWith(bulk, &context, [&](Result<void>) { order << u"first"_s; });
    workspace->writeWith(bulk, &context, [&](Result<void>) { order << u"second"_s; });
    bool isSaved = false;
    add(u"Anna"_s, &context, [&](Result<Id>) {
        order << u"saved"_s;
        isSaved = true;
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return isSaved && order.size() == 3; }, kPatienceMs));
    EXPECT_EQ(order.first(), u"first"_s);
}

TEST_F(WorkspaceOnABase, HoldsNothingOpenWhileTheComputerSleeps) {
    const auto openFiles = [this] {
        int open = 0;
        for (const QFileInfo &file : QDir(u"/proc/self/fd"_s).entryInfoList(QDir::Files | QDir::System | QDir::NoDotAndDotDot))
            open += file.symLinkTarget() == base.path() ? 1 : 0;
        return open;
    };
    addAndWait(u"Anna"_s);
    base->database().close();
    EXPECT_GT(openFiles(), 0);
    bool isClosed = false;
    workspace->fallAsleep([&] { isClosed = true; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return isClosed; }, kPatienceMs));
    EXPECT_EQ(openFiles(), 0);
    QSignalSpy changed(workspace.get(), &Workspace::changed);
    {
        auto other = base.openAs(u"pc-2"_s, u"Erik"_s);
        NewCustomer draft;
        draft.customer.name = u"Bo"_s;
        expectDone(other->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) -> Result<void> {
            TRY_VOID(addCustomer(recorder, draft));
            return {};
        }));
    }
    workspace->wakeUp();
    EXPECT_TRUE(QTest::qWaitFor([&] { return changed.size() == 1; }, kPatienceMs));
    EXPECT_TRUE(addAndWait(u"Cecilia"_s).isValid());
}

TEST(Workspace, RefusesABaseThatIsNotThere) {
    TemporaryBase base;
    const auto opened = Workspace::open(base.folder() + u"/missing.kontor"_s, base.options(u"pc"_s, u"user"_s));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, Code::Gone);
}
