#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "customers/customers_page.h"
#include "find/find_box.h"
#include "find/find_model.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/main_window.h"
#include "main_window/navigation.h"
#include "main_window/page_stack.h"
#include "main_window/page_table.h"
#include "main_window/top_bar.h"
#include "preferences/preferences.h"
#include "sample_data/sample_writer.h"
#include "segments/segment_overview.h"
#include "support/open_base.h"
#include "support/temporary_base.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "theme/theme_watcher.h"
#include "widgets/page_title.h"

#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::ui;

namespace {

constexpr int kCustomers = 40;
constexpr int kMostLiveWidgets = 60;
constexpr int kPatience = 10'000;

class MainWindowTest : public testing::Test {
protected:
    void SetUp() override {
        tests::expectDone(sample_data::generateSample(*m_base, kCustomers));
        m_theme = std::make_unique<ThemeWatcher>(*qApp, ThemeChoice::Light);
        m_preferences = std::make_unique<Preferences>(m_base.folder() + u"/preferences.ini"_s);
        m_window = std::make_unique<MainWindow>(*m_preferences, *m_theme, m_base.options(u"pc-1"_s, u"Maria"_s));
        m_window->resize(1366, 768);
        m_window->show();
    }
    void TearDown() override {
        m_window.reset();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void open() {
        ASSERT_TRUE(tests::openBase(*m_window, m_base.path()));
        m_window->go({page::kCustomers});
        ASSERT_TRUE(
            QTest::qWaitFor([this] { return model() && model()->rowCount() == kCustomers && model()->row(0); }, kPatience));
    }
    CustomerListPanel *list() const {
        const auto *page = m_window->findChild<CustomersPage *>();
        return page ? page->list() : nullptr;
    }
    CustomerListModel *model() const { return list() ? list()->model() : nullptr; }
    ListTable *table() const { return list()->table(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), Qt::Key(key), modifiers);
    }
    void trigger(QLatin1StringView id) { m_window->actions().find(id)->trigger(); }

    tests::TemporaryBase m_base;
    std::unique_ptr<ThemeWatcher> m_theme;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

QString describe(const QWidget *widget) {
    QStringList path;
    for (const QWidget *at = widget; at; at = at->parentWidget())
        path.prepend(QString::fromLatin1(at->metaObject()->className()));
    return path.join(u" > "_s);
}

} // namespace

TEST_F(MainWindowTest, BeginsWithTheChoiceOfAFileAndShowsNoList) {
    EXPECT_FALSE(m_window->isBaseOpen());
    EXPECT_FALSE(m_window->navigation()->isVisible());
    EXPECT_FALSE(m_window->actions().find(action::kNewCustomer)->isEnabled());
    EXPECT_TRUE(m_window->actions().find(action::kOpenFile)->isEnabled());
}

TEST_F(MainWindowTest, ShowsTheCustomersOfTheBaseItOpens) {
    open();
    EXPECT_TRUE(m_window->navigation()->isVisible());
    EXPECT_TRUE(m_window->actions().find(action::kNewCustomer)->isEnabled());
    EXPECT_TRUE(m_window->windowTitle().contains(u"Customers"_s));
    EXPECT_EQ(m_preferences->lastBase(), m_base.path());
}

TEST_F(MainWindowTest, MakesThePagesThatNobodyWentToBetweenEvents) {
    ASSERT_TRUE(m_window->openBase(m_base.path()));
    EXPECT_LT(m_window->pages()->pages().size(), pageTable().size());
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_window->pages()->pages().size() == pageTable().size(); }, kPatience));
    for (const PageSpec &spec : pageTable())
        EXPECT_FALSE(m_window->pages()->page(spec.id)->accessibleName().isEmpty()) << spec.id.constData();
}

TEST_F(MainWindowTest, GoesToAPageThatIsNotMadeYet) {
    ASSERT_TRUE(m_window->openBase(m_base.path()));
    m_window->go({page::kHistory});
    EXPECT_EQ(m_window->pages()->currentId(), page::kHistory);
}

// They look at many customers, and the list would wait for that.
TEST_F(MainWindowTest, ReadsTheSegmentsWhenTheyAreSeen) {
    open();
    const SegmentListModel *segments = m_window->findChild<SegmentOverview *>()->model();
    EXPECT_EQ(segments->rowCount(), 0);
    m_window->go({page::kSegments});
    EXPECT_TRUE(QTest::qWaitFor([&] { return segments->rowCount() > 0; }, kPatience));
}

TEST_F(MainWindowTest, StaysUsableWhenAFileCannotBeOpened) {
    EXPECT_FALSE(m_window->openBase(m_base.folder() + u"/nothing.kontor"_s));
    EXPECT_FALSE(m_window->isBaseOpen());
    const QList<Banner *> banners = m_window->findChildren<Banner *>();
    EXPECT_TRUE(std::any_of(banners.begin(), banners.end(), [](const Banner *banner) { return !banner->text().isEmpty(); }));
}

TEST_F(MainWindowTest, NamesEveryWidgetForAScreenReader) {
    open();
    int live = 0;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"_L1))
            continue;
        ++live;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(interface, nullptr) << describe(widget).toStdString();
        EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty()) << describe(widget).toStdString();
    }
    EXPECT_LE(live, kMostLiveWidgets);
}

TEST_F(MainWindowTest, MirrorsTheNavigationAndTheFilterCells) {
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    open();
    const QRect navigation(m_window->navigation()->mapTo(m_window.get(), QPoint()), m_window->navigation()->size());
    EXPECT_GT(navigation.left(), m_window->width() / 2);
    FilterHeader *header = table()->filterHeader();
    const QWidget *customer = header->editor(customer_column::Customer);
    const QWidget *phone = header->editor(customer_column::Phone);
    EXPECT_GT(customer->x(), phone->x());
    const int width = header->viewport()->width();
    const int left =
        width - header->sectionViewportPosition(customer_column::Phone) - header->sectionSize(customer_column::Phone);
    const bool mirroredAlready =
        header->sectionViewportPosition(customer_column::Customer) > header->sectionViewportPosition(customer_column::Phone);
    const int section = mirroredAlready ? header->sectionViewportPosition(customer_column::Phone) : left;
    EXPECT_GE(phone->x(), section);
    EXPECT_LE(phone->geometry().right(), section + header->sectionSize(customer_column::Phone));
}

TEST_F(MainWindowTest, NarrowsTheNavigationInASmallWindow) {
    open();
    EXPECT_FALSE(m_window->navigation()->isNarrow());
    m_window->resize(1000, 700);
    EXPECT_TRUE(QTest::qWaitFor([this] { return m_window->navigation()->isNarrow(); }, kPatience));
}

TEST_F(MainWindowTest, ShowsCountsAndTheStateOfTheFileInTheRailToo) {
    open();
    m_window->resize(1000, 700);
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->navigation()->isNarrow(); }, kPatience));
    const NavigationItem *customers = nullptr;
    for (const auto *item : m_window->navigation()->findChildren<NavigationItem *>())
        if (item->text() == u"Customers"_s)
            customers = item;
    ASSERT_NE(customers, nullptr);
    EXPECT_EQ(customers->count().brief, QString::number(kCustomers));
    EXPECT_GE(customers->height(), metrics::kIcon + lineHeight(TextRole::Caption)) << "the count has room below the icon";
    EXPECT_TRUE(customers->toolTip().contains(QString::number(kCustomers))) << customers->toolTip().toStdString();
    // The dot stands in the middle, its word below it.
    StatusDot &status = m_window->navigation()->status();
    EXPECT_TRUE(status.accessibleName().startsWith(u"Saved"_s));
    EXPECT_EQ(QRect(status.mapTo(m_window->navigation(), QPoint()), status.size()).center().x(),
              m_window->navigation()->rect().center().x());
    EXPECT_GE(status.height(), metrics::kGap + lineHeight(TextRole::Caption));
    const QImage picture = status.grab().toImage();
    const QRgb background = picture.pixel(0, 0);
    int inked = 0;
    for (int x = 0; x < picture.width(); ++x)
        inked += picture.pixel(x, picture.height() - lineHeight(TextRole::Caption) / 2) != background;
    EXPECT_GT(inked, 0) << "the state is told in a word";
}

TEST_F(MainWindowTest, GivesTheFieldOfFindTheRoomThatIsThere) {
    open();
    m_window->resize(1000, 700);
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->width() == 1000; }, kPatience));
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(m_window->findChild<FindField *>()->width(), metrics::kFindWidth);
}

TEST_F(MainWindowTest, PutsTheTitlesOfAllPagesOnOneLine) {
    open();
    QSet<int> tops;
    for (const QByteArray &page : {page::kToday, page::kCustomers, page::kSegments, page::kHistory, page::kTrash}) {
        m_window->go({page});
        QCoreApplication::sendPostedEvents();
        for (const PageTitle *title : m_window->findChildren<PageTitle *>())
            if (title->isVisible())
                tops.insert(title->mapTo(m_window.get(), title->rect().center()).y());
    }
    EXPECT_EQ(tops.size(), 1) << tops.values().first() << " and " << tops.values().last();
}

TEST_F(MainWindowTest, HasMenusThatFitASmallScreen) {
    open();
    for (const QAction *entry : m_window->menuBar()->actions())
        EXPECT_LE(entry->menu()->sizeHint().height(), 700) << entry->text().toStdString();
}

TEST_F(MainWindowTest, FiltersTheListFromTheCellAndEscapeClearsIt) {
    open();
    trigger(action::kFilter);
    auto *cell = qobject_cast<QLineEdit *>(table()->filterHeader()->editor(customer_column::Customer));
    ASSERT_TRUE(cell->hasFocus());
    const QString name = model()->row(3)->name;
    QTest::keyClicks(cell, name);
    ASSERT_TRUE(QTest::qWaitFor([this] { return model()->rowCount() < kCustomers && model()->rowCount() > 0; }, kPatience));
    EXPECT_TRUE(m_window->actions().find(action::kClearFilter)->isEnabled());
    QTest::keyClick(cell, Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([this] { return model()->rowCount() == kCustomers; }, kPatience));
}

TEST_F(MainWindowTest, ShowsTheMembersOfASegmentUntilEscape) {
    open();
    const QByteArray rule =
        R"({"version": 1, "match": "all", "rules": [{"field": "kind", "op": "is", "value": "organisation"}]})";
    m_window->go({page::kCustomers, {}, {{u"segment"_s, u"Companies"_s}, {u"rule"_s, rule}}});
    ASSERT_TRUE(QTest::qWaitFor([this] { return model()->rowCount() < kCustomers && model()->rowCount() > 0 && model()->row(0); },
                                kPatience));
    for (int row = 0; row < model()->rowCount(); ++row)
        if (const CustomerRow *shown = model()->row(row)) {
            EXPECT_TRUE(shown->isOrganisation) << shown->name.toStdString();
        }
    EXPECT_TRUE(m_window->actions().find(action::kClearFilter)->isEnabled());
    table()->setFocus();
    press(Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([this] { return model()->rowCount() == kCustomers; }, kPatience));
}

TEST_F(MainWindowTest, KeepsItsColumnsWhenTheListWasFoldedBesideACard) {
    open();
    ASSERT_TRUE(table()->isColumnHidden(customer_column::Email));
    list()->setFolded(true);
    EXPECT_TRUE(table()->isColumnHidden(customer_column::Phone));
    list()->setFolded(false);
    EXPECT_FALSE(table()->isColumnHidden(customer_column::Phone));
    EXPECT_TRUE(table()->isColumnHidden(customer_column::Email));
}

TEST_F(MainWindowTest, KeepsTheSelectionWhenTheOrderTurns) {
    open();
    const Id chosen = model()->idAt(5);
    list()->select(chosen);
    table()->filterHeader()->setSortIndicator(customer_column::Customer, Qt::DescendingOrder);
    ASSERT_TRUE(QTest::qWaitFor([&] { return model()->rowOf(chosen) == kCustomers - 6; }, kPatience));
    EXPECT_EQ(list()->current(), chosen);
    EXPECT_EQ(list()->selected(), QList<Id>{chosen});
}

TEST_F(MainWindowTest, MovesTheSelectionToTheTrashAndUndoBringsItBack) {
    open();
    list()->select(model()->idAt(2));
    trigger(action::kTrashCustomer);
    ASSERT_TRUE(QTest::qWaitFor([this] { return model()->rowCount() == kCustomers - 1; }, kPatience));
    EXPECT_TRUE(m_window->actions().plainText(action::kUndo).startsWith(u"Undo:"_s));
    trigger(action::kUndo);
    EXPECT_TRUE(QTest::qWaitFor([this] { return model()->rowCount() == kCustomers; }, kPatience));
}

TEST_F(MainWindowTest, FindsACustomerByKeysAlone) {
    open();
    const QString name = model()->row(7)->name;
    trigger(action::kFind);
    FindBox *find = m_window->findBox();
    ASSERT_TRUE(find->isVisible());
    ASSERT_TRUE(find->field()->hasFocus());
    const auto found = [&] {
        for (const FindEntry &entry : find->model()->entries())
            if (entry.hit.name == name)
                return true;
        // The index may still be catching up with the new base: ask again.
        find->open(name);
        return false;
    };
    EXPECT_TRUE(QTest::qWaitFor(found, kPatience));
    QTest::keyClick(find->field(), Qt::Key_Escape);
    EXPECT_FALSE(find->isVisible());
}

TEST_F(MainWindowTest, RemembersTheColumnsOfTheList) {
    open();
    table()->filterHeader()->resizeSection(customer_column::Phone, 222);
    EXPECT_FALSE(m_preferences->columns(u"customers"_s).isEmpty());
}

TEST_F(MainWindowTest, GoesRoundThePanesWithF6) {
    open();
    table()->setFocus();
    trigger(action::kNextPane);
    EXPECT_TRUE(m_window->navigation()->isAncestorOf(m_window->focusWidget()));
    trigger(action::kNextPane);
    EXPECT_EQ(m_window->focusWidget(), table());
}

TEST_F(MainWindowTest, PutsEveryVisibleCommandIntoAMenu) {
    QSet<QAction *> inMenus;
    QList<QAction *> open = m_window->menuBar()->actions();
    while (!open.isEmpty()) {
        QAction *entry = open.takeLast();
        inMenus.insert(entry);
        if (entry->menu())
            open += entry->menu()->actions();
    }
    for (QAction *action : m_window->actions().all())
        EXPECT_TRUE(inMenus.contains(action)) << action->objectName().toStdString();
}
