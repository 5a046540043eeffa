#include "ui/customers/customers_page_fixture.h"

#include "customers/customer_bulk_acts.h"
#include "customers/customer_bulk_popovers.h"
#include "customers/customer_explain.h"
#include "customers/customer_filter_row.h"
#include "customers/customer_list_columns.h"
#include "customers/customer_selection_bar.h"
#include "purchases/purchase_repository.h"
#include "segments/pair_list.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

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
    table.customers = model().customers();
    table.titles = QStringList{u"Name"_s, u"City"_s};
    table.cells = [](const CustomerRow &row) { return QStringList{row.name, row.city}; };
    const QString path = m_base.folder() + u"/list.csv"_s;
    list().acts().exportTo(path, CustomerExportForm::ShownTable, table);
    ASSERT_TRUE(wait([&] { return !list().acts().isWorking(); }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_EQ(text.count(u"Customer "_s), kCustomers);
    EXPECT_TRUE(text.contains(u"Malmö"_s));
}

TEST_F(CustomersPageByKey, CtrlDFillsTheColumnDownAfterAPreviewAndOneUndoTakesItBack) {
    selectThree(); // Malmö, Lund, Malmö
    const QModelIndex current = list().table()->currentIndex();
    list().table()->selectionModel()->setCurrentIndex(current.siblingAtColumn(customer_column::City), QItemSelectionModel::NoUpdate);
    press(Qt::Key_D, Qt::ControlModifier);
    ASSERT_TRUE(wait([&] { return find<ChangePopover>() && find<ChangePopover>()->isOpen(); }));
    EXPECT_EQ(find<ChangePopover>()->change().text, u"Malmö"_s);
    ASSERT_TRUE(wait([&] {
        for (const QLabel *label : find<ChangePopover>()->findChildren<QLabel *>())
            if (label->text().contains(u"1 customer(s) will change"_s))
                return true;
        return false;
    }));
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return count(u"customer WHERE city = 'Malmö'"_s) == 5; }));
    EXPECT_TRUE(wait([&] { return !list().acts().isWorking(); }));
    list().table()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(wait([&] { return count(u"customer WHERE city = 'Malmö'"_s) == 4; }));
}

TEST_F(CustomersPageByKey, TheFileIsChosenWithWhatItIsToBeAndToldWithTheWayToIt) {
    press(Qt::Key_Down, Qt::ShiftModifier); // two are selected
    for (const auto &[form, name] : {std::pair{u"vCard 4.0"_s, u"new.vcf"_s}, {u"vCard 3.0"_s, u"old.vcf"_s}, {u"shown, Excel"_s, u"list.xlsx"_s},
                                     {u"All fields of the cards, Excel"_s, u"cards.xlsx"_s}}) {
        SCOPED_TRACE(qPrintable(form));
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = find<QFileDialog>();
        ASSERT_NE(dialog, nullptr);
        for (const QString &filter : dialog->nameFilters())
            if (filter.contains(form))
                dialog->selectNameFilter(filter);
        const QString path = m_base.folder() + u'/' + name;
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        ASSERT_TRUE(wait([&] { return QFile::exists(path) && !list().acts().isWorking(); }));
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (name.endsWith(u".vcf"_s)) {
            EXPECT_EQ(bytes.count("BEGIN:VCARD"), 2);
            EXPECT_TRUE(bytes.contains(name == u"new.vcf"_s ? "VERSION:4.0" : "VERSION:3.0"));
        } else {
            EXPECT_TRUE(bytes.startsWith("PK")) << "a workbook is an archive";
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
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
    filterBy(customer_column::Lifecycle, u"lead"_s);
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

// Find lists the cards that were opened last, also those of another day.
TEST_F(CustomersPageByKey, FindsTheRecentCardsAfterARestartWithNoNameOnTheDisk) {
    m_driver->openCard(u"Customer C"_s, m_ids[2]);
    m_driver->openCard(u"Customer E"_s, m_ids[4]);
    m_driver.reset();
    m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
    ASSERT_TRUE(tests::openBase(m_driver->window(), m_base.path()));
    press(Qt::Key_K, Qt::ControlModifier);
    const FindModel *found = m_driver->window().findBox()->model();
    ASSERT_TRUE(wait([&] { return found->at(1) != nullptr; }));
    EXPECT_EQ(found->at(0)->hit.customerId, m_ids[4]);
    EXPECT_EQ(found->at(1)->hit.customerId, m_ids[2]);
    QFile file(m_base.folder() + u"/preferences.ini"_s);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(file.readAll().contains("Customer"));
}

TEST_F(CustomersPageByKey, ComesBackWithItsColumnsAsTheyWereLeft) {
    FilterHeader *header = list().table()->filterHeader();
    header->moveSection(header->visualIndex(customer_column::City), 1);
    header->resizeSection(customer_column::Lifecycle, 177);
    list().table()->setColumnHidden(customer_column::Email, false);
    m_driver.reset();
    m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
    ASSERT_TRUE(tests::openBase(m_driver->window(), m_base.path()));
    header = list().table()->filterHeader();
    EXPECT_EQ(header->visualIndex(customer_column::City), 1);
    EXPECT_EQ(header->sectionSize(customer_column::Lifecycle), 177);
    EXPECT_FALSE(header->isSectionHidden(customer_column::Email));
}

TEST_F(CustomersPageByKey, KeepsTheNextStepInSightInASmallWindow) {
    const ListTable *table = list().table();
    const auto isInSight = [&] {
        return table->columnViewportPosition(customer_column::NextStep) + table->columnWidth(customer_column::NextStep) <=
               table->viewport()->width();
    };
    ASSERT_FALSE(table->isColumnHidden(customer_column::City));
    const auto widths = [&] {
        QList<int> widths;
        for (int column = 0; column < customer_column::NextStep; ++column)
            widths << table->columnWidth(column);
        return widths << table->columnWidth(customer_column::City);
    };
    const QList<int> before = widths();
    m_driver->window().resize(900, 600);
    ASSERT_TRUE(wait([&] { return isInSight(); }));
    EXPECT_TRUE(table->isColumnHidden(customer_column::City));
    EXPECT_FALSE(table->isColumnHidden(customer_column::Phone));
    EXPECT_TRUE(m_driver->window().preferences().columns(u"customers"_s).contains(R"("key":"city","shown":true)"))
        << "it gives way for the time being only";
    m_driver->window().resize(1366, 768);
    EXPECT_TRUE(wait([&] { return !table->isColumnHidden(customer_column::City); }));
    EXPECT_TRUE(wait([&] { return table->filterHeader()->length() <= table->viewport()->width(); }));
    EXPECT_EQ(widths(), before);
    // Nor do larger letters for a while leave wider columns behind.
    for (int i = 0; i < 5; ++i)
        m_driver->window().perform(action::kLargerText);
    ASSERT_TRUE(wait([&] { return table->isColumnHidden(customer_column::City); }));
    EXPECT_EQ(table->filterHeader()->length(), table->viewport()->width()) << "the last one takes the rest";
    m_driver->window().perform(action::kNormalText);
    ASSERT_TRUE(wait([&] { return !table->isColumnHidden(customer_column::City); }));
    for (qsizetype i = 0; i < before.size(); ++i)
        EXPECT_NEAR(widths()[i], before[i], 4);
}

TEST_F(CustomersPageByKey, HasTheSameColumnsAsBeforeWhenItComesBackFromACard) {
    const ListTable *table = list().table();
    const int length = table->filterHeader()->length();
    const int bought = table->columnWidth(customer_column::Bought);
    press(Qt::Key_Return);
    ASSERT_TRUE(wait([&] { return table->isColumnHidden(customer_column::City); }));
    press(Qt::Key_Escape);
    ASSERT_TRUE(wait([&] { return !table->isColumnHidden(customer_column::City); }));
    EXPECT_TRUE(wait([&] { return table->filterHeader()->length() == length; })) << table->filterHeader()->length() << ' ' << length;
    EXPECT_FALSE(table->horizontalScrollBar()->isVisible());
    for (int i = 0; i < 2; ++i) { // and with a smaller window between
        m_driver->window().resize(900, 600);
        ASSERT_TRUE(wait([&] { return table->isColumnHidden(customer_column::City); }));
        press(Qt::Key_Return);
        ASSERT_TRUE(wait([&] { return table->isColumnHidden(customer_column::NextStep); }));
        m_driver->window().resize(1366, 768);
        press(Qt::Key_Escape);
        ASSERT_TRUE(wait([&] { return !table->isColumnHidden(customer_column::City); }));
        EXPECT_TRUE(wait([&] { return table->columnWidth(customer_column::Bought) == bought; }))
            << table->columnWidth(customer_column::Bought) << ' ' << bought;
    }
}

TEST_F(CustomersPageByKey, KeepsAColumnThatThePersonBringsBackInASmallWindow) {
    const ListTable *table = list().table();
    m_driver->window().resize(900, 600);
    ASSERT_TRUE(wait([&] { return table->isColumnHidden(customer_column::City); }));
    list().findChild<CustomerListColumns *>()->showChooser(QPoint());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    for (QAction *entry : menu->actions())
        if (entry->text() == u"City"_s)
            entry->trigger();
    menu->close();
    EXPECT_FALSE(table->isColumnHidden(customer_column::City));
    m_driver->window().resize(920, 640);
    QCoreApplication::sendPostedEvents();
    EXPECT_FALSE(table->isColumnHidden(customer_column::City));
}

TEST_F(CustomersPageByKey, NeverCutsAPhoneNumber) {
    FilterHeader *header = list().table()->filterHeader();
    header->resizeSection(customer_column::Phone, 40);
    const int digits = list().table()->fontMetrics().horizontalAdvance(u"+46 70 100 45 10"_s);
    EXPECT_GT(header->sectionSize(customer_column::Phone), digits);
}

TEST_F(CustomersPageByKey, SaysUnderTheListWhatItHoldsTogether) {
    for (const int customer : {0, 1}) {
        Purchase purchase;
        purchase.customerId = m_ids[customer];
        purchase.amount = 125'000;
        valueOf(m_base->write({u"purchase"_s, "customer", m_ids[customer]},
                              [&](workspace::Recorder &recorder) { return addPurchase(recorder, purchase); }));
    }
    const auto footer = [&](const QString &words) {
        for (const QLabel *label : list().findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(u"shown"_s) && label->text().contains(words))
                return true;
        return false;
    };
    EXPECT_TRUE(wait([&] { return footer(u"2,500"_s); }));
    EXPECT_TRUE(footer(u"8 shown"_s));
    filterBy(customer_column::City, u"malm"_s);
    EXPECT_TRUE(wait([&] { return footer(u"1,250"_s) && footer(u"4 shown"_s); }));
}
