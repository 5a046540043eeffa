#include "ui/card/card_fixture.h"

#include "communication/courtesy_popover.h"
#include "customers/card_header.h"
#include "customers/card_purchase_form.h"
#include "interactions/interaction_repository.h"
#include "interactions/outcome_question.h"
#include "main_window/action_table.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace kontor::tests {

namespace action = ui::action;

class CardActions : public CardFixture {
protected:
    QPushButton *button(QLatin1StringView id) const {
        return qobject_cast<QPushButton *>(m_page->findChild<ui::CardHeader *>()->button(id));
    }
    void refuse(const QString &channel) {
        write([&](workspace::Recorder &recorder) -> Result<void> {
            Consent consent;
            consent.customerId = m_customer;
            consent.channel = channel;
            consent.state = u"refused"_s;
            consent.decidedAt = recorder.now();
            TRY_VOID(recorder.insert(consent));
            return {};
        });
        load(m_customer);
    }
};

TEST_F(CardActions, DialOpensTheNumberByteForByteAndBeginsTheEntry) {
    ASSERT_TRUE(m_page->canPerform(action::kDial));
    m_page->perform(action::kDial);
    EXPECT_EQ(m_links, QList<QByteArray>{"tel:+46701004512"});
    EXPECT_EQ(composer()->draft().kind, u"call"_s);
    EXPECT_EQ(composer()->draft().direction, u"out"_s);
    EXPECT_EQ(composer()->draft().contactPoint, card().contactPoints[0].id);
    EXPECT_EQ(QApplication::focusWidget(), composer()->textWidget());
}

TEST_F(CardActions, AMailLinkIsOpenedByteForByte) {
    m_page->perform(action::kWriteEmail);
    EXPECT_EQ(m_links, QList<QByteArray>{"mailto:anna.petrova%2Bcrm@volga.example"});
    EXPECT_EQ(composer()->draft().kind, u"email"_s);
}

TEST_F(CardActions, TheSystemIsGivenTheSameBytes) {
    for (const QByteArray &link : {QByteArray("mailto:anna.petrova%2Bcrm@volga.example"), QByteArray("tel:+46701004512;ext=12"),
                                   QByteArray("tel:112;phone-context=+46")})
        EXPECT_EQ(QUrl::fromEncoded(link, QUrl::StrictMode).toEncoded(), link);
}

TEST_F(CardActions, TheNumberOfTheCurrentLineIsDialled) {
    write([&](workspace::Recorder &recorder) -> Result<void> {
        TRY_VOID(addContactPoint(recorder, m_customer, u"phone"_s, u"040 55 66 77"_s));
        return {};
    });
    load(m_customer);
    fields()->setFocus();
    fields()->setCurrentIndex(
        fieldsModel()->index(fieldsModel()->find("point " + QByteArray::number(card().contactPoints[1].id.value)), 1));
    m_page->perform(action::kDial);
    ASSERT_EQ(m_links.size(), 1);
    EXPECT_TRUE(m_links[0].contains("40556677")) << m_links[0].constData();
}

TEST_F(CardActions, WithoutAProgramTheNumberIsCopiedAndTheMessageSaysSo) {
    m_hasProgram = false;
    m_page->perform(action::kDial);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"+46 70 100 45 12"_s);
    ASSERT_EQ(m_shell->toasts.size(), 1);
    EXPECT_TRUE(m_shell->toasts[0].contains(u"copied"_s));
}

TEST_F(CardActions, ARefusedConsentDisablesTheCallAndSaysWhy) {
    refuse(u"phone"_s);
    EXPECT_FALSE(m_page->canPerform(action::kDial));
    EXPECT_FALSE(button(action::kDial)->isEnabled());
    EXPECT_TRUE(button(action::kDial)->toolTip().contains(u"asked not to be called"_s));
    EXPECT_TRUE(m_page->canPerform(action::kLogCall)) << "they may have called";
    EXPECT_TRUE(m_page->canPerform(action::kWriteEmail));
    m_page->perform(action::kDial);
    EXPECT_TRUE(m_links.isEmpty());
    EXPECT_EQ(m_shell->errors.size(), 1);
}

TEST_F(CardActions, ATaskIsAddedByKeys) {
    m_page->perform(action::kNewTask);
    type(u"Send offer"_s);
    press(Qt::Key_Tab);
    qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
    type(u"+3"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.size() == 1; }));
    const Task task = m_page->content().timeline.tasks.first();
    EXPECT_EQ(task.title, u"Send offer"_s);
    EXPECT_EQ(task.dueOn, m_clock.today().addDays(3).toString(Qt::ISODate));
}

TEST_F(CardActions, APurchaseIsRecordedByKeysAndCountsAtOnce) {
    m_page->perform(action::kNewPurchase);
    type(u"14 450,50"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().sums.countLastYear == 1; }));
    EXPECT_EQ(m_page->content().sums.totalLastYear, 1'445'050);
    EXPECT_EQ(m_page->content().timeline.purchases.first().purchase.purchasedOn, m_clock.today().toString(Qt::ISODate));
}

TEST_F(CardActions, APurchaseWithoutAnAmountIsExplainedInTheForm) {
    m_page->perform(action::kNewPurchase);
    press(Qt::Key_Return);
    auto *form = m_page->findChild<ui::PurchasePopover *>();
    EXPECT_TRUE(form->isVisible());
    press(Qt::Key_Escape);
    EXPECT_FALSE(form->isVisible());
    EXPECT_EQ(m_page->content().sums.count, 0);
}

TEST_F(CardActions, SpaceTicksAPlannedStep) {
    m_page->perform(action::kNewTask);
    type(u"Send offer"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.size() == 1; }));
    timeline()->setFocus();
    press(Qt::Key_Space);
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.isEmpty(); }));
}

TEST_F(CardActions, ATickedCallIsAskedAboutAsOnToday) {
    m_page->perform(action::kNewTask);
    type(u"Call back"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.size() == 1; }));
    timeline()->setFocus();
    press(Qt::Key_Space);
    auto *question = m_page->findChild<ui::OutcomeQuestion *>();
    ASSERT_TRUE(question && question->isOpen());
    EXPECT_TRUE(question->isAncestorOf(QApplication::focusWidget()));
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.isEmpty(); })) << "done at once, whatever is answered";
    press(Qt::Key_3, Qt::AltModifier);
    EXPECT_FALSE(question->isOpen());
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.size() == 1; })) << "the next step of no answer";
    ASSERT_EQ(m_page->content().timeline.interactions.size(), 1);
    EXPECT_EQ(m_page->content().timeline.interactions.first().outcome, u"no_answer"_s);
    EXPECT_EQ(m_page->content().timeline.interactions.first().text, u"Call back"_s);
}

TEST_F(CardActions, TheQuestionAfterACallIsLeftByEsc) {
    m_page->perform(action::kNewTask);
    type(u"Call back"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.size() == 1; }));
    timeline()->setFocus();
    press(Qt::Key_Space);
    press(Qt::Key_Escape);
    EXPECT_FALSE(m_page->findChild<ui::OutcomeQuestion *>()->isOpen());
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.isEmpty(); }));
    EXPECT_TRUE(m_page->content().timeline.interactions.isEmpty());
}

TEST_F(CardActions, ANewTaskIsDueOnTheNextWorkingDay) {
    m_page->perform(action::kNewTask);
    type(u"Send offer"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.size() == 1; }));
    EXPECT_EQ(m_page->content().timeline.tasks.first().dueOn,
              addWorkingDays(m_clock.today(), 1).toString(Qt::ISODate));
}

// Job 15: Ctrl+B, amount, Tab product, Enter are four.
TEST_F(CardActions, APurchaseTakesFourInteractions) {
    m_page->perform(action::kNewPurchase);
    type(u"61 400"_s);
    press(Qt::Key_Tab);
    type(u"Lawn mower"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.purchases.size() == 1; }));
    EXPECT_EQ(m_page->content().timeline.purchases[0].productName, u"Lawn mower"_s);
    EXPECT_EQ(m_page->content().sums.total, 6'140'000);
}

TEST_F(CardActions, ANegativeAmountIsAskedAboutOnce) {
    m_page->perform(action::kNewPurchase);
    type(u"-50"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(m_page->findChild<ui::PurchasePopover *>()->isVisible());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().sums.total == -5'000; }));
    EXPECT_TRUE(m_shell->toasts.last().startsWith(u"Return"_s)) << qPrintable(m_shell->toasts.last());
}

TEST_F(CardActions, AnotherCurrencyKeepsTheOriginalAmount) {
    m_page->perform(action::kNewPurchase);
    type(u"1000"_s);
    auto *form = m_page->findChild<ui::PurchasePopover *>();
    form->findChild<QComboBox *>()->setCurrentText(u"SEK"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(form->isVisible()) << "the amount in the currency of the file is missing";
    for (QLineEdit *line : form->findChildren<QLineEdit *>())
        if (line->accessibleName() == u"The same in EUR"_s)
            line->setFocus();
    type(u"88.50"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return m_page->content().sums.total == 8'850; }));
    const Purchase purchase = m_page->content().timeline.purchases[0].purchase;
    EXPECT_EQ(purchase.currency, u"SEK"_s);
    EXPECT_EQ(purchase.originalAmount, std::optional<qint64>(100'000));
}

TEST_F(CardActions, AProgramOfTheirOwnIsStartedWithoutAShell) {
    m_shell->preferences().setCallMethod(u"template"_s);
    m_shell->preferences().setCallTemplate(u"dialler --line \"my desk\" {number}"_s);
    m_page->perform(action::kDial);
    EXPECT_TRUE(m_links.isEmpty());
    EXPECT_EQ(m_commands, (QList<QStringList>{{u"dialler"_s, u"--line"_s, u"my desk"_s, u"+46701004512"_s}}));
}

TEST_F(CardActions, OutsideThePreferredHoursItSaysSoFirst) {
    write([&](workspace::Recorder &recorder) -> Result<void> {
        TRY_VOID(setCustomerFields(recorder, m_customer, card().customer.version, {{"preferred_time", u"after 15"_s}}));
        return {};
    });
    load(m_customer);
    m_page->perform(action::kDial);
    auto *ask = m_page->findChild<ui::CourtesyPopover *>();
    ASSERT_TRUE(ask && ask->isVisible());
    EXPECT_TRUE(m_links.isEmpty());
    press(Qt::Key_Tab);
    press(Qt::Key_Return);
    EXPECT_EQ(m_links, QList<QByteArray>{"tel:+46701004512"});
}

TEST_F(CardActions, BackFromTheTelephoneItAsksHowItWent) {
    m_page->perform(action::kDial);
    QWidget other;
    other.show();
    other.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&other));
    other.hide();
    m_window->activateWindow();
    ASSERT_TRUE(waitFor([&] { return m_shell->announced.contains(u"How did the call go?"_s); }));
    EXPECT_EQ(QApplication::focusWidget(), composer()->textWidget());
    press(Qt::Key_1, Qt::AltModifier);
    EXPECT_EQ(composer()->draft().outcome, u"reached"_s);
}

} // namespace kontor::tests
