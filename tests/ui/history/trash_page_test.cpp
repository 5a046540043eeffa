#include "history_fixture.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QMessageBox>
#include <QPushButton>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class TrashPageTest : public HistoryFixture {
protected:
    void openTrash(int wanted) {
        openWindow();
        trigger(action::kGoTrash);
        ASSERT_TRUE(comesTrue([&] { return model()->isLoaded() && model()->rowCount() == wanted; }));
        ASSERT_TRUE(comesTrue([&] { return wanted == 0 || model()->lineAt(0); }));
    }
    TrashModel *model() const { return page<TrashPage>()->model(); }
    QListView *list() const { return page<TrashPage>()->list(); }
    bool exists(Id customer) { return valueOf(db::find<Customer>(m_base->database(), customer)).has_value(); }
    bool isTrashed(Id customer) { return valueOf(db::find<Customer>(m_base->database(), customer))->trashedAt.has_value(); }
};

} // namespace

TEST_F(TrashPageTest, TellsWhatIsInItAndHowLongItStays) {
    log(m_anna, u"Wants 40 units"_s);
    trash(m_anna);
    openTrash(1);
    ASSERT_TRUE(list()->hasFocus());
    const QString spoken = list()->currentIndex().data(Qt::AccessibleTextRole).toString();
    for (const QString &part : {u"Anna Petrova"_s, u"Maria"_s, u"90 day"_s})
        EXPECT_TRUE(spoken.contains(part)) << qPrintable(spoken);
    EXPECT_TRUE(spoken.contains(u"With it: "_s)) << qPrintable(spoken);
}

TEST_F(TrashPageTest, EnterRestoresAndUndoTakesThatBack) {
    trash(m_anna);
    openTrash(1);
    press(Qt::Key_Return);
    ASSERT_TRUE(comesTrue([this] { return model()->rowCount() == 0; }));
    EXPECT_FALSE(isTrashed(m_anna));
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([this] { return model()->rowCount() == 1; }));
    EXPECT_TRUE(isTrashed(m_anna));
}

TEST_F(TrashPageTest, DeleteAsksWithTheNameOnTheButtonAndKeepsByDefault) {
    trash(m_anna);
    openTrash(1);
    press(Qt::Key_Delete);
    auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    ASSERT_NE(box, nullptr);
    QAbstractButton *doIt = nullptr;
    for (QAbstractButton *button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            doIt = button;
    ASSERT_NE(doIt, nullptr);
    EXPECT_TRUE(doIt->text().contains(u"Anna Petrova"_s)) << qPrintable(doIt->text());
    EXPECT_NE(static_cast<QAbstractButton *>(box->defaultButton()), doIt);
    QTest::keyClick(box, Qt::Key_Escape);
    EXPECT_TRUE(exists(m_anna));
    press(Qt::Key_Delete);
    box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    ASSERT_NE(box, nullptr);
    for (QAbstractButton *button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::keyClick(button, Qt::Key_Space);
    EXPECT_TRUE(comesTrue([this] { return !exists(m_anna); }));
    EXPECT_TRUE(comesTrue([this] { return model()->rowCount() == 0; }));
}

TEST_F(TrashPageTest, RestoresSeveralAtOnce) {
    trash(m_anna);
    trash(m_lars);
    openTrash(2);
    trigger(action::kSelectAll);
    press(Qt::Key_Return);
    ASSERT_TRUE(comesTrue([this] { return model()->rowCount() == 0; }));
    EXPECT_FALSE(isTrashed(m_anna));
    EXPECT_FALSE(isTrashed(m_lars));
}

TEST_F(TrashPageTest, IsCountedInTheNavigationAndFollowsWhatIsTrashedElsewhere) {
    openTrash(0);
    trash(m_anna);
    m_window->workspace()->checkForChanges();
    EXPECT_TRUE(comesTrue([this] { return model()->rowCount() == 1; }));
}
