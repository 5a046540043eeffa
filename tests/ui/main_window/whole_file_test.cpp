// Everything out of a file and into a new one, and what is pasted or dropped on the window.
#include "dialogs/new_customer_dialog.h"
#include "exchange/file_work_dialog.h"
#include "exchange/import_page.h"
#include "history_fixture.h"
#include "widgets/toast.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDesktopServices>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

// Stands for the program that shows folders.
class FolderProgram : public QObject {
    Q_OBJECT

public:
    FolderProgram() { QDesktopServices::setUrlHandler(u"file"_s, this, "show"); }
    ~FolderProgram() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    QList<QUrl> shown;

public slots:
    void show(const QUrl &url) { shown << url; }
};

class WholeFileTest : public HistoryFixture {
protected:
    QFileDialog *fileDialog() const {
        for (QFileDialog *dialog : m_window->findChildren<QFileDialog *>())
            if (dialog->isVisible())
                return dialog;
        return nullptr;
    }
    void chooseFile(const QString &path) {
        ASSERT_TRUE(comesTrue([this] { return fileDialog() != nullptr; }));
        QFileDialog *dialog = fileDialog();
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        ASSERT_TRUE(comesTrue([this, dialog] { return fileDialog() != dialog; }));
    }
    QAbstractButton *button(const QString &name) const {
        for (QAbstractButton *button : page<FileWorkDialog>()->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->accessibleName() == name)
                return button;
        return nullptr;
    }
    void exportTo(const QString &path) {
        trigger(action::kExportAll);
        chooseFile(path);
        ASSERT_TRUE(comesTrue([this] { return page<FileWorkDialog>() && button(u"Show in folder"_s); }));
    }
    int toasts() const { return page<ToastArea>()->count(); }
};

} // namespace

TEST_F(WholeFileTest, EverythingIsWrittenAndTheFolderCanBeShown) {
    FolderProgram program;
    openWindow();
    const QString path = m_base.folder() + u"/all.json"_s;
    exportTo(path);
    EXPECT_GT(QFileInfo(path).size(), 100);
    QTest::keyClick(button(u"Show in folder"_s), Qt::Key_Space);
    ASSERT_EQ(program.shown.size(), 1);
    EXPECT_EQ(program.shown.first(), QUrl::fromLocalFile(m_base.folder()));
    EXPECT_TRUE(comesTrue([this] { return page<FileWorkDialog>() == nullptr; }));
}

TEST_F(WholeFileTest, AnExportBecomesANewFileThatHoldsTheSame) {
    setCity(m_anna, u"Malmö"_s);
    openWindow();
    const QString json = m_base.folder() + u"/all.json"_s;
    exportTo(json);
    QTest::keyClick(page<FileWorkDialog>(), Qt::Key_Escape);
    trigger(action::kFileOfExport);
    chooseFile(json);
    const QString path = m_base.folder() + u"/again.kontor"_s;
    chooseFile(path);
    ASSERT_TRUE(comesTrue([&] { return m_window->workspace() && m_window->workspace()->path() == path; }));
    auto base = valueOf(workspace::Base::open(path, m_base.options(u"pc-2"_s, u"Lars"_s)));
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM customer"_s)).integer(), 2);
    EXPECT_EQ(valueOf(base->database().single(u"SELECT city FROM customer WHERE name = 'Anna Petrova'"_s)).text(), u"Malmö"_s);
    EXPECT_FALSE(QFile::exists(path + u".part"_s));
}

TEST_F(WholeFileTest, WhatIsNoExportIsRefusedAndTheFileStaysOpen) {
    openWindow();
    QFile file(m_base.folder() + u"/other.json"_s);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write("{\"a\": 1}") > 0);
    file.close();
    trigger(action::kFileOfExport);
    chooseFile(file.fileName());
    EXPECT_TRUE(comesTrue([this] {
        for (const Banner *banner : m_window->findChildren<Banner *>())
            if (banner->text().contains(u"other.json"_s))
                return true;
        return false;
    }));
    EXPECT_EQ(m_window->workspace()->path(), m_base.path());
}

TEST_F(WholeFileTest, CellsOfASpreadsheetArePastedIntoTheImport) {
    openWindow();
    m_window->go({page::kCustomers});
    QGuiApplication::clipboard()->setText(u"Name\tCity\nJürgen Groß\tKöln\nIngrid Holm\tYstad\n"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(comesTrue([this] { return page<ImportPage>()->isVisible() && page<ImportPage>()->session().isRead(); }));
    EXPECT_EQ(page<ImportPage>()->session().table().rows.size(), 2);
}

TEST_F(WholeFileTest, ASignatureThatIsPastedBecomesAProposalAndOtherTextIsNeither) {
    openWindow();
    m_window->go({page::kCustomers});
    QGuiApplication::clipboard()->setText(u"see you"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(comesTrue([this] { return toasts() == 1; }));
    EXPECT_EQ(page<NewCustomerDialog>(), nullptr);
    QGuiApplication::clipboard()->setText(u"Jürgen Groß\nGroß GmbH\nTel. 0711 1234567\njuergen@gross.example"_s);
    trigger(action::kPaste);
    ASSERT_TRUE(comesTrue([this] { return page<NewCustomerDialog>() && page<NewCustomerDialog>()->isVisible(); }));
    QStringList texts;
    for (const QLineEdit *edit : page<NewCustomerDialog>()->findChildren<QLineEdit *>())
        texts << edit->text();
    EXPECT_TRUE(texts.contains(u"Jürgen Groß"_s));
    EXPECT_TRUE(texts.contains(u"juergen@gross.example"_s));
}

TEST_F(WholeFileTest, TextThatIsDroppedOnTheWindowProposesACustomer) {
    openWindow();
    QMimeData text;
    text.setText(u"Jürgen Groß\n0711 1234567\njuergen@gross.example"_s);
    QWidget *pages = m_window->findChild<PageStack *>();
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pages, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(pages, &drop);
    EXPECT_TRUE(comesTrue([this] { return page<NewCustomerDialog>() && page<NewCustomerDialog>()->isVisible(); }));
}

#include "whole_file_test.moc"
