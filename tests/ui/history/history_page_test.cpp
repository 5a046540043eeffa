#include "history_fixture.h"

#include "widgets/bidi.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class HistoryPageTest : public HistoryFixture {
protected:
    void openHistory(Id customer = {}) {
        openWindow();
        m_window->go({page::kHistory, customer});
        ASSERT_TRUE(comesTrue([this] { return model()->rowCount() > 0; }));
    }
    HistoryModel *model() const { return page<HistoryPage>()->model(); }
    HistoryView *view() const { return page<HistoryPage>()->view(); }
    QString current() const { return withoutIsolates(view()->currentIndex().data(Qt::AccessibleTextRole).toString()); }
    int acts() const {
        int count = 0;
        for (int row = 0; row < model()->rowCount(); ++row)
            count += model()->kindOf(model()->index(row, 0)) == HistoryModel::Kind::Act;
        return count;
    }
};

} // namespace

TEST_F(HistoryPageTest, SaysWhenWhoWhatAndFromWhatToWhat) {
    setCity(m_anna, u"Malmö"_s);
    setCity(m_anna, u"Lund"_s);
    openHistory();
    ASSERT_TRUE(view()->hasFocus());
    EXPECT_EQ(model()->index(0, 0).data().toString(), u"Today"_s);
    for (const QString &part : {u"Maria"_s, u"City"_s, u"Anna Petrova"_s, u"from Malmö to Lund"_s})
        EXPECT_TRUE(current().contains(part)) << qPrintable(current());
}

TEST_F(HistoryPageTest, SaysOfSomethingNewWhatItIs) {
    log(m_anna, u"Wants 40 units"_s);
    openHistory();
    EXPECT_TRUE(current().contains(u": Wants 40 units"_s)) << qPrintable(current());
    EXPECT_FALSE(current().contains(u"Added"_s)) << qPrintable(current());
}

TEST_F(HistoryPageTest, RestoresTheOlderValueWithEnterAndUndoTakesThatBack) {
    setCity(m_anna, u"Malmö"_s);
    setCity(m_anna, u"Lund"_s);
    openHistory();
    press(Qt::Key_Return);
    EXPECT_TRUE(comesTrue([this] { return city(m_anna) == u"Malmö"_s; }));
    EXPECT_TRUE(comesTrue([this] { return acts() == 5; })) << "the restoring is a line of the history";
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([this] { return city(m_anna) == u"Lund"_s; }));
}

TEST_F(HistoryPageTest, UndoesAWholeActAndDoesItAgain) {
    log(m_anna, u"Wants 40 units"_s);
    const auto entries = [this] { return valueOf(interactionsOf(m_base->database(), m_anna)).size(); };
    LogDraft draft;
    draft.interaction.customerId = m_anna;
    draft.interaction.kind = u"call"_s;
    draft.nextStep = NextStep{u"call"_s, u"Call back"_s, QDate(2026, 3, 10), std::nullopt};
    EXPECT_TRUE(m_base->write({u"log"_s, "customer", m_anna},
                              [&](workspace::Recorder &recorder) { return logInteraction(recorder, draft); }));
    openHistory();
    const QPersistentModelIndex act = view()->currentIndex();
    press(Qt::Key_Return);
    ASSERT_TRUE(comesTrue([&] { return entries() == 1; }));
    ASSERT_TRUE(comesTrue([&] { return model()->actAt(act)->isTakenBack(); }));
    EXPECT_EQ(view()->currentIndex(), act) << "what came on top did not move the choice";
    press(Qt::Key_Return);
    EXPECT_TRUE(comesTrue([&] { return entries() == 2; }));
}

TEST_F(HistoryPageTest, AsksBeforeItPutsOlderValuesOverNewerOnes) {
    EXPECT_TRUE(m_base->write({u"bulk"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<void> {
        for (const Id id : {m_anna, m_lars}) {
            TRY(version, setCustomerFields(recorder, id, 1, {{"city", u"Lund"_s}}));
            Q_UNUSED(version)
        }
        return {};
    }));
    setCity(m_anna, u"Ystad"_s);
    openHistory();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    ASSERT_TRUE(comesTrue([] { return QApplication::activeModalWidget() != nullptr; }));
    EXPECT_EQ(city(m_anna), u"Ystad"_s);
    press(Qt::Key_Escape);
    EXPECT_TRUE(comesTrue([] { return QApplication::activeModalWidget() == nullptr; }));
    EXPECT_EQ(city(m_anna), u"Ystad"_s);
    EXPECT_EQ(city(m_lars), u"Lund"_s);
}

TEST_F(HistoryPageTest, UnfoldsAnActOfSeveralChangesAndRestoresOneOfThem) {
    EXPECT_TRUE(m_base->write({u"bulk"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<void> {
        for (const Id id : {m_anna, m_lars}) {
            TRY(version, setCustomerFields(recorder, id, 1, {{"city", u"Lund"_s}}));
            Q_UNUSED(version)
        }
        return {};
    }));
    openHistory();
    press(Qt::Key_Right);
    ASSERT_EQ(model()->rowCount(view()->currentIndex()), 2);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    EXPECT_TRUE(current().contains(u"City of"_s)) << qPrintable(current());
    EXPECT_TRUE(current().contains(u"Lars Åkesson"_s));
    press(Qt::Key_Return);
    EXPECT_TRUE(comesTrue([this] { return city(m_lars).isEmpty(); }));
    EXPECT_EQ(city(m_anna), u"Lund"_s);
}

TEST_F(HistoryPageTest, FiltersByTextAndKindAndEscapeClears) {
    setCity(m_anna, u"Malmö"_s);
    setCity(m_lars, u"Lund"_s);
    openHistory();
    trigger(action::kFilter);
    ASSERT_TRUE(page<HistoryPage>()->searchField()->hasFocus());
    QTest::keyClicks(page<HistoryPage>()->searchField(), u"petrova"_s);
    EXPECT_TRUE(comesTrue([this] { return acts() == 2; }));
    page<HistoryPage>()->kindField()->setFocus();
    press(Qt::Key_Down);
    EXPECT_TRUE(comesTrue([this] { return acts() == 1; }));
    view()->setFocus();
    press(Qt::Key_Escape);
    EXPECT_TRUE(comesTrue([this] { return acts() == 4; }));
}

TEST_F(HistoryPageTest, OfOneCustomerOpensByKeyAndLeadsToTheCard) {
    setCity(m_lars, u"Lund"_s);
    openWindow();
    m_window->go({page::kCustomers, m_lars});
    ASSERT_TRUE(comesTrue([this] { return m_window->actions().find(action::kCustomerHistory)->isEnabled(); }));
    trigger(action::kCustomerHistory);
    ASSERT_TRUE(comesTrue([this] { return acts() == 2; }));
    EXPECT_TRUE(comesTrue([this] { return m_window->windowTitle().contains(u"Lars"_s); }));
    press(Qt::Key_Return, Qt::AltModifier);
    EXPECT_EQ(m_window->pages()->currentPage()->place().subject, m_lars);
    m_window->goBack();
    EXPECT_EQ(m_window->pages()->currentId(), page::kHistory);
}

TEST_F(HistoryPageTest, CopiesALineWithoutMarksOfDirection) {
    setCity(m_anna, u"Malmö"_s);
    openHistory();
    press(Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(copied.contains(u"Anna Petrova"_s)) << qPrintable(copied);
    EXPECT_FALSE(copied.contains(QChar(u'\u2068')));
}

TEST_F(HistoryPageTest, FollowsWhatHappensMeanwhileAndKeepsTheChoice) {
    setCity(m_anna, u"Malmö"_s);
    openHistory();
    const QString before = current();
    setCity(m_lars, u"Lund"_s);
    m_window->workspace()->checkForChanges();
    ASSERT_TRUE(comesTrue([this] { return acts() == 4; }));
    EXPECT_EQ(current(), before);
}

TEST_F(HistoryPageTest, LoadsAThousandActsByPages) {
    for (int i = 0; i < 250; ++i)
        setCity(m_anna, u"City %1"_s.arg(i));
    openHistory();
    EXPECT_LT(acts(), 252);
    for (int i = 0; i < 5; ++i) {
        view()->scrollToBottom();
        const int known = acts();
        if (known == 252 || !comesTrue([&] { return acts() > known; }))
            break;
    }
    EXPECT_EQ(acts(), 252);
}
