#include "exchange/csv_file.h"
#include "exchange/exporter.h"
#include "exchange/header_aliases.h"
#include "exchange/vcard_writer.h"
#include "import_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class VCardExport : public ImportFixture {
protected:
    QString exported(const QString &name, const QString &preset = {}) {
        ExportOptions exportOptions;
        exportOptions.preset = preset;
        auto report = exportCustomers(*base, folder.filePath(name), exportOptions);
        EXPECT_TRUE(report) << report.error().message.toStdString() << report.error().detail.toStdString();
        return report ? readFile(report->file) : QString();
    }
};

// Each row as "title: cell" lines: columns may stand in another order.
std::vector<std::string> rowsOf(const QString &path) {
    std::vector<std::string> rows;
    auto file = CsvFile::open(path, {}, HeaderAliases());
    EXPECT_TRUE(file);
    TableRecord record;
    while (file) {
        const auto more = (*file)->next(record);
        if (!more || !*more)
            break;
        QStringList lines;
        for (size_t i = 0; i < record.cells.size(); ++i) {
            if (!record.cells[i].isEmpty())
                lines << (*file)->titles().value(qsizetype(i)) + u": "_s + record.cells[i].toString();
        }
        lines.sort();
        rows.push_back(lines.join(u'\n').toStdString());
    }
    return rows;
}

// Every kind of value that a customer has.
const QByteArray kRich =
    "id,kind,name,given_name,family_name,salutation,company,job_title,customer_number,lifecycle,phone1,phone1_label,phone2,"
    "phone2_label,phone3,"
    "email1,email1_label,email2,street,district,city,region,postal_code,country,street.billing,city.billing,country.billing,"
    "birthday,gender,language,"
    "occupation,score,source,tags,website,website.blog,messenger.telegram,messenger.My "
    "phone,video.skype,social.linkedin,important_date.anniversary,"
    "important_date.Licence,relation.spouse,relation.dentist,custom.Shoe "
    "size,custom.Nickname,custom.Department,custom.vCard,created_on,note\n"
    "1,person,Dr. Anna Berg,Anna Maria,Berg,Dr.,\"Dahl; AB, Lund\",CEO,K-17,customer,+46701004512,mobile,+46 70 100 45 13,Desk "
    "5,0702 ext. 4,"
    "anna@berg.example,work,a2@berg.example,\"Storgatan 1, rear\",Centrum,Lund,Sk\xC3\xA5ne,22350,SE,Box "
    "7,Malm\xC3\xB6,SE,--05-17,female,sv,"
    "Engineer,40,fair,vip;wholesale,https://berg.example/?a=1;b=2,https://blog.example,@anna,anna "
    "5,anna.s,https://linkedin.example/anna,2004-06-01,"
    "2027-01-31,Nils Berg,Dr. Ek,38,\"Annie, Nan\",Sales; North,GEO:geo:46.7,2024-03-26T09:15:00+00:00,\"first, second; "
    "third\\nback\nslash \"\"quoted\"\" "
    "\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2"
    "\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82"
    "\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC end\"\n"
    "f81d4fae-7dec-11d0-a765-00a0c91e6bf6,organisation,Dahl AB,,,,Dahl AB,,,,,,,,,info@dahl.example,,,,,,,,,,,,,,,,,,\"Berlin, "
    "Mitte;\",,,,,,,,,,,,,,,"
    "2023-01-01T00:00:00+00:00,=2+3\n"
    ",person,Uwe,,,,,,,,0301234567,,,,,,,,,,,,,,,,,,diverse,,,,,,,,,,,,,,,,,,,,2023-01-01T00:00:00+00:00,\n";

} // namespace

TEST_F(VCardExport, LosesNothingOnTheWayThroughAnEmptyBase) {
    EXPECT_EQ(inWords(import(kRich).total()), u"added 3"_s);
    exported(u"first.csv"_s);
    ASSERT_EQ(rowsOf(folder.filePath(u"first.csv"_s)).size(), 3U);
    for (const QString &preset : {u"vcard3"_s, u"vcard4"_s}) {
        exported(preset + u".vcf"_s, preset);
        QTemporaryDir other;
        auto fresh = workspace::Base::create(other.filePath(u"other.kontor"_s), {}, options);
        ASSERT_TRUE(fresh);
        auto report = importFiles(**fresh, {folder.filePath(preset + u".vcf"_s)});
        ASSERT_TRUE(report) << report.error().message.toStdString();
        EXPECT_EQ(inWords(report->total()), u"added 3"_s);
        EXPECT_TRUE(report->files.first().leftOut.isEmpty()) << report->files.first().leftOut.join(u", "_s).toStdString();
        auto again = exportCustomers(**fresh, other.filePath(u"again.csv"_s));
        ASSERT_TRUE(again);
        EXPECT_EQ(rowsOf(again->file), rowsOf(folder.filePath(u"first.csv"_s))) << preset.toStdString();
    }
}

TEST_F(VCardExport, ReadsBackToTheSameCustomers) {
    import(kRich);
    exported(u"out.vcf"_s);
    EXPECT_EQ(inWords(importPaths({folder.filePath(u"out.vcf"_s)}).total()), u"unchanged 3"_s);
}

TEST_F(VCardExport, WritesLinesThatOthersRead) {
    import(kRich);
    const QString four = exported(u"four.vcf"_s, u"vcard4"_s);
    EXPECT_EQ(four.count(u"BEGIN:VCARD\r\nVERSION:4.0\r\n"_s), 3);
    EXPECT_TRUE(four.contains(u"BDAY:--0517\r\n"_s));
    EXPECT_TRUE(four.contains(u"TEL;TYPE=cell;PREF=1:+46701004512\r\n"_s));
    EXPECT_TRUE(four.contains(u"item1.TEL:+46 70 100 45 13\r\nitem1.X-ABLabel:Desk 5\r\n"_s));
    EXPECT_TRUE(four.contains(u"ADR;PREF=1:;;Storgatan 1\\, rear;Lund;Skåne;22350;SE\r\n"_s));
    EXPECT_TRUE(four.contains(u"ORG:Dahl\\; AB\\, Lund;Sales;North\r\n"_s));
    EXPECT_TRUE(four.contains(u"UID:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6\r\n"_s));
    EXPECT_TRUE(four.contains(u"KIND:org\r\n"_s));
    EXPECT_TRUE(four.contains(u"URL:https://berg.example/?a=1;b=2\r\n"_s));
    const QString three = exported(u"three.vcf"_s);
    EXPECT_EQ(three.count(u"VERSION:3.0\r\n"_s), 3);
    EXPECT_TRUE(three.contains(u"BDAY:--05-17\r\n"_s));
    EXPECT_TRUE(three.contains(u"N:Berg;Anna Maria;;Dr.;\r\n"_s));
    for (const QByteArray &line : (four + three).toUtf8().split('\n'))
        EXPECT_LE(line.size(), 76) << line.toStdString(); // with its carriage return
}

TEST_F(VCardExport, ShowsAFirmByItsNameAndTakesThatForNoCompany) {
    import("name,kind,email\nHarbour Ltd,organisation,info@harbour.example\n");
    EXPECT_TRUE(exported(u"firm.vcf"_s).contains(u"\r\nORG;X-KONTOR=name:Harbour Ltd\r\n"_s));
    EXPECT_EQ(inWords(importPaths({folder.filePath(u"firm.vcf"_s)}).total()), u"unchanged 1"_s);
}

TEST(VCardWriter, FoldsBetweenCharacters) {
    const QByteArray line = "NOTE:" + u"€"_s.repeated(60).toUtf8();
    const QByteArray folded = foldedVCardLine(line);
    for (const QByteArray &part : folded.split('\n')) {
        EXPECT_LE(part.size(), 76);
        EXPECT_FALSE(QString::fromUtf8(part).contains(QChar::ReplacementCharacter));
    }
    EXPECT_EQ(QByteArray(folded).replace("\r\n ", "").trimmed(), line);
    EXPECT_EQ(foldedVCardLine(QByteArray(75, 'a')), QByteArray(75, 'a') + "\r\n");
}

TEST(VCardWriter, LetsNoValueBecomeAProperty) {
    const QByteArray card =
        vCardOf({u"name"_s, u"note"_s, u"custom.a\"b\nc"_s, u"custom.vCard"_s},
                {u"Anna\nEND:VCARD"_s, u"a\r\nBEGIN:VCARD\rX:\x01"_s, u"1"_s, u"END:VCARD\nVERSION:2.1\n X:1\nNOTE:kept"_s},
                VCardVersion::V4);
    EXPECT_EQ(card.count("\r\nEND:VCARD"), 1);
    EXPECT_EQ(card.count("BEGIN:VCARD\r\n"), 1);
    EXPECT_EQ(card.count("\r\nVERSION"), 1);
    EXPECT_TRUE(card.contains("\r\nNOTE:kept\r\n"));
    EXPECT_TRUE(card.contains("X-KONTOR;COLUMN=\"custom.a^'b^nc\":1\r\n"));
}

TEST_F(VCardExport, NamesAPresetThatNobodyKnows) {
    ExportOptions unknown;
    unknown.preset = u"vcard9"_s;
    EXPECT_EQ(exportCustomers(*base, folder.filePath(u"x.vcf"_s), unknown).error().code, Code::Invalid);
}
