// Workbooks in Open Document Format.
#include "exchange/ods_workbook.h"
#include "sheet_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

// A workbook whose <office:spreadsheet> holds `tables`; `styles` stand in the automatic styles.
QByteArray odsOf(const QByteArray &tables, const QByteArray &styles = {}) {
    const QByteArray space = "urn:oasis:names:tc:opendocument:xmlns:";
    QByteArray names;
    for (const char *name : {"office", "table", "text", "style"})
        names += " xmlns:" + QByteArray(name) + "=\"" + space + name + ":1.0\"";
    return zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                  {"content.xml", "<office:document-content" + names +
                                      " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                                      "<office:automatic-styles>" +
                                      styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                                      "</office:spreadsheet></office:body></office:document-content>"}});
}

QByteArray table(const QByteArray &name, const QByteArray &rows, const QByteArray &attributes = {}) {
    return "<table:table table:name=\"" + name + "\" " + attributes + ">" + rows + "</table:table>";
}

QByteArray row(const std::vector<QByteArray> &texts) {
    QByteArray cells;
    for (const QByteArray &text : texts)
        cells += "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
    return "<table:table-row>" + cells + "</table:table-row>";
}

class Ods : public ImportFixture {
protected:
    QString cellsOf(const QByteArray &rows) {
        auto archive = ZipArchive::open(write(u"book.ods"_s, odsOf(table("One", rows))));
        if (!archive)
            return archive.error().message;
        auto workbook = openOds(*archive);
        if (!workbook)
            return workbook.error().message;
        auto sheet = (*workbook)->rows(0);
        QStringList lines;
        SheetRow row;
        while (sheet) {
            auto more = (*sheet)->next(row);
            if (!more)
                return more.error().message;
            if (!*more)
                break;
            if (row.cells.size() < 100)
                lines << QString::number(row.number) + u": "_s + row.cells.join(u'|');
        }
        return lines.join(u'\n');
    }
};

} // namespace

TEST_F(Ods, CellsAreReadByTheirTypeNotByWhatTheyShow) {
    EXPECT_EQ(
        cellsOf(
            "<table:table-row>"
            "<table:table-cell office:value-type=\"float\" office:value=\"1234.5\"><text:p>1.234,50</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"currency\" office:value=\"99\"><text:p>99,00 €</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"percentage\" office:value=\"0.25\"><text:p>25 %</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"date\" "
            "office:date-value=\"2024-03-09\"><text:p>9.3.24</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-03-09T14:05:00\"/>"
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-03-09T00:00:00\"/>"
            "<table:table-cell office:value-type=\"time\" "
            "office:time-value=\"PT14H05M30S\"><text:p>14:05</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"boolean\" "
            "office:boolean-value=\"true\"><text:p>WAHR</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"float\" office:value=\"1067\"><text:p>01067</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"float\" office:value=\"4.915112345678E+12\"/>"
            "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"string\" "
            "office:string-value=\"said\"><text:p>shown</text:p></table:table-cell>"
            "</table:table-row>"),
        u"1: 1234.5|99|25%|2024-03-09|2024-03-09 14:05|2024-03-09|14:05:30|true|01067|4915112345678||said"_s);
}

TEST_F(Ods, TextKeepsItsParagraphsBlanksAndTabsButNoCommentOrPicture) {
    EXPECT_EQ(
        cellsOf("<table:table-row><table:table-cell office:value-type=\"string\">"
                "<office:annotation><text:p>a remark</text:p></office:annotation>"
                "<text:p>first<text:s text:c=\"3\"/>line<text:tab/>end</text:p><text:p>a <text:span>bold</text:span> one</text:p>"
                "</table:table-cell></table:table-row>"),
        u"1: first   line\tend\na bold one"_s);
}

TEST_F(Ods, RepeatedCellsAndRowsAreThereAsOftenAndEmptyOnesCostNothing) {
    EXPECT_EQ(
        cellsOf(
            "<table:table-header-rows><table:table-row>"
            "<table:table-cell office:value-type=\"string\" "
            "table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell>"
            "<table:table-cell table:number-columns-repeated=\"2\"/><table:covered-table-cell/>"
            "<table:table-cell office:value-type=\"string\"><text:p>y</text:p></table:table-cell>"
            "<table:table-cell table:number-columns-repeated=\"16378\"/></table:table-row></table:table-header-rows>"
            "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
            "<table:table-row-group><table:table-row table:number-rows-repeated=\"2\">"
            "<table:table-cell office:value-type=\"float\" office:value=\"7\"/></table:table-row></table:table-row-group>"
            "<table:table-row table:number-rows-repeated=\"1048569\"><table:table-cell table:number-columns-repeated=\"16384\"/>"
            "</table:table-row>"),
        u"1: x|x||||y\n5: 7\n6: 7"_s);
}

TEST_F(Ods, RepetitionsBeyondTheSheetAreRefused) {
    EXPECT_TRUE(
        cellsOf("<table:table-row><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"999999999\">"
                "<text:p>x</text:p></table:table-cell></table:table-row>")
            .contains(u"16,384 columns"_s));
    EXPECT_TRUE(
        cellsOf("<table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell office:value-type=\"string\" "
                "table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>")
            .contains(u"200 million cells"_s));
}

TEST_F(Ods, TheVisibleSheetIsTakenInLikeATextTable) {
    const QByteArray hidden = "<style:style style:name=\"ta9\"><style:table-properties table:display=\"false\"/></style:style>";
    const QByteArray people = row({"Name", "E-mail"}) + row({"Anna", "anna@berg.example"}) + row({"Nils", "nils@dahl.example"});
    const QString path = write(u"book.ods"_s, odsOf(table("Old", people, "table:style-name=\"ta9\"") +
                                                        table("Notes", row({"hello"})) + table("People", people),
                                                    hidden));
    const ImportReport report = importPaths({path});
    ASSERT_EQ(report.files.size(), 1);
    EXPECT_EQ(inWords(report.total()), u"added 2"_s);
    EXPECT_EQ(report.files.first().table, u"People"_s);
    EXPECT_EQ(report.files.first().otherTables.join(u", "_s), u"Old, Notes"_s);
    EXPECT_EQ(values(u"SELECT name FROM customer ORDER BY id"_s), u"Anna | Nils"_s);
}

TEST_F(Ods, OneWithAPasswordOrWithoutSheetsIsRefused) {
    auto report = importFiles(*base, {write(u"letter.odt"_s, odsOf({}))});
    ASSERT_FALSE(report);
    EXPECT_TRUE(report.error().message.contains(u"without sheets"_s));
    report = importFiles(*base, {write(u"locked.ods"_s, zipOf({{"mimetype", "x"},
                                                               {"content.xml", "\x01\x02"},
                                                               {"META-INF/manifest.xml", "<manifest:encryption-data/>"}}))});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().message, u"“locked.ods” is protected by a password. Nothing was taken in. Save it without one."_s);
}
