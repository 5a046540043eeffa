// What is remembered of an import: the answer about dates, the mapping, the feed; and the import that a first file begins with.
#include "import_page_fixture.h"

#include "exchange/import_columns_model.h"
#include "exchange/import_columns_step.h"
#include "first_run/first_run_page.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QTableView>

using namespace kontor;
using namespace kontor::exchange;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

const QByteArray kDates = "Name,Birthday\nAnna Berg,03/04/1980\nNils Dahl,05/06/1981\n";
const QByteArray kColours = "Kundennr,Name,Farbe\n1,Jürgen Groß,Köln\n2,Nils Dahl,Bonn\n";

class ImportKept : public ImportPageFixture {
protected:
    QList<QRadioButton *> questions(const QString &answer) const {
        QList<QRadioButton *> shown;
        for (QRadioButton *choice : import()->findChildren<QRadioButton *>())
            if (choice->isVisible() && choice->text() == answer)
                shown << choice;
        return shown;
    }
    const TablePreview &table() const { return import()->session().table(); }
    void goToColumns() { click(u"Next: Columns"_s); }
    void importAll() {
        click(u"Next: Duplicates"_s);
        click(u"Next: Check"_s);
        click(u"Import "_s);
        ASSERT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
    }
    void another(const QByteArray &content, const QString &name) {
        click(u"Import another file"_s);
        import()->start(write(content, name));
        ASSERT_TRUE(comesTo(kReading));
    }
    void sendColumn(int column, const QByteArray &field) {
        QAbstractItemModel *columns = import()->findChild<ImportColumnsStep *>()->table()->model();
        ASSERT_TRUE(columns->setData(columns->index(column, ImportColumnsModel::kGoesTo), field, Qt::EditRole));
        ASSERT_TRUE(comesTrue([&] { return fieldNameOf(table().columns.at(column)) == field; }));
    }
    QLineEdit *mappingName() const {
        for (QLineEdit *edit : import()->findChildren<QLineEdit *>())
            if (edit->accessibleName() == u"Name of the mapping"_s)
                return edit;
        return nullptr;
    }
    // What the first step offers to take in again.
    QListWidget *kept() const {
        for (QListWidget *list : import()->findChildren<QListWidget *>())
            if (list->accessibleName() == u"Remembered imports"_s && list->isVisible())
                return list;
        return nullptr;
    }
    bool offers(const QString &part) {
        return comesTrue([&] { return kept() && !kept()->findItems(part, Qt::MatchContains).isEmpty(); });
    }
    void chooseFile(const QString &path) {
        const auto dialog = [this] {
            for (QFileDialog *shown : m_window->findChildren<QFileDialog *>())
                if (shown->isVisible())
                    return shown;
            return static_cast<QFileDialog *>(nullptr);
        };
        ASSERT_TRUE(comesTrue([&] { return dialog() != nullptr; }));
        dialog()->selectFile(path);
        QMetaObject::invokeMethod(dialog(), "accept");
    }
    QString birthdays() {
        return valueOf(m_base->database().single(
                           u"SELECT group_concat(birthday_on, ' ') FROM (SELECT birthday_on FROM customer WHERE "
                           "birthday_on <> '' ORDER BY id)"_s))
            .text();
    }
    QCheckBox *remembers() const {
        for (QCheckBox *box : import()->findChildren<QCheckBox *>())
            if (box->text() == u"Remember this mapping as"_s)
                return box;
        return nullptr;
    }
    void keepAsFeed() {
        begin(kColours);
        goToColumns();
        sendColumn(0, "id");
        sendColumn(2, "city");
        click(u"Next: Duplicates"_s);
        const auto rules = import()->findChildren<QRadioButton *>();
        const auto overwrite = std::find_if(rules.cbegin(), rules.cend(),
                                            [](const QRadioButton *rule) { return rule->text().startsWith(u"overwrite"_s); });
        ASSERT_NE(overwrite, rules.cend());
        (*overwrite)->click();
        click(u"Next: Check"_s);
        click(u"Import "_s);
        click(u"Keep for one click"_s);
        click(u"Import another file"_s);
        ASSERT_TRUE(offers(u"in again"_s));
    }
    // By Tab to the control, which Space presses.
    void pressWithKeys(QWidget *control) {
        for (int i = 0; i < 20 && m_window->focusWidget() != control; ++i)
            press(Qt::Key_Tab);
        ASSERT_EQ(m_window->focusWidget(), control);
        press(Qt::Key_Space);
    }
    void takeFirstKept() {
        kept()->setFocus();
        kept()->setCurrentRow(0);
        press(Qt::Key_Return);
    }
};

} // namespace

TEST_F(ImportKept, TheMappingIsRememberedUnderItsNameForTheNextFileWithTheSameTitles) {
    begin(kColours);
    goToColumns();
    sendColumn(2, "city");
    ASSERT_TRUE(comesTrue([this] { return mappingName()->isEnabled(); }))
        << "own choices are remembered unless the person says otherwise";
    mappingName()->setText(u"Shop"_s);
    importAll();
    another("Name,Farbe,Kundennr\nUwe Fritz,Kiel,3\n", u"next.csv"_s);
    EXPECT_EQ(import()->session().mappingName(), u"Shop"_s);
    EXPECT_TRUE(isSaid(u"Read as remembered in"_s));
    EXPECT_EQ(fieldNameOf(table().columns.at(1)), "city");
    press(Qt::Key_Escape);
    EXPECT_TRUE(offers(u"to read as"_s));
}

TEST_F(ImportKept, AFileIsReadByTheRememberedMappingThatIsChosenForIt) {
    begin(kColours);
    goToColumns();
    sendColumn(2, "city");
    mappingName()->setText(u"Shop"_s);
    importAll();
    click(u"Import another file"_s);
    ASSERT_TRUE(offers(u"Shop"_s));
    write("Name,Farbe,Land\nUwe Fritz,Kiel,DE\n", u"other.csv"_s);
    takeFirstKept();
    chooseFile(m_base.folder() + u"/other.csv"_s);
    ASSERT_TRUE(comesTo(kReading));
    EXPECT_EQ(import()->session().mappingName(), u"Shop"_s);
    EXPECT_EQ(fieldNameOf(table().columns.at(1)), "city");
}

TEST_F(ImportKept, DatesThatCanBeReadInTwoWaysAreAskedForOnceAndTheAnswerIsUsed) {
    begin(kDates);
    goToColumns();
    ASSERT_TRUE(comesTrue([this] { return questions(u"the month comes first"_s).size() == 1; }));
    EXPECT_TRUE(isSaid(u"could be"_s));
    EXPECT_FALSE(table().dateQuestions.first().isAnswered);
    press(Qt::Key_Tab);
    ASSERT_TRUE(questions(u"the day comes first"_s).first()->hasFocus()) << "the keys come to it next after the table";
    press(Qt::Key_Space);
    ASSERT_TRUE(comesTrue([this] { return table().dateQuestions.first().isAnswered; }));
    ASSERT_EQ(questions(u"the month comes first"_s).size(), 1);
    EXPECT_TRUE(questions(u"the day comes first"_s).first()->hasFocus()) << "the keys stay where they were";
    press(Qt::Key_Right);
    ASSERT_TRUE(comesTrue([this] { return table().dateQuestions.first().assumed == DateOrder::MonthDay; }));
    EXPECT_TRUE(isSaid(u"4 Mar 1980"_s)) << "the preview is of that answer";
    importAll();
    EXPECT_EQ(birthdays(), u"1980-03-04 1981-05-06"_s);
    another("Name,Birthday\nUwe Fritz,07/08/1982\n", u"next.csv"_s);
    EXPECT_TRUE(table().dateQuestions.first().isAnswered) << "it is remembered with the mapping";
    goToColumns();
    importAll();
    EXPECT_EQ(birthdays(), u"1980-03-04 1981-05-06 1982-07-08"_s);
}

TEST_F(ImportKept, AMappingThatIsNotToBeRememberedIsNot) {
    begin(kColours);
    goToColumns();
    sendColumn(2, "city");
    ASSERT_TRUE(comesTrue([this] { return remembers()->isChecked(); }));
    pressWithKeys(remembers());
    EXPECT_FALSE(remembers()->isChecked());
    EXPECT_FALSE(mappingName()->isEnabled());
    importAll();
    another(kColours, u"next.csv"_s);
    EXPECT_EQ(import()->session().mappingName(), QString());
    EXPECT_EQ(fieldNameOf(table().columns.at(2)), fieldName(Field::None));
    press(Qt::Key_Escape);
    EXPECT_EQ(kept(), nullptr);
}

TEST_F(ImportKept, AFeedIsTakenInAgainByEnterAndSaysWhatIsNewAndWhatIsOther) {
    keepAsFeed();
    write("Kundennr,Name,Farbe\n1,Jürgen Groß,Bremen\n2,Nils Dahl,Bonn\n3,Uwe Fritz,Kiel\n");
    takeFirstKept();
    ASSERT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
    EXPECT_EQ(import()->step(), kDone);
    const ImportCounts counts = import()->session().imported()->total();
    EXPECT_EQ(counts.added, 1);
    EXPECT_EQ(counts.changed, 1);
    EXPECT_EQ(counts.unchanged, 1);
    EXPECT_TRUE(isSaid(u"1 new · 1 overwritten · 1 here already"_s));
    EXPECT_TRUE(isSaid(u"City: 0 were empty and are filled, 1 have another value."_s));
    EXPECT_EQ(customers(), 5);
}

TEST_F(ImportKept, AFeedWhoseFileIsGoneSaysSoAndLeavesTheFirstStep) {
    keepAsFeed();
    ASSERT_TRUE(QFile::remove(m_base.folder() + u"/kunden.csv"_s));
    takeFirstKept();
    EXPECT_TRUE(comesTrue([this] {
        const auto banners = m_window->findChildren<Banner *>();
        return std::any_of(banners.cbegin(), banners.cend(),
                           [](const Banner *banner) { return banner->text().contains(u"kunden.csv"_s); });
    }));
    EXPECT_TRUE(comesTo(kSource));
    EXPECT_EQ(customers(), 4);
}

TEST_F(ImportKept, TheFirstFileBeginsWithTheImportOfCustomers) {
    m_window = std::make_unique<MainWindow>(*m_preferences, *m_theme, m_base.options(u"pc-1"_s, u"Maria"_s));
    m_window->resize(1366, 768);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    auto *first = m_window->findChild<FirstRunPage *>();
    ASSERT_TRUE(first && first->isVisible());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space); // what has the focus brings customers in
    chooseFile(m_base.folder() + u"/mine.kontor"_s);
    ASSERT_TRUE(comesTrue([this] { return import() && import()->isVisible(); }));
    EXPECT_EQ(import()->step(), kSource);
    EXPECT_TRUE(button(u"Choose a file"_s)->hasFocus());
    import()->start(write(kColours));
    ASSERT_TRUE(comesTo(kReading));
    goToColumns();
    importAll();
    EXPECT_EQ(import()->session().imported()->total().added, 2);
}
