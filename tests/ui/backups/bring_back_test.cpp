#include "backups/bring_back_dialog.h"
#include "db/backup.h"
#include "window_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class BringBackTest : public WindowFixture {
protected:
    void setCity(const QString &city) {
        expectDone(m_base->write({u"edit"_s, "customer", m_anna}, [&](workspace::Recorder &recorder) -> Result<void> {
            TRY(before, db::find<Customer>(recorder.database(), m_anna));
            Customer after = *before;
            after.city = city;
            return recorder.update(*before, after);
        }));
    }
    QString city() { return valueOf(db::find<Customer>(m_base->database(), m_anna))->city; }
    void backUp() { expectDone(db::backup(m_base->database(), m_base.folder() + u"/test-backup-2026-03-09-140500.kontor"_s)); }
    BringBackDialog *openDialog() {
        trigger(action::kBringBack);
        auto *dialog = m_window->findChild<BringBackDialog *>();
        EXPECT_NE(dialog, nullptr);
        return dialog;
    }
};

} // namespace

TEST_F(BringBackTest, PutsOneCardBackAsItStoodInTheBackupAndUndoesIt) {
    setCity(u"Lund"_s);
    backUp();
    setCity(u"Kiel"_s);
    BringBackDialog *dialog = openDialog();
    ASSERT_TRUE(comesTrue([&] { return dialog->customers()->count() == 2; }));
    EXPECT_FALSE(dialog->doIt()->isEnabled()) << "nobody is chosen yet";
    dialog->search()->setFocus();
    QTest::keyClicks(dialog->search(), u"petr"_s);
    ASSERT_TRUE(comesTrue([&] { return dialog->customers()->count() == 1 && dialog->doIt()->isEnabled(); }));
    QTest::keyClick(dialog->search(), Qt::Key_Return);
    ASSERT_TRUE(comesTrue([&] { return city() == u"Lund"_s; }));
    ASSERT_TRUE(comesTrue([&] { return m_window->actions().find(action::kUndo)->text().contains(u"backup"_s); }));
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([&] { return city() == u"Kiel"_s; }));
}

TEST_F(BringBackTest, LooksForTheCustomerThatIsShown) {
    backUp();
    m_window->go({page::kCustomers, m_anna});
    BringBackDialog *dialog = openDialog();
    ASSERT_TRUE(comesTrue([&] { return dialog->wish().customer == m_anna; }));
    EXPECT_EQ(dialog->search()->text(), u"Anna Petrova"_s);
}

TEST_F(BringBackTest, SaysThatThereIsNoBackupYetAndWhatToDo) {
    BringBackDialog *dialog = openDialog();
    const auto says = [&](const QString &words) {
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->text().contains(words))
                return true;
        return false;
    };
    EXPECT_TRUE(comesTrue([&] { return says(u"Another file"_s); }));
    EXPECT_FALSE(dialog->doIt()->isEnabled());
}
