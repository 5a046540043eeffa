// The import gone through from end to end, with the keyboard alone, with a file of each kind that people have.
#include "import_page_fixture.h"
#include "sheet_fixture.h"

#include "exchange/import_check_step.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace kontor;
using namespace kontor::exchange;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class ImportWalk : public ImportPageFixture {
protected:
    const TablePreview &table() const { return import()->session().table(); }
    // Enter, from wherever the focus is.
    void goOnTo(int step) {
        press(Qt::Key_Return);
        ASSERT_TRUE(comesTo(step)) << step;
    }
    // To the step Check, and what it finds is there.
    bool isCheckedByEnter() {
        goOnTo(kColumns);
        goOnTo(kDuplicates);
        goOnTo(kCheck);
        return comesTrue([this] { return import()->session().checked().has_value() && !import()->session().isAtWork(); });
    }
    ImportCounts walk() {
        EXPECT_TRUE(isCheckedByEnter());
        goOnTo(kDone);
        EXPECT_TRUE(comesTrue([this] { return import()->session().imported().has_value(); }));
        return import()->session().imported() ? import()->session().imported()->total() : ImportCounts();
    }
    QString single(const QString &sql) { return valueOf(m_base->database().single(sql)).text(); }
    QString cityOf(const QString &name) {
        return valueOf(m_base->database().single(u"SELECT city FROM customer WHERE name = ?"_s, {name})).text();
    }
    bool isTold(const QString &part) {
        return comesTrue([&] {
            const auto banners = m_window->findChildren<Banner *>();
            return std::any_of(banners.cbegin(), banners.cend(),
                               [&](const Banner *banner) { return banner->text().contains(part); });
        });
    }
    // A file that cannot be read leaves the first step as it was, with the reason and the remedy above it.
    void expectRefused(const QByteArray &content, const QString &name, const QString &remedy) {
        openImport();
        import()->start(write(content, name));
        EXPECT_TRUE(isTold(remedy)) << qPrintable(said());
        EXPECT_EQ(import()->step(), kSource);
        import()->start(write("Name\nJürgen\n", u"good.csv"_s));
        EXPECT_TRUE(comesTo(kReading));
        EXPECT_FALSE(said().contains(remedy)) << "it is no longer so";
    }
    QString said() const {
        QStringList texts;
        for (const Banner *banner : m_window->findChildren<Banner *>())
            texts << banner->text();
        return texts.join(u" / "_s);
    }
};

QByteArray inWindows1251(const QString &text) {
    QByteArray bytes;
    for (QChar letter : text)
        bytes += char(letter.unicode() < 0x80 ? letter.unicode() : letter.unicode() - 0x0410 + 0xC0);
    return bytes;
}

QByteArray dynamicsBook() {
    const QByteArray key =
        "contact:5jXrf0+/w==:contactid=%28Do%20Not%20Modify%29%20Contact&amp;checksumLogicalName=%28Do+Not+"
        "Modify%29+Row+Checksum&amp;modifiedon=%28Do%20Not%20Modify%29%20Modified%20On&amp;fullname=Full%20Name&"
        "amp;emailaddress1=Email&amp;telephone1=Business%20Phone&amp;address1_city=Address%201%3A%20City";
    const QByteArray rows =
        xlsxRow(1, {"(Do Not Modify) Contact", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On", "Full Name",
                    "Email", "Business Phone", "Address 1: City"}) +
        xlsxRow(2, {"0c5f7bd0-3e0a-ef11-9f89-000d3a2d7a11", "Xy12==", "45360.5", "Anna Berg", "anna@berg.example",
                    "+46 70 100 45 77", "Lund"}) +
        xlsxRow(3, {"0c5f7bd0-3e0a-ef11-9f89-000d3a2d7a12", "Xy13==", "45361.5", "Nils Dahl", "nils@dahl.example", "", "Ystad"});
    return zipOf(xlsxFiles(
        {{{"Active Contacts", rows},
          {"hiddenSheet", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + key + "</t></is></c></row>", "veryHidden"}}}));
}

const QByteArray kGoogle =
    "First Name,Middle Name,Last Name,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,"
    "Phone 1 - Value,Address 1 - City\n"
    "Jürgen,,Groß,Groß & Söhne,1980-05-17,Met at the fair,Customers ::: * myContacts,Work,juergen@gross.example,Mobile,"
    "+49 711 123456,Stuttgart\n"
    "Maria,,Sjöberg,,,,* myContacts,,maria@sjoberg.example,,,Malmö\n";

const auto kCommerceMl =
    u"<?xml version=\"1.0\" encoding=\"windows-1251\"?><КоммерческаяИнформация ВерсияСхемы=\"2.05\"><Контрагенты>"
    "<Контрагент><Ид>k-1</Ид><Наименование>Волга</Наименование><ОфициальноеНаименование>Волга</ОфициальноеНаименование>"
    "<ИНН>7700000001</ИНН></Контрагент>"
    "<Контрагент><Ид>k-2</Ид><Наименование>Иванова Анна</Наименование><ПолноеНаименование>Иванова Анна</ПолноеНаименование>"
    "</Контрагент></Контрагенты></КоммерческаяИнформация>"_s;

// The order is in a currency that the base does not reckon in.
const auto kOrders =
    u"<?xml version=\"1.0\" encoding=\"windows-1251\"?><КоммерческаяИнформация ВерсияСхемы=\"2.05\"><Документ><Ид>d-1</Ид>"
    "<Номер>1</Номер><Дата>2026-01-05</Дата><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>JPY</Валюта>"
    "<Курс>1</Курс><Сумма>100.00</Сумма><Контрагенты><Контрагент><Ид>k-1</Ид><Наименование>Волга</Наименование>"
    "<Роль>Покупатель</Роль></Контрагент></Контрагенты></Документ></КоммерческаяИнформация>"_s;

} // namespace

TEST_F(ImportWalk, AWindows1251FileWithSemicolonsComesInByEnterAlone) {
    begin(inWindows1251(u"ФИО;Тел.;Город\nИванова Анна;8 (912) 345-67-89;Пермь\nПетров Игорь;79123456700;Казань\n"_s));
    EXPECT_EQ(table().charset, "windows-1251");
    EXPECT_EQ(table().delimiter, u';');
    EXPECT_EQ(walk().added, 2);
    EXPECT_EQ(single(u"SELECT group_concat(city, ' ') FROM (SELECT city FROM customer WHERE city <> '' ORDER BY id)"_s),
              u"Пермь Казань"_s);
}

TEST_F(ImportWalk, ADynamicsWorkbookComesInByEnterAlone) {
    begin(dynamicsBook(), u"Active Contacts.xlsx"_s);
    EXPECT_EQ(table().name, u"Active Contacts"_s);
    EXPECT_EQ(walk().added, 2);
    EXPECT_EQ(cityOf(u"Anna Berg"_s), u"Lund"_s);
}

TEST_F(ImportWalk, TheNameOfTheMappingIsShownWhole) {
    begin(dynamicsBook(), u"Active Contacts.xlsx"_s);
    goOnTo(kColumns);
    const auto edits = import()->findChildren<QLineEdit *>();
    const auto name = std::find_if(edits.cbegin(), edits.cend(), [](const QLineEdit *edit) { return edit->isVisible(); });
    ASSERT_NE(name, edits.cend());
    EXPECT_EQ((*name)->text(), u"Microsoft Dynamics 365"_s);
    EXPECT_GT((*name)->width(), (*name)->fontMetrics().horizontalAdvance((*name)->text()));
    EXPECT_EQ((*name)->cursorPosition(), 0);
}

TEST_F(ImportWalk, AGoogleFileComesInByEnterAlone) {
    begin(kGoogle, u"contacts.csv"_s);
    EXPECT_EQ(walk().added, 2);
    EXPECT_EQ(cityOf(u"Jürgen Groß"_s), u"Stuttgart"_s);
    EXPECT_EQ(cityOf(u"Maria Sjöberg"_s), u"Malmö"_s);
}

TEST_F(ImportWalk, ACommerceMlFileComesInByEnterAlone) {
    begin(inWindows1251(kCommerceMl), u"1c.xml"_s);
    EXPECT_EQ(walk().added, 2);
    EXPECT_EQ(single(u"SELECT kind FROM customer WHERE external_id LIKE '%k-1'"_s), u"organisation"_s);
}

TEST_F(ImportWalk, AFileWithSeveralTablesSaysSoAndShowsTheProblemsOfEachUnderItsOwnTitles) {
    begin(inWindows1251(kOrders), u"1c.xml"_s);
    EXPECT_TRUE(isSaid(u"The file also brings in: Purchases."_s));
    ASSERT_TRUE(isCheckedByEnter());
    const auto *problems = import()->findChild<ImportCheckStep *>()->problems()->model();
    ASSERT_EQ(problems->rowCount(), 1);
    QStringList titles;
    for (int column = 2; column < problems->columnCount(); ++column)
        titles << problems->headerData(column, Qt::Horizontal).toString().remove(QChar(0x2068)).remove(QChar(0x2069));
    EXPECT_EQ(titles, import()->session().tables().last().titles);
    EXPECT_NE(titles, table().titles);
}

TEST_F(ImportWalk, ARowThatIsLongerThanTheTitlesIsShownWhole) {
    begin("Name;City\nMaria Berg;Lund\nUwe;a;b;c\n");
    EXPECT_TRUE(comesTrue([this] { return table().rows.size() == 2; }));
    const auto tables = import()->findChildren<QTableView *>();
    const auto shown = std::find_if(tables.cbegin(), tables.cend(), [](const QTableView *view) { return view->isVisible(); });
    ASSERT_NE(shown, tables.cend());
    EXPECT_EQ((*shown)->model()->headerData(3, Qt::Horizontal).toString(), u"Column 4"_s);
    ASSERT_TRUE(isCheckedByEnter());
    const auto *problems = import()->findChild<ImportCheckStep *>()->problems()->model();
    ASSERT_EQ(problems->rowCount(), 1);
    EXPECT_EQ(problems->index(0, 5).data(Qt::EditRole).toString(), u"c"_s);
    EXPECT_EQ(problems->headerData(5, Qt::Horizontal).toString(), u"Column 4"_s);
}

TEST_F(ImportWalk, ABrokenQuoteCostsItsOwnRowAndIsPutRightInThePlace) {
    begin("Name;Note\nJürgen Groß;\"called\nMaria Berg;ok\n");
    ASSERT_TRUE(isCheckedByEnter());
    EXPECT_EQ(import()->session().checked()->total().rejected, 1);
    EXPECT_TRUE(import()->session().checked()->files.first().problems.first().reason.contains(u"Close it"_s));
}

TEST_F(ImportWalk, WrongLettersAreMarkedAndOneButtonReadsThemRight) {
    begin("Name;City\nИванова Анна;Казань\n");
    import()->session().setCharset("windows-1252");
    ASSERT_TRUE(comesTrue([this] { return table().isGarbled; }));
    const auto tables = import()->findChildren<QTableView *>();
    const auto rows = std::find_if(tables.cbegin(), tables.cend(), [](const QTableView *shown) { return shown->isVisible(); });
    ASSERT_NE(rows, tables.cend());
    EXPECT_FALSE((*rows)->model()->index(0, 0).data(Qt::DecorationRole).isNull());
    click(u"Read as UTF-8"_s);
    ASSERT_TRUE(comesTrue([this] { return table().charset == "UTF-8"; }));
    EXPECT_FALSE(table().isGarbled);
}

TEST_F(ImportWalk, LettersThatTheFileItselfHasLostAreSaidToBeLost) {
    begin("Name;City\nJ\xEF\xBF\xBDrgen;K\xEF\xBF\xBDln\n");
    const auto labels = import()->findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"in the file itself"_s);
    }));
    EXPECT_EQ(button(u"Read as"_s), nullptr);
}

TEST_F(ImportWalk, ATruncatedWorkbookIsRefusedWithARemedy) {
    const QByteArray book = dynamicsBook();
    expectRefused(book.left(book.size() / 2), u"cut.xlsx"_s, u"cut.xlsx"_s);
}

TEST_F(ImportWalk, NoiseIsRefusedWithARemedy) {
    QByteArray noise;
    quint32 value = 12345;
    for (int i = 0; i < 4000; ++i)
        noise += char((value = value * 1664525 + 1013904223) >> 24);
    expectRefused(noise, u"noise.dat"_s, u"noise.dat"_s);
}

TEST_F(ImportWalk, AnEmptyFileIsRefusedWithARemedy) { expectRefused({}, u"empty.csv"_s, u"empty"_s); }

TEST_F(ImportWalk, TheCurrentStepIsToldByMoreThanItsColour) {
    begin("Name\nJürgen\n");
    goOnTo(kColumns);
    const auto lists = import()->findChildren<QListWidget *>();
    const auto names =
        std::find_if(lists.cbegin(), lists.cend(), [](const QListWidget *list) { return list->accessibleName() == u"Steps"_s; });
    ASSERT_NE(names, lists.cend());
    for (int step : {kReading, kColumns, kDuplicates})
        EXPECT_EQ((*names)->item(step)->font().weight() > QFont::Normal, step == kColumns) << step;
}

TEST_F(ImportWalk, TheKeysGoThroughTheActsOfTheLastStepAsTheyStand) {
    begin("Name\nJürgen\n");
    walk();
    QStringList acts;
    for (const auto *act = qobject_cast<QPushButton *>(m_window->focusWidget()); act && import()->isAncestorOf(act);
         act = qobject_cast<QPushButton *>(m_window->focusWidget())) {
        acts << act->text();
        press(Qt::Key_Tab);
    }
    EXPECT_EQ(acts, QStringList({u"Show them"_s, u"Undo import"_s, u"Keep for one click"_s, u"Import another file"_s}));
}

TEST_F(ImportWalk, TheKeysGoThroughEveryStepInReadingOrderAndBack) {
    begin(inWindows1251(u"ФИО;Тел.;Город\nИванова Анна;8 (912) 345-67-89;Пермь\n"_s));
    for (int step : {kReading, kColumns, kDuplicates, kCheck}) {
        ASSERT_TRUE(comesTo(step));
        ASSERT_TRUE(comesTrue([this] { return !import()->session().isAtWork(); }));
        QWidget *first = m_window->focusWidget();
        ASSERT_TRUE(first && import()->isAncestorOf(first)) << step;
        bool reachesNext = false;
        for (int i = 0; i < 20 && !reachesNext; ++i) {
            press(Qt::Key_Tab);
            const auto *focus = qobject_cast<QAbstractButton *>(m_window->focusWidget());
            reachesNext =
                focus && (focus->accessibleName().startsWith(u"Next"_s) || focus->accessibleName().startsWith(u"Import"_s));
        }
        EXPECT_TRUE(reachesNext) << step;
        if (step < kCheck)
            press(Qt::Key_Return);
    }
    for (int step : {kDuplicates, kColumns, kReading, kSource}) {
        press(Qt::Key_Escape);
        EXPECT_TRUE(comesTo(step));
    }
}
