#include "customers/customer_list.h"

#include "customers/consent.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "interactions/interaction.h"
#include "purchases/purchase.h"
#include "records/all_records.h"
#include "tags/tag.h"
#include "tasks/task.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using kontor::workspace::Base;
using kontor::workspace::Recorder;

namespace {

constexpr qint64 kDay = 86'400'000;

class CustomerListTest : public testing::Test {
protected:
    void SetUp() override {
        workspace::OpenOptions options = records::openOptions();
        options.dataFolder.clear();
        auto made = Base::create(m_folder.filePath(u"list.kontor"_s), {}, options);
        ASSERT_TRUE(made) << made.error().message.toStdString();
        m_base = std::move(*made);
        m_now = m_base->clock().now();
        m_query.today = m_base->clock().today();
    }

    template <class R>
    Id add(R record) {
        const auto id =
            m_base->write({u"add"_s, db::recordType<R>().table, {}}, [&](Recorder &recorder) { return recorder.insert(record); });
        EXPECT_TRUE(id) << (id ? "" : id.error().message.toStdString() + " " + id.error().detail.toStdString());
        return id ? *id : Id();
    }

    Id customer(const QString &name, const QString &company = {}, const QString &city = {}, const QString &lifecycle = {}) {
        Customer record;
        record.name = name;
        record.company = company;
        record.city = city;
        record.lifecycle = lifecycle;
        return add(record);
    }

    void point(Id customer, const QString &kind, const QString &value, int position = 0) {
        ContactPoint record;
        record.customerId = customer;
        record.kind = kind;
        record.value = value;
        record.position = position;
        add(record);
    }

    void purchase(Id customer, int daysAgo, qint64 amount) {
        Purchase record;
        record.customerId = customer;
        record.purchasedOn = m_query.today.addDays(-daysAgo).toString(Qt::ISODate);
        record.amount = amount;
        add(record);
    }

    void task(Id customer, const QString &title, int inDays) {
        Task record;
        record.customerId = customer;
        record.title = title;
        record.dueOn = m_query.today.addDays(inDays).toString(Qt::ISODate);
        add(record);
    }

    void call(Id customer, int daysAgo, const QString &text) {
        Interaction record;
        record.customerId = customer;
        record.kind = u"call"_s;
        record.at = Instant{m_now.milliseconds - daysAgo * kDay};
        record.text = text;
        add(record);
    }

    QStringList names() {
        const auto ids = customerIds(m_base->database(), m_query);
        EXPECT_TRUE(ids) << (ids ? "" : ids.error().detail.toStdString());
        const auto rows = customerRows(m_base->database(), *ids, m_query.today);
        EXPECT_TRUE(rows) << (rows ? "" : rows.error().detail.toStdString());
        QStringList names;
        for (const CustomerRow &row : *rows)
            names << row.name;
        return names;
    }

    CustomerRow row(Id id) {
        const auto rows = customerRows(m_base->database(), {id}, m_query.today);
        return rows && !rows->isEmpty() ? rows->first() : CustomerRow();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Base> m_base;
    Instant m_now;
    CustomerListQuery m_query;
};

} // namespace

TEST_F(CustomerListTest, IsInTheOrderOfNamesAndTurnsRound) {
    customer(u"Lars Åkesson"_s);
    customer(u"Anna Petrova"_s);
    customer(u"Siân Llewelyn"_s);
    EXPECT_EQ(names(), (QStringList{u"Anna Petrova"_s, u"Lars Åkesson"_s, u"Siân Llewelyn"_s}));
    m_query.descending = true;
    EXPECT_EQ(names().first(), u"Siân Llewelyn"_s);
}

TEST_F(CustomerListTest, SortsByEachColumnWithMissingValuesLastAndEqualOnesByName) {
    const Id anna = customer(u"Anna"_s, {}, u"Lund"_s), bo = customer(u"Bo"_s), carl = customer(u"Carl"_s, {}, u"berlin"_s),
             dora = customer(u"Dora"_s, {}, u"Berlin"_s);
    call(carl, 3, u"x"_s);
    call(anna, 5, u"x"_s);
    purchase(dora, 10, 500);
    purchase(dora, 700, 100);
    purchase(bo, 500, 900);
    point(bo, u"phone"_s, u"+46701004512"_s, 1);
    point(bo, u"phone"_s, u"+46709999999"_s, 0);
    point(carl, u"phone"_s, u"+46705555555"_s);
    const auto expectOrder = [&](CustomerSort sort, const QStringList &upwards, const QStringList &downwards) {
        m_query.sort = sort;
        m_query.descending = false;
        EXPECT_EQ(names(), upwards) << int(sort);
        m_query.descending = true;
        EXPECT_EQ(names(), downwards) << int(sort);
    };
    const auto order = [](const char *letters) {
        QStringList names;
        for (const char letter : QByteArrayView(letters))
            names << (letter == 'A' ? u"Anna"_s : letter == 'B' ? u"Bo"_s : letter == 'C' ? u"Carl"_s : u"Dora"_s);
        return names;
    };
    expectOrder(CustomerSort::City, order("CDAB"), order("ACDB"));
    expectOrder(CustomerSort::LastContact, order("ACBD"), order("CABD"));
    expectOrder(CustomerSort::Bought, order("ABCD"), order("DABC"));
    expectOrder(CustomerSort::Total, order("ACDB"), order("BDAC"));
    expectOrder(CustomerSort::FirstPurchase, order("DBAC"), order("BDAC"));
    expectOrder(CustomerSort::LastPurchase, order("BDAC"), order("DBAC"));
    expectOrder(CustomerSort::Phone, order("CBAD"), order("BCAD"));
    expectOrder(CustomerSort::Owes, order("ABCD"), order("ABCD"));
    m_query.filter.city = u"berlin"_s;
    expectOrder(CustomerSort::Bought, order("CD"), order("DC"));
}

TEST_F(CustomerListTest, LeavesOutTheTrash) {
    const Id id = customer(u"Anna Petrova"_s);
    customer(u"Lars Åkesson"_s);
    const auto before = db::find<Customer>(m_base->database(), id);
    Customer after = **before;
    after.trashedAt = m_now;
    ASSERT_TRUE(
        m_base->write({u"trash"_s, "customer", id}, [&](Recorder &recorder) { return recorder.update(**before, after); }));
    EXPECT_EQ(names(), QStringList{u"Lars Åkesson"_s});
}

TEST_F(CustomerListTest, FindsNamesAndCompaniesWithoutCaseAndAccentsAndTakesSignsLiterally) {
    customer(u"Siân Llewelyn"_s, u"Siop y Bont"_s);
    customer(u"Ольга Кузнецова"_s, u"ООО «Ромашка»"_s);
    customer(u"100% Plant_Co"_s);
    m_query.filter.name = u"sian"_s;
    EXPECT_EQ(names(), QStringList{u"Siân Llewelyn"_s});
    m_query.filter.name = u"РОМАШ"_s;
    EXPECT_EQ(names(), QStringList{u"Ольга Кузнецова"_s});
    m_query.filter.name = u"0% p"_s;
    EXPECT_EQ(names(), QStringList{u"100% Plant_Co"_s});
    m_query.filter.name = u"a_"_s;
    EXPECT_EQ(names(), QStringList());
}

TEST_F(CustomerListTest, PutsNamesWithAWordThatBeginsSoFirst) {
    customer(u"Adrian Zander"_s);
    customer(u"Zoe Anders"_s);
    customer(u"Andrea Berg"_s);
    m_query.filter.name = u"and"_s;
    EXPECT_EQ(names(), (QStringList{u"Andrea Berg"_s, u"Zoe Anders"_s, u"Adrian Zander"_s}));
}

TEST_F(CustomerListTest, FindsPhonesByInnerDigitsAndBehindATrunkZero) {
    const Id anna = customer(u"Anna Petrova"_s);
    point(anna, u"phone"_s, u"+46 70 100 45 12"_s);
    customer(u"Lars Åkesson"_s);
    m_query.filter.phone = u"4512"_s;
    EXPECT_EQ(names(), QStringList{u"Anna Petrova"_s});
    m_query.filter.phone = u"070 100"_s;
    EXPECT_EQ(names(), QStringList{u"Anna Petrova"_s});
    m_query.filter.phone = u"no digits"_s;
    EXPECT_EQ(names(), QStringList());
}

TEST_F(CustomerListTest, FiltersByTypeCityEmailAndTag) {
    const Id anna = customer(u"Anna Petrova"_s, {}, u"Malmö"_s, u"customer"_s);
    customer(u"Lars Åkesson"_s, {}, u"Lund"_s, u"lead"_s);
    point(anna, u"email"_s, u"Anna@Volga.example"_s);
    Tag tag;
    tag.name = u"Garden"_s;
    CustomerTag mark;
    mark.customerId = anna;
    mark.tagId = add(tag);
    add(mark);
    const QStringList onlyAnna{u"Anna Petrova"_s};
    m_query.filter.lifecycles = {u"customer"_s, u"former"_s};
    EXPECT_EQ(names(), onlyAnna);
    m_query.filter = {};
    m_query.filter.city = u"malmo"_s;
    EXPECT_EQ(names(), onlyAnna);
    m_query.filter = {};
    m_query.filter.email = u"volga"_s;
    EXPECT_EQ(names(), onlyAnna);
    m_query.filter = {};
    m_query.filter.tag = u"gard"_s;
    EXPECT_EQ(names(), onlyAnna);
    EXPECT_EQ(m_query.filter.count(), 1);
}

TEST_F(CustomerListTest, CountsOnlyTheMoneyOfTheLastTwelveMonths) {
    const Id anna = customer(u"Anna Petrova"_s);
    purchase(anna, 10, 50'000);
    purchase(anna, 100, 20'000);
    purchase(anna, 500, 900'000);
    const Id lars = customer(u"Lars Åkesson"_s);
    purchase(lars, 10, 10'000);
    EXPECT_EQ(row(anna).boughtInYear, 70'000);
    EXPECT_EQ(row(anna).purchasesInYear, 2);
    m_query.filter.bought = parseAmountRange(u">500", 2);
    EXPECT_EQ(names(), QStringList{u"Anna Petrova"_s});
    const auto totals = customerTotals(m_base->database(), m_query);
    ASSERT_TRUE(totals);
    EXPECT_EQ(totals->customers, 2);
    EXPECT_EQ(totals->boughtInYear, 70'000);
    m_query.filter = {};
    m_query.sort = CustomerSort::Bought;
    m_query.descending = true;
    EXPECT_EQ(names(), (QStringList{u"Anna Petrova"_s, u"Lars Åkesson"_s}));
}

TEST_F(CustomerListTest, ShowsOnlyTheMembersItIsGivenAndSumsTheirMoney) {
    const Id anna = customer(u"Anna Petrova"_s);
    purchase(anna, 10, 50'000);
    const Id lars = customer(u"Lars Åkesson"_s);
    purchase(lars, 10, 10'000);
    m_query.within = QList<Id>{lars};
    EXPECT_EQ(names(), QStringList{u"Lars Åkesson"_s});
    const auto totals = customerTotals(m_base->database(), m_query);
    ASSERT_TRUE(totals);
    EXPECT_EQ(totals->boughtInYear, 10'000);
    m_query.within = QList<Id>();
    EXPECT_EQ(names(), QStringList());
}

TEST_F(CustomerListTest, TellsTheNextStepAndFiltersByItsState) {
    const Id late = customer(u"Late"_s);
    task(late, u"Send offer"_s, -3);
    task(late, u"Call later"_s, 5);
    const Id later = customer(u"Later"_s);
    task(later, u"Call back"_s, 2);
    customer(u"None"_s);
    EXPECT_EQ(row(late).nextStep, u"Send offer"_s);
    m_query.filter.nextSteps = {NextStepState::Late};
    EXPECT_EQ(names(), QStringList{u"Late"_s});
    m_query.filter.nextSteps = {NextStepState::Later};
    EXPECT_EQ(names(), QStringList{u"Later"_s});
    m_query.filter.nextSteps = {NextStepState::None};
    EXPECT_EQ(names(), QStringList{u"None"_s});
    m_query.filter.nextSteps = {NextStepState::Late, NextStepState::None};
    EXPECT_EQ(names(), (QStringList{u"Late"_s, u"None"_s}));
    m_query.filter = {};
    m_query.sort = CustomerSort::NextStep;
    EXPECT_EQ(names(), (QStringList{u"Late"_s, u"Later"_s, u"None"_s}));
}

TEST_F(CustomerListTest, TellsTheLastContactAndFiltersByItsDay) {
    const Id anna = customer(u"Anna Petrova"_s);
    call(anna, 100, u"Asked for a price"_s);
    call(anna, 200, u"First call"_s);
    customer(u"Never"_s);
    EXPECT_EQ(row(anna).lastContactText, u"Asked for a price"_s);
    EXPECT_EQ(row(anna).lastContactKind, u"call"_s);
    m_query.filter.lastContact = parseContactRange(u">90", m_base->clock());
    EXPECT_EQ(names(), (QStringList{u"Anna Petrova"_s, u"Never"_s}));
    m_query.filter.lastContact = parseContactRange(u"<90", m_base->clock());
    EXPECT_EQ(names(), QStringList());
    m_query.filter.lastContact = parseContactRange(u"empty", m_base->clock());
    EXPECT_EQ(names(), QStringList{u"Never"_s});
}

TEST_F(CustomerListTest, SaysWhoMustNotBeCalled) {
    const Id anna = customer(u"Anna Petrova"_s);
    Consent consent;
    consent.customerId = anna;
    consent.channel = u"phone"_s;
    consent.state = u"withdrawn"_s;
    consent.decidedAt = m_now;
    add(consent);
    EXPECT_TRUE(row(anna).refusesCalls);
    EXPECT_FALSE(row(anna).refusesEmail);
}

TEST_F(CustomerListTest, GivesRowsInTheOrderOfTheIdsAndOnlyThoseThatExist) {
    const Id anna = customer(u"Anna Petrova"_s);
    const Id lars = customer(u"Lars Åkesson"_s);
    const auto rows = customerRows(m_base->database(), {lars, Id{999'999}, anna}, m_query.today);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2);
    EXPECT_EQ(rows->at(0).id, lars);
    EXPECT_EQ(rows->at(1).id, anna);
}
