// Archives and folders of tables.
#include "sheet_fixture.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

const QByteArray kPeople = "id,name,email\n1,Anna,anna@berg.example\n2,Nils,nils@dahl.example\n";
const QByteArray kPurchases = "customer_id,date,amount,product\n1,2024-03-09,12.50,Lamp\n2,2024-03-10,7,Cup\n";

class Archives : public ImportFixture {
protected:
    Error refusal(const QStringList &paths) {
        auto report = importFiles(*base, paths);
        return report ? Error{Code::Invalid, u"taken in"_s, {}, {}} : report.error();
    }
};

} // namespace

TEST_F(Archives, TheTablesOfAnArchiveAreTakenInTogetherCustomersFirst) {
    const QByteArray book = zipOf(xlsxFiles({{{"People", xlsxRow(1, {"Name", "Email"}) + xlsxRow(2, {"Uwe", "uwe@test.example"})},
                                              {"Help", xlsxRow(1, {"Read me"}) + xlsxRow(2, {"now"})}}}));
    const ImportReport report = importPaths({write(u"all.zip"_s, zipOf({{"export/", {}},
                                                                        {"export/a purchases.csv", kPurchases},
                                                                        {"export/people.csv", kPeople},
                                                                        {"more.xlsx", book},
                                                                        {"logo.png", "\x89PNG"},
                                                                        {"__MACOSX/export/._people.csv", "x"},
                                                                        {"read me.txt", "Thank you\nfor all\n"},
                                                                        {"broken.xlsx", "PK\x03\x04 and nothing"},
                                                                        {"inner.zip", zipOf({{"people.csv", kPeople}})}}))});
    ASSERT_EQ(report.files.size(), 3);
    EXPECT_EQ(inWords(report.total()), u"added 5"_s);
    EXPECT_EQ(report.files.at(0).table, u"export/people.csv"_s);
    EXPECT_EQ(report.files.at(1).table, u"more.xlsx / People"_s);
    EXPECT_EQ(report.files.at(2).table, u"export/a purchases.csv"_s);
    QStringList others;
    for (const FileReport &file : report.files)
        others << file.otherTables;
    others.sort();
    EXPECT_EQ(others.join(u", "_s),
              u"__MACOSX/export/._people.csv, broken.xlsx, inner.zip, logo.png, more.xlsx / Help, read me.txt"_s);
    EXPECT_EQ(values(u"SELECT c.name FROM purchase p JOIN customer c ON c.id = p.customer_id ORDER BY p.id"_s), u"Anna | Nils"_s);
    EXPECT_EQ(inWords(importPaths({folder.filePath(u"all.zip"_s)}).total()), u"unchanged 5"_s);
}

TEST_F(Archives, TheOnlyTableIsTakenEvenWithoutTitlesThatAreUnderstood) {
    const ImportReport report =
        importPaths({write(u"one.zip"_s, zipOf({{"x.csv", "Anna Berg;anna@berg.example\nNils Dahl;nils@dahl.example\n"}}))});
    EXPECT_EQ(inWords(report.total()), u"added 2"_s);
}

TEST_F(Archives, NamesInTheArchiveLeadNowhere) {
    const ImportReport report = importPaths({write(
        u"evil.zip"_s, zipOf({{"../../escaped.csv", kPeople}, {"/tmp/escaped-too.csv", kPurchases}, {"..\\up.csv", kPeople}}))});
    EXPECT_EQ(report.files.size(), 3);
    EXPECT_FALSE(QFile::exists(folder.filePath(u"../../escaped.csv"_s)));
    EXPECT_FALSE(QFile::exists(u"/tmp/escaped-too.csv"_s));
    EXPECT_EQ(report.files.at(0).table, u"../../escaped.csv"_s);
}

TEST_F(Archives, WithAPasswordOrNothingToTakeInTheyAreRefusedWithASentence) {
    EXPECT_TRUE(
        refusal({write(u"locked.zip"_s, zipOf({{"people.csv", kPeople}}, true))}).message.contains(u"protected by a password"_s));
    EXPECT_TRUE(
        refusal({write(u"pictures.zip"_s, zipOf({{"a.png", "x"}}))}).message.contains(u"no table whose titles are understood"_s));
    EXPECT_TRUE(refusal({write(u"empty.zip"_s, zipOf({}))}).message.contains(u"empty archive"_s));
    EXPECT_TRUE(refusal({write(u"cut.zip"_s, zipOf({{"people.csv", kPeople}}).chopped(30))}).message.contains(u"damaged"_s));
    QByteArray spoilt = zipOf({{"people.csv", kPeople}});
    spoilt[60] = char(spoilt.at(60) + 1); // inside the packed content: its checksum is another one
    EXPECT_TRUE(refusal({write(u"spoilt.zip"_s, spoilt)}).message.contains(u"damaged"_s));
    EXPECT_EQ(count(u"customer"_s), 0);
}

TEST_F(Archives, WithTooManyFilesTheyAreRefused) {
    ZipFiles files;
    for (int i = 0; i < 20'001; ++i)
        files.emplace_back(QByteArray::number(i), QByteArray());
    EXPECT_TRUE(refusal({write(u"many.zip"_s, zipOf(files))}).message.contains(u"at most 20000 files"_s));
}

TEST_F(Archives, AMappingThatNoFileOfAFolderHasAColumnForIsRefusedByItsTitle) {
    ASSERT_TRUE(QDir(folder.path()).mkpath(u"export"_s));
    write(u"export/people.csv"_s, "id,name,Shoe size\n1,Anna,39\n");
    write(u"export/others.csv"_s, "id,name,email\n2,Bert,bert@x.example\n");
    ImportOptions options;
    options.mappings = {{u"Shoe size"_s, u"custom.Shoe size"_s}};
    EXPECT_EQ(inWords(importPaths({folder.filePath(u"export"_s)}, options).total()), u"added 2"_s);
    options.mappings << std::pair{u"Hat size"_s, u"custom.Hat size"_s};
    const auto refused = importFiles(*base, {folder.filePath(u"export"_s)}, options);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains(u"Hat size"_s)) << refused.error().message.toStdString();
}

TEST_F(Archives, AFolderStandsForTheTablesInIt) {
    ASSERT_TRUE(QDir(folder.path()).mkpath(u"export/deeper"_s));
    write(u"export/purchases.csv"_s, kPurchases);
    write(u"export/people.csv"_s, kPeople);
    write(u"export/letter.pdf"_s, "%PDF-");
    write(u"export/notes.txt"_s, "some words\n");
    write(u"export/old.xls"_s, QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8));
    write(u"export/deeper/people.csv"_s, "id,name\n9,Uwe\n");
    const ImportReport report = importPaths({folder.filePath(u"export"_s)});
    ASSERT_EQ(report.files.size(), 2);
    EXPECT_EQ(inWords(report.total()), u"added 4"_s);
    EXPECT_EQ(report.files.at(0).path, folder.filePath(u"export/people.csv"_s));
    EXPECT_EQ(report.files.at(0).otherTables.join(u", "_s) + report.files.at(1).otherTables.join(u", "_s),
              u"notes.txt, old.xls"_s);

    ASSERT_TRUE(QDir(folder.path()).mkpath(u"nothing"_s));
    EXPECT_TRUE(refusal({folder.filePath(u"nothing"_s)}).message.contains(u"has no file that can be taken in"_s));
    write(u"nothing/notes.txt"_s, "some words\n");
    EXPECT_TRUE(refusal({folder.filePath(u"nothing"_s)}).message.contains(u"has no file that can be taken in"_s));
}
