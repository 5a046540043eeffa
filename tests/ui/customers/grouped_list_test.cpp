#include "ui/customers/customers_page_fixture.h"

#include "customers/customer_list_columns.h"
#include "customers/customer_selection_bar.h"
#include "tags/tag_repository.h"

#include <QMenu>
#include <QPushButton>

using namespace kontor;

namespace kontor::tests {
namespace {

constexpr int kGroups = 2;

class GroupedList : public CustomersPageByKey {
protected:
    CustomerListColumns &columns() { return *list().table()->findChild<CustomerListColumns *>(); }
    void groupByCity() {
        columns().groupBy(customer_column::City);
        ASSERT_TRUE(wait([&] { return model().isGrouped() && model().rowCount() == kCustomers + kGroups; }));
    }
    QString section(int row) { return model().index(row, 0).data(SectionRole).toString(); }
};

} // namespace

TEST_F(GroupedList, HasHeadsWithCountsAndTheSameCustomers) {
    groupByCity();
    EXPECT_EQ(section(0), u"Lund"_s);
    EXPECT_EQ(section(5), u"Malmö"_s);
    EXPECT_EQ(model().index(0, 0).data(SectionCountRole).toString(), u"4"_s);
    EXPECT_TRUE(model().index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Lund: 4 customer"_s));
    EXPECT_EQ(model().customerCount(), kCustomers);
    EXPECT_EQ(model().customers().size(), kCustomers);
}

TEST_F(GroupedList, KeepsTheSelectionByItsCustomers) {
    selectThree();
    const QList<Id> before = list().selected();
    groupByCity();
    const QList<Id> after = list().selected();
    EXPECT_EQ(QSet<Id>(after.cbegin(), after.cend()), QSet<Id>(before.cbegin(), before.cend()));
    EXPECT_EQ(list().selectedCount(), 3);
    columns().groupBy(-1);
    ASSERT_TRUE(wait([&] { return !model().isGrouped(); }));
    EXPECT_EQ(list().selectedCount(), 3);
}

TEST_F(GroupedList, IsWalkedWithArrowsPastTheHeads) {
    groupByCity();
    press(Qt::Key_Home);
    EXPECT_EQ(list().table()->currentIndex().row(), 1);
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Down);
    EXPECT_EQ(list().table()->currentIndex().row(), 6); // over the head of Malmö
    press(Qt::Key_Up);
    EXPECT_EQ(list().table()->currentIndex().row(), 4);
    press(Qt::Key_PageUp);
    EXPECT_EQ(list().table()->currentIndex().row(), 1);
    press(Qt::Key_End);
    EXPECT_EQ(list().table()->currentIndex().row(), kCustomers + kGroups - 1);
    press(Qt::Key_Home);
    press(Qt::Key_Up);
    EXPECT_TRUE(list().table()->filterHeader()->isAncestorOf(QApplication::focusWidget()));
}

TEST_F(GroupedList, CountsSelectsAndStepsOverCustomersAlone) {
    groupByCity();
    press(Qt::Key_Home);
    press(Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(list().selectedCount(), kCustomers);
    EXPECT_EQ(list().selected().size(), kCustomers);
    press(Qt::Key_Escape);
    goTo(4, 0);
    press(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(list().table()->currentIndex().row(), 6);
}

TEST_F(GroupedList, ShowsACustomerUnderEachOfTheirTagsAndStillWalksOn) {
    expectDone(m_base->write({u"tag"_s, "customer", m_ids[0]}, [&](workspace::Recorder &recorder) -> Result<void> {
        TRY_VOID(tagCustomer(recorder, m_ids[0], u"garden"_s));
        TRY_VOID(tagCustomer(recorder, m_ids[1], u"garden"_s));
        TRY_VOID(tagCustomer(recorder, m_ids[0], u"net30"_s));
        return tagCustomer(recorder, m_ids[1], u"net30"_s);
    }));
    columns().groupBy(customer_column::Tags);
    ASSERT_TRUE(wait([&] { return model().isGrouped(); }));
    EXPECT_EQ(model().rowCount(), 3 + kCustomers + 2); // heads, and two customers twice
    EXPECT_EQ(model().customerCount(), kCustomers);
    press(Qt::Key_Home);
    QList<Id> walked{list().current()};
    for (int i = 1; i < kCustomers + 2; ++i) {
        press(Qt::Key_PageDown, Qt::ControlModifier);
        walked << list().current();
    }
    EXPECT_EQ(walked.mid(0, 5), (QList<Id>{m_ids[0], m_ids[1], m_ids[0], m_ids[1], m_ids[2]}));
    EXPECT_EQ(walked.last(), m_ids.last());
    press(Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(list().selectedCount(), kCustomers);
}

TEST_F(GroupedList, IsChosenInTheMenuOfAHeaderAndRemembered) {
    auto *header = list().table()->filterHeader();
    columns().showHeaderMenu(customer_column::City, header->mapToGlobal(QPoint(10, 10)));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    const auto entries = menu->actions();
    const auto entry = std::find_if(entries.cbegin(), entries.cend(),
                                    [](const QAction *action) { return action->text() == u"Group by this column"_s; });
    ASSERT_NE(entry, entries.cend());
    (*entry)->trigger();
    menu->close();
    EXPECT_TRUE(wait([&] { return model().isGrouped(); }));
    EXPECT_EQ(m_driver->window().preferences().grouping(u"customers"_s), u"city"_s);
}

TEST_F(GroupedList, MovesAColumnWithoutDragging) {
    auto *header = list().table()->filterHeader();
    const int before = header->visualIndex(customer_column::City);
    columns().showHeaderMenu(customer_column::City, header->mapToGlobal(QPoint(10, 10)));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    for (QAction *action : menu->actions())
        if (action->text() == u"Move towards the start"_s)
            action->trigger();
    menu->close();
    EXPECT_EQ(header->visualIndex(customer_column::City), before - 1);
}

TEST_F(GroupedList, CallsTheSelectedOnesFromTheBarByMouse) {
    selectThree();
    QPushButton *calls = nullptr;
    for (QPushButton *button : find<CustomerSelectionBar>()->findChildren<QPushButton *>())
        if (button->text() == u"Call session"_s)
            calls = button;
    ASSERT_NE(calls, nullptr);
    QTest::mouseClick(calls, Qt::LeftButton);
    EXPECT_TRUE(wait([&] { return !page().isVisible(); }));
}

TEST_F(GroupedList, CallsTheFilteredOnesFromTheFilterBarByMouse) {
    const auto calls = [&]() -> QPushButton * {
        for (QPushButton *button : list().findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == u"Call session"_s)
                return button;
        return nullptr;
    };
    EXPECT_EQ(calls(), nullptr);
    filterBy(customer_column::City, u"malm"_s);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 4; }));
    ASSERT_NE(calls(), nullptr);
    QTest::mouseClick(calls(), Qt::LeftButton);
    EXPECT_TRUE(wait([&] { return !page().isVisible(); }));
}

} // namespace kontor::tests
