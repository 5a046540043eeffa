// What stands on the card before it is read, and where it cannot be read.
#include "ui/card/card_fixture.h"

#include "customers/card_header.h"
#include "interactions/interaction_repository.h"
#include "widgets/banner.h"
#include "widgets/waiting_bars.h"

#include <QSemaphore>

namespace kontor::tests {

class CardLoading : public CardFixture {
protected:
    void SetUp() override {
        CardFixture::SetUp();
        NewCustomer draft;
        draft.customer.name = u"Lars Åkesson"_s;
        draft.customer.company = u"Åkesson Bygg AB"_s;
        m_lars = valueOf(m_base->write({u"add"_s, "customer", {}},
                                       [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    // Readers wait from now on until it is released.
    void holdReaders() {
        m_workspace->read(
            m_page,
            [gate = m_gate](db::Database &) -> Result<int> {
                gate->acquire();
                return 0;
            },
            [](const Result<int> &) {});
    }
    void TearDown() override {
        m_gate->release(10);
        CardFixture::TearDown();
    }
    CustomerRow rowOfLars() const {
        CustomerRow row;
        row.id = m_lars;
        row.name = u"Lars Åkesson"_s;
        row.company = u"Åkesson Bygg AB"_s;
        row.nextStep = u"Send offer"_s;
        row.nextDueOn = m_clock.today().addDays(-3).toString(Qt::ISODate);
        return row;
    }
    ui::CardHeader *head() const { return m_page->findChild<ui::CardHeader *>(); }

    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
    Id m_lars;
};

TEST_F(CardLoading, TheHeadShowsAtOnceWhatTheListKnows) {
    holdReaders();
    m_page->load(m_lars);
    m_page->preview(rowOfLars());
    EXPECT_EQ(head()->nameShown(), u"Lars Åkesson"_s);
    EXPECT_EQ(fieldsModel()->rowCount(), 0) << "nothing of the customer before stands under another name";
    EXPECT_EQ(m_page->title(), QString());
    QSignalSpy loaded(m_page, &ui::CustomerCardPage::loaded);
    m_gate->release();
    ASSERT_TRUE(loaded.wait());
    EXPECT_EQ(m_page->title(), u"Lars Åkesson"_s);
    EXPECT_GT(fieldsModel()->rowCount(), 0);
}

TEST_F(CardLoading, WhatIsTypedMeanwhileIsKeptForTheNewCustomer) {
    composer()->textWidget()->setFocus();
    type(u"For Anna"_s);
    holdReaders();
    m_page->load(m_lars);
    EXPECT_TRUE(composer()->draft().text.isEmpty());
    composer()->textWidget()->setFocus();
    type(u"For Lars"_s);
    QSignalSpy loaded(m_page, &ui::CustomerCardPage::loaded);
    m_gate->release();
    ASSERT_TRUE(loaded.wait());
    EXPECT_EQ(composer()->draft().text, u"For Lars"_s);
    load(m_customer);
    EXPECT_EQ(composer()->draft().text, u"For Anna"_s);
}

TEST_F(CardLoading, GreyBarsStandForTheTimelineOnlyWhenItTakesLonger) {
    auto *bars = m_page->findChild<ui::WaitingBars *>();
    holdReaders();
    m_page->load(m_lars);
    EXPECT_FALSE(bars->isVisible());
    ASSERT_TRUE(waitFor([&] { return bars->isVisible(); }));
    m_gate->release();
    ASSERT_TRUE(waitFor([&] { return !bars->isVisible(); }));
    EXPECT_TRUE(m_page->title() == u"Lars Åkesson"_s);
}

TEST_F(CardLoading, ACardThatCannotBeReadSaysSoAndOffersToTryAgain) {
    m_page->load(Id{987654321});
    auto *banner = m_page->findChild<ui::Banner *>();
    ASSERT_TRUE(waitFor([&] { return banner->isVisible(); }));
    EXPECT_EQ(banner->text(), u"This card could not be read."_s);
    QAbstractButton *again = nullptr;
    for (auto *button : banner->findChildren<QAbstractButton *>())
        if (button->text() == u"Try again"_s)
            again = button;
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->isVisible());
    m_shell->errors.clear();
    again->click();
    EXPECT_TRUE(waitFor([&] { return !m_shell->errors.isEmpty(); })) << "it was read again";
}

TEST_F(CardLoading, ATimelineThatCouldNotBeReadOnKeepsItsRowsAndOffersToLoadAgain) {
    write([&](workspace::Recorder &recorder) {
        LogDraft draft;
        draft.interaction.customerId = m_customer;
        draft.interaction.kind = u"note"_s;
        draft.interaction.text = u"Likes green"_s;
        return logInteraction(recorder, draft);
    });
    load(m_customer);
    auto *model = timeline()->timeline();
    const int rows = model->rowCount();
    model->setUnread();
    ASSERT_EQ(model->rowCount(), rows + 1);
    EXPECT_TRUE(model->data(model->index(rows, 0), Qt::AccessibleTextRole).toString().contains(u"Load again"_s));
    timeline()->setFocus();
    timeline()->setCurrentIndex(model->index(rows, 0));
    QSignalSpy loaded(m_page, &ui::CustomerCardPage::loaded);
    press(Qt::Key_Return);
    ASSERT_TRUE(loaded.wait());
    EXPECT_EQ(model->rowCount(), rows);
}

} // namespace kontor::tests
