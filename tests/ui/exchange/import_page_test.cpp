#include "customers/customer_list_model.h"
#include "exchange/import_check_step.h"
#include "exchange/import_columns_step.h"
#include "import_page_fixture.h"

#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QTableView>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class ImportPageTest : public ImportPageFixture {};

const QByteArray kFile = "Name;Telefon;Geburtstag\nJürgen Groß;0711 123456;17.05.1980\nNils Dahl;0711 123457;31.02.1980\n";

} // namespace

TEST_F(ImportPageTest, WritesNothingBeforeItsLastStepAndThenSaysWhatCameIn) {
    begin(kFile);
    goToCheck();
    EXPECT_EQ(customers(), 2);
    EXPECT_EQ(import()->session().checked()->total().added, 1);
    click(u"Import 1"_s);
    ASSERT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
    EXPECT_EQ(import()->step(), kDone);
    EXPECT_EQ(customers(), 3);
    EXPECT_EQ(import()->session().imported()->total().rejected, 1);
}

TEST_F(ImportPageTest, TakesTheWholeImportBack) {
    begin(kFile);
    goToCheck();
    click(u"Import 1"_s);
    click(u"Undo import"_s);
    EXPECT_TRUE(comesTo(kSource));
    EXPECT_EQ(customers(), 2);
}

TEST_F(ImportPageTest, ARowWithAProblemIsPutRightInItsPlace) {
    begin(kFile);
    goToCheck();
    auto *problems = import()->findChild<ImportCheckStep *>()->problems();
    ASSERT_TRUE(problems->isVisible());
    ASSERT_EQ(problems->model()->rowCount(), 1);
    const QModelIndex birthday = problems->model()->index(0, 4);
    EXPECT_EQ(birthday.data(Qt::EditRole).toString(), u"31.02.1980"_s);
    EXPECT_TRUE(problems->model()->setData(birthday, u"28.02.1980"_s, Qt::EditRole));
    click(u"Check again"_s);
    click(u"Import 2"_s);
    ASSERT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
    EXPECT_EQ(import()->session().imported()->total().added, 2);
}

TEST_F(ImportPageTest, AColumnGoesWhereThePersonSays) {
    begin("Name;Farbe\nJürgen Groß;blau\n");
    click(u"Next: Columns"_s);
    auto *table = import()->findChild<ImportColumnsStep *>()->table();
    const QModelIndex farbe = table->model()->index(1, 2);
    EXPECT_EQ(farbe.data().toString(), u"Do not import"_s);
    EXPECT_TRUE(table->model()->setData(farbe, QByteArray("city"), Qt::EditRole));
    ASSERT_TRUE(comesTrue([&] { return table->model()->index(1, 2).data().toString() == u"City"_s; }));
    EXPECT_EQ(import()->step(), kColumns);
}

TEST_F(ImportPageTest, ShowsTheCustomersThatCameIn) {
    begin(kFile);
    goToCheck();
    click(u"Import 1"_s);
    click(u"Show them"_s);
    EXPECT_TRUE(comesTrue([this] {
        const auto *list = m_window->findChild<CustomerListModel *>();
        return list && list->rowCount() == 1 && list->index(0, 0).data().toString().contains(u"Jürgen"_s);
    }));
}

TEST_F(ImportPageTest, ATableIsPastedFromTheClipboardAndATextIsRefused) {
    openWindow();
    trigger(action::kImport);
    QGuiApplication::clipboard()->setText(u"Hello"_s);
    click(u"Paste a copied table"_s);
    EXPECT_EQ(import()->step(), kSource);
    QGuiApplication::clipboard()->setText(u"Name\tCity\nJürgen\tKöln\n"_s);
    click(u"Paste a copied table"_s);
    EXPECT_TRUE(comesTo(kReading));
    EXPECT_EQ(import()->session().table().rows.size(), 1);
}

TEST_F(ImportPageTest, AFileDroppedOnAnotherPageOpensTheImportWithIt) {
    openWindow();
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(write(kFile))});
    QWidget *pages = m_window->findChild<PageStack *>();
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pages, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pages, &drop);
    ASSERT_TRUE(comesTrue([this] { return import() && import()->isVisible(); }));
    EXPECT_TRUE(comesTo(kReading));
    EXPECT_EQ(import()->session().fileName(), u"kunden.csv"_s);
}

TEST_F(ImportPageTest, EscapeGoesBackAStepAndBackIsAlwaysPossible) {
    begin(kFile);
    click(u"Next: Columns"_s);
    press(Qt::Key_Escape);
    EXPECT_EQ(import()->step(), kReading);
    goToCheck();
    click(u"Back"_s);
    EXPECT_EQ(import()->step(), kCheck - 1);
}

TEST_F(ImportPageTest, AFileThatCannotBeReadIsSaidAndNothingHappens) {
    openWindow();
    trigger(action::kImport);
    import()->start(m_base.folder() + u"/gone.csv"_s);
    EXPECT_TRUE(comesTrue([this] {
        const auto banners = m_window->findChildren<Banner *>();
        return std::any_of(banners.cbegin(), banners.cend(),
                           [](const Banner *banner) { return banner->text().contains(u"gone.csv"_s); });
    }));
    EXPECT_EQ(import()->step(), kSource);
}
