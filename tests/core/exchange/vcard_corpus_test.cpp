// Every vCard and LDIF file of the corpora that others wrote, where the folder is given. They are not part of the project.
#include "import_fixture.h"

#include <QDirIterator>
#include <QStringDecoder>

#include <iostream>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class AddressBookCorpus : public ImportFixture {
protected:
    void SetUp() override {
        if (qEnvironmentVariableIsEmpty("KONTOR_CORPORA"))
            GTEST_SKIP() << "KONTOR_CORPORA does not name the folder of the corpora";
    }
    static QStringList files(const QString &pattern) {
        QStringList paths;
        QDirIterator iterator(qEnvironmentVariable("KONTOR_CORPORA"), {pattern}, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext())
            paths << iterator.next();
        paths.sort();
        return paths;
    }
    // The one file whose path ends so, into a base of its own.
    void take(const QString &ending) {
        for (const QString &path : files(u"*.vcf"_s)) {
            if (path.endsWith(ending))
                importPaths({path});
        }
        EXPECT_GT(count(u"customer"_s), 0) << ending.toStdString();
    }
    QString own(const QString &field) {
        return values(
            u"SELECT v.text FROM custom_value v JOIN custom_field f ON f.id = v.custom_field_id WHERE f.name = '%1'"_s.arg(
                field));
    }
    QString points(const QString &kind) {
        return values(u"SELECT value || ' ' || label FROM contact_point WHERE kind = '%1' ORDER BY position, id"_s.arg(kind));
    }
};

QByteArray bytesOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Cards by lines that say BEGIN:VCARD, written apart from the reader.
qint64 plainCards(const QByteArray &file) {
    qint64 cards = 0;
    for (QByteArray line : QByteArray(file).replace('\0', "").replace('\r', '\n').split('\n')) {
        line = line.toUpper();
        line.replace(' ', "");
        cards += line.endsWith("BEGIN:VCARD") && !line.startsWith("AGENT");
    }
    return cards;
}

} // namespace

TEST_F(AddressBookCorpus, IsTakenInWithEveryCardAccountedFor) {
    const QStringList paths = files(u"*.vcf"_s);
    EXPECT_GT(paths.size(), 100);
    ImportCounts total;
    for (const QString &path : paths) {
        const FileReport file = importPaths({path}).files.value(0);
        EXPECT_EQ(file.counts.read, plainCards(bytesOf(path))) << path.toStdString();
        total += file.counts;
    }
    EXPECT_LT(total.rejected * 20, total.read);
    // What was taken in is met again: no card is rejected or added that has anything to be known by.
    ImportCounts again;
    for (const QString &path : paths)
        again += importPaths({path}).total();
    EXPECT_EQ(again.read, total.read);
    EXPECT_EQ(again.rejected, total.rejected);
    EXPECT_EQ(again.added, 0);
    std::cout << paths.size() << " files: " << inWords(total).toStdString() << "; again: " << inWords(again).toStdString()
              << '\n';
}

TEST_F(AddressBookCorpus, ReadsLdifFilesWithEveryEntryAccountedFor) {
    const QStringList paths = files(u"*.ldif"_s);
    EXPECT_FALSE(paths.isEmpty());
    for (const QString &path : paths) {
        const FileReport file = importPaths({path}).files.value(0);
        EXPECT_EQ(file.counts.read, ('\n' + bytesOf(path)).count("\ndn:")) << path.toStdString();
        EXPECT_EQ(file.counts.rejected, 0) << path.toStdString();
    }
    EXPECT_EQ(values(u"SELECT name || ' ' || given_name || ' ' || family_name FROM customer WHERE name = 'contact number one'"_s),
              u"contact number one contact one"_s);
    EXPECT_EQ(values(u"SELECT name FROM tag"_s), u"list"_s);
    EXPECT_EQ(values(u"SELECT value || ' ' || label FROM contact_point WHERE kind = 'web'"_s), u"http://127.0.0.1 label"_s);
}

TEST_F(AddressBookCorpus, ReadsGooglesCard) {
    take(u"gmail-single.vcf"_s);
    EXPECT_EQ(
        values(
            u"SELECT name || '/' || given_name || '/' || family_name || '/' || company || '/' || job_title || '/' || birthday_on FROM customer"_s),
        u"Greg Dartmouth/Greg/Dartmouth/TheCompany/TheJobTitle/1960-09-10"_s);
    EXPECT_EQ(points(u"phone"_s), u"555 555 1111 mobile | 555 555 2222 GRAND_CENTRAL"_s);
    EXPECT_EQ(points(u"messenger"_s), u"123456789 icq"_s);
    EXPECT_EQ(points(u"web"_s), u"http://TheProfile.com PROFILE"_s);
    EXPECT_EQ(values(u"SELECT street || '/' || city FROM customer"_s), u"123 Home St, Home City, HM 12345/"_s);
    EXPECT_EQ(
        values(
            u"SELECT label || '/' || street || '/' || city || '/' || region || '/' || postal_code || '/' || country FROM address"_s),
        u"CustomAdrType/321 Custom St/Custom City/TX/98765/US"_s);
    EXPECT_EQ(values(u"SELECT label || ' ' || date_on FROM important_date"_s), u"anniversary 1970-06-02"_s);
    EXPECT_EQ(values(u"SELECT kind || ' ' || other_name FROM relation ORDER BY id"_s),
              u"spouse MySpouse | CustomRelationship MyCustom"_s);
    EXPECT_EQ(values(u"SELECT note FROM customer"_s),
              u"This is GMail's note field.\nIt should be added as a NOTE type.\nACustomField: CustomField"_s);
    EXPECT_EQ(own(u"Nickname"_s), u"Gman"_s);
}

TEST_F(AddressBookCorpus, ReadsApplesCard) {
    take(u"John_Doe_MAC_ADDRESS_BOOK.vcf"_s);
    EXPECT_EQ(
        values(
            u"SELECT name || '/' || given_name || '/' || family_name || '/' || company || '/' || job_title || '/' || birthday_on FROM customer"_s),
        u"Mr. John Richter,James Doe Sr./John Richter James/Doe/IBM/Money Counter/2012-06-06"_s);
    EXPECT_EQ(points(u"phone"_s),
              u"905-777-1234 work | 905-666-1234 home | 905-555-1234 mobile | 905-111-1234 pager | 905-222-1234 AssistantPhone | "
              "905-888-1234 fax | 905-999-1234 fax"_s);
    EXPECT_EQ(points(u"web"_s), u"http://www.ibm.com "_s);
    EXPECT_EQ(values(u"SELECT street || '/' || city || '/' || country FROM customer"_s), u"Silicon Alley 5,/New York/US"_s);
    EXPECT_EQ(values(u"SELECT label || '/' || street FROM address"_s), u"work/Street4, Building 6, Floor 8"_s);
    EXPECT_EQ(own(u"Department"_s), u"Accounting"_s);
}

TEST_F(AddressBookCorpus, ReadsOldPhonesCards) {
    take(u"resources/vcard/009.vcf"_s);
    EXPECT_EQ(values(u"SELECT count(*) FROM customer WHERE name LIKE '%?%' OR name LIKE '%\uFFFD%' OR name LIKE '%=%'"_s),
              u"0"_s);
    EXPECT_EQ(values(u"SELECT name || '/' || family_name FROM customer ORDER BY id LIMIT 1"_s), u"Mäx Mustermann/Mustermann"_s);
    EXPECT_TRUE(own(u"Nickname"_s).split(u" | "_s).contains(u"Mäx"_s));
    take(u"resources/vcard/060.vcf"_s);
    EXPECT_EQ(values(u"SELECT street FROM customer WHERE given_name = 'Ny_full'"_s).simplified(),
              u"Box 1234, Workvägen 2, Workvägen 1, Umeå, Västerbotten, 12345, S"_s);
}

TEST_F(AddressBookCorpus, ReadsTheCardsOfTheStandards) {
    take(u"text/rfc6350-example.vcf"_s);
    EXPECT_EQ(values(u"SELECT name || '/' || birthday_on || '/' || gender || '/' || language FROM customer"_s),
              u"Simon Perreault/--02-03/male/fr"_s);
    EXPECT_EQ(points(u"phone"_s), u"+1-418-656-9254 ext. 102 work | +1-418-262-6501 mobile"_s);
    EXPECT_EQ(points(u"email"_s), u"simon.perreault@viagenie.ca work"_s);
    EXPECT_EQ(values(u"SELECT label || ' ' || date_on FROM important_date"_s), u"anniversary 2009-08-08"_s);
    EXPECT_EQ(values(u"SELECT street || '/' || city || '/' || region || '/' || postal_code || '/' || country FROM customer"_s),
              u"2875 Laurier, Suite D2-630/Quebec/QC/G1V 2M2/CA"_s);
    take(u"samples/vcard-rfc2426.vcf"_s);
    EXPECT_EQ(values(u"SELECT company FROM customer WHERE name = 'Frank Dawson'"_s), u"Lotus Development Corporation"_s);
}

TEST_F(AddressBookCorpus, ReadsWideAndLocalCharsets) {
    take(u"AAB4-SingleNonAscii.vcf"_s);
    EXPECT_EQ(values(u"SELECT name || '/' || company FROM customer"_s), u"The only first name/Company"_s);
    EXPECT_EQ(values(u"SELECT kind FROM relation"_s), u"assistant"_s);
    take(u"HerrFalkMuenchen.vcf"_s);
    EXPECT_EQ(
        values(
            u"SELECT count(*) FROM customer WHERE city = 'München' OR company LIKE '%ü%' OR name LIKE '%ü%' OR street LIKE '%ß%'"_s),
        u"1"_s);
}

TEST_F(AddressBookCorpus, TakesOrganisationsByTheirKind) {
    take(u"vcards/org.vcf"_s);
    EXPECT_EQ(values(u"SELECT kind || ' ' || name || ' ' || external_id FROM customer"_s),
              u"organisation ACME Inc. 429A43AB-52F2-4714-AA62-077528A12464"_s);
}
