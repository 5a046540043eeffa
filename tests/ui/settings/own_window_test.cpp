#include "customers/card_view.h"
#include "find/find_box.h"
#include "find/find_model.h"
#include "lists/list_table.h"
#include "main_window/customer_window.h"
#include "main_window/page_stack.h"
#include "window_fixture.h"

#include <QLineEdit>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class OwnWindowTest : public WindowFixture {
protected:
    CustomerWindow *open(Id customer) {
        CustomerWindow *window = m_window->openInOwnWindow(customer);
        EXPECT_TRUE(comesTrue([&] { return !window->card()->title().isEmpty(); }));
        return window;
    }
    void setName(Id customer, const QString &name) {
        const qint64 version = valueOf(db::find<Customer>(m_base->database(), customer))->version;
        m_window->workspace()->write(
            {u"edit"_s, "customer", customer},
            [=](workspace::Recorder &recorder) {
                return setCustomerFields(recorder, customer, version, {{"name", name}});
            },
            m_window.get(), [](Result<qint64> saved) { EXPECT_TRUE(saved); });
    }
};

} // namespace

TEST_F(OwnWindowTest, ShowsTheCardAndComesToTheFrontWhenAskedAgain) {
    CustomerWindow *anna = open(m_anna);
    EXPECT_TRUE(anna->windowTitle().contains(u"Anna Petrova"_s));
    EXPECT_EQ(m_window->openInOwnWindow(m_anna), anna);
    CustomerWindow *lars = open(m_lars);
    EXPECT_NE(lars, anna);
    EXPECT_TRUE(anna->isVisible());
}

TEST_F(OwnWindowTest, FollowsWhatIsChangedElsewhereAndTakenBackFromItself) {
    CustomerWindow *anna = open(m_anna);
    setName(m_anna, u"Anna Ivanova"_s);
    ASSERT_TRUE(comesTrue([&] { return anna->windowTitle().contains(u"Ivanova"_s); }));
    anna->perform(action::kUndo);
    EXPECT_TRUE(comesTrue([&] { return anna->windowTitle().contains(u"Petrova"_s); }));
}

TEST_F(OwnWindowTest, HandsWhatIsNotAboutItsCustomerToTheMainWindow) {
    CustomerWindow *anna = open(m_anna);
    anna->actions().find(action::kCustomerHistory)->trigger();
    EXPECT_EQ(m_window->pages()->currentId(), page::kHistory);
    EXPECT_EQ(m_window->pages()->currentPage()->place().subject, m_anna);
    anna->actions().find(action::kGoCustomers)->trigger();
    EXPECT_EQ(m_window->pages()->currentId(), page::kCustomers);
}

TEST_F(OwnWindowTest, EscapeClosesItAndItsPlaceIsRemembered) {
    QPointer<CustomerWindow> anna = open(m_anna);
    anna->resize(1234, 700);
    QTest::keyClick(anna.data(), Qt::Key_Escape);
    ASSERT_TRUE(comesTrue([&] { return anna.isNull(); }));
    EXPECT_EQ(open(m_anna)->width(), 1234);
}

TEST_F(OwnWindowTest, GoesWithTheBase) {
    QPointer<CustomerWindow> anna = open(m_anna);
    m_window->close();
    EXPECT_TRUE(anna.isNull());
}

TEST_F(OwnWindowTest, OpensWithCtrlEnterFromTheList) {
    m_window->perform(action::kGoCustomers);
    auto *table = m_window->findChild<ListTable *>();
    ASSERT_TRUE(comesTrue([&] { return table->model()->rowCount() == 2; }));
    QTest::keyClick(table, Qt::Key_Home);
    ASSERT_TRUE(comesTrue([this] { return m_window->actions().find(action::kOwnWindow)->isEnabled(); }));
    QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
    QList<CustomerWindow *> windows;
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (auto *window = qobject_cast<CustomerWindow *>(widget))
            windows << window;
    ASSERT_EQ(windows.size(), 1);
    EXPECT_EQ(windows.first()->customer(), m_anna);
    EXPECT_EQ(m_window->pages()->currentPage()->place().subject, Id());
}

TEST_F(OwnWindowTest, OpensWithCtrlEnterFromTheFindBox) {
    FindBox *find = m_window->findBox();
    const auto found = [&] {
        find->open(u"Lars"_s); // the index may still be catching up with the new base
        return comesTrueSoon([&] { return find->model()->at(0) && find->model()->at(0)->kind == FindEntry::Kind::Customer; });
    };
    ASSERT_TRUE(comesTrue(found));
    QTest::keyClick(find->field(), Qt::Key_Return, Qt::ControlModifier);
    bool isOpen = false;
    for (const QWidget *widget : QApplication::topLevelWidgets())
        if (const auto *window = qobject_cast<const CustomerWindow *>(widget))
            isOpen = isOpen || window->customer() == m_lars;
    EXPECT_TRUE(isOpen);
    EXPECT_FALSE(find->isVisible());
}

TEST_F(OwnWindowTest, SaysThatEverythingIsSavedWhenAskedToSaveACard) {
    CustomerWindow *anna = open(m_anna);
    QTest::keyClick(anna, Qt::Key_S, Qt::ControlModifier);
    EXPECT_NE(anna->findChild<Toast *>(), nullptr);
}
