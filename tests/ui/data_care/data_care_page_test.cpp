#include "data_care/data_care_page.h"

#include "customers/customer_list_model.h"
#include "data_care/care_cards_model.h"
#include "data_care/care_fields_model.h"
#include "data_care/care_fixes_model.h"
#include "data_care/care_part.h"
#include "data_care/care_silent_model.h"
#include "data_care/past_imports_model.h"
#include "exchange/importer.h"
#include "history_fixture.h"
#include "widgets/bidi.h"
#include "widgets/toast.h"

#include <QAbstractButton>
#include <QFile>
#include <QListWidget>
#include <QMessageBox>
#include <QTableView>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

enum Part { kFields, kCards, kPhones, kEmails, kCasing, kSpaces, kSilent, kDuplicates, kImports };

class DataCarePageTest : public HistoryFixture {
protected:
    void openCare(int part) {
        openWindow();
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(comesTrue([this] { return care() && care()->isVisible() && care()->counts().isKnown(); }));
        for (int i = 0; i < part; ++i)
            press(Qt::Key_Down);
    }
    // From the list of parts into the table, once it has its rows.
    void enterTable(int count) {
        ASSERT_TRUE(comesTrue([&] { return table() && table()->isVisible() && rows() == count; })) << rows();
        press(Qt::Key_F6);
        ASSERT_TRUE(table()->hasFocus());
    }
    DataCarePage *care() const { return page<DataCarePage>(); }
    QTableView *table() const { return care()->part()->findChild<QTableView *>(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    int rows() const { return table()->model()->rowCount(); }
    int rowOf(const QString &text) const {
        for (int row = 0; row < rows(); ++row)
            if (cell(row, 0).contains(text))
                return row;
        return -1;
    }
    QAbstractButton *button(const QString &name) const {
        for (QAbstractButton *button : care()->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->accessibleName().startsWith(name))
                return button;
        return nullptr;
    }
    QString name(Id customer) { return valueOf(db::find<Customer>(m_base->database(), customer))->name; }
    exchange::ImportReport import() {
        QFile file(m_base.folder() + u"/old list.csv"_s);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("Name;Phone\nIngrid Holm;070-174 06 35\nNils Dahl;070-174 06 36\n");
        file.close();
        return valueOf(exchange::importFiles(*m_base, {file.fileName()}));
    }
    qint64 customers() {
        return valueOf(m_base->database().single(u"SELECT count(*) FROM customer WHERE trashed_at IS NULL"_s)).integer();
    }
    QMessageBox *question() const {
        for (QMessageBox *box : m_window->findChildren<QMessageBox *>())
            if (box->isVisible())
                return box;
        return nullptr;
    }
};

} // namespace

TEST_F(DataCarePageTest, AFieldLeadsToTheListOfThoseWhoLackIt) {
    setCity(m_anna, u"Malmö"_s);
    openCare(kFields);
    enterTable(rows());
    const int city = rowOf(u"City"_s);
    ASSERT_GE(city, 0);
    EXPECT_EQ(cell(city, CareFieldsModel::kMissing), u"1"_s);
    EXPECT_EQ(cell(city, CareFieldsModel::kShare), u"50 %"_s);
    table()->setCurrentIndex(table()->model()->index(city, 0));
    press(Qt::Key_Return);
    ASSERT_TRUE(comesTrue([this] { return m_window->pages()->currentId() == page::kCustomers; }));
    ASSERT_TRUE(comesTrue([this] { return page<CustomerListModel>()->rowCount() == 1; }));
    EXPECT_EQ(page<CustomerListModel>()->customers().first(), m_lars);
}

TEST_F(DataCarePageTest, SpaceChoosesWhatACompleteCardHasAndTheEmptiestCardsFollow) {
    setCity(m_anna, u"Malmö"_s);
    openCare(kFields);
    enterTable(rows());
    for (int row = 0; row < rows(); ++row) { // only the city is left
        const bool isTicked = table()->model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
        if (isTicked != cell(row, 0).contains(u"City"_s)) {
            table()->setCurrentIndex(table()->model()->index(row, 0));
            press(Qt::Key_Space);
        }
    }
    care()->goTo(kCards);
    ASSERT_TRUE(comesTrue([this] { return rows() == 1; }));
    EXPECT_EQ(cell(0, CareCardsModel::kLacks), u"City"_s);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    press(Qt::Key_Return);
    EXPECT_TRUE(comesTrue([this] { return m_window->pages()->currentPage()->place().subject == m_lars; }));
}

TEST_F(DataCarePageTest, NamesInCapitalsAreShownBeforeAndAfterAndChangedInOneActThatIsTakenBack) {
    const Id loud = add(u"INGRID HOLM"_s), quiet = add(u"nils dahl"_s);
    openCare(kCasing);
    enterTable(2);
    EXPECT_EQ(cell(0, CareFixesModel::kBefore), isolated(u"INGRID HOLM"_s));
    EXPECT_EQ(cell(0, CareFixesModel::kAfter), isolated(u"Ingrid Holm"_s));
    EXPECT_EQ(name(loud), u"INGRID HOLM"_s) << "nothing is written before it is asked for";
    table()->setCurrentIndex(table()->model()->index(1, 0));
    press(Qt::Key_Space);
    ASSERT_NE(button(u"Change 1 "_s), nullptr);
    button(u"Change 1 "_s)->click();
    ASSERT_TRUE(comesTrue([this] { return rows() == 1; }));
    EXPECT_EQ(name(loud), u"Ingrid Holm"_s);
    EXPECT_EQ(name(quiet), u"nils dahl"_s) << "its box was empty";
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([this] { return rows() == 2; }));
    EXPECT_EQ(name(loud), u"INGRID HOLM"_s);
}

TEST_F(DataCarePageTest, WhatOnlyAPersonCanTellHasNoBoxAndLeadsToItsCard) {
    expectDone(m_base->write({u"edit"_s, "customer", m_lars}, [&](workspace::Recorder &recorder) -> Result<void> {
        ContactPoint point;
        point.customerId = m_lars;
        point.kind = u"phone"_s;
        point.value = u"ask Maria"_s;
        TRY_VOID(recorder.insert(point));
        return {};
    }));
    openCare(kPhones);
    ASSERT_TRUE(comesTrue([this] { return rowOf(u"Lars"_s) >= 0; }));
    enterTable(rows());
    const int row = rowOf(u"Lars"_s);
    EXPECT_TRUE(table()->model()->index(row, 0).data(Qt::CheckStateRole).isNull());
    table()->setCurrentIndex(table()->model()->index(row, 0));
    press(Qt::Key_Return);
    EXPECT_TRUE(comesTrue([this] { return m_window->pages()->currentPage()->place().subject == m_lars; }));
}

TEST_F(DataCarePageTest, WhatIsChangedElsewhereIsCountedAtOnce) {
    openCare(kCasing);
    EXPECT_EQ(rows(), 0);
    m_window->workspace()->write(
        {u"add"_s, "customer", {}},
        [](workspace::Recorder &recorder) {
            NewCustomer draft;
            draft.customer.name = u"INGRID HOLM"_s;
            return addCustomer(recorder, draft);
        },
        m_window.get(), [](const Result<Id> &) {});
    EXPECT_TRUE(comesTrue([this] { return rows() == 1; }));
}

TEST_F(DataCarePageTest, TheSilentLeadToTheSameNumberOfCustomersInTheList) {
    openCare(kSilent);
    enterTable(rows());
    const QString count = cell(0, CareSilentModel::kCustomers);
    EXPECT_EQ(count, u"2"_s);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    press(Qt::Key_Return);
    EXPECT_TRUE(comesTrue([this] {
        return m_window->pages()->currentId() == page::kCustomers && page<CustomerListModel>()->rowCount() == 2;
    }));
}

TEST_F(DataCarePageTest, AnImportOfThePastIsTakenBackAtOnceWhereNobodyWasEdited) {
    import();
    openCare(kImports);
    enterTable(1);
    EXPECT_EQ(cell(0, PastImportsModel::kFile), isolated(u"old list.csv"_s));
    press(Qt::Key_Return);
    ASSERT_TRUE(comesTrue([this] { return cell(0, PastImportsModel::kWhat) == u"Taken back"_s; }));
    EXPECT_EQ(customers(), 2);
}

TEST_F(DataCarePageTest, WhoeverWasEditedSinceAnImportIsAskedAboutAndStaysOrGoesToTheTrash) {
    import();
    const Id ingrid{valueOf(m_base->database().single(u"SELECT id FROM customer WHERE name = 'Ingrid Holm'"_s)).integer()};
    setCity(ingrid, u"Ystad"_s);
    for (const bool all : {false, true}) {
        SCOPED_TRACE(all);
        if (!all)
            openCare(kImports);
        ASSERT_TRUE(comesTrue([this] { return rows() >= 1 && cell(0, PastImportsModel::kWhat).contains(u"new"_s); }));
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(0, 0));
        press(Qt::Key_Return);
        ASSERT_TRUE(comesTrue([this] { return question() != nullptr; }));
        EXPECT_TRUE(question()->text().contains(u"1 of them"_s)) << qPrintable(question()->text());
        for (QAbstractButton *button : question()->buttons())
            if (button->text().remove(u'&').startsWith(all ? u"Remove all"_s : u"Keep those"_s))
                button->click();
        ASSERT_TRUE(comesTrue([this] { return cell(0, PastImportsModel::kWhat) == u"Taken back"_s; }));
        EXPECT_EQ(customers(), all ? 2 : 3);
        EXPECT_EQ(name(ingrid), u"Ingrid Holm"_s) << "in the trash it is not gone";
        if (all)
            break;
        m_window->workspace()->redo(m_window.get(), [](const Result<workspace::UndoOutcome> &) {});
    }
}

TEST_F(DataCarePageTest, DuplicatesAreReachedFromHereAndStandUnderItInTheNavigation) {
    openCare(kDuplicates);
    press(Qt::Key_F6);
    ASSERT_NE(button(u"Look for duplicates"_s), nullptr);
    press(Qt::Key_Space);
    EXPECT_TRUE(comesTrue([this] { return m_window->pages()->currentId() == page::kDuplicates; }));
}
