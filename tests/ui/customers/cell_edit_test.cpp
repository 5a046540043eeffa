#include "ui/customers/customers_page_fixture.h"

#include "customers/card_tags_popover.h"
#include "customers/customer_type_popover.h"
#include "main_window/action_registry.h"
#include "forms/task_form.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>

using namespace kontor;

namespace kontor::tests {
namespace {

class CellsOfTheList : public CustomersPageByKey {
protected:
    QString lifecycle(int customer) {
        return valueOf(m_base->database().single(u"SELECT lifecycle FROM customer WHERE id = ?"_s, {m_ids[customer]})).text();
    }
    // A widget of its kind that is open: there may be others, of the card.
    template <class W>
    W *shown() {
        for (W *widget : m_driver->window().findChildren<W *>())
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    void click(int row, int column) {
        const QRect cell = list().table()->visualRect(model().index(row, column));
        QTest::mouseClick(list().table()->viewport(), Qt::LeftButton, Qt::NoModifier, cell.center());
    }
};

} // namespace

TEST_F(CellsOfTheList, StayInSightWhileTheirPopoverIsOpen) {
    for (const int row : {0, 3, kCustomers - 1, -3}) {
        if (row < 0)
            m_driver->window().resize(900, 600);
        QCoreApplication::sendPostedEvents();
        goTo(qAbs(row), customer_column::NextStep);
        press(Qt::Key_F2);
        ASSERT_TRUE(wait([&] { return shown<TaskForm>() != nullptr; }));
        const QRect cell = list().table()->visualRect(list().table()->currentIndex());
        const QRect place(list().table()->viewport()->mapTo(&page(), cell.topLeft()), cell.size());
        const int shadow = shown<TaskForm>()->shadow();
        EXPECT_FALSE(shown<TaskForm>()->geometry().adjusted(shadow, shadow, -shadow, -shadow).intersects(place)) << row;
        press(Qt::Key_Escape);
    }
}

TEST_F(CellsOfTheList, ChangeTheTypeInTwoKeysAndTakeItBackInOne) {
    const QAction *undo = m_driver->window().actions().find(action::kUndo);
    const QString before = undo->text();
    goTo(1, customer_column::Lifecycle);
    press(Qt::Key_F2);
    ASSERT_TRUE(shown<CustomerTypePopover>());
    press(Qt::Key_3, Qt::AltModifier);
    ASSERT_TRUE(wait([&] { return lifecycle(1) == u"customer"_s; }));
    EXPECT_FALSE(shown<CustomerTypePopover>());
    EXPECT_EQ(QApplication::focusWidget(), list().table());
    ASSERT_TRUE(wait([&] { return undo->isEnabled() && undo->text() != before; }));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(wait([&] { return lifecycle(1) == u"lead"_s; }));
    EXPECT_EQ(list().current(), m_ids[1]);
    EXPECT_EQ(list().table()->currentIndex().column(), int(customer_column::Lifecycle));
}

TEST_F(CellsOfTheList, ChooseATypeWithArrowsAndLeaveItWithEsc) {
    goTo(0, customer_column::Lifecycle);
    press(Qt::Key_F2);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return lifecycle(0) == u"prospect"_s; }));
    press(Qt::Key_F2);
    ASSERT_TRUE(shown<CustomerTypePopover>());
    press(Qt::Key_Escape);
    EXPECT_FALSE(shown<CustomerTypePopover>());
    EXPECT_EQ(lifecycle(0), u"prospect"_s);
}

TEST_F(CellsOfTheList, PutATagOnTheCurrentCustomerAlone) {
    list().table()->setColumnHidden(customer_column::Tags, false);
    selectThree();
    goTo(2, customer_column::Tags);
    press(Qt::Key_F2);
    ASSERT_TRUE(wait([&] { return shown<TagsPopover>() != nullptr; }));
    m_driver->type(u"garden"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(wait([&] { return count(u"customer_tag WHERE customer_id = %1"_s.arg(m_ids[2].value)) == 1; }));
    EXPECT_EQ(count(u"customer_tag"_s), 1);
    const auto colourIsSaid = [&](const QString &word) {
        for (const QLabel *label : shown<TagsPopover>()->findChildren<QLabel *>())
            if (label->text().contains(u"garden"_s) && label->text().contains(word))
                return true;
        return false;
    };
    EXPECT_TRUE(wait([&] { return colourIsSaid(u"Colour"_s); }));
    QToolButton *violet = shown<TagsPopover>()->findChildren<QToolButton *>().last();
    EXPECT_EQ(violet->toolTip(), u"Violet"_s);
    violet->click();
    EXPECT_TRUE(wait([&] { return colourIsSaid(u"Violet"_s) && violet->isChecked(); }));
    press(Qt::Key_Escape);
    EXPECT_FALSE(shown<TagsPopover>());
}

TEST_F(CellsOfTheList, BeginANextStepAndChangeItThereafter) {
    goTo(0, customer_column::NextStep);
    press(Qt::Key_F2);
    ASSERT_TRUE(wait([&] { return shown<TaskForm>() != nullptr; }));
    m_driver->type(u"Send offer"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return count(u"task WHERE title = 'Send offer'"_s) == 1; }));
    ASSERT_TRUE(wait([&] { return model().row(0) && model().row(0)->nextStep == u"Send offer"_s; }));
    press(Qt::Key_F2);
    ASSERT_TRUE(wait([&] { return shown<TaskForm>() != nullptr; }));
    EXPECT_EQ(shown<TaskForm>()->titleLine()->text(), u"Send offer"_s);
    m_driver->type(u"Send contract"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(wait([&] { return count(u"task WHERE title = 'Send contract'"_s) == 1; }));
    EXPECT_EQ(count(u"task"_s), 1);
}

TEST_F(CellsOfTheList, AreOtherwiseReadOnlyAndSayWhereToGo) {
    goTo(0, customer_column::Phone);
    press(Qt::Key_F2);
    EXPECT_FALSE(shown<Popover>());
    const auto toasts = m_driver->window().findChildren<QAbstractButton *>();
    EXPECT_TRUE(std::any_of(toasts.cbegin(), toasts.cend(), [](const QAbstractButton *button) {
        return button->isVisible() && button->text() == u"Open the card"_s;
    }));
}

TEST_F(CellsOfTheList, OpenByAClickOnlyInTheRowThatIsCurrent) {
    click(3, customer_column::Lifecycle);
    EXPECT_EQ(list().current(), m_ids[3]);
    EXPECT_FALSE(shown<CustomerTypePopover>());
    click(3, customer_column::Lifecycle);
    EXPECT_TRUE(shown<CustomerTypePopover>());
}

} // namespace kontor::tests
