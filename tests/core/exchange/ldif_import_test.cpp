#include "exchange/ldif_reader.h"
#include "import_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class LdifImport : public ImportFixture {
protected:
    ImportReport importEntries(const QByteArray &entries) { return import(entries, {}, u"contacts.ldif"_s); }
};

QList<LdifEntry> entriesOf(const QByteArray &file) {
    qsizetype position = 0;
    LdifReader reader([&](QByteArray &bytes) -> Result<bool> {
        const QByteArray more = file.mid(position, 7);
        position += more.size();
        bytes += more;
        return !more.isEmpty();
    });
    QList<LdifEntry> entries;
    LdifEntry entry;
    while (true) {
        const auto more = reader.next(entry);
        EXPECT_TRUE(more);
        if (!more || !*more)
            return entries;
        entries << entry;
    }
}

} // namespace

TEST(LdifReader, UnfoldsDecodesAndPassesOverComments) {
    const auto entries = entriesOf(
        "version: 1\n\n# a comment\n  that goes on\ndn: cn=Anna,\n o=Dahl\r\ncn:: QW5uw6k=\nDescription: one\n  two\nempty:\n"
        "sn;lang-de: Berg\njpegphoto:< file:///etc/passwd\n\n\n\ndn:: Y249Tmlscw==\ncn: Nils");
    ASSERT_EQ(entries.size(), 2);
    EXPECT_EQ(entries.at(0).dn, "cn=Anna,o=Dahl");
    EXPECT_EQ(entries.at(0).line, 5);
    EXPECT_EQ(entries.at(0).value("cn"), "Ann\xC3\xA9");
    EXPECT_EQ(entries.at(0).value("description"), "one two");
    EXPECT_EQ(entries.at(0).value("sn"), "Berg");
    EXPECT_TRUE(entries.at(0).attributes.last().isLink);
    EXPECT_EQ(entries.at(1).dn, "cn=Nils");
}

TEST(LdifReader, EndsAnEntryWhereTheNextBeginsWithoutABlankLine) {
    EXPECT_EQ(entriesOf("dn: cn=a\ncn: a\ndn: cn=b\ncn: b\n").size(), 2);
    EXPECT_EQ(entriesOf("dn: cn=a\ncn: a\n\nsearch: 2\nresult: 0 Success\n").size(), 1);
}

TEST(LdifReader, BoundsWhatAnEntryMayHold) {
    const auto cut = entriesOf("dn: cn=a\njpegphoto:: " + QByteArray("QUFB\n ").repeated(400'000) + "QUFB\ncn: a\n");
    ASSERT_EQ(cut.size(), 1);
    EXPECT_TRUE(cut.at(0).attributes.at(0).isCut);
    EXPECT_EQ(cut.at(0).value("cn"), "a");
    EXPECT_TRUE(entriesOf("dn: cn=a\n" + QByteArray("x: 1\n").repeated(6000)).value(0).isTooLarge);
}

TEST_F(LdifImport, ReadsThunderbirdsContacts) {
    const auto report = importEntries("dn: cn=Anna Berg,mail=anna@berg.example\r\nobjectclass: top\r\nobjectclass: "
                                      "person\r\nobjectclass: mozillaAbPersonAlpha\r\n"
                                      "givenName: Anna\r\nsn: Berg\r\ncn: Anna Berg\r\nmozillaNickname: Annie\r\nmail: "
                                      "anna@berg.example\r\nmozillaSecondEmail: a@home.example\r\n"
                                      "telephoneNumber: 111111\r\nhomePhone: 222222\r\nfax: 333333\r\nmobile: 444444\r\nstreet: "
                                      "Storgatan 1\r\nl: Lund\r\npostalCode: 22350\r\nc: SE\r\n"
                                      "mozillaHomeStreet: Hemgatan 3\r\nmozillaHomeLocalityName:: TWFsbcO2\r\ntitle: CEO\r\nou: "
                                      "Sales\r\no: Dahl AB\r\nmozillaWorkUrl: https://dahl.example\r\n"
                                      "labeledURI: https://berg.example my page\r\nbirthyear: 1984\r\nbirthmonth: 5\r\nbirthday: "
                                      "17\r\ndescription: first line\r\nuserPassword: secret\r\n"
                                      "mozillaCustom1: red\r\nmodifytimestamp: 0Z\r\n\r\n");
    EXPECT_EQ(inWords(report.total()), u"added 1"_s);
    EXPECT_EQ(
        values(u"SELECT name || '/' || given_name || '/' || family_name || '/' || company || '/' || job_title FROM customer"_s),
        u"Anna Berg/Anna/Berg/Dahl AB/CEO"_s);
    EXPECT_EQ(values(u"SELECT street || '/' || city || '/' || country || '/' || birthday_on || '/' || note FROM customer"_s),
              u"Storgatan 1/Lund/SE/1984-05-17/first line"_s);
    EXPECT_EQ(values(u"SELECT label || '/' || street || '/' || city FROM address"_s), u"home/Hemgatan 3/Malmö"_s);
    EXPECT_EQ(values(u"SELECT value || ' ' || label FROM contact_point WHERE kind = 'phone' ORDER BY position"_s),
              u"111111 work | 222222 home | 444444 mobile | 333333 fax"_s);
    EXPECT_EQ(values(u"SELECT value FROM contact_point WHERE kind = 'email' ORDER BY position"_s),
              u"anna@berg.example | a@home.example"_s);
    EXPECT_EQ(values(u"SELECT value || ' ' || label FROM contact_point WHERE kind = 'web' ORDER BY id"_s),
              u"https://dahl.example work | https://berg.example my page"_s);
    EXPECT_EQ(
        values(
            u"SELECT f.name || ' ' || v.text FROM custom_value v JOIN custom_field f ON f.id = v.custom_field_id ORDER BY f.name"_s),
        u"Department Sales | LDIF mozillacustom1: red | Nickname Annie"_s);
    EXPECT_EQ(report.files.first().leftOut, QStringList{u"userpassword"_s});
}

TEST_F(LdifImport, MakesGroupsTagsAndRejectsWhatIsNoContact) {
    const auto report = importEntries("dn: cn=list\nobjectclass: groupOfNames\ncn: Choir\nmember: CN=Anna,mail=a@x.example\n\n"
                                      "dn: cn=Anna,mail=a@x.example\nobjectclass: person\ncn: Anna\nmail: a@x.example\n\n"
                                      "dn: dc=example,dc=com\nobjectclass: dcObject\no: Example\n\n"
                                      "dn: cn=Nils\nchangetype: delete\n\n"
                                      "dn: cn=Uwe\nobjectclass: person\ncn: Uwe\n");
    EXPECT_EQ(inWords(report.total()), u"added 2, unchanged 1, rejected 2"_s);
    EXPECT_EQ(
        values(
            u"SELECT c.name || ' ' || t.name FROM customer_tag x JOIN customer c ON c.id = x.customer_id JOIN tag t ON t.id = x.tag_id"_s),
        u"Anna Choir"_s);
    const QString rejects = readFile(report.files.first().rejects);
    EXPECT_TRUE(rejects.contains(u"neither a contact nor a group"_s));
    EXPECT_TRUE(rejects.contains(u"what to change in a directory"_s));
    const auto odd = importEntries("dn: cn=Eva\ncn: Eva\ndescription:< file:///etc/passwd\n\ndn: cn=Ida\ncn: Ida\nmail: " +
                                   QByteArray(2 * 1024 * 1024, 'a') + "\n");
    EXPECT_EQ(inWords(odd.total()), u"added 1, rejected 1"_s);
    EXPECT_EQ(odd.files.first().leftOut, QStringList{u"description (link)"_s});
    EXPECT_EQ(values(u"SELECT note FROM customer WHERE name = 'Eva'"_s), u""_s);
    // The same directory again: by its names.
    EXPECT_EQ(inWords(importEntries("dn: cn=Uwe\nobjectclass: person\ncn: Uwe\ndescription: new\n").total()), u"filled 1"_s);
}
