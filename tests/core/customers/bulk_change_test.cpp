#include "customers/bulk_change.h"

#include "custom_fields/custom_field_repository.h"
#include "customers/customer_repository.h"
#include "support/temporary_base.h"
#include "tags/tag_repository.h"
#include "workspace/undo.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;

namespace {

constexpr int kMany = 450; // more than one transaction takes

class BulkChangeOfCustomers : public testing::Test {
protected:
    void add(int count) {
        expectDone(base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<void> {
            for (int i = 0; i < count; ++i) {
                NewCustomer draft;
                draft.customer.name = u"Customer %1"_s.arg(i);
                draft.customer.city = i % 3 == 0 ? u"Lund"_s : u"Malmö"_s;
                TRY(id, addCustomer(recorder, draft));
                ids << id;
            }
            return {};
        }));
    }
    BulkPreview preview(const BulkChange &change) { return valueOf(previewBulkChange(base->database(), ids, change)); }
    qint64 inCity(const QString &city) {
        return valueOf(base->database().single(u"SELECT count(*) FROM customer WHERE city = ?"_s, {city})).integer();
    }
    qint64 tagged(const QString &tag) {
        return valueOf(base->database().single(
                           u"SELECT count(*) FROM customer_tag JOIN tag ON tag.id = tag_id WHERE name = ?"_s, {tag}))
            .integer();
    }
    void undoLast() {
        EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    }

    TemporaryBase base;
    QList<Id> ids;
    const BulkChange toLund{BulkChange::Kind::SetField, "city", u"Lund"_s};
};

} // namespace

TEST_F(BulkChangeOfCustomers, SaysBeforeHowManyWillChangeAndHowManyHaveItAlready) {
    add(9);
    EXPECT_EQ(preview(toLund).willChange, 6);
    EXPECT_EQ(preview(toLund).haveItAlready, 3);
    EXPECT_FALSE(previewBulkChange(base->database(), ids, {BulkChange::Kind::SetField, "lifecycle", u"friend"_s}));
    EXPECT_FALSE(previewBulkChange(base->database(), ids, {BulkChange::Kind::SetField, "shoe", u"42"_s}));
}

TEST_F(BulkChangeOfCustomers, AFewAreOneStepThatIsTakenBackAtOnce) {
    add(9);
    EXPECT_EQ(valueOf(applyBulkChange(*base, ids, {toLund})), 6);
    EXPECT_EQ(inCity(u"Lund"_s), 9);
    undoLast();
    EXPECT_EQ(inCity(u"Lund"_s), 3);
}

TEST_F(BulkChangeOfCustomers, ManyAreOneStepTooAndTellHowFarTheyAre) {
    add(kMany);
    qint64 told = 0;
    EXPECT_EQ(valueOf(applyBulkChange(*base, ids, {{BulkChange::Kind::AddTag, {}, u"spring"_s}},
                                      [&](qint64 done) {
                                          told = done;
                                          return true;
                                      })),
              kMany);
    EXPECT_EQ(told, kMany);
    EXPECT_EQ(tagged(u"spring"_s), kMany);
    undoLast();
    EXPECT_EQ(tagged(u"spring"_s), 0);
}

TEST_F(BulkChangeOfCustomers, StoppedOnTheWayChangesNothing) {
    add(kMany);
    const auto stopped = applyBulkChange(*base, ids, {toLund}, [](qint64) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, Code::Cancelled);
    EXPECT_EQ(inCity(u"Lund"_s), kMany / 3);
}

TEST_F(BulkChangeOfCustomers, AddsOneTagAndTakesAnotherAwayInOneStep) {
    add(4);
    EXPECT_EQ(valueOf(applyBulkChange(*base, {ids[0], ids[1]}, {{BulkChange::Kind::AddTag, {}, u"old"_s}})), 2);
    EXPECT_EQ(valueOf(tagCounts(base->database(), ids)).first().customers, 2);
    EXPECT_EQ(valueOf(applyBulkChange(
                  *base, ids, {{BulkChange::Kind::AddTag, {}, u"new"_s}, {BulkChange::Kind::RemoveTag, {}, u"Old"_s}})),
              4);
    EXPECT_EQ(tagged(u"old"_s), 0);
    EXPECT_EQ(tagged(u"new"_s), 4);
    undoLast();
    EXPECT_EQ(tagged(u"old"_s), 2);
    EXPECT_EQ(tagged(u"new"_s), 0);
}

TEST_F(BulkChangeOfCustomers, SetsTheUsersOwnFieldsToo) {
    add(3);
    expectDone(base->write({u"edit"_s, "customer", ids[0]}, [&](workspace::Recorder &recorder) -> Result<void> {
        TRY_VOID(ensureCustomField(recorder, u"route"_s));
        return setCustomValue(recorder, ids[0], u"route"_s, u"North"_s);
    }));
    const BulkChange north{BulkChange::Kind::SetField, "custom.route", u"North"_s};
    EXPECT_EQ(preview(north).willChange, 2);
    EXPECT_EQ(valueOf(applyBulkChange(*base, ids, {north})), 2);
    EXPECT_EQ(preview(north).haveItAlready, 3);
}

TEST_F(BulkChangeOfCustomers, MovesThemToTheTrashAndBack) {
    add(5);
    EXPECT_EQ(valueOf(applyBulkChange(*base, ids, {{BulkChange::Kind::Trash}})), 5);
    EXPECT_EQ(preview(toLund).willChange, 0);
    undoLast();
    EXPECT_EQ(preview({BulkChange::Kind::Trash}).willChange, 5);
}
