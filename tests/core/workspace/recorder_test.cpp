#include "customers/customer_repository.h"
#include "interactions/interaction_repository.h"
#include "purchases/purchase_repository.h"
#include "support/temporary_base.h"

using namespace kontor;
using namespace kontor::workspace;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class RecorderOnABase : public testing::Test {
protected:
    void SetUp() override {
        NewCustomer draft;
        draft.customer.name = u"Anna Petrova"_s;
        draft.customer.city = u"Malmö"_s;
        draft.phones = {u"070-100 45 12"_s};
        customer =
            valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    Customer read() { return *valueOf(db::find<Customer>(base->database(), customer)); }
    Result<qint64> set(Base &by, qint64 version, const QByteArray &field, const QString &text) {
        return by.write({u"edit"_s, "customer", customer}, [&](Recorder &recorder) {
            return setCustomerFields(recorder, customer, version, {{field, text}});
        });
    }
    QList<Change> changes() {
        const auto operations = valueOf(history(base->database(), {}));
        return valueOf(changesOf(base->database(), operations.first().id));
    }
    TemporaryBase base{{u"SE"_s, u"SEK"_s, u"Europe/Stockholm"_s, u"sv"_s}};
    Id customer;
};

} // namespace

TEST_F(RecorderOnABase, NotesEveryChangedFieldWithItsOldAndNewValue) {
    expectDone(set(*base, 1, "city", u"Lund"_s) ? Result<void>() : Result<void>(Error{}));
    const QList<Change> noted = changes();
    ASSERT_EQ(noted.size(), 1);
    EXPECT_EQ(noted[0].record, "customer");
    EXPECT_EQ(noted[0].recordId, customer);
    EXPECT_EQ(noted[0].aboutId, customer);
    EXPECT_EQ(noted[0].field, "city");
    EXPECT_EQ(noted[0].before, db::Value(u"Malmö"_s));
    EXPECT_EQ(noted[0].after, db::Value(u"Lund"_s));
    EXPECT_EQ(noted[0].version, 2);
    EXPECT_EQ(read().version, 2);
}

TEST_F(RecorderOnABase, KeepsDerivedColumnsWithoutNotingThem) {
    EXPECT_EQ(read().nameFolded, u"anna petrova"_s);
    EXPECT_TRUE(set(*base, 1, "name", u"Ånna PETROVA"_s));
    EXPECT_EQ(read().nameFolded, u"anna petrova"_s);
    EXPECT_FALSE(read().sortKey.isEmpty());
    for (const Change &change : changes())
        EXPECT_EQ(change.field, "name");
}

TEST_F(RecorderOnABase, NormalisesPhonesForTheCountryOfTheBase) {
    const auto points = valueOf(db::select<ContactPoint>(base->database(), u"customer_id = ?"_s, {customer}));
    ASSERT_EQ(points.size(), 1);
    EXPECT_EQ(points[0].value, u"070-100 45 12"_s);
    EXPECT_EQ(points[0].normalised, u"+46701004512"_s);
}

TEST_F(RecorderOnABase, UnitesChangesOfDifferentFields) {
    auto other = base.openAs(u"pc-2"_s, u"Erik"_s);
    EXPECT_TRUE(set(*other, 1, "city", u"Lomma"_s));
    EXPECT_TRUE(set(*base, 1, "street", u"Storgatan 1"_s)) << "read at version 1, written after version 2";
    EXPECT_EQ(read().city, u"Lomma"_s);
    EXPECT_EQ(read().street, u"Storgatan 1"_s);
    EXPECT_EQ(read().version, 3);
}

TEST_F(RecorderOnABase, RefusesALateWriteOfTheSameFieldAndNamesBothValues) {
    auto other = base.openAs(u"pc-2"_s, u"Erik"_s);
    EXPECT_TRUE(set(*other, 1, "city", u"Lomma"_s));
    const auto late = set(*base, 1, "city", u"Lund"_s);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, Code::Conflict);
    EXPECT_EQ(late.error().field, "city");
    EXPECT_TRUE(late.error().message.contains(u"Lomma"_s));
    EXPECT_TRUE(late.error().message.contains(u"Lund"_s));
    EXPECT_EQ(read().city, u"Lomma"_s);
}

TEST_F(RecorderOnABase, TakesALateWriteOfTheSameValueAsAgreed) {
    auto other = base.openAs(u"pc-2"_s, u"Erik"_s);
    EXPECT_TRUE(set(*other, 1, "city", u"Lund"_s));
    EXPECT_TRUE(set(*base, 1, "city", u"Lund"_s));
    EXPECT_EQ(read().version, 2);
}

TEST_F(RecorderOnABase, RefusesAFieldThatDoesNotExist) {
    const auto wrong = set(*base, 1, "shoe_size", u"44"_s);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().field, "shoe_size");
}

TEST_F(RecorderOnABase, RefreshesWhatTheListShows) {
    expectDone(base->write({u"log"_s, "customer", customer}, [&](Recorder &recorder) -> Result<void> {
        LogDraft draft;
        draft.interaction.customerId = customer;
        draft.interaction.kind = u"call"_s;
        draft.interaction.at = Instant{1'700'000'000'000};
        draft.nextStep = NextStep{u"call"_s, u"Call back"_s, QDate(2026, 3, 10), std::nullopt};
        TRY_VOID(logInteraction(recorder, draft));
        Purchase purchase;
        purchase.customerId = customer;
        purchase.amount = 12'50;
        TRY_VOID(addPurchase(recorder, purchase, u"Spade"_s));
        return {};
    }));
    EXPECT_EQ(read().lastContactAt, Instant{1'700'000'000'000});
    EXPECT_EQ(read().nextDueOn, u"2026-03-10"_s);
    EXPECT_EQ(read().boughtTotal, 1250);
    EXPECT_EQ(read().version, 1) << "derived columns are no edit";
}

TEST_F(RecorderOnABase, TellsScreensWhatWasTouched) {
    (void)base->takeChanges();
    EXPECT_TRUE(set(*base, 1, "city", u"Lund"_s));
    const ChangeSet changes = base->takeChanges();
    EXPECT_TRUE(changes.isOwn);
    EXPECT_TRUE(changes.isAbout(customer));
    EXPECT_TRUE(changes.touches("customer"));
    EXPECT_FALSE(changes.touches("purchase"));
    EXPECT_TRUE(base->takeChanges().isEmpty());
}
