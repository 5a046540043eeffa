// An older version of a customer: shown as differences, restored by Enter, taken back by undo.
#include "history_fixture.h"

#include "history/version_dialog.h"
#include "main_window/action_registry.h"

#include <QListWidget>
#include <QPushButton>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class RestoreVersionTest : public HistoryFixture {
protected:
    void openHistory(Id customer) {
        openWindow();
        m_window->go({page::kHistory, customer});
        ASSERT_TRUE(comesTrue([this] { return view()->currentIndex().isValid(); }));
    }
    HistoryView *view() const { return page<HistoryPage>()->view(); }
    VersionDialog *dialog() const { return m_window->findChild<VersionDialog *>(); }
    void openDialogOn(int act) {
        for (int i = 0; i < act; ++i)
            press(Qt::Key_Down);
        trigger(action::kRestoreVersion);
        ASSERT_TRUE(comesTrue([this] { return dialog() && dialog()->isVisible(); }));
    }
};

} // namespace

TEST_F(RestoreVersionTest, ShowsWhatWouldChangeAndRestoresItInOneStep) {
    setCity(m_anna, u"Malmö"_s);
    setCity(m_anna, u"Lund"_s);
    setCity(m_anna, u"Ystad"_s);
    openHistory(m_anna);
    openDialogOn(2); // after the change to Malmö
    ASSERT_TRUE(comesTrue([this] { return dialog()->list()->count() > 0; }));
    ASSERT_EQ(dialog()->list()->count(), 1);
    const QString line = dialog()->list()->item(0)->text();
    EXPECT_TRUE(line.contains(u"City"_s) && line.contains(u"Ystad"_s) && line.contains(u"Malmö"_s)) << qPrintable(line);
    EXPECT_FALSE(dialog()->list()->item(0)->data(Qt::AccessibleTextRole).toString().isEmpty());
    EXPECT_TRUE(line.contains(u"from"_s) && !line.contains(QChar(0x2192))) << "in words, no arrow: " << qPrintable(line);
    QTest::keyClick(dialog(), Qt::Key_Return);
    ASSERT_TRUE(comesTrue([this] { return city(m_anna) == u"Malmö"_s; }));
    ASSERT_TRUE(comesTrue([this] { return m_window->actions().plainText(action::kUndo).contains(u"Older version"_s); }));
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([this] { return city(m_anna) == u"Ystad"_s; }));
}

TEST_F(RestoreVersionTest, ChangesNothingWhenItIsLeftWithEsc) {
    setCity(m_anna, u"Malmö"_s);
    setCity(m_anna, u"Lund"_s);
    openHistory(m_anna);
    openDialogOn(1);
    ASSERT_TRUE(comesTrue([this] { return dialog()->list()->count() > 0; }));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    EXPECT_TRUE(comesTrue([this] { return !dialog(); }));
    EXPECT_EQ(city(m_anna), u"Lund"_s);
}

TEST_F(RestoreVersionTest, SaysThatTheNewestVersionIsTheOneThatStands) {
    setCity(m_anna, u"Malmö"_s);
    openHistory(m_anna);
    openDialogOn(0);
    EXPECT_TRUE(comesTrue([this] { return !dialog()->list()->isVisible(); }));
    EXPECT_FALSE(dialog()->restoreButton()->isEnabled());
}

TEST_F(RestoreVersionTest, IsNotOfferedForAnActAboutSeveral) {
    EXPECT_TRUE(m_base->write({u"bulk"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<void> {
        for (const Id id : {m_anna, m_lars})
            TRY_VOID(setCustomerFields(recorder, id, 1, {{"city", u"Lund"_s}}));
        return {};
    }));
    openHistory({});
    EXPECT_FALSE(m_window->actions().find(action::kRestoreVersion)->isEnabled());
    press(Qt::Key_Down); // one customer was added
    EXPECT_TRUE(comesTrue([this] { return m_window->actions().find(action::kRestoreVersion)->isEnabled(); }));
}
