// Exports as a workbook.
#include "exchange/exporter.h"
#include "exchange/xlsx_workbook.h"
#include "exchange/xlsx_writer.h"
#include "import_fixture.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class XlsxExport : public ImportFixture {
protected:
    QString exported(const QString &name = u"out.xlsx"_s, const ExportOptions &exportOptions = {}) {
        auto report = exportCustomers(*base, folder.filePath(name), exportOptions);
        EXPECT_TRUE(report) << report.error().message.toStdString() << report.error().detail.toStdString();
        return report ? report->file : QString();
    }

    static QString partOf(const QString &path, QStringView part) {
        auto archive = ZipArchive::open(path);
        if (!archive || (*archive)->find(part) < 0)
            return {};
        auto stream = (*archive)->read((*archive)->find(part));
        return stream ? QString::fromUtf8((*stream)->readAll()) : QString();
    }

    static QList<QStringList> rowsOf(const QString &path) {
        QList<QStringList> found;
        auto archive = ZipArchive::open(path);
        auto workbook = archive ? openXlsx(*archive) : Result<std::unique_ptr<Workbook>>(archive.error());
        EXPECT_TRUE(workbook);
        if (!workbook)
            return found;
        auto rows = (*workbook)->rows(0);
        SheetRow row;
        for (auto more = (*rows)->next(row); more && *more; more = (*rows)->next(row))
            found << row.cells;
        return found;
    }
};

const QByteArray kRich =
    "id,kind,name,given_name,family_name,company,job_title,phone1,phone1_label,phone2,phone2_label,email1,email2,street,city,"
    "postal_code,"
    "country,street.billing,city.billing,"
    "birthday,gender,score,source,tags,website,telegram,anniversary,spouse,custom.Shoe size,created_on,note\n"
    "1,person,Anna Berg,Anna,Berg,Dahl AB,CEO,+46701004512,mobile,+46 70 100 45 13,Desk,anna@berg.example,a2@berg.example,"
    "Storgatan 1,Lund,01067,SE,Box 7,Malmö,--05-17,female,40,fair,vip;wholesale,https://berg.example,@anna,2004-06-01,Nils,38,"
    "2024-03-26T09:15:00.250+00:00,\"first, second\nthird \"\"quoted\"\" <b>&amp; _x0041_  \"\n"
    "2,organisation,Dahl AB,,,Dahl AB,,,,,,info@dahl.example,,,,,,,,1990-04-01,,,,\"Berlin, "
    "Mitte;\",,,1850-02-03,,,2023-01-01T00:00:00+00:00,"
    "=2+3\n"
    "0003,person,'=not a formula,,,,,4915112345678901,,,,,,,,,,,,,,,,,,,,,,,\t+tab\n";

} // namespace

TEST_F(XlsxExport, ReadsBackToTheSameCards) {
    EXPECT_EQ(inWords(import(kRich).total()), u"added 3"_s);
    const QString first = exported();
    EXPECT_EQ(inWords(importPaths({first}).total()), u"unchanged 3"_s);

    QTemporaryDir other;
    auto fresh = workspace::Base::create(other.filePath(u"other.kontor"_s), {}, options);
    ASSERT_TRUE(fresh);
    auto report = importFiles(**fresh, {first});
    ASSERT_TRUE(report) << report.error().message.toStdString();
    EXPECT_EQ(inWords(report->total()), u"added 3"_s);
    EXPECT_TRUE(report->files.first().leftOut.isEmpty()) << report->files.first().leftOut.join(u", "_s).toStdString();
    auto again = exportCustomers(**fresh, other.filePath(u"again.xlsx"_s));
    ASSERT_TRUE(again);
    EXPECT_EQ(rowsOf(again->file), rowsOf(first));
    // As text the two are the same to the letter too: nothing hides in how a workbook shows it.
    auto text = exportCustomers(*base, folder.filePath(u"a.csv"_s)),
         otherText = exportCustomers(**fresh, other.filePath(u"b.csv"_s));
    ASSERT_TRUE(text && otherText);
    EXPECT_EQ(readFile(otherText->file).toStdString(), readFile(text->file).toStdString());
}

TEST_F(XlsxExport, WritesDatesAndNumbersAsSuchAndEverythingElseAsText) {
    import(kRich);
    const QString path = exported();
    const QString sheet = partOf(path, u"xl/worksheets/sheet1.xml");
    EXPECT_FALSE(sheet.contains(u"<f>"_s));
    EXPECT_TRUE(sheet.contains(u"<t>=2+3</t>"_s));
    EXPECT_TRUE(sheet.contains(u"<t>01067</t>"_s));
    EXPECT_TRUE(sheet.contains(u"<t>+46701004512</t>"_s));
    EXPECT_TRUE(sheet.contains(u"<t>--05-17</t>"_s));
    EXPECT_TRUE(sheet.contains(u"<t>1850-02-03</t>"_s)); // before the calendar of workbooks begins
    EXPECT_TRUE(sheet.contains(u"<v>32964</v>"_s));      // 1 April 1990
    EXPECT_TRUE(sheet.contains(u"<v>40</v>"_s));
    EXPECT_TRUE(sheet.contains(u"state=\"frozen\""_s));
    const QList<QStringList> rows = rowsOf(path);
    ASSERT_EQ(rows.size(), 4);
    EXPECT_EQ(rows.at(2).value(rows.first().indexOf(u"birthday"_s)), u"1990-04-01"_s);
    EXPECT_EQ(rows.at(1).value(rows.first().indexOf(u"custom.Shoe size"_s)), u"38"_s);
}

TEST_F(XlsxExport, StoppedOrFailedLeavesNoFileAndTheOldOneAsItWas) {
    import("id,name\n1,Anna\n");
    const QString path = write(u"there.xlsx"_s, "old");
    ExportOptions stopped;
    stopped.progress = [](qint64) { return false; };
    EXPECT_EQ(exportCustomers(*base, path, stopped).error().code, Code::Cancelled);
    EXPECT_EQ(readFile(path), u"old"_s);
    ASSERT_TRUE(base->database().execute(u"UPDATE customer SET note = printf('%.*c', 40000, 'x')"_s));
    const auto tooLong = exportCustomers(*base, path);
    ASSERT_FALSE(tooLong);
    EXPECT_TRUE(tooLong.error().message.contains(u"40000 characters"_s)) << tooLong.error().message.toStdString();
    EXPECT_EQ(QDir(folder.path()).entryList({u"there.xlsx*"_s}, QDir::Files), QStringList{u"there.xlsx"_s});
    EXPECT_FALSE(exportCustomers(*base, folder.filePath(u"no/such/folder/x.xlsx"_s)));
}

TEST_F(XlsxExport, CharactersThatTheFormatCannotHoldAreEscapedAndComeBack) {
    EXPECT_EQ(escapedText(u"a\rb\u0001_x0041_ _x"_s), u"a_x000D_b_x0001__x005F_x0041_ _x"_s);
    XlsxWriter writer(folder.filePath(u"x.xlsx"_s), u"One"_s, base->clock());
    ASSERT_TRUE(writer.open());
    const QStringList row{u"a\rb\u0001_x0041_ _x"_s, QString(), u" <&> "_s, u"line\nbreak\ttab"_s, u"😀"_s};
    ASSERT_TRUE(writer.writeRow(row));
    const auto committed = writer.commit();
    ASSERT_TRUE(committed) << committed.error().detail.toStdString();
    EXPECT_EQ(rowsOf(folder.filePath(u"x.xlsx"_s)), QList<QStringList>{row});
}
