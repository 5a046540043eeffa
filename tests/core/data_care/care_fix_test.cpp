#include "core/data_care/care_world.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::data_care;

namespace {

class CareFixTest : public CareWorld {};

} // namespace

TEST_F(CareFixTest, SaysWhatStandsThereAndWhatItWasMeantToBe) {
    const Id anna = add(u"ANNA PETROVA"_s, {u"O7O-174 06 35"_s, u"070-174 06 36"_s});
    const QList<CareFix> casing = fixes(CareKind::Casing, {anna});
    ASSERT_EQ(casing.size(), 1);
    EXPECT_EQ(casing.first().fieldLabel, u"Name"_s);
    EXPECT_EQ(casing.first().before, u"ANNA PETROVA"_s);
    EXPECT_EQ(casing.first().after, u"Anna Petrova"_s);
    const QList<CareFix> phones = fixes(CareKind::Phones, {anna});
    ASSERT_EQ(phones.size(), 1);
    EXPECT_EQ(phones.first().after, u"070-174 06 35"_s);
    EXPECT_FALSE(phones.first().reason.isEmpty());
}

TEST_F(CareFixTest, OneActMendsAllThatWereChosenAndOneUndoBringsThemBack) {
    const Id anna = add(u"ANNA PETROVA"_s);
    const Id lars = add(u"lars åkesson"_s);
    const CareOutcome outcome = valueOf(applyCareFixes(*m_base, fixes(CareKind::Casing, {anna, lars})));
    EXPECT_EQ(outcome.changed, 2);
    EXPECT_EQ(name(anna), u"Anna Petrova"_s);
    EXPECT_EQ(text(u"SELECT name_folded FROM customer WHERE id = ?"_s, lars), u"lars akesson"_s);
    valueOf(workspace::undo(*m_base, valueOf(m_base->lastOperationId())));
    EXPECT_EQ(name(anna), u"ANNA PETROVA"_s);
    EXPECT_EQ(name(lars), u"lars åkesson"_s);
}

TEST_F(CareFixTest, WhatWasChangedSinceIsPassedOver) {
    const Id anna = add(u"ANNA PETROVA"_s);
    const QList<CareFix> found = fixes(CareKind::Casing, {anna});
    const qint64 version = valueOf(db::find<Customer>(m_base->database(), anna))->version;
    valueOf(m_base->write({u"edit"_s, "customer", anna}, [&](workspace::Recorder &recorder) {
        return setCustomerFields(recorder, anna, version, {{"name", u"Anna P."_s}});
    }));
    const CareOutcome outcome = valueOf(applyCareFixes(*m_base, found));
    EXPECT_EQ(outcome.changed, 0);
    EXPECT_EQ(outcome.passedOver, 1);
    EXPECT_EQ(name(anna), u"Anna P."_s);
}

TEST_F(CareFixTest, ANumberIsFoundByItsNewFormAndWordsBesideItBecomeItsLabel) {
    const Id anna = add(u"Anna"_s, {u"070-174 06 35 after six"_s});
    valueOf(applyCareFixes(*m_base, fixes(CareKind::Phones, {anna})));
    EXPECT_EQ(point(anna), u"070-174 06 35"_s);
    EXPECT_EQ(text(u"SELECT normalised FROM contact_point WHERE customer_id = ?"_s, anna), u"+46701740635"_s);
    EXPECT_EQ(text(u"SELECT label FROM contact_point WHERE customer_id = ?"_s, anna), u"after six"_s);
}

TEST_F(CareFixTest, ANumberThatIsKnownToBeWrongAndACardInTheTrashAreNotShown) {
    const Id anna = add(u"Anna"_s, {u"ask Maria"_s});
    const Id lars = add(u"LARS ÅKESSON"_s);
    expectDone(m_base->write({u"edit"_s, "customer", anna}, [&](workspace::Recorder &recorder) -> Result<void> {
        TRY_VOID(recorder.database().execute(u"UPDATE contact_point SET wrong = 1"_s));
        return trashCustomer(recorder, lars);
    }));
    EXPECT_TRUE(fixes(CareKind::Phones, {anna}).isEmpty());
    EXPECT_TRUE(fixes(CareKind::Casing, {lars}).isEmpty());
}

TEST_F(CareFixTest, SpacesGoFromEveryFieldAndFromAddresses) {
    Customer customer;
    customer.name = u"Anna  Petrova"_s;
    customer.city = u"Malmö\u00a0"_s;
    const Id anna = add(customer, {}, {u" anna@volga.se"_s});
    valueOf(applyCareFixes(*m_base, fixes(CareKind::Spaces, {anna})));
    EXPECT_EQ(name(anna), u"Anna Petrova"_s);
    EXPECT_EQ(text(u"SELECT city FROM customer WHERE id = ?"_s, anna), u"Malmö"_s);
    EXPECT_EQ(point(anna), u"anna@volga.se"_s);
    EXPECT_TRUE(fixes(CareKind::Spaces, {anna}).isEmpty());
}

TEST_F(CareFixTest, ManyAreMendedInShortStepsAndStoppingTakesAllBack) {
    const QList<Id> everybody = addMany(450, u"ANNA PETROVA"_s);
    const QList<CareFix> found = fixes(CareKind::Casing, everybody);
    const auto stopped = applyCareFixes(*m_base, found, [](qint64) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, Code::Cancelled);
    EXPECT_EQ(name(everybody.first()), u"ANNA PETROVA"_s);
    EXPECT_EQ(valueOf(applyCareFixes(*m_base, found)).changed, 450);
    EXPECT_EQ(name(everybody.last()), u"Anna Petrova"_s);
    valueOf(workspace::undo(*m_base, valueOf(m_base->lastOperationId())));
    EXPECT_EQ(name(everybody.first()), u"ANNA PETROVA"_s);
}
