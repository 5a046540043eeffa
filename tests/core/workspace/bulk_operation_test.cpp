#include "customers/customer_repository.h"
#include "interactions/interaction.h"
#include "support/temporary_base.h"
#include "tags/tag_repository.h"
#include "workspace/bulk_operation.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::workspace;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMany = 1300; // more than one step of an undo

class BulkOperationOnABase : public testing::Test {
protected:
    // As an import writes: rows by itself, one line of history for the range.
    Result<Id> insertMany(BulkOperation &bulk, int count) {
        return bulk.step([&](Recorder &recorder) -> Result<Id> {
            TRY(first, recorder.newIds(count));
            TRY(insert, recorder.database().prepareBulk(
                            u"INSERT INTO customer (id, name, name_folded, created_at, changed_at) VALUES (?, ?, ?, 0, 0)"_s));
            for (int i = 0; i < count; ++i) {
                insert.bind(0, first.value + i);
                insert.bind(1, QStringView(u"Customer %1"_s.arg(i)));
                insert.bind(2, QStringView(u"customer %1"_s.arg(i)));
                TRY_VOID(insert.execute());
            }
            TRY_VOID(recorder.noteInsertedRange("customer", first, Id{first.value + count - 1}));
            return first;
        });
    }
    std::unique_ptr<BulkOperation> begin() { return valueOf(BulkOperation::begin(*base, {u"import"_s, {}, {}})); }
    qint64 customers() { return valueOf(base->database().single(u"SELECT count(*) FROM customer"_s)).integer(); }
    QString state(qint64 operation) { return valueOf(findOperation(base->database(), operation))->state; }
    void edit(Id customer) {
        EXPECT_TRUE(base->write({u"edit"_s, "customer", customer}, [&](Recorder &recorder) {
            return setCustomerFields(recorder, customer, 1, {{"city", u"Lund"_s}});
        }));
    }
    TemporaryBase base;
};

} // namespace

TEST_F(BulkOperationOnABase, IsRunningUntilItIsDone) {
    auto bulk = begin();
    EXPECT_EQ(state(bulk->id()), u"running"_s);
    EXPECT_TRUE(insertMany(*bulk, 10));
    expectDone(bulk->finish());
    EXPECT_EQ(state(bulk->id()), u"done"_s);
    EXPECT_EQ(customers(), 10);
}

TEST_F(BulkOperationOnABase, CancelledLeavesNothing) {
    auto bulk = begin();
    EXPECT_TRUE(insertMany(*bulk, kMany));
    EXPECT_TRUE(insertMany(*bulk, kMany));
    expectDone(bulk->cancel());
    EXPECT_EQ(customers(), 0);
    EXPECT_EQ(state(bulk->id()), u"undone"_s);
}

TEST_F(BulkOperationOnABase, ForgottenIsCancelled) {
    qint64 id = 0;
    {
        auto bulk = begin();
        id = bulk->id();
        EXPECT_TRUE(insertMany(*bulk, 10));
    }
    EXPECT_EQ(customers(), 0);
    EXPECT_EQ(state(id), u"undone"_s);
}

TEST_F(BulkOperationOnABase, CutShortIsTakenBackAtTheNextOpen) {
    auto bulk = begin();
    EXPECT_TRUE(insertMany(*bulk, kMany));
    const qint64 id = bulk->id();
    bulk->leaveRunning(); // as after kill -9, when the lock is gone with the process
    bulk.reset();
    base.reopen();
    EXPECT_EQ(base->recovery().undoneOperations, 1);
    EXPECT_EQ(customers(), 0);
    EXPECT_EQ(state(id), u"undone"_s);
}

TEST_F(BulkOperationOnABase, StillAtWorkIsLeftAloneByAnotherProgramOfThisComputer) {
    auto bulk = begin();
    EXPECT_TRUE(insertMany(*bulk, 10));
    auto other = base.openAs(u"pc-1"_s, u"Maria"_s);
    EXPECT_EQ(other->recovery().undoneOperations, 0);
    EXPECT_EQ(customers(), 10);
    expectDone(bulk->finish());
    EXPECT_EQ(customers(), 10);
}

TEST_F(BulkOperationOnABase, OfAnotherComputerIsLeftAlone) {
    auto bulk = begin();
    EXPECT_TRUE(insertMany(*bulk, 10));
    bulk->leaveRunning();
    bulk.reset();
    auto other = base.openAs(u"pc-2"_s, u"Erik"_s);
    EXPECT_EQ(other->recovery().undoneOperations, 0);
    EXPECT_EQ(customers(), 10);
}

TEST_F(BulkOperationOnABase, IsUndoneAndDoneAgainAsAWhole) {
    auto bulk = begin();
    EXPECT_TRUE(insertMany(*bulk, kMany));
    expectDone(bulk->finish());
    const UndoOutcome undone = valueOf(undo(*base, bulk->id()));
    EXPECT_EQ(undone.removed, kMany);
    EXPECT_EQ(customers(), 0);
    EXPECT_EQ(valueOf(redo(*base, bulk->id())).restored, kMany);
    EXPECT_EQ(customers(), kMany);
    EXPECT_EQ(valueOf(undo(*base, bulk->id())).removed, kMany);
    EXPECT_EQ(customers(), 0);
}

TEST_F(BulkOperationOnABase, KeepsWhatWasEditedSinceAndCountsIt) {
    auto bulk = begin();
    const Id first = valueOf(insertMany(*bulk, kMany));
    expectDone(bulk->finish());
    edit(first);
    edit(Id{first.value + 700});
    const UndoOutcome undone = valueOf(undo(*base, bulk->id()));
    EXPECT_EQ(undone.keptBecauseEdited, 2);
    EXPECT_EQ(undone.removed, kMany - 2);
    EXPECT_EQ(customers(), 2);
}

TEST_F(BulkOperationOnABase, KeepsCustomersWhoseEntriesAnotherImportBrought) {
    auto first = begin();
    const Id customer = valueOf(insertMany(*first, 10));
    expectDone(first->finish());
    auto second = begin();
    expectDone(second->step([&](Recorder &recorder) -> Result<void> {
        TRY(id, recorder.newIds(1));
        TRY_VOID(recorder.database().execute(u"INSERT INTO interaction (id, customer_id, kind, at) VALUES (?, ?, 'call', 1)"_s,
                                             {id, customer}));
        return recorder.noteInsertedRange("interaction", id, id);
    }));
    expectDone(second->finish());
    const UndoOutcome undone = valueOf(undo(*base, first->id()));
    EXPECT_EQ(undone.keptBecauseEdited, 1);
    EXPECT_EQ(customers(), 1);
    EXPECT_TRUE(undo(*base, second->id()));
}

TEST_F(BulkOperationOnABase, KeepsATagThatItMadeAndACustomerWhoStaysStillCarries) {
    auto bulk = begin();
    const Id first = valueOf(insertMany(*bulk, kMany));
    expectDone(bulk->step([&](Recorder &recorder) { return tagCustomer(recorder, first, u"new"_s); }));
    expectDone(bulk->finish());
    edit(first);
    const UndoOutcome undone = valueOf(undo(*base, bulk->id()));
    EXPECT_EQ(undone.keptBecauseEdited, 1);
    EXPECT_EQ(customers(), 1);
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM tag"_s)).integer(), 1);
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM customer_tag"_s)).integer(), 1);
}

TEST_F(BulkOperationOnABase, UndoThatWasCutShortGoesOnAtTheNextOpen) {
    auto bulk = begin();
    EXPECT_TRUE(insertMany(*bulk, kMany));
    expectDone(bulk->finish());
    // The undo's first transaction was committed, then the power failed: its row says how far it came.
    auto cut = valueOf(BulkOperation::begin(*base, {u"undo"_s, {}, {}, {{u"of"_s, u"import"_s}}, bulk->id()}));
    expectDone(cut->step([&](Recorder &recorder) -> Result<void> {
        return recorder.database().execute(
            u"UPDATE operation SET detail = json_set(detail, '$.before_seq', 0, '$.id_below', 0) WHERE id = ?"_s,
            {recorder.operationId()});
    }));
    cut->leaveRunning();
    cut.reset();
    base.reopen();
    EXPECT_EQ(base->recovery().undoneOperations, 1);
    EXPECT_EQ(customers(), 0);
    EXPECT_EQ(state(bulk->id()), u"undone"_s);
}
