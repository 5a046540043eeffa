#include "customers/customer_list_model.h"
#include "exchange/base_json_export.h"
#include "exchange/import_check_step.h"
#include "exchange/import_columns_step.h"
#include "import_page_fixture.h"
#include "theme/kontor_style.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
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

TEST_F(ImportPageTest, SaysHowManyRowsTheFileHasAndHowManyOfThemCannotBeRead) {
    QByteArray file = kFile;
    for (int row = 0; row < 50; ++row)
        file += "Anna " + QByteArray::number(row) + ";;\n";
    begin(file + "\"Uwe;;\nEva;;\n");
    EXPECT_TRUE(comesTrue([this] { return isSaid(u"54 row(s), 3 column(s)"_s); }));
    EXPECT_TRUE(isSaid(u"1 row(s) cannot be read"_s));
}

TEST_F(ImportPageTest, DoesNotCountTheRowsAgainWhenOnlyAColumnGoesElsewhere) {
    begin(kFile);
    ImportSession &session = import()->session();
    ASSERT_TRUE(comesTrue([&] { return session.rowCount().has_value(); }));
    std::optional<bool> isKept;
    QObject::connect(&session, &ImportSession::read, m_window.get(), [&] { isKept = session.rowCount().has_value(); });
    session.setField(1, "none");
    EXPECT_TRUE(comesTrue([&] { return isKept.has_value(); }));
    EXPECT_TRUE(*isKept);
    isKept.reset();
    session.setDelimiter(u',');
    EXPECT_TRUE(comesTrue([&] { return isKept.has_value(); }));
    EXPECT_FALSE(*isKept);
}

TEST_F(ImportPageTest, AStepThatCannotBeGoneToSaysWhy) {
    begin(kFile);
    const auto *names = import()->findChild<QListWidget *>();
    EXPECT_TRUE(names->item(kSource)->toolTip().isEmpty());
    EXPECT_EQ(names->item(kCheck)->toolTip(), u"Comes after the steps before it."_s);
    goToCheck();
    click(u"Import 1"_s);
    ASSERT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
    EXPECT_TRUE(names->item(kColumns)->toolTip().startsWith(u"This import is done."_s));
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

TEST_F(ImportPageTest, SaysHowLargeTheChosenFileIsAndWhenItWasLastChanged) {
    const QString path = write(kFile);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.setFileTime(QDateTime(QDate(2024, 3, 9), QTime(12, 0), Qt::UTC), QFileDevice::FileModificationTime));
    file.close();
    openImport();
    import()->start(path);
    ASSERT_TRUE(comesTo(kReading));
    EXPECT_TRUE(isSaid(u"9 Mar 2024"_s));
    EXPECT_TRUE(isSaid(QLocale(u"en"_s).formattedDataSize(kFile.size())));
    press(Qt::Key_Escape);
    EXPECT_EQ(import()->step(), kSource);
    EXPECT_TRUE(isSaid(u"9 Mar 2024"_s));
}

TEST_F(ImportPageTest, TheFirstStepHasOneFilledButtonAlsoWhenAFileIsChosen) {
    const auto filled = [this] {
        QStringList names;
        for (const auto *button : import()->findChildren<QAbstractButton *>())
            if (button->isVisible() && isPrimary(button))
                names << button->accessibleName();
        return names;
    };
    openImport();
    EXPECT_EQ(filled(), QStringList(u"Choose a file"_s));
    import()->start(write(kFile));
    ASSERT_TRUE(comesTo(kReading));
    press(Qt::Key_Escape);
    EXPECT_EQ(filled(), QStringList(u"Next: Reading"_s));
}

TEST_F(ImportPageTest, TheDialogForFilesBeginsInAFolderThatIsThere) {
    openImport();
    click(u"Choose a file"_s);
    ASSERT_TRUE(comesTrue([this] { return m_window->findChild<QFileDialog *>() != nullptr; }));
    const auto *dialog = m_window->findChild<QFileDialog *>();
    EXPECT_TRUE(dialog->directory().exists());
    const auto *name = dialog->findChild<QLineEdit *>();
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(name->text(), QString());
}

TEST_F(ImportPageTest, AnExportOfAWholeFileIsSaidToBecomeAFileOfItsOwn) {
    const QString path = m_base.folder() + u"/everything.json"_s;
    ASSERT_TRUE(exchange::exportBaseAsJson(*m_base, path, [](qint64) { return true; }));
    openImport();
    import()->start(path);
    EXPECT_EQ(import()->step(), kSource);
    EXPECT_TRUE(isSaid(u"It becomes a new file"_s));
    EXPECT_FALSE(import()->session().isRead());
    ASSERT_TRUE(button(u"Make a new file of it"_s));
    EXPECT_TRUE(button(u"Make a new file of it"_s)->hasFocus());
    QString wanted;
    QObject::connect(import(), &ImportPage::newFileWanted, import(), [&wanted](const QString &exported) { wanted = exported; });
    press(Qt::Key_Return);
    EXPECT_EQ(wanted, path);
    EXPECT_TRUE(comesTrue([this] { return m_window->findChild<QFileDialog *>(); }));
    import()->start(write(kFile));
    EXPECT_TRUE(comesTo(kReading));
    EXPECT_EQ(button(u"Make a new file of it"_s), nullptr);
}
