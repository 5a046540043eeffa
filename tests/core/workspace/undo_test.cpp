#include "customers/customer_repository.h"
#include "interactions/interaction_repository.h"
#include "support/temporary_base.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::workspace;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class UndoOnABase : public testing::Test {
protected:
    Id add(const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.phones = {u"+46701004512"_s};
        draft.tags = {u"garden"_s};
        return valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    qint64 setCity(Base &by, Id customer, const QString &city) {
        const qint64 version = valueOf(db::find<Customer>(by.database(), customer))->version;
        EXPECT_TRUE(by.write({u"edit"_s, "customer", customer}, [&](Recorder &recorder) {
            return setCustomerFields(recorder, customer, version, {{"city", city}});
        }));
        return valueOf(by.lastOperationId());
    }
    void log(Id customer) {
        LogDraft draft;
        draft.interaction.customerId = customer;
        draft.interaction.kind = u"call"_s;
        draft.interaction.outcome = u"do_not_call"_s;
        draft.nextStep = NextStep{u"call"_s, u"Call back"_s, QDate(2026, 3, 10), std::nullopt};
        EXPECT_TRUE(
            base->write({u"log"_s, "customer", customer}, [&](Recorder &recorder) { return logInteraction(recorder, draft); }));
    }
    std::optional<Customer> read(Id customer) { return valueOf(db::find<Customer>(base->database(), customer)); }
    qint64 count(const QString &table) { return valueOf(base->database().single(u"SELECT count(*) FROM "_s + table)).integer(); }
    TemporaryBase base;
};

} // namespace

TEST_F(UndoOnABase, TakesBackAnEditAndDoesItAgain) {
    const Id customer = add(u"Anna"_s);
    const qint64 edit = setCity(*base, customer, u"Lund"_s);
    EXPECT_EQ(valueOf(undo(*base, edit)).restored, 1);
    EXPECT_EQ(read(customer)->city, u""_s);
    EXPECT_TRUE(redo(*base, edit));
    EXPECT_EQ(read(customer)->city, u"Lund"_s);
    EXPECT_TRUE(undo(*base, edit)) << "and once more";
    EXPECT_EQ(read(customer)->city, u""_s);
}

TEST_F(UndoOnABase, WorksAfterARestart) {
    const Id customer = add(u"Anna"_s);
    setCity(*base, customer, u"Lund"_s);
    base.reopen();
    const qint64 newest = valueOf(base->lastOperationId());
    EXPECT_TRUE(undo(*base, newest));
    EXPECT_EQ(read(customer)->city, u""_s);
    base.reopen();
    EXPECT_EQ(valueOf(base->lastUndoneId()), newest);
    EXPECT_TRUE(redo(*base, newest));
    EXPECT_EQ(read(customer)->city, u"Lund"_s);
}

TEST_F(UndoOnABase, RemovesWhatAnActAddedAndBringsItBackWithTheSameIds) {
    const Id customer = add(u"Anna"_s);
    const qint64 added = valueOf(base->lastOperationId());
    EXPECT_TRUE(undo(*base, added));
    EXPECT_FALSE(read(customer));
    EXPECT_EQ(count(u"contact_point"_s), 0);
    EXPECT_EQ(count(u"customer_tag"_s), 0);
    EXPECT_TRUE(redo(*base, added));
    ASSERT_TRUE(read(customer));
    EXPECT_EQ(read(customer)->name, u"Anna"_s);
    EXPECT_EQ(read(customer)->nameFolded, u"anna"_s);
    EXPECT_EQ(count(u"contact_point"_s), 1);
    EXPECT_EQ(count(u"customer_tag"_s), 1);
}

TEST_F(UndoOnABase, TakesBackAnEntryWithEverythingThatItsOutcomeDid) {
    const Id customer = add(u"Anna"_s);
    log(customer);
    EXPECT_EQ(count(u"consent"_s), 1);
    EXPECT_TRUE(read(customer)->lastContactAt);
    EXPECT_TRUE(undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(count(u"interaction"_s), 0);
    EXPECT_EQ(count(u"task"_s), 0);
    EXPECT_EQ(count(u"consent"_s), 0);
    EXPECT_FALSE(read(customer)->lastContactAt);
    EXPECT_EQ(read(customer)->nextDueOn, u""_s);
}

TEST_F(UndoOnABase, SaysSoWhenSomeoneChangedTheValueSince) {
    const Id customer = add(u"Anna"_s);
    const qint64 mine = setCity(*base, customer, u"Lund"_s);
    auto other = base.openAs(u"pc-2"_s, u"Erik"_s);
    setCity(*other, customer, u"Lomma"_s);
    const auto refused = undo(*base, mine);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::Conflict);
    EXPECT_EQ(read(customer)->city, u"Lomma"_s);
    EXPECT_TRUE(undo(*base, mine, true)) << "but does it when told so";
    EXPECT_EQ(read(customer)->city, u""_s);
}

TEST_F(UndoOnABase, DoesNotRemoveACustomerWhoWasUsedSince) {
    const Id customer = add(u"Anna"_s);
    const qint64 added = valueOf(base->lastOperationId());
    log(customer);
    const auto refused = undo(*base, added);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::Conflict);
    EXPECT_TRUE(read(customer));
}

TEST_F(UndoOnABase, RemovesAgainWhatWasChangedBeforeItsDeletionAlone) {
    NewCustomer draft;
    draft.customer.name = u"Anna"_s;
    const Id customer =
        valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    setCity(*base, customer, u"Lund"_s);
    expectDone(
        base->write({u"remove"_s, "customer", customer}, [&](Recorder &recorder) { return recorder.remove<Customer>(customer); }));
    const qint64 removal = valueOf(base->lastOperationId());
    valueOf(undo(*base, removal));
    EXPECT_EQ(read(customer)->city, u"Lund"_s);
    valueOf(redo(*base, removal));
    EXPECT_FALSE(read(customer));
    valueOf(undo(*base, removal));
    setCity(*base, customer, u"Lomma"_s);
    EXPECT_EQ(redo(*base, removal).error().code, Code::Conflict) << "changed since it came back";
    EXPECT_EQ(read(customer)->city, u"Lomma"_s);
}

TEST_F(UndoOnABase, RefusesASecondTimeAndWhatIsNotThere) {
    const Id customer = add(u"Anna"_s);
    const qint64 edit = setCity(*base, customer, u"Lund"_s);
    EXPECT_TRUE(undo(*base, edit));
    EXPECT_EQ(undo(*base, edit).error().code, Code::Invalid);
    EXPECT_EQ(undo(*base, 12345).error().code, Code::NotFound);
    EXPECT_TRUE(redo(*base, edit));
    EXPECT_EQ(redo(*base, edit).error().code, Code::Invalid);
}

TEST_F(UndoOnABase, OffersTheNewestOwnActOnly) {
    const Id customer = add(u"Anna"_s);
    const qint64 mine = setCity(*base, customer, u"Lund"_s);
    auto other = base.openAs(u"pc-2"_s, u"Erik"_s);
    const qint64 theirs = setCity(*other, customer, u"Lomma"_s);
    EXPECT_EQ(valueOf(base->lastOperationId()), mine);
    EXPECT_EQ(valueOf(other->lastOperationId()), theirs);
    EXPECT_TRUE(undo(*other, theirs));
    EXPECT_EQ(valueOf(other->lastOperationId()), 0);
    EXPECT_EQ(valueOf(other->lastUndoneId()), theirs);
}

TEST_F(UndoOnABase, GoesBackStepByStepAndForwardInTheSameOrder) {
    const Id customer = add(u"Anna"_s);
    setCity(*base, customer, u"A"_s);
    setCity(*base, customer, u"B"_s);
    EXPECT_TRUE(undo(*base, valueOf(base->lastOperationId())));
    EXPECT_TRUE(undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(read(customer)->city, u""_s);
    EXPECT_TRUE(redo(*base, valueOf(base->lastUndoneId())));
    EXPECT_EQ(read(customer)->city, u"A"_s);
    EXPECT_TRUE(redo(*base, valueOf(base->lastUndoneId())));
    EXPECT_EQ(read(customer)->city, u"B"_s);
    EXPECT_EQ(valueOf(base->lastUndoneId()), 0);
}

TEST_F(UndoOnABase, LeavesDerivedColumnsAsAFreshReckoningWould) {
    const Id customer = add(u"Anna"_s);
    log(customer);
    EXPECT_TRUE(undo(*base, valueOf(base->lastOperationId())));
    EXPECT_TRUE(redo(*base, valueOf(base->lastUndoneId())));
    EXPECT_EQ(read(customer)->nextDueOn, u"2026-03-10"_s);
    EXPECT_TRUE(read(customer)->lastContactAt);
}
