// Which panes the window shows at which width, how the keys go round them, and that they stay as the person left them.
#include "main_window/window_room.h"

#include "customers/card_column.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_links_view.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "customers/customers_page.h"
#include "forms/popover.h"
#include "interactions/composer.h"
#include "lists/list_table.h"
#include "main_window/action_table.h"
#include "main_window/navigation.h"
#include "main_window/page_table.h"
#include "sample_data/sample_writer.h"
#include "support/window_driver.h"
#include "widgets/pane_edge.h"
#include "widgets/pane_splitter.h"
#include "widgets/toast.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;
using namespace Qt::StringLiterals;

namespace {

class RoomOfTheWindow : public testing::Test {
protected:
    void SetUp() override {
        tests::expectDone(sample_data::generateSample(*m_base, 40));
        openWindow();
    }
    void TearDown() override {
        m_driver.reset();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }
    void openWindow() {
        m_driver.reset();
        m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
        ASSERT_TRUE(tests::openBase(window(), m_base.path()));
        window().go({page::kCustomers});
        ASSERT_TRUE(m_driver->waitFor([&] { return list()->model()->rowCount() == 40 && list()->model()->row(5); }));
    }
    void openCard(int row = 5) {
        const Id id = list()->model()->idAt(row);
        window().go({page::kCustomers, id});
        ASSERT_TRUE(m_driver->waitFor([&] { return card() && card()->isVisible() && card()->content().card.customer.id == id; }));
    }
    void resize(int width, int height) {
        window().resize(width, height);
        ASSERT_TRUE(m_driver->waitFor([&] { return window().size() == QSize(width, height); }));
        QCoreApplication::sendPostedEvents();
    }
    MainWindow &window() { return m_driver->window(); }
    CustomerCardPage *card() { return m_driver->card(); }
    CustomerListPanel *list() { return window().findChild<CustomersPage *>()->list(); }
    QWidget *fields() { return card()->findChild<CardFieldsPane *>(); }
    QWidget *links() { return card()->findChild<CardLinksView *>(); }
    QWidget *middle() { return card()->findChild<Composer *>(); }
    // Of the window, while it is shown.
    QRect placeOf(const QWidget *widget) {
        return widget->isVisible() ? QRect(widget->mapTo(&window(), QPoint()), widget->size()) : QRect();
    }
    bool isInside(const QWidget *widget) {
        return widget->isVisible() && widget->width() > 0 && widget->height() > 0 && window().rect().contains(placeOf(widget));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { m_driver->press(key, modifiers); }

    TemporaryBase m_base;
    std::unique_ptr<WindowDriver> m_driver;
};

} // namespace

TEST_F(RoomOfTheWindow, ShowsNavigationListFieldsTimelineAndLinksByItsWidth) {
    resize(1600, 900);
    openCard();
    EXPECT_FALSE(window().navigation()->isNarrow());
    EXPECT_EQ(list()->width(), 300);
    EXPECT_EQ(fields()->width(), 320);
    EXPECT_EQ(links()->width(), 300);

    for (const int width : {1599, 1366}) {
        resize(width, 768);
        EXPECT_EQ(window().navigation()->width(), 56) << width;
        EXPECT_EQ(list()->width(), 240) << width;
        EXPECT_EQ(fields()->width(), 300) << width;
        EXPECT_GE(middle()->width(), 440) << width;
        EXPECT_EQ(links()->width(), 270) << width;
    }
    for (const int width : {1365, 1100}) {
        resize(width, 700);
        EXPECT_FALSE(list()->isVisible()) << width;
        EXPECT_EQ(fields()->width(), 300) << width;
        EXPECT_GE(middle()->width(), 440) << width;
        EXPECT_EQ(placeOf(links()).top(), placeOf(fields()).top()) << width;
    }
    for (const int width : {1099, 900}) {
        resize(width, 600);
        EXPECT_FALSE(list()->isVisible()) << width;
        EXPECT_EQ(placeOf(links()).left(), placeOf(fields()).left()) << width;
        EXPECT_GT(placeOf(links()).top(), placeOf(fields()).bottom()) << width;
    }
    for (const QWidget *pane : {fields(), middle(), links()})
        EXPECT_TRUE(isInside(pane));
    EXPECT_EQ(window().minimumSize(), QSize(900, 600));
}

TEST_F(RoomOfTheWindow, BringsTheListOverTheCardAndEscTakesItAway) {
    resize(1100, 700);
    openCard();
    ASSERT_FALSE(list()->isVisible());
    press(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(list()->isVisible());
    EXPECT_TRUE(list()->table()->hasFocus());
    EXPECT_TRUE(isInside(list()));
    EXPECT_TRUE(card()->isVisible());
    press(Qt::Key_Escape);
    EXPECT_FALSE(list()->isVisible());
    EXPECT_TRUE(card()->isVisible()) << "Esc took only the list away";
    EXPECT_TRUE(card()->isAncestorOf(window().focusWidget()));
    press(Qt::Key_Escape);
    EXPECT_FALSE(card()->isVisible());
    EXPECT_TRUE(list()->isVisible());
}

TEST_F(RoomOfTheWindow, OpensAnotherCustomerFromTheListOverTheCard) {
    resize(1000, 700);
    openCard(5);
    press(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    const Id next = list()->model()->idAt(6);
    ASSERT_TRUE(m_driver->waitFor([&] { return card()->content().card.customer.id == next; }));
    EXPECT_FALSE(list()->isVisible());
}

TEST_F(RoomOfTheWindow, GivesTheKeysToTheStripWhereItIsShownAnyway) {
    resize(1366, 768);
    openCard();
    fields()->findChild<CardFieldsView *>()->setFocus();
    press(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(list()->table()->hasFocus());
    EXPECT_EQ(list()->width(), 240);
}

TEST_F(RoomOfTheWindow, ReachesEveryPaneWithF6AtEveryWidth) {
    openCard();
    for (const int width : {1600, 1366, 1100, 900}) {
        resize(width, 700);
        window().navigation()->firstItem()->setFocus();
        QList<QWidget *> expected;
        if (width >= 1366)
            expected << list();
        expected << fields() << middle() << links();
        for (QWidget *pane : expected) {
            QWidget *before = window().focusWidget();
            do
                press(Qt::Key_F6);
            while (window().focusWidget() != before && pane != window().focusWidget() &&
                   !pane->isAncestorOf(window().focusWidget()));
            EXPECT_TRUE(pane == window().focusWidget() || pane->isAncestorOf(window().focusWidget())) << width;
        }
        press(Qt::Key_F6);
        EXPECT_TRUE(window().navigation()->isAncestorOf(window().focusWidget())) << width << " and round again";
    }
}

TEST_F(RoomOfTheWindow, MarksThePaneThatHasTheKeys) {
    openCard();
    const auto marked = [&] {
        QList<QWidget *> panes;
        for (const PaneEdge *edge : window().findChildren<PaneEdge *>())
            if (edge->isVisible())
                panes << edge->parentWidget();
        return panes;
    };
    fields()->findChild<CardFieldsView *>()->setFocus();
    EXPECT_EQ(marked(), QList<QWidget *>{fields()});
    links()->setFocus();
    EXPECT_EQ(marked(), QList<QWidget *>{links()});
    window().navigation()->firstItem()->setFocus();
    EXPECT_EQ(marked(), QList<QWidget *>{window().navigation()});
}

TEST_F(RoomOfTheWindow, MovesABorderByKeysAndKeepsItOnThisPc) {
    openCard();
    fields()->findChild<CardFieldsView *>()->setFocus();
    press(Qt::Key_F6, Qt::ControlModifier); // between list and card
    ASSERT_TRUE(qobject_cast<PaneHandle *>(window().focusWidget()));
    press(Qt::Key_Tab); // between fields and timeline
    const int before = fields()->width();
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    EXPECT_EQ(fields()->width(), before + 32);
    EXPECT_EQ(links()->width(), 270) << "the timeline gives the room";
    press(Qt::Key_Return);
    EXPECT_TRUE(fields()->isAncestorOf(window().focusWidget()));
    resize(1500, 800);
    EXPECT_EQ(fields()->width(), before + 32);
    openWindow();
    openCard();
    EXPECT_EQ(fields()->width(), before + 32);
    press(Qt::Key_F6, Qt::ControlModifier);
    press(Qt::Key_Tab);
    press(Qt::Key_Home);
    EXPECT_EQ(fields()->width(), before);
}

TEST_F(RoomOfTheWindow, MovesABorderWhereTheArrowPointsInAMirroredWindow) {
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    openCard();
    press(Qt::Key_F6, Qt::ControlModifier);
    press(Qt::Key_Tab);
    const int before = fields()->width();
    press(Qt::Key_Left);
    EXPECT_EQ(fields()->width(), before + 16);
}

TEST_F(RoomOfTheWindow, PutsNoMessageOverWhatIsBeingFilledIn) {
    resize(900, 600);
    openCard();
    window().showToast({u"Call logged."_s, {}, {}});
    window().perform(action::kNewPurchase);
    const auto *toasts = window().findChild<ToastArea *>();
    const Popover *popover = nullptr;
    for (const Popover *each : card()->findChildren<Popover *>())
        if (each->isVisible())
            popover = each;
    ASSERT_NE(popover, nullptr);
    EXPECT_TRUE(m_driver->waitFor([&] { return !placeOf(toasts).intersects(placeOf(popover)); }));
    window().showToast({u"Another one."_s, {}, {}});
    EXPECT_FALSE(placeOf(toasts).intersects(placeOf(popover)));
    EXPECT_TRUE(isInside(toasts));
}

TEST_F(RoomOfTheWindow, SaysOnceThatEverythingIsSaved) {
    openCard();
    const auto *toasts = window().findChild<ToastArea *>();
    press(Qt::Key_S, Qt::ControlModifier);
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_EQ(toasts->count(), 1);
    EXPECT_EQ(toasts->findChild<Toast *>()->text(), u"Everything is already saved."_s);
    middle()->findChild<QWidget *>()->setFocus();
    press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(toasts->count(), 1);
}

TEST_F(RoomOfTheWindow, KeepsEverythingReachableWithLargeTextOn1366x768) {
    resize(1366, 768);
    openCard();
    const QFont before = QApplication::font();
    for (int i = 0; i < 5; ++i)
        window().perform(action::kLargerText);
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(roomOf(&window()), WindowRoom::Narrow);
    EXPECT_TRUE(m_driver->waitFor([&] { return placeOf(links()).top() > placeOf(fields()).bottom(); }));
    for (const QWidget *pane : {fields(), middle(), links()})
        EXPECT_TRUE(isInside(pane)) << pane->metaObject()->className();
    for (const QWidget *button : card()->findChildren<QPushButton *>())
        if (button->isVisible()) {
            EXPECT_TRUE(window().rect().contains(placeOf(button))) << button->accessibleName().toStdString();
        }
    window().perform(action::kNormalText);
    EXPECT_EQ(QApplication::font(), before);
}

TEST_F(RoomOfTheWindow, ScrollsFieldsAndLinksAsOneWhereThereIsLittleHeight) {
    openCard();
    resize(900, 600);
    const auto *column = card()->findChild<CardColumn *>();
    EXPECT_FALSE(column->isTogether());
    for (int i = 0; i < 5; ++i)
        window().perform(action::kLargerText);
    ASSERT_TRUE(m_driver->waitFor([&] { return column->isTogether(); }));
    auto *view = fields()->findChild<CardFieldsView *>();
    auto *list = static_cast<QAbstractItemView *>(links());
    ASSERT_TRUE(m_driver->waitFor([&] { return view->height() > column->height(); })) << "as high as all its lines";
    EXPECT_EQ(view->verticalScrollBar()->maximum(), 0);
    EXPECT_EQ(list->verticalScrollBar()->maximum(), 0);
    EXPECT_GT(column->together()->verticalScrollBar()->maximum(), 0);
    // The current line stays in sight, wherever the keys go.
    list->setFocus();
    press(Qt::Key_End);
    EXPECT_TRUE(m_driver->waitFor([&] {
        const QRect line = list->visualRect(list->currentIndex());
        return column->rect().contains(QRect(list->viewport()->mapTo(column, line.topLeft()), line.size()).center());
    }));
    window().perform(action::kNormalText);
    EXPECT_TRUE(m_driver->waitFor([&] { return !column->isTogether(); }));
    EXPECT_TRUE(isInside(links()));
}

TEST_F(RoomOfTheWindow, LeavesOneThingAfterTheOtherWithEsc) {
    openCard();
    // A popover, then what is typed, then the filter of the timeline, then the card.
    window().perform(action::kNewTask);
    ASSERT_TRUE(m_driver->waitFor([&] { return !card()->findChildren<Popover *>().isEmpty(); }));
    press(Qt::Key_Escape);
    for (const Popover *popover : card()->findChildren<Popover *>())
        EXPECT_FALSE(popover->isOpen());
    fields()->findChild<CardFieldsView *>()->setFocus();
    press(Qt::Key_F2);
    m_driver->type(u"x"_s);
    press(Qt::Key_Escape);
    EXPECT_TRUE(fields()->findChild<CardFieldsView *>()->hasFocus());
    EXPECT_TRUE(card()->isVisible());
    window().perform(action::kFilter);
    m_driver->type(u"price"_s);
    press(Qt::Key_Escape);
    EXPECT_TRUE(card()->isVisible());
    press(Qt::Key_Escape);
    EXPECT_FALSE(card()->isVisible());
}
