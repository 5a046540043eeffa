#include "exchange/import_preview.h"
#include "import_fixture.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class Preview : public ImportFixture {
protected:
    TablePreview of(const QByteArray &content, const ImportOptions &chosen = {}) {
        auto tables = previewFile(write(u"file.csv"_s, content), base->settings(), chosen);
        EXPECT_TRUE(tables && tables->size() == 1);
        return tables && !tables->isEmpty() ? tables->first() : TablePreview();
    }
};

} // namespace

TEST_F(Preview, SaysHowTheFileWasReadAndWhereItsColumnsGo) {
    const TablePreview table = of("Имя;Телефон;Цвет\nАнна Иванова;+7 912 345-67-89;синий\n");
    EXPECT_EQ(table.charset, "UTF-8");
    EXPECT_EQ(table.delimiter, u';');
    EXPECT_TRUE(table.hasHeader);
    ASSERT_EQ(table.columns.size(), 3);
    EXPECT_EQ(table.columns.at(0).field, Field::Name);
    EXPECT_EQ(table.columns.at(1).field, Field::Phone);
    EXPECT_EQ(table.columns.at(2).field, Field::None);
    EXPECT_TRUE(table.isCertain.at(0));
    EXPECT_EQ(table.rows.first().at(2), u"синий"_s);
}

TEST_F(Preview, CountsTheRowsOfTheWholeFileAndThoseThatCannotBeRead) {
    QByteArray content = "name,city\n";
    for (int i = 0; i < 5'000; ++i)
        content += "Anna " + QByteArray::number(i) + ",Lund\n";
    content += "\"Nils,Lund\nUwe,Kiel\n";
    const QString path = write(u"file.csv"_s, content);
    const auto count = countRows(path, base->settings(), {}, [] { return true; });
    ASSERT_TRUE(count);
    EXPECT_EQ(count->rows, 5'002);
    EXPECT_EQ(count->unreadable, 1);
    const auto stopped = countRows(path, base->settings(), {}, [] { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, Code::Cancelled);
}

TEST_F(Preview, IsNotSureOfWhatItGuessedFromValues) {
    const TablePreview table = of("anna@berg.example;Anna Berg\nnils@dahl.example;Nils Dahl\nuwe@fritz.example;Uwe Fritz\n");
    ASSERT_FALSE(table.hasHeader);
    ASSERT_EQ(table.columns.first().field, Field::Email);
    EXPECT_FALSE(table.isCertain.at(0));
}

TEST_F(Preview, SeesLettersThatWereReadInTheWrongCharacters) {
    ImportOptions wrong;
    wrong.charset = "windows-1252";
    const QByteArray text = "name,city\nJürgen,Köln\n";
    EXPECT_FALSE(of(text).isGarbled);
    EXPECT_TRUE(of(text, wrong).isGarbled);
}

TEST_F(Preview, ShowsTheCustomerThatARowBecomesOrWhyNot) {
    const TablePreview table = of("name,phone,birthday\nAnna Berg,+46701004512,1980-05-17\nNils,,31.02.1980\n");
    const QStringList anna = previewRow(table, 0, base->settings(), base->clock());
    EXPECT_EQ(anna.first(), u"Anna Berg"_s);
    EXPECT_TRUE(anna.contains(u"1980-05-17"_s));
    EXPECT_TRUE(previewRow(table, 1, base->settings(), base->clock()).value(0).contains(u"31.02.1980"_s));
    EXPECT_TRUE(previewRow(table, 9, base->settings(), base->clock()).isEmpty());
}

TEST_F(Preview, OffersEveryPlaceByANameThatTheMappingTakes) {
    for (FileKind kind : {FileKind::Customers, FileKind::Interactions, FileKind::Purchases, FileKind::Products, FileKind::Deals})
        for (const FieldChoice &choice : fieldChoices(kind)) {
            EXPECT_TRUE(fieldNamed(choice.name)) << choice.name.constData();
            EXPECT_FALSE(choice.label.isEmpty());
        }
}

TEST_F(Preview, HasWordsForEveryPlaceThatAColumnCanGoTo) {
    for (int number = int(Field::None) + 1; number <= int(Field::SolvedAt); ++number) {
        const QString name = QString::fromLatin1(fieldName(Field(number)));
        if (!name.isEmpty() && Field(number) != Field::Custom)
            EXPECT_NE(fieldLabel(Field(number)), name) << qPrintable(name);
    }
}

TEST_F(Preview, ARowThatWasPutRightComesInAsItWasWrittenOver) {
    const QByteArray file = "name,birthday\nAnna,1980-05-17\nNils,31.02.1980\n";
    ImportOptions dry;
    dry.dryRun = true;
    const ImportReport checked = import(file, dry);
    ASSERT_EQ(checked.files.first().problems.size(), 1);
    const RowPlace nils = checked.files.first().problems.first().place;
    EXPECT_EQ(nils.row, 2);
    EXPECT_EQ(checked.files.first().problems.first().cells, (QStringList{u"Nils"_s, u"31.02.1980"_s}));
    ImportOptions corrected;
    corrected.corrections.insert(nils, {u"Nils"_s, u"28.02.1980"_s});
    EXPECT_EQ(import(file, corrected).total().added, 2);
    EXPECT_EQ(values(u"SELECT birthday_on FROM customer WHERE name = 'Nils'"_s), u"1980-02-28"_s);
}

TEST_F(Preview, ACorrectionOfOneFileLeavesTheSameRowOfAnotherAlone) {
    const QString first = write(u"a.csv"_s, "name,city\nAnna,Lund\n"), second = write(u"b.csv"_s, "name,city\nNils,Ystad\n");
    ImportOptions corrected;
    corrected.corrections.insert({second, {}, 1}, {u"Nils"_s, u"Malmö"_s});
    EXPECT_EQ(importPaths({first, second}, corrected).total().added, 2);
    EXPECT_EQ(values(u"SELECT name || ':' || city FROM customer ORDER BY name"_s), u"Anna:Lund | Nils:Malmö"_s);
}

TEST_F(Preview, ATagIsGivenToEverybodyOfTheFile) {
    import("name,email\nAnna,anna@berg.example\n");
    ImportOptions tagged;
    tagged.tag = u"Import 9 Mar"_s;
    import("name,email,tags\nAnna,anna@berg.example,vip\nNils,nils@dahl.example,\n", tagged);
    EXPECT_EQ(values(u"SELECT count(*) FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id WHERE t.name = 'Import 9 Mar'"_s),
              u"2"_s);
}

TEST_F(Preview, KnowsInWhichCharactersAGarbledFileReadsBetter) {
    ImportOptions wrong;
    wrong.charset = "windows-1252";
    const QByteArray text = "name;city\nИванова Анна;Казань\nПетров Игорь;Пермь\n";
    const TablePreview table = of(text, wrong);
    ASSERT_TRUE(table.isGarbled);
    const QList<QByteArray> better =
        betterCharsets(folder.filePath(u"file.csv"_s), table, {"UTF-8", "windows-1252", "windows-1251", "IBM866", "UTF-16LE"});
    EXPECT_EQ(better.value(0), "UTF-8");
    EXPECT_FALSE(better.contains("windows-1252") || better.contains("UTF-16LE"));
}

TEST_F(Preview, NoCharactersBringBackWhatTheFileHasLost) {
    const TablePreview table = of("name,city\nJ\xEF\xBF\xBDrgen,K\xEF\xBF\xBDln\n");
    ASSERT_TRUE(table.isGarbled);
    EXPECT_TRUE(betterCharsets(folder.filePath(u"file.csv"_s), table, {"UTF-8", "windows-1252", "windows-1251"}).isEmpty());
}

TEST_F(Preview, NoiseIsNoTableButStrayControlCharactersAreNoNoise) {
    QByteArray noise;
    quint32 value = 12345;
    for (int i = 0; i < 4000; ++i)
        noise += char((value = value * 1664525 + 1013904223) >> 24);
    const auto refused = previewFile(write(u"noise.dat"_s, noise), base->settings(), {});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains(u"noise.dat"_s));
    EXPECT_EQ(of("name,note\nAnna,\x01\x02\x03\x04\x05\x06\nNils,ok\nUwe,a longer note than the others\nEva,one more note that "
                 "is rather "
                 "long, \"so that these few are but few of all the characters that are in this file, as it is in honest ones\"\n")
                  .titles.size(),
              2);
}
