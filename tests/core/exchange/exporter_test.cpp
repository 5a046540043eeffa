#include "exchange/csv_writer.h"
#include "exchange/exporter.h"
#include "import_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class Export : public ImportFixture {
protected:
    QString exported(const ExportOptions &exportOptions = {}, const QString &name = u"out.csv"_s) {
        auto report = exportCustomers(*base, folder.filePath(name), exportOptions);
        EXPECT_TRUE(report) << report.error().message.toStdString() << report.error().detail.toStdString();
        return report ? readFile(report->file) : QString();
    }
};

const QByteArray kRich =
    "id,kind,name,given_name,family_name,company,job_title,phone1,phone1_label,phone2,phone2_label,email1,email2,street,city,"
    "country,street.billing,city.billing,"
    "birthday,gender,score,source,tags,website,telegram,linkedin,anniversary,spouse,custom.Shoe size,created_on,note\n"
    "1,person,Anna Berg,Anna,Berg,Dahl AB,CEO,+46701004512,mobile,+46 70 100 45 "
    "13,Desk,anna@berg.example,a2@berg.example,Storgatan 1,Lund,SE,Box 7,Malmö,"
    "--05-17,female,40,fair,vip;wholesale,https://berg.example,@anna,https://linkedin.example/"
    "anna,2004-06-01,Nils,38,2024-03-26T09:15:00+00:00,\"first, second\nthird \"\"quoted\"\"\"\n"
    "2,organisation,Dahl AB,,,Dahl AB,,,,,,info@dahl.example,,,,,,,,,,,\"Berlin, Mitte;\",,,,,,,2023-01-01T00:00:00+00:00,=2+3\n";

} // namespace

TEST_F(Export, ReadsBackToTheSameCards) {
    EXPECT_EQ(inWords(import(kRich).total()), u"added 2"_s);
    const QString first = exported();
    EXPECT_TRUE(first.contains(u"Anna Berg"_s));
    EXPECT_EQ(inWords(importPaths({folder.filePath(u"out.csv"_s)}).total()), u"unchanged 2"_s);

    QTemporaryDir other;
    auto fresh = workspace::Base::create(other.filePath(u"other.kontor"_s), {}, options);
    ASSERT_TRUE(fresh);
    auto report = importFiles(**fresh, {folder.filePath(u"out.csv"_s)});
    ASSERT_TRUE(report) << report.error().message.toStdString();
    EXPECT_EQ(inWords(report->total()), u"added 2"_s);
    EXPECT_TRUE(report->files.first().leftOut.isEmpty()) << report->files.first().leftOut.join(u", "_s).toStdString();
    auto again = exportCustomers(**fresh, other.filePath(u"again.csv"_s));
    ASSERT_TRUE(again);
    EXPECT_EQ(readFile(again->file).toStdString(), first.toStdString());
}

TEST_F(Export, KeepsSpreadsheetsFromCalculating) {
    import(kRich);
    EXPECT_TRUE(exported().contains(u",'=2+3"_s));
    EXPECT_EQ(guardedCell(u"@SUM(A1)"_s), u"'@SUM(A1)"_s);
    EXPECT_EQ(guardedCell(u"-2+3"_s), u"'-2+3"_s);
    EXPECT_EQ(guardedCell(u"-12.50"_s), u"-12.50"_s);
    EXPECT_EQ(guardedCell(u"+46 (70) 100-45"_s), u"+46 (70) 100-45"_s);
    EXPECT_EQ(guardedCell(u"+cmd|' /C calc'!A0"_s), u"'+cmd|' /C calc'!A0"_s);
    EXPECT_EQ(guardedCell(u"'=x"_s), u"''=x"_s);
    EXPECT_EQ(guardedCell(u"plain"_s), u"plain"_s);
}

TEST_F(Export, GivesTheCustomersThatAreAskedForInTheirOrder) {
    import("id,name\n1,Anna\n2,Nils\n3,Uwe\n");
    ExportOptions some;
    some.customers = QList<Id>{Id{values(u"SELECT id FROM customer WHERE name = 'Uwe'"_s).toLongLong()},
                               Id{values(u"SELECT id FROM customer WHERE name = 'Anna'"_s).toLongLong()}, Id{987'654}};
    some.delimiter = u';';
    const QStringList lines = exported(some).split(u"\r\n"_s);
    ASSERT_EQ(lines.size(), 4);
    EXPECT_TRUE(lines.at(1).startsWith(u"3;person;Uwe;"_s));
    EXPECT_TRUE(lines.at(2).startsWith(u"1;person;Anna;"_s));
}

TEST_F(Export, BeginsWithAByteOrderMarkAndLeavesOutTheTrash) {
    import("id,name\n1,Anna\n2,Nils\n");
    ASSERT_TRUE(base->database().execute(u"UPDATE customer SET trashed_at = 1 WHERE name = 'Anna'"_s));
    EXPECT_FALSE(exported().contains(u"Anna"_s));
    QFile file(folder.filePath(u"out.csv"_s));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().startsWith("\xEF\xBB\xBF"));
}

TEST_F(Export, StoppedLeavesNoFile) {
    import("id,name\n1,Anna\n");
    ExportOptions stopped;
    stopped.progress = [](qint64) { return false; };
    EXPECT_EQ(exportCustomers(*base, folder.filePath(u"stopped.csv"_s), stopped).error().code, Code::Cancelled);
    EXPECT_FALSE(QFile::exists(folder.filePath(u"stopped.csv"_s)));
    EXPECT_FALSE(exportCustomers(*base, folder.filePath(u"no/such/folder/x.csv"_s)));
}
