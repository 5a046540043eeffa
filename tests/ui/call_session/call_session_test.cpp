#include "call_session/call_desk.h"
#include "call_session/call_preparation.h"
#include "call_session/call_session_page.h"
#include "call_session/call_summary.h"
#include "customers/consent.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "customers/customer_repository.h"
#include "customers/customers_page.h"
#include "forms/growing_text_edit.h"
#include "interactions/timeline_view.h"
#include "main_window/action_table.h"
#include "main_window/navigation.h"
#include "main_window/page_stack.h"
#include "main_window/page_table.h"
#include "support/window_driver.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;
using namespace Qt::StringLiterals;

namespace {

class CallSessionTest : public testing::Test {
protected:
    void SetUp() override {
        for (const QString &name : {u"Anna"_s, u"Björn"_s, u"Carl"_s, u"Dana"_s})
            add(name, false);
        add(u"Refuses"_s, true);
        openWindow();
    }
    void TearDown() override { m_driver.reset(); }

    void add(const QString &name, bool refuses) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.phones = {u"+46 70 100 45 12"_s};
        m_customers << valueOf(m_base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<Id> {
            TRY(id, addCustomer(recorder, draft));
            if (refuses) {
                Consent consent;
                consent.customerId = id;
                consent.channel = u"phone"_s;
                consent.state = u"refused"_s;
                consent.decidedAt = recorder.now();
                TRY_VOID(recorder.insert(consent));
            }
            return id;
        }));
    }
    void openWindow() {
        m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
        ASSERT_TRUE(tests::openBase(m_driver->window(), m_base.path()));
        const auto *model = window().findChild<CustomersPage *>()->list()->model();
        ASSERT_TRUE(waitFor([&] { return model->rowCount() == m_customers.size(); }));
    }
    // Ctrl+2 for the list, then the two acts of the job.
    void start(const QString &goal = {}) {
        m_driver->press(Qt::Key_2, Qt::ControlModifier);
        press(Qt::Key_F7, Qt::ControlModifier);
        if (!goal.isEmpty())
            m_driver->type(goal);
        press(Qt::Key_Return);
        ASSERT_TRUE(waitFor([&] { return page()->isCalling() && desk()->noteEdit()->hasFocus(); }));
    }

    ui::MainWindow &window() { return m_driver->window(); }
    CallSessionPage *page() { return window().findChild<CallSessionPage *>(); }
    CallDesk *desk() { return page()->desk(); }
    Id current() { return page()->session() ? page()->session()->currentCustomer() : Id(); }
    QString single(const QString &sql) { return valueOf(m_base->database().single(sql)).text(); }
    NavigationItem *entry() {
        for (NavigationItem *item : window().navigation()->findChildren<NavigationItem *>())
            if (item->text() == u"Call session"_s)
                return item;
        return nullptr;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        ++m_acts;
        m_driver->press(key, modifiers);
    }
    template <class Condition>
    bool waitFor(Condition condition) {
        return QTest::qWaitFor(condition, kPatienceMs);
    }

    TemporaryBase m_base;
    std::unique_ptr<WindowDriver> m_driver;
    QList<Id> m_customers;
    int m_acts = 0;
};

} // namespace

TEST_F(CallSessionTest, StartsFromTheListWithTwoKeysAndLeavesOutWhoMayNotBeCalled) {
    start();
    EXPECT_EQ(m_acts, 2); // job 10
    EXPECT_EQ(page()->session()->queue, m_customers.first(4));
    ASSERT_EQ(page()->session()->leftOut.size(), 1);
    EXPECT_TRUE(page()->session()->leftOut.first().contains(u"Refuses"_s));
    EXPECT_EQ(current(), m_customers[0]);
    EXPECT_TRUE(entry()->isVisible());
}

TEST_F(CallSessionTest, SavesTheNoteWithTheOutcomeAndMovesOnWithOneKey) {
    start();
    m_driver->type(u"rang twice"_s);
    m_acts = 0;
    press(Qt::Key_3, Qt::AltModifier);
    EXPECT_EQ(m_acts, 1); // job 11
    ASSERT_TRUE(waitFor([&] { return current() == m_customers[1]; }));
    EXPECT_EQ(single(u"SELECT kind || '|' || outcome || '|' || text || '|' || customer_id FROM interaction"_s),
              u"call|no_answer|rang twice|%1"_s.arg(m_customers[0].value));
    EXPECT_EQ(single(u"SELECT count(*) FROM task WHERE kind = 'call'"_s), u"1"_s);
    EXPECT_TRUE(desk()->note().isEmpty());
    EXPECT_TRUE(desk()->noteEdit()->hasFocus());
}

TEST_F(CallSessionTest, GoesBackWithTheNoteWhenTheCallIsTakenBack) {
    start();
    m_driver->type(u"rang twice"_s);
    press(Qt::Key_3, Qt::AltModifier);
    ASSERT_TRUE(waitFor([&] { return current() == m_customers[1]; }));
    ASSERT_TRUE(waitFor([&] { return window().workspace()->undoState().undoInfo.kind == u"log"_s; }));
    press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return current() == m_customers[0]; }));
    EXPECT_EQ(desk()->note(), u"rang twice"_s);
    EXPECT_EQ(single(u"SELECT count(*) FROM interaction"_s), u"0"_s);
    EXPECT_TRUE(page()->session()->results.isEmpty());
}

TEST_F(CallSessionTest, NeverLeavesANoteThatIsNotSaved) {
    start();
    m_driver->type(u"wants the price list"_s);
    press(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(current(), m_customers[0]);
    EXPECT_EQ(desk()->note(), u"wants the price list"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return single(u"SELECT kind FROM interaction"_s) == u"note"_s && desk()->note().isEmpty(); }));
    EXPECT_EQ(current(), m_customers[0]);
    press(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(current(), m_customers[1]);
    press(Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(current(), m_customers[0]);
}

TEST_F(CallSessionTest, PausesWithEscapeAndGoesOnAfterARestart) {
    start(u"Spring price list"_s);
    press(Qt::Key_1, Qt::AltModifier);
    ASSERT_TRUE(waitFor([&] { return current() == m_customers[1]; }));
    m_driver->type(u"half a note"_s);
    press(Qt::Key_Escape);
    EXPECT_EQ(window().pages()->currentId(), page::kCustomers);
    EXPECT_TRUE(entry()->isVisible());
    EXPECT_EQ(entry()->accessibleName(), u"Call session, 2 of 4"_s);
    m_driver.reset();
    openWindow();
    ASSERT_TRUE(entry()->isVisible());
    entry()->click();
    ASSERT_TRUE(page()->isCalling());
    EXPECT_EQ(current(), m_customers[1]);
    EXPECT_EQ(desk()->note(), u"half a note"_s);
    EXPECT_EQ(page()->session()->goal, u"Spring price list"_s);
    EXPECT_EQ(page()->session()->count(u"reached"_s), 1);
}

TEST_F(CallSessionTest, EndsWithASummaryAndGoesOnWithThoseWhoDidNotAnswer) {
    start();
    for (const int key : {Qt::Key_1, Qt::Key_3, Qt::Key_4, Qt::Key_3}) {
        const Id before = current();
        press(key, Qt::AltModifier);
        ASSERT_TRUE(waitFor([&] { return current() != before; }));
    }
    EXPECT_FALSE(page()->session());
    EXPECT_TRUE(page()->summary()->isVisible());
    EXPECT_TRUE(page()->summary()->lines().contains(u"No answer: 2"_s));
    EXPECT_TRUE(page()->summary()->lines().contains(u"Next steps made: 3"_s));
    EXPECT_FALSE(entry()->isVisible());
    press(Qt::Key_Space); // the first button: continue
    ASSERT_TRUE(waitFor([&] { return page()->isCalling(); }));
    EXPECT_EQ(page()->session()->queue, (QList<Id>{m_customers[1], m_customers[2], m_customers[3]}));
}

TEST_F(CallSessionTest, ShowsTheWholeCardAndTheTimelineWhereThereIsRoom) {
    start();
    EXPECT_TRUE(waitFor([&] { return desk()->timelineView()->isVisible(); }));
    EXPECT_TRUE(waitFor([&] { return desk()->cardArea()->height() == desk()->cardArea()->widget()->minimumHeight(); }));
}

TEST_F(CallSessionTest, LaysNothingOverAnotherInTheSmallestWindowWithLargeText) {
    start(u"Spring price list"_s);
    window().resize(900, 600);
    for (int i = 0; i < 5; ++i)
        window().perform(action::kLargerText);
    QCoreApplication::sendPostedEvents();
    const auto placeOf = [&](const QWidget *widget) { return QRect(widget->mapTo(desk(), QPoint()), widget->size()); };
    QList<const QWidget *> parts{desk()->cardArea(), desk()->noteEdit()};
    for (const auto *button : desk()->findChildren<QPushButton *>())
        if (button->isVisible())
            parts << button;
    if (desk()->timelineView()->isVisible())
        parts << desk()->timelineView();
    for (const QWidget *one : parts) {
        EXPECT_TRUE(desk()->rect().contains(placeOf(one))) << one->accessibleName().toStdString();
        for (const QWidget *other : parts)
            if (one != other) {
                EXPECT_FALSE(placeOf(one).intersects(placeOf(other)))
                    << one->accessibleName().toStdString() << " over " << other->accessibleName().toStdString();
            }
    }
    window().perform(action::kNormalText);
}

TEST_F(CallSessionTest, SaysWhyThereIsNobodyToCall) {
    m_driver->press(Qt::Key_2, Qt::ControlModifier);
    window().go({page::kCallSession, {}, CallList{u"One"_s, {m_customers[4]}, {}}.toView()});
    ASSERT_TRUE(waitFor([&] { return page()->preparation()->isReady(); }));
    EXPECT_TRUE(page()->preparation()->plan().queue.isEmpty());
    press(Qt::Key_Return);
    EXPECT_FALSE(page()->isCalling());
    press(Qt::Key_Escape);
    EXPECT_EQ(window().pages()->currentId(), page::kCustomers);
}

TEST_F(CallSessionTest, CallsTheMembersOfASegment) {
    const QByteArray rule = R"({"version": 1, "match": "all", "rules": [{"field": "name", "op": "starts_with", "value": "B"}]})";
    window().go({page::kCallSession, {}, CallList{u"With B"_s, {}, rule}.toView()});
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return page()->isCalling(); }));
    EXPECT_EQ(page()->session()->queue, QList<Id>{m_customers[1]});
}
