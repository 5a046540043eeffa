// The step of the duplicates: who is here already, and what happens to single rows.
#include "import_page_fixture.h"

#include "exchange/import_matching_step.h"
#include "exchange/matched_rows_model.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTableView>

using namespace kontor;
using namespace kontor::exchange;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

// Anna is in the base with this number; Nils stands in the file twice.
const QByteArray kFile = "Name;Telefon;Mail;Ort\n"
                         "Anna Petrova;+46701004512;;Lund\n"
                         "Nils Dahl;;nils@dahl.example;Ystad\n"
                         "Nils Dahl;;nils@dahl.example;Kalmar\n"
                         "Uwe Fritz;;uwe@fritz.example;Bonn\n";

class ImportDuplicates : public ImportPageFixture {
protected:
    void beginAtDuplicates() {
        begin(kFile);
        click(u"Next: Columns"_s);
        click(u"Next: Duplicates"_s);
        ASSERT_TRUE(areKnown());
    }
    bool areKnown() {
        return comesTrue([this] { return import()->session().matches().has_value() && !import()->session().isAtWork(); });
    }
    QTableView *table() const { return import()->findChild<ImportMatchingStep *>()->matches(); }
    QModelIndex happens(int row) const { return table()->model()->index(row, MatchedRowsModel::kHappens); }
    QString text(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    ImportCounts imported() {
        click(u"Next: Check"_s);
        click(u"Import "_s);
        EXPECT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
        return import()->session().imported()->total();
    }
};

} // namespace

TEST_F(ImportDuplicates, ListsWhoIsHereAlreadyOrStandsInTheFileTwiceAndWhy) {
    beginAtDuplicates();
    ASSERT_EQ(table()->model()->rowCount(), 2);
    EXPECT_TRUE(table()->isVisible());
    EXPECT_TRUE(text(0, MatchedRowsModel::kIsAlready).contains(u"Anna Petrova"_s));
    EXPECT_TRUE(text(0, MatchedRowsModel::kSame).contains(u"Phone"_s));
    EXPECT_TRUE(text(1, MatchedRowsModel::kIsAlready).contains(u"Row 2 of the file"_s));
    EXPECT_EQ(customers(), 2);
}

TEST_F(ImportDuplicates, ItsSentencesTakeSeveralLinesWhereOneIsTooShort) {
    beginAtDuplicates();
    for (const QLabel *label : import()->findChild<ImportMatchingStep *>()->findChildren<QLabel *>())
        EXPECT_TRUE(label->wordWrap()) << qPrintable(label->text());
}

TEST_F(ImportDuplicates, ARowOfItsOwnIsTreatedAsChosenForIt) {
    beginAtDuplicates();
    EXPECT_TRUE(table()->model()->setData(happens(0), int(OnMatch::Keep), Qt::EditRole));
    EXPECT_EQ(happens(0).data().toString(), u"Leave as it is"_s);
    EXPECT_TRUE(table()->model()->setData(happens(1), int(OnMatch::Add), Qt::EditRole));
    EXPECT_EQ(table()->model()->rowCount(), 2) << "the rows stay listed";
    EXPECT_EQ(imported().added, 3);
    EXPECT_EQ(city(m_anna), QString());
}

TEST_F(ImportDuplicates, TheListIsOpenedByTypingAndHoldsForAllSelectedRows) {
    beginAtDuplicates();
    table()->selectAll();
    table()->setCurrentIndex(happens(0));
    table()->selectAll();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F2);
    auto *list = table()->findChild<QComboBox *>();
    ASSERT_NE(list, nullptr);
    list->hidePopup();
    list->setCurrentIndex(list->findData(int(OnMatch::Overwrite)));
    emit list->activated(list->currentIndex());
    EXPECT_EQ(happens(0).data().toString(), u"Overwrite"_s);
    EXPECT_EQ(happens(1).data().toString(), u"Overwrite"_s);
}

TEST_F(ImportDuplicates, OtherKeysAreLookedForAtOnce) {
    beginAtDuplicates();
    for (QCheckBox *box : import()->findChildren<QCheckBox *>())
        if (box->text() == u"phone number"_s)
            box->setChecked(false);
    ASSERT_TRUE(areKnown());
    EXPECT_EQ(table()->model()->rowCount(), 1);
}

TEST_F(ImportDuplicates, TheNextStepKnowsTheCountsAlready) {
    beginAtDuplicates();
    click(u"Next: Check"_s);
    EXPECT_FALSE(import()->session().isAtWork());
    EXPECT_EQ(import()->session().checked()->total().added, 2);
}

TEST_F(ImportDuplicates, AnExceptionIsCountedByTheNextStep) {
    beginAtDuplicates();
    table()->model()->setData(happens(1), int(OnMatch::Add), Qt::EditRole);
    click(u"Next: Check"_s);
    ASSERT_TRUE(comesTrue([this] { return import()->session().checked().has_value(); }));
    EXPECT_EQ(import()->session().checked()->total().added, 3);
}
