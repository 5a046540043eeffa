// Workbooks that Microsoft Dynamics 365 exports, written after what is known of the format; titles in German, as an organisation there has them.
#include "sheet_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class Dynamics : public ImportFixture {
protected:
    FileReport importBook(const QByteArray &key, const QByteArray &rows) {
        std::vector<TestSheet> sheets{{"Aktive", rows}};
        if (!key.isEmpty())
            sheets.push_back(
                {"hiddenSheet", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + key + "</t></is></c></row>", "veryHidden"});
        const ImportReport report = importPaths({write(u"Aktive.xlsx"_s, zipOf(xlsxFiles({std::move(sheets)})))});
        return report.files.value(0);
    }
};

} // namespace

TEST_F(Dynamics, TheHiddenSheetTellsWhatTheTitlesOfAnyLanguageMean) {
    const QByteArray key =
        "account:5jXrf0+/w==:accountid=%28Nicht%20%C3%A4ndern%29%20Firma&amp;checksumLogicalName=%28Nicht+%C3%A4ndern%29+"
        "Pr%C3%BCfsumme&amp;modifiedon=%28Nicht%20%C3%A4ndern%29%20Ge%C3%A4ndert%20am&amp;name=Firmenname&amp;"
        "telephone1=Haupttelefon&amp;address1_city=Adresse%201%3A%20Ort&amp;a_1.emailaddress1=E-Mail%20%28Prim%C3%A4r%29&amp;"
        "websiteurl=Netzseite";
    const QByteArray titles = xlsxRow(1, {"(Nicht ändern) Firma", "(Nicht ändern) Prüfsumme", "(Nicht ändern) Geändert am",
                                          "Firmenname", "Haupttelefon", "Adresse 1: Ort", "E-Mail (Primär)", "Netzseite"});
    const QByteArray row = xlsxRow(2, {"0c5f7bd0-3e0a-ef11-9f89-000d3a2d7a11", "Xy12==", "45360.5", "Dahl AB", "+46 70 100 45 12",
                                       "Lund", "anna@berg.example", "https://dahl.example"});
    const FileReport report = importBook(key, titles + row);
    EXPECT_EQ(inWords(report.counts), u"added 1"_s);
    EXPECT_EQ(report.leftOut.join(u", "_s), u"(Nicht ändern) Prüfsumme, (Nicht ändern) Geändert am, E-Mail (Primär)"_s);
    EXPECT_TRUE(report.otherTables.isEmpty());
    EXPECT_EQ(values(u"SELECT external_id || ' ' || kind || ' ' || name || ' ' || city FROM customer"_s),
              u"dynamics:0c5f7bd0-3e0a-ef11-9f89-000d3a2d7a11 organisation Dahl AB Lund"_s);
    EXPECT_EQ(values(u"SELECT value FROM contact_point ORDER BY kind"_s), u"+46 70 100 45 12 | https://dahl.example"_s);
    EXPECT_EQ(inWords(importBook(key, titles + row + xlsxRow(3, {"1", "x", "", "Nord AB"})).counts), u"added 1, unchanged 1"_s);
}

TEST_F(Dynamics, TheEnglishTitlesOfTheFirstColumnsAreKnownWithoutIt) {
    const FileReport report = importBook(
        {}, xlsxRow(1, {"(Do Not Modify) Contact", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On", "Full Name",
                        "Email"}) +
                xlsxRow(2, {"0c5f7bd0-3e0a-ef11-9f89-000d3a2d7a12", "Xy12==", "45360.5", "Anna Berg", "anna@berg.example"}));
    EXPECT_EQ(inWords(report.counts), u"added 1"_s);
    EXPECT_EQ(report.leftOut.join(u", "_s), u"(Do Not Modify) Row Checksum, (Do Not Modify) Modified On"_s);
    EXPECT_EQ(values(u"SELECT external_id FROM customer"_s), u"dynamics:0c5f7bd0-3e0a-ef11-9f89-000d3a2d7a12"_s);
}

TEST_F(Dynamics, AHiddenSheetThatSaysNonsenseChangesNothing) {
    for (const QByteArray &key :
         {QByteArray("x"), QByteArray("::="), QByteArray("contact::&amp;&amp;==%&amp;name"), QByteArray(":::::")}) {
        const FileReport report =
            importBook(key, xlsxRow(1, {"ID", "Name", "Email"}) + xlsxRow(2, {"7", "Anna", "anna@berg.example"}));
        EXPECT_EQ(report.counts.rejected, 0) << key.constData();
        EXPECT_EQ(report.columns.at(1).second, "name") << key.constData();
    }
}
