#include "customers/customers_page.h"

#include "customers/customer_bulk_acts.h"
#include "customers/customer_bulk_popovers.h"
#include "customers/customer_explain.h"
#include "customers/customer_filter_row.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "customers/customer_repository.h"
#include "customers/customer_selection_bar.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/page_table.h"
#include "segments/pair_list.h"
#include "support/window_driver.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

constexpr int kCustomers = 8;

// By key, as a person would, with every key sent to what has the focus.
class CustomersPageByKey : public testing::Test {
protected:
    void SetUp() override {
        expectDone(m_base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<void> {
            for (int i = 0; i < kCustomers; ++i) {
                NewCustomer draft;
                draft.customer.name = u"Customer %1"_s.arg(QChar(u'A' + i));
                draft.customer.city = i % 2 == 0 ? u"Malmö"_s : u"Lund"_s;
                draft.customer.lifecycle = i < 3 ? u"lead"_s : u"customer"_s;
                draft.phones = {u"+46 70 100 45 1%1"_s.arg(i)};
                draft.emails = {u"c%1@mail.example"_s.arg(i)};
                TRY(id, addCustomer(recorder, draft));
                m_ids << id;
            }
            return {};
        }));
        m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
        ASSERT_TRUE(m_driver->window().openBase(m_base.path()));
        press(Qt::Key_2, Qt::ControlModifier);
        ASSERT_TRUE(wait([&] { return model().rowCount() == kCustomers && model().row(0); }));
        list().table()->setFocus();
        press(Qt::Key_Home);
    }
    void TearDown() override { m_driver.reset(); }

    CustomersPage &page() { return *m_driver->window().findChild<CustomersPage *>(); }
    CustomerListPanel &list() { return *page().list(); }
    CustomerListModel &model() { return *list().model(); }
    template <class W>
    W *find() {
        return m_driver->window().findChild<W *>();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { m_driver->press(key, modifiers); }
    template <class Condition>
    bool wait(Condition condition) {
        return m_driver->waitFor(condition);
    }
    qint64 count(const QString &sql) { return valueOf(m_base->database().single(u"SELECT count(*) FROM "_s + sql)).integer(); }
    void selectThree() {
        press(Qt::Key_Home);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        ASSERT_EQ(list().selectedCount(), 3);
    }
    void filterBy(int column, const QString &text) {
        list().table()->filterHeader()->focusEditor(column);
        m_driver->type(text);
    }

    TemporaryBase m_base;
    QList<Id> m_ids;
    std::unique_ptr<WindowDriver> m_driver;
};

} // namespace

TEST_F(CustomersPageByKey, TagsSeveralInThreeActsAndTakesItBackInOne) {
    selectThree();
    EXPECT_TRUE(find<CustomerSelectionBar>()->isVisible());
    press(Qt::Key_G, Qt::ControlModifier);
    ASSERT_TRUE(wait([&] { return find<BulkTagsPopover>() && find<BulkTagsPopover>()->isOpen(); }));
    m_driver->type(u"spring"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return count(u"customer_tag"_s) == 3; }));
    EXPECT_TRUE(wait([&] { return !list().acts().isWorking(); }));
    EXPECT_EQ(list().selectedCount(), 3);
    list().table()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(wait([&] { return count(u"customer_tag"_s) == 0; }));
}

TEST_F(CustomersPageByKey, ChangesOneFieldAfterSayingHowMany) {
    selectThree();
    m_driver->window().perform(action::kChangeCustomers);
    ASSERT_TRUE(wait([&] { return find<ChangePopover>() && find<ChangePopover>()->isOpen(); }));
    m_driver->type(u"City"_s);
    press(Qt::Key_Tab);
    m_driver->type(u"Lund"_s);
    QString said;
    ASSERT_TRUE(wait([&] {
        for (const QLabel *label : find<ChangePopover>()->findChildren<QLabel *>())
            if (label->text().contains(u"already"_s))
                said = label->text();
        return !said.isEmpty();
    }));
    EXPECT_TRUE(said.startsWith(u"2 "_s) && said.contains(u", 1 already have it"_s)) << qPrintable(said);
    press(Qt::Key_Return);
    EXPECT_TRUE(wait([&] { return count(u"customer WHERE city = 'Lund'"_s) == 6; }));
}

TEST_F(CustomersPageByKey, CopiesLinesForPeopleAndATableForSpreadsheets) {
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    ASSERT_TRUE(wait([&] {
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData(); // null while nothing was copied
        return copied && copied->hasFormat(u"text/tab-separated-values"_s);
    }));
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              u"Customer A, +46 70 100 45 10, c0@mail.example\nCustomer B, +46 70 100 45 11, c1@mail.example"_s);
    QGuiApplication::clipboard()->clear();
}

TEST_F(CustomersPageByKey, ExportsTheShownColumnsAsATable) {
    CustomerBulkActs::Table table;
    table.customers = model().ids();
    table.titles = QStringList{u"Name"_s, u"City"_s};
    table.cells = [](const CustomerRow &row) { return QStringList{row.name, row.city}; };
    const QString path = m_base.folder() + u"/list.csv"_s;
    list().acts().exportTo(path, table);
    ASSERT_TRUE(wait([&] { return !list().acts().isWorking(); }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_EQ(text.count(u"Customer "_s), kCustomers);
    EXPECT_TRUE(text.contains(u"Malmö"_s));
}

TEST_F(CustomersPageByKey, LeavesTheSelectionFirstAndTheFilterThen) {
    filterBy(customer_column::City, u"malm"_s);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 4; }));
    press(Qt::Key_Return);
    press(Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(list().selectedCount(), 4);
    press(Qt::Key_Escape);
    EXPECT_EQ(list().selectedCount(), 1);
    EXPECT_TRUE(list().isFiltered());
    press(Qt::Key_Escape);
    EXPECT_FALSE(list().isFiltered());
}

TEST_F(CustomersPageByKey, FiltersByTypeAndCityInFourActs) {
    qobject_cast<QComboBox *>(list().table()->filterHeader()->editor(customer_column::Lifecycle))->setCurrentIndex(1);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 3; }));
    m_driver->window().perform(action::kClearFilter);
    press(Qt::Key_F, Qt::ControlModifier);
    m_driver->type(u"Cust"_s);
    press(Qt::Key_Tab);
    m_driver->type(u"malm"_s);
    EXPECT_TRUE(wait([&] { return model().rowCount() == 2; }));
}

TEST_F(CustomersPageByKey, SaysWhichFilterStandsInTheWay) {
    filterBy(customer_column::City, u"malm"_s);
    filterBy(customer_column::Customer, u"Customer B"_s);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 0; }));
    const auto says = [&](const QString &words) {
        for (const QLabel *label : list().findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    };
    EXPECT_TRUE(wait([&] { return says(u"Without “City: malm”: 1"_s); }));
    EXPECT_TRUE(says(u"Without “Customer: Customer B”: 4"_s));
}

TEST_F(CustomersPageByKey, KeepsAFilterAsASegmentByItsName) {
    filterBy(customer_column::City, u"lund"_s);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 4; }));
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(find<SaveFilterPopover>() && find<SaveFilterPopover>()->isOpen());
    m_driver->type(u"In Lund"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(wait([&] { return count(u"segment WHERE name = 'In Lund'"_s) == 1; }));
    EXPECT_TRUE(wait([&] { return !find<SaveFilterPopover>()->isOpen(); }));
}

TEST_F(CustomersPageByKey, SaysWhySomebodyIsHereInOneAct) {
    filterBy(customer_column::City, u"lund"_s);
    ASSERT_TRUE(wait([&] { return model().rowCount() == 4 && model().row(0); }));
    press(Qt::Key_Return); // to the rows
    press(Qt::Key_I, Qt::ControlModifier);
    ASSERT_TRUE(wait([&] { return find<ExplainPopover>() && !find<ExplainPopover>()->lines().pairs().isEmpty(); }));
    const Pair line = find<ExplainPopover>()->lines().pairs().first();
    EXPECT_EQ(line.tint, Tint::Good);
    EXPECT_TRUE(line.value.contains(u"Lund"_s));
    press(Qt::Key_Escape);
    EXPECT_FALSE(find<ExplainPopover>()->isOpen());
    EXPECT_TRUE(list().isFiltered());
}

TEST_F(CustomersPageByKey, LogsACallFromTheListOnTheCardOfTheRow) {
    press(Qt::Key_F7);
    ASSERT_TRUE(wait([&] { return m_driver->card() && m_driver->card()->isVisible(); }));
    EXPECT_TRUE(wait([&] {
        return m_driver->card()->content().card.customer.id == m_ids[0] &&
               m_driver->card()->isAncestorOf(QApplication::focusWidget());
    }));
}

TEST_F(CustomersPageByKey, LogsACallFromTheFindBoxForTheCustomerThatItShows) {
    press(Qt::Key_K, Qt::ControlModifier);
    m_driver->type(u"1004513"_s);
    const FindModel *found = m_driver->window().findBox()->model();
    ASSERT_TRUE(wait([&] { return found->at(0) && found->at(0)->hit.customerId == m_ids[3]; }));
    press(Qt::Key_F7);
    EXPECT_TRUE(wait([&] {
        return m_driver->card() && m_driver->card()->content().card.customer.id == m_ids[3] &&
               m_driver->card()->isAncestorOf(QApplication::focusWidget());
    }));
}

TEST_F(CustomersPageByKey, OpensItsMenuByKeyAtTheRow) {
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(list().table(), &event);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    EXPECT_TRUE(menu->actions().contains(m_driver->window().actions().find(action::kExplain)));
    menu->close();
}

TEST_F(CustomersPageByKey, RemembersColumnsByTheirNames) {
    list().table()->setColumnHidden(customer_column::Owes, false);
    list().table()->filterHeader()->resizeSection(customer_column::Phone, 199);
    const QByteArray kept = m_driver->window().preferences().columns(u"customers"_s);
    EXPECT_TRUE(kept.contains("\"owes\""));
    EXPECT_TRUE(kept.contains("199"));
}
