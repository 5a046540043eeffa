#include "customers/customer_list_model.h"

#include "customers/customer_texts.h"
#include "lists/list_table.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::ui;

namespace {

constexpr int kPage = IdRows<CustomerRow>::kPageSize;

QList<Id> idsTo(int last) {
    QList<Id> ids;
    for (int id = 1; id <= last; ++id)
        ids.append(Id{id});
    return ids;
}

class CustomerListModelTest : public testing::Test {
protected:
    struct Question {
        QList<Id> ids;
        std::function<void(CustomerListModel::Rows)> done;
    };

    void answer(const Question &question) {
        QList<CustomerRow> rows;
        for (const Id id : question.ids) {
            CustomerRow row;
            row.id = id;
            row.name = u"Customer %1"_s.arg(id.value);
            rows.append(row);
        }
        question.done(rows);
    }
    QString nameAt(int row) { return m_model.data(m_model.index(row, customer_column::Customer), Qt::DisplayRole).toString(); }

    Formats m_formats{QLocale(QLocale::English), Clock{}, u"EUR"_s};
    QList<Question> m_questions;
    CustomerListModel m_model{[this](const QList<Id> &ids, std::function<void(CustomerListModel::Rows)> done) {
                                  m_questions.append({ids, std::move(done)});
                              },
                              m_formats};
};

} // namespace

TEST_F(CustomerListModelTest, FetchesPagesAndNotRowsOneByOne) {
    m_model.setIds(idsTo(100'000));
    EXPECT_EQ(m_model.rowCount(), 100'000);
    EXPECT_TRUE(m_questions.isEmpty());
    for (int row = 30; row < 60; ++row)
        EXPECT_EQ(nameAt(row), QString());
    ASSERT_EQ(m_questions.size(), 1);
    EXPECT_EQ(m_questions[0].ids.size(), kPage);
    answer(m_questions[0]);
    EXPECT_EQ(nameAt(30), u"Customer 31"_s);
    EXPECT_EQ(m_questions.size(), 1);
}

TEST_F(CustomerListModelTest, FetchesTheNextPageBeforeItIsReached) {
    m_model.setIds(idsTo(1'000));
    nameAt(0);
    answer(m_questions[0]);
    nameAt(kPage - 10);
    ASSERT_EQ(m_questions.size(), 2);
    EXPECT_EQ(m_questions[1].ids.first(), Id{kPage + 1});
}

TEST_F(CustomerListModelTest, DropsAnswersToAnOlderOrder) {
    m_model.setIds(idsTo(50));
    nameAt(0);
    m_model.setIds({Id{900}});
    answer(m_questions[0]);
    EXPECT_EQ(nameAt(0), QString());
    ASSERT_EQ(m_questions.size(), 2);
    answer(m_questions[1]);
    EXPECT_EQ(nameAt(0), u"Customer 900"_s);
}

TEST_F(CustomerListModelTest, KeepsKnownRowsWhenOnlyTheOrderIsNew) {
    m_model.setIds(idsTo(50));
    nameAt(0);
    answer(m_questions[0]);
    m_model.setIds({Id{3}, Id{1}, Id{2}});
    EXPECT_EQ(nameAt(0), u"Customer 3"_s);
}

TEST_F(CustomerListModelTest, AsksAgainAfterAFailureAndTellsOfIt) {
    m_model.setIds(idsTo(10));
    int failures = 0;
    QObject::connect(&m_model, &CustomerListModel::failed, &m_model, [&failures] { ++failures; });
    nameAt(0);
    m_questions[0].done(Error{Code::Busy, u"Busy"_s, {}, {}});
    EXPECT_EQ(failures, 1);
    nameAt(0);
    EXPECT_EQ(m_questions.size(), 2);
}

TEST_F(CustomerListModelTest, RefreshesOnlyWhatIsOnTheScreen) {
    m_model.setIds(idsTo(1'000));
    nameAt(250);
    answer(m_questions[0]);
    m_model.refreshRows(250, 260);
    ASSERT_EQ(m_questions.size(), 2);
    EXPECT_EQ(m_questions[1].ids.first(), Id{2 * kPage + 1});
    EXPECT_EQ(nameAt(250), u"Customer 251"_s);
}

TEST_F(CustomerListModelTest, GroupsAHundredThousandAndAsksForNoRowThatIsNotLookedAt) {
    GroupedCustomers grouped{idsTo(100'000), {}};
    for (int i = 0; i < 500; ++i)
        grouped.groups.append({u"City %1"_s.arg(i), 200});
    m_model.setRows(CustomerListRows::of(std::move(grouped), customer_column::City));
    EXPECT_EQ(m_model.rowCount(), 100'500);
    EXPECT_EQ(m_model.customerCount(), 100'000);
    EXPECT_FALSE(m_model.idAt(201).isValid());
    EXPECT_EQ(m_model.idAt(202), Id{201});
    EXPECT_EQ(m_model.rowOf(Id{100'000}), 100'499);
    EXPECT_EQ(m_model.headsBetween(0, 100'499), 500);
    EXPECT_EQ(m_model.index(201, 0).data(SectionRole).toString(), u"City 1"_s);
    EXPECT_TRUE(m_questions.isEmpty());
    nameAt(202);
    ASSERT_EQ(m_questions.size(), 2); // its page and the one before, which is near
    for (const Question &question : m_questions)
        EXPECT_TRUE(std::all_of(question.ids.cbegin(), question.ids.cend(), [](Id id) { return id.value > 0; }));
}

TEST_F(CustomerListModelTest, FindsTheNearestRowOfACustomerWhoStandsInSeveralGroups) {
    m_model.setRows(CustomerListRows::of({{Id{1}, Id{2}, Id{1}, Id{3}}, {{u"a"_s, 2}, {u"b"_s, 2}}}, customer_column::Tags));
    EXPECT_EQ(m_model.rowCount(), 6);
    EXPECT_EQ(m_model.customerCount(), 3);
    EXPECT_TRUE(m_model.repeatsCustomers());
    EXPECT_EQ(m_model.rowOf(Id{1}), 1);
    EXPECT_EQ(m_model.rowOf(Id{1}, 5), 4);
    EXPECT_EQ(m_model.rowOf(Id{3}, 1), 5);
    EXPECT_EQ(m_model.rowOf(Id{9}, 1), -1);
    EXPECT_EQ(m_model.customers(), (QList<Id>{Id{1}, Id{2}, Id{3}}));
}

TEST_F(CustomerListModelTest, TellsAScreenReaderTheWholeRow) {
    m_model.setIds(idsTo(1));
    nameAt(0);
    answer(m_questions[0]);
    const QString spoken = m_model.data(m_model.index(0, 0), Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.contains(u"Customer 1"_s));
    EXPECT_TRUE(spoken.contains(u"No next step"_s));
    EXPECT_TRUE(spoken.contains(u"never contacted"_s));
}

TEST(NextStep, SaysItsStateInWordsAndWithAnIcon) {
    Clock clock;
    clock.fixedNow = clock.fromIso(u"2026-03-09T14:00:00Z"_s);
    const Formats formats(QLocale(QLocale::English, QLocale::UnitedKingdom), clock, u"EUR"_s);
    CustomerRow row;
    EXPECT_EQ(stepLook(row, formats).state, NextStepState::None);
    row.nextStep = u"Send offer"_s;
    row.nextDueOn = u"2026-03-06"_s;
    EXPECT_EQ(stepLook(row, formats).state, NextStepState::Late);
    EXPECT_EQ(stepLook(row, formats).detail, u"Send offer"_s);
    row.nextDueOn = u"2026-03-09"_s;
    row.nextDueAt = clock.fromIso(u"2026-03-09T16:30:00Z"_s);
    EXPECT_EQ(stepLook(row, formats).state, NextStepState::Today);
    EXPECT_EQ(stepLook(row, formats).words, u"Today 16:30"_s);
    row.nextDueOn = u"2026-03-12"_s;
    EXPECT_EQ(stepLook(row, formats).state, NextStepState::Later);
    EXPECT_FALSE(stepLook(row, formats).icon.isEmpty());
}
