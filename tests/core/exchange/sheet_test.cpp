// Workbooks in Office Open XML: what their cells say, which sheet is taken, what is refused.
#include "exchange/header_aliases.h"
#include "exchange/number_format.h"
#include "exchange/table_file.h"
#include "exchange/xlsx_workbook.h"
#include "sheet_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class Sheets : public ImportFixture {
protected:
    // All cells of the first sheet: those of a row between "|", rows between line breaks, with their number before them.
    QString cellsOf(const ZipFiles &files) { return cellsIn(write(u"book.xlsx"_s, zipOf(files))); }

    QString cellsIn(const QString &path) {
        auto archive = ZipArchive::open(path);
        if (!archive)
            return archive.error().message;
        auto workbook = openXlsx(*archive);
        if (!workbook)
            return workbook.error().message;
        auto rows = (*workbook)->rows(0);
        QStringList lines;
        SheetRow row;
        while (rows) {
            auto more = (*rows)->next(row);
            if (!more)
                return more.error().message;
            if (!*more)
                break;
            lines << QString::number(row.number) + u": "_s + row.cells.join(u'|');
        }
        return lines.join(u'\n');
    }
    QString cellsOf(const QByteArray &rows, const QByteArray &strings = {}, const QByteArray &styles = {},
                    const QByteArray &properties = {}) {
        return cellsOf(xlsxFiles({{{"One", rows}}, strings, styles, properties}));
    }

    QString refusal(const QString &path, const ImportOptions &importOptions = {}) {
        auto report = importFiles(*base, {path}, importOptions);
        return report ? u"taken in"_s : report.error().message;
    }
};

QString shown(const char *raw, const char16_t *code, bool from1904 = false) {
    return formattedNumber(QString::fromLatin1(raw), numberFormat(QString::fromUtf16(code)), from1904);
}

} // namespace

TEST_F(Sheets, TextsAreSharedOrInTheCellAndKeepTheirRunsButNotTheirPronunciation) {
    const QByteArray strings =
        "<si><t>Anna</t></si><si><r><t>Berg </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">&amp; Dahl</t></r></si>"
        "<si><t>課きく</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>";
    EXPECT_EQ(
        cellsOf("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
                "<c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>"
                "<c r=\"F1\" t=\"s\"><v>99</v></c><c r=\"G1\" t=\"str\"><f>A1&amp;\"x\"</f><v>Annax</v></c></row>",
                strings),
        u"1: Anna|Berg & Dahl|課きく|a\rb_x0041_|inline||Annax"_s);
}

TEST_F(Sheets, HowFarTheReadingIsCanBeSaid) {
    const QString path =
        write(u"far.xlsx"_s, zipOf(xlsxFiles({{{"One", "<row r=\"1\"><c t=\"inlineStr\"><is><t>name</t></is></c></row>"
                                                       "<row r=\"2\"><c t=\"inlineStr\"><is><t>Anna</t></is></c></row>"}}})));
    auto file = openTables(path, {}, HeaderAliases());
    ASSERT_TRUE(file);
    Table &table = *file->tables.front();
    TableRecord record;
    auto more = table.next(record);
    ASSERT_TRUE(more && *more);
    EXPECT_GT(table.bytesRead(), 0);
    EXPECT_LE(table.bytesRead(), table.size());
}

TEST_F(Sheets, NumbersYesAndNoAndResultsOfFormulasAreWrittenAsAPersonWould) {
    EXPECT_EQ(
        cellsOf("<row r=\"1\"><c><v>0.10000000000000001</v></c><c><v>4.915112345678E+12</v></c><c><v>1234567890123456789</v></c>"
                "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c><f>SUM(A1:B1)</f><v>3</v></c><c t=\"e\"><v>#N/A</v></c>"
                "<c t=\"n\"><v>-5.5</v></c><c><v> 7 </v></c></row>"),
        u"1: 0.1|4915112345678|1234567890123456789|true|false|3||-5.5|7"_s);
    EXPECT_EQ(plainNumber(u"1E-7"), u"0.0000001"_s);
    EXPECT_EQ(plainNumber(u"0.30000000000000004"), u"0.3"_s);
    EXPECT_EQ(plainNumber(u"12.345"), u"12.3450"_s); // not twelve thousand
    EXPECT_EQ(plainNumber(u"1E400"), u"1E400"_s);
    EXPECT_EQ(plainNumber(u"abc"), u"abc"_s);
}

TEST_F(Sheets, NumbersAreDatesAndTimesByTheirFormat) {
    EXPECT_EQ(shown("45360", u"dd.mm.yyyy"), u"2024-03-09"_s);
    EXPECT_EQ(shown("45360.5", u"m/d/yy h:mm"), u"2024-03-09 12:00"_s);
    EXPECT_EQ(shown("45360.5000578704", u"yyyy\\-mm\\-dd hh:mm:ss"), u"2024-03-09 12:00:05"_s);
    EXPECT_EQ(shown("45360.5000028935", u"yyyy-mm-dd hh:mm:ss.000"), u"2024-03-09 12:00:00.250"_s);
    EXPECT_EQ(shown("0.59", u"h:mm AM/PM"), u"14:09:36"_s);
    EXPECT_EQ(shown("1.25", u"[h]:mm:ss"), u"30:00:00"_s);
    EXPECT_EQ(shown("45360", u"[$-419]d mmm yyyy\" г.\";@"), u"2024-03-09"_s);
    EXPECT_EQ(shown("45360", u"[Red]mmm\\ yy"), u"2024-03-09"_s);
    EXPECT_EQ(shown("45360", u"\"days \"0"), u"45360"_s);
    EXPECT_EQ(shown("45360", u"[Magenta]#,##0.00_);\\(#,##0.00\\)"), u"45360"_s);
    EXPECT_EQ(shown("45360", u"General"), u"45360"_s);
    EXPECT_EQ(shown("1", u"yyyy-mm-dd"), u"1900-01-01"_s);
    EXPECT_EQ(shown("59", u"yyyy-mm-dd"), u"1900-02-28"_s);
    EXPECT_EQ(shown("61", u"yyyy-mm-dd"), u"1900-03-01"_s);
    EXPECT_EQ(shown("0", u"yyyy-mm-dd"), QString());
    EXPECT_EQ(shown("-3", u"yyyy-mm-dd"), u"-3"_s);
    EXPECT_EQ(shown("43898", u"yyyy-mm-dd", true), u"2024-03-09"_s);
    EXPECT_EQ(shown("123", u"00000"), u"00123"_s);
    EXPECT_EQ(shown("0.255", u"0.0%"), u"25.5%"_s);
    EXPECT_EQ(formattedNumber(u"45360", builtInNumberFormat(14), false), u"2024-03-09"_s);
    EXPECT_EQ(formattedNumber(u"0.5", builtInNumberFormat(20), false), u"12:00"_s);
    EXPECT_EQ(formattedNumber(u"1.5", builtInNumberFormat(46), false), u"36:00:00"_s);
    EXPECT_EQ(formattedNumber(u"45360", builtInNumberFormat(4), false), u"45360"_s);
}

TEST_F(Sheets, TheStyleOfACellNamesItsFormatAndTheWorkbookItsFirstDay) {
    const QByteArray styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
                              "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                              "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs>";
    const QByteArray row = "<row r=\"1\"><c s=\"0\"><v>45360</v></c><c s=\"1\"><v>45360</v></c><c s=\"2\"><v>45360</v></c>"
                           "<c t=\"d\"><v>2024-03-09T00:00:00</v></c><c s=\"77\"><v>5</v></c></row>";
    EXPECT_EQ(cellsOf(row, {}, styles), u"1: 45360|2024-03-09|2024-03-09|2024-03-09|5"_s);
    EXPECT_EQ(cellsOf(row, {}, styles, "date1904=\"1\""), u"1: 45360|2028-03-10|2028-03-10|2024-03-09|5"_s);
}

TEST_F(Sheets, CellsStandWhereTheirReferenceSaysOrAfterTheLastOne) {
    EXPECT_EQ(cellsOf("<row r=\"2\"><c r=\"D2\"><v>4</v></c><c r=\"B2\"><v>2</v></c><c><v>3</v></c></row>"
                      "<row><c/><c><v>9</v></c></row><row r=\"7\"/><row r=\"9\" hidden=\"1\"><c r=\"AA9\"><v>1</v></c></row>"),
              u"2: |2|3|4\n3: |9\n9: "_s + QString(26, u'|') + u'1');
}

TEST_F(Sheets, AnyNamespacePrefixFolderAndEncodingIsRead) {
    ZipFiles files = xlsxFiles({{{"One", xlsxRow(1, {"Anna"})}}});
    for (auto &[name, content] : files) {
        content.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main");
        content.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }
    QByteArray &sheet = fileIn(files, "xl/worksheets/sheet1.xml");
    sheet =
        "<x:worksheet xmlns:x=\"urn:any\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>Jürgen</x:t></x:is></x:c></x:row>"
        "</x:sheetData></x:worksheet>";
    const QString text = u"<?xml version=\"1.0\" encoding=\"UTF-16\"?>"_s + QString::fromUtf8(sheet);
    sheet = QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    files.emplace_back("Data/Sheet One.XML", std::exchange(sheet, QByteArray()));
    fileIn(files, "xl/_rels/workbook.xml.rels").replace("worksheets/sheet1.xml", "/data/sheet%20one.xml");
    EXPECT_EQ(cellsOf(files), u"1: Jürgen"_s);
}

TEST_F(Sheets, ASheetIsTakenInLikeATextTable) {
    const QByteArray styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    const QByteArray rows = xlsxRow(1, {"Customers of spring"}) + xlsxRow(3, {"Name", "Phone", "Birthday", "Zip"}) +
                            "<row r=\"4\"><c t=\"inlineStr\"><is><t>Anna Berg</t></is></c><c><v>4.6701004512E+10</v></c>"
                            "<c s=\"1\"><v>32964</v></c><c t=\"inlineStr\"><is><t>01067</t></is></c></row>" +
                            xlsxRow(5, {"Nils Dahl", "+46 70 100 45 13"});
    const ImportReport report = importPaths({write(u"book.xlsx"_s, zipOf(xlsxFiles({{{"Spring", rows}}, {}, styles})))});
    ASSERT_EQ(report.files.size(), 1);
    EXPECT_EQ(inWords(report.total()), u"added 2"_s);
    EXPECT_EQ(report.files.first().table, u"Spring"_s);
    EXPECT_EQ(values(u"SELECT birthday_on FROM customer WHERE name = 'Anna Berg'"_s), u"1990-04-01"_s);
    EXPECT_EQ(values(u"SELECT postal_code FROM customer WHERE name = 'Anna Berg'"_s), u"01067"_s);
    EXPECT_EQ(values(u"SELECT value FROM contact_point ORDER BY id"_s), u"46701004512 | +46 70 100 45 13"_s);
    EXPECT_EQ(inWords(importPaths({folder.filePath(u"book.xlsx"_s)}).total()), u"unchanged 2"_s);
}

TEST_F(Sheets, TheVisibleSheetWhoseTitlesAreUnderstoodBestIsTakenAndTheOthersAreNamed) {
    const QByteArray people = xlsxRow(1, {"Name", "E-mail", "Phone"}) + xlsxRow(2, {"Anna", "a@b.example", "+46701004512"});
    const QString path = write(
        u"book.xlsx"_s,
        zipOf(xlsxFiles({{{"Help", xlsxRow(1, {"How to fill this in"}) + xlsxRow(2, {"Write a name"})},
                          {"Empty", {}},
                          {"People", people},
                          {"Old", xlsxRow(1, {"Name", "E-mail", "Phone", "City"}) + xlsxRow(2, {"Uwe", "u@b.example"}), "hidden"},
                          {"Secret", xlsxRow(1, {"Name"}) + xlsxRow(2, {"Nobody"}), "veryHidden"}}})));
    const ImportReport report = importPaths({path});
    ASSERT_EQ(report.files.size(), 1);
    EXPECT_EQ(report.files.first().table, u"People"_s);
    EXPECT_EQ(report.files.first().otherTables.join(u", "_s), u"Help, Old"_s);
    EXPECT_EQ(values(u"SELECT name FROM customer"_s), u"Anna"_s);

    ImportOptions old;
    old.sheet = u"old"_s;
    EXPECT_EQ(importPaths({path}, old).files.first().table, u"Old"_s);
    EXPECT_EQ(count(u"customer"_s), 2);
    old.sheet = u"Prices"_s;
    EXPECT_EQ(refusal(path, old),
              u"“book.xlsx” has no sheet “Prices”. Nothing was taken in. Name one of these: Help, Empty, People, Old."_s);
}

TEST_F(Sheets, ColumnsWithoutATitleAreLeftOutAndARowThatIsWiderThanTheTableIsRejected) {
    QByteArray rows = xlsxRow(1, {"Name", "Phone"}) + xlsxRow(2, {"Anna", "+46701004512", "", "a remark"});
    for (int i = 3; i < 410; ++i)
        rows += xlsxRow(i, {"Name " + QByteArray::number(i), "+4670100" + QByteArray::number(1000 + i)});
    rows += xlsxRow(410, {"Nils", "+46701004513", "", "", "far out"});
    const ImportReport report = importPaths({write(u"book.xlsx"_s, zipOf(xlsxFiles({{{"One", rows}}})))});
    EXPECT_EQ(inWords(report.total()), u"added 408, rejected 1"_s);
    EXPECT_TRUE(readFile(report.files.first().rejects).contains(u"far out"_s));
}

TEST_F(Sheets, WhatIsNoWorkbookIsRefusedWithASentence) {
    const auto refused = [&](const QByteArray &bytes) { return refusal(write(u"x.xlsx"_s, bytes)); };
    ZipFiles document = xlsxFiles({{{"One", xlsxRow(1, {"Name"})}}});
    fileIn(document, "xl/workbook.xml") = "<document/>";
    EXPECT_TRUE(refused(zipOf(document)).contains(u"without sheets"_s));
    ZipFiles binary = xlsxFiles({{{"One", {}}}});
    binary.emplace_back("xl/workbook.bin", "x");
    fileIn(binary, "_rels/.rels").replace("workbook.xml", "workbook.bin");
    EXPECT_TRUE(refused(zipOf(binary)).contains(u"binary workbook"_s));
    EXPECT_TRUE(refused(zipOf(xlsxFiles({{{"One", {}}}}), true)).contains(u"password"_s));
    EXPECT_TRUE(refused(zipOf(xlsxFiles({{{"One", {}}}})).left(300)).contains(u"damaged"_s));
    QByteArray spoilt = zipOf(xlsxFiles({{{"One", xlsxRow(1, {"Name"}) + xlsxRow(2, {"Anna"})}}}));
    const qsizetype sum = spoilt.indexOf("PK\x01\x02", spoilt.indexOf("PK\x01\x02") + 4) + 16; // of the sheet, in the directory
    spoilt[sum] = char(spoilt.at(sum) + 1);
    EXPECT_TRUE(refused(spoilt).contains(u"damaged"_s));
    EXPECT_TRUE(refused(QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more", 17)).contains(u"old Excel workbook"_s));
}

TEST_F(Sheets, DocumentTypesAndEntitiesAreNotFollowed) {
    ZipFiles files = xlsxFiles({{{"One", {}}}});
    fileIn(files, "xl/worksheets/sheet1.xml") =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c "
        "t=\"inlineStr\"><is><t>&e;</t></is></c>"
        "</row></sheetData></worksheet>";
    EXPECT_TRUE(cellsOf(files).contains(u"damaged"_s));
}

TEST_F(Sheets, WhatUnpacksToFarMoreThanItsSizeIsRefusedBeforeItIsUnpacked) {
    const QByteArray bomb = zipOf({{"[Content_Types].xml", "x"}, {"xl/sharedStrings.xml", QByteArray(40 << 20, 'x')}});
    EXPECT_LT(bomb.size(), 100'000);
    EXPECT_TRUE(refusal(write(u"bomb.xlsx"_s, bomb)).contains(u"would unpack to more"_s));
    ZipFiles lying = xlsxFiles({{{"One", xlsxRow(1, {"Name"})}}});
    QByteArray bytes = zipOf(lying); // says less than there is: what was said is given out, and is not whole then
    const QByteArray size = QByteArray::fromHex("08000000");
    const qsizetype directory = bytes.indexOf("PK\x01\x02");
    for (qsizetype at = directory; at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4))
        bytes.replace(at + 24, 4, size);
    EXPECT_TRUE(refusal(write(u"lying.xlsx"_s, bytes)).contains(u"damaged"_s));
}

TEST_F(Sheets, CellsAndSheetsBeyondTheLimitsAreRefused) {
    EXPECT_TRUE(cellsOf("<row><c r=\"XFE1\"><v>1</v></c></row>").contains(u"16,384 columns"_s));
    EXPECT_TRUE(cellsOf("<row r=\"1048577\"><c><v>1</v></c></row>").contains(u"1,048,576 rows"_s));
    EXPECT_TRUE(cellsOf("<row><c r=\"XFD1\"><v>1</v></c></row>").endsWith(u"|1"_s));
    EXPECT_TRUE(
        cellsOf("<row><c t=\"inlineStr\"><is><t>" + QByteArray(140'000, 'x') + "</t></is></c></row>").contains(u"131,072"_s));
    EXPECT_TRUE(cellsOf("<row><c>" + QByteArray("<x>").repeated(100) + QByteArray("</x>").repeated(100) + "</c></row>")
                    .contains(u"nested"_s));
}
