#include "core/data_care/care_world.h"
#include "interactions/interaction_repository.h"
#include "segments/segment_query.h"

#include <bit>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::data_care;

namespace {

class CareSurveyTest : public CareWorld {
protected:
    void SetUp() override {
        Customer full;
        full.name = u"Anna Petrova"_s;
        full.street = u"Storgatan 5"_s;
        full.postalCode = u"211 42"_s;
        full.city = u"Malmö"_s;
        full.country = u"SE"_s;
        full.lifecycle = u"customer"_s;
        m_full = add(full, {u"070-174 06 35"_s}, {u"anna@volga.se"_s});
        Customer half;
        half.name = u"LARS ÅKESSON"_s;
        half.city = u"Lund"_s;
        m_half = add(half, {u"ask Maria"_s});
        m_empty = add(u"Siân"_s);
    }
    void setField(Id customer, const QByteArray &column, const QString &text) {
        const qint64 version = valueOf(db::find<Customer>(m_base->database(), customer))->version;
        valueOf(m_base->write({u"edit"_s, "customer", customer}, [&](workspace::Recorder &recorder) {
            return setCustomerFields(recorder, customer, version, {{column, text}});
        }));
    }
    void log(Id customer, const QString &kind, QDate day) {
        LogDraft draft;
        draft.interaction.customerId = customer;
        draft.interaction.kind = kind;
        draft.interaction.at = m_base->clock().startOfDay(day);
        draft.interaction.text = u"Hello"_s;
        valueOf(m_base->write({u"log"_s, "customer", customer},
                              [&](workspace::Recorder &recorder) { return logInteraction(recorder, draft); }));
    }
    quint64 expectedFields() {
        quint64 bits = 0;
        const QList<CareField> fields = question().fields;
        for (int i = 0; i < fields.size(); ++i)
            bits |= quint64(fields.at(i).isExpected) << i;
        return bits;
    }
    qint64 countOf(const segments::Rule &rule) {
        return valueOf(segments::count(m_base->database(), rule, segments::contextOf(*m_base)));
    }

    Id m_full, m_half, m_empty;
};

} // namespace

TEST_F(CareSurveyTest, CountsWhoLacksAFieldAsTheListOfThoseWhoLackItDoes) {
    setField(m_half, "custom.Shoe size", u"42"_s);
    setField(m_half, "tag", u"garden"_s);
    const CareSurvey counted = survey();
    EXPECT_EQ(counted.customers(), 3);
    const QList<CareField> fields = question().fields;
    ASSERT_EQ(fields.last().name, u"custom.Shoe size"_s);
    for (int i = 0; i < fields.size(); ++i) {
        const segments::Condition empty{fields.at(i).name, segments::Operator::Empty};
        EXPECT_EQ(counted.missing(i), countOf({segments::Match::All, {{empty}}}))
            << qPrintable(fields.at(i).name);
    }
}

TEST_F(CareSurveyTest, TheEmptiestCardsComeFirstAndCompleteOnesDoNotCome) {
    const CareSurvey counted = survey();
    const QList<Emptiest> found = counted.emptiest(expectedFields(), 10);
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found.first().id, m_empty);
    EXPECT_EQ(std::popcount(found.first().missing), 7);
    EXPECT_EQ(found.last().id, m_half);
    EXPECT_EQ(counted.complete(expectedFields()), 1);
    EXPECT_EQ(counted.emptiest(expectedFields(), 1).size(), 1);
}

TEST_F(CareSurveyTest, FindsWhoNeedsMending) {
    const CareSurvey counted = survey();
    EXPECT_EQ(counted.whoNeeds(CareKind::Phones, 10), QList<Id>{m_half});
    EXPECT_EQ(counted.whoNeeds(CareKind::Casing, 10), QList<Id>{m_half});
    EXPECT_EQ(counted.needing(CareKind::Emails), 0);
}

TEST_F(CareSurveyTest, AChangeOfSomeIsCountedWithoutReadingTheOthers) {
    CareSurvey counted = survey();
    setField(m_half, "name", u"Lars Åkesson"_s);
    setField(m_empty, "city", u"Bangor"_s);
    expectDone(m_base->write({u"trash"_s, "customer", m_full},
                             [&](workspace::Recorder &recorder) { return trashCustomer(recorder, m_full); }));
    const Id added = add(u"NEW CUSTOMER"_s);
    const QList<Id> changed{m_half, m_empty, m_full, added};
    counted.replace(changed, valueOf(careRows(m_base->database(), question(), changed)));
    const CareSurvey anew = survey();
    EXPECT_EQ(counted.customers(), anew.customers());
    for (int i = 0; i < question().fields.size(); ++i)
        EXPECT_EQ(counted.missing(i), anew.missing(i)) << i;
    EXPECT_EQ(counted.whoNeeds(CareKind::Casing, 10), QList<Id>{added});
}

TEST_F(CareSurveyTest, SilentCustomersAreThoseOfTheRuleThatListsThem) {
    const QDate today = m_base->clock().today();
    log(m_full, u"call"_s, today.addMonths(-14));
    log(m_half, u"call"_s, today.addMonths(-6));
    log(m_empty, u"note"_s, today.addDays(-1)); // a note is no contact
    segments::Condition silent{.field = u"interactions"_s, .op = segments::Operator::MoreThanAgo, .values = {12.0},
                               .unit = segments::Unit::Month, .orNever = true};
    silent.aggregate = segments::Aggregate::Last;
    silent.of = u"at"_s;
    silent.where = {{.field = u"kind"_s, .op = segments::Operator::IsNot, .values = {u"note"_s}}};
    const CareSurvey counted = survey();
    const Instant yearAgo = m_base->clock().startOfDay(today.addMonths(-12));
    EXPECT_EQ(counted.silentSince(yearAgo, false), 2);
    EXPECT_EQ(counted.silentSince(yearAgo, false), countOf({segments::Match::All, {{silent}}}));
    EXPECT_EQ(counted.silentSince(yearAgo, true), 0) << "all cards were changed today";
}

TEST_F(CareSurveyTest, PagesMeetNobodyTwice) {
    addMany(kCarePage, u"Siân"_s);
    const CareSurvey counted = survey();
    EXPECT_EQ(counted.customers(), kCarePage + 3);
}
