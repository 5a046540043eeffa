#include "import_fixture.h"

#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class VCardImport : public ImportFixture {
protected:
    ImportReport importCards(const QByteArray &cards, const ImportOptions &importOptions = {}) {
        return import(cards, importOptions, u"contacts.vcf"_s);
    }
    // One card of version 3.0 with these lines.
    QString imported(const QByteArray &lines, const QByteArray &version = "3.0") {
        return inWords(importCards("BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + lines + "END:VCARD\r\n").total());
    }
    QString points(const QString &kind) {
        return values(u"SELECT value || ' ' || label FROM contact_point WHERE kind = '%1' ORDER BY position, id"_s.arg(kind));
    }
    QString own(const QString &field) {
        return values(
            u"SELECT v.text FROM custom_value v JOIN custom_field f ON f.id = v.custom_field_id WHERE f.name = '%1' ORDER BY v.text"_s
                .arg(field));
    }
};

} // namespace

TEST_F(VCardImport, ReadsNamesAddressesAndWork) {
    EXPECT_EQ(
        imported("N:Berg;Anna;Maria,Eva;Dr.;\r\nFN:Dr. Anna Berg\r\nORG:Dahl AB;Sales;North\r\nTITLE:CEO\r\nROLE:Engineer\r\n"
                 "ADR;TYPE=work:;Floor 2;Storgatan 1;Lund;;22350;Sweden\r\nADR;TYPE=home,pref:Box 7;;Hemgatan "
                 "3\\nrear;Malmö;Skåne;21112;SE\r\n"
                 "BDAY:19840517\r\nANNIVERSARY:2009-08-08\r\nGENDER:F\r\nLANG:sv\r\nNICKNAME:Annie,Nan\r\nNOTE:one\\ntwo\r\nNOTE:"
                 "three\r\n"
                 "CATEGORIES:VIP,Berlin\\, Mitte\r\nCATEGORIES:wholesale\r\n"),
        u"added 1"_s);
    EXPECT_EQ(values(u"SELECT name || '/' || given_name || '/' || family_name || '/' || salutation FROM customer"_s),
              u"Dr. Anna Berg/Anna Maria Eva/Berg/Dr."_s);
    EXPECT_EQ(
        values(u"SELECT company || '/' || job_title || '/' || occupation || '/' || gender || '/' || language FROM customer"_s),
        u"Dahl AB/CEO/Engineer/female/sv"_s);
    EXPECT_EQ(values(u"SELECT street || '/' || city || '/' || region || '/' || postal_code || '/' || country FROM customer"_s),
              u"Hemgatan 3, rear, Box 7/Malmö/Skåne/21112/SE"_s);
    EXPECT_EQ(values(u"SELECT label || '/' || street || '/' || city || '/' || country FROM address"_s),
              u"work/Storgatan 1, Floor 2/Lund/SE"_s);
    EXPECT_EQ(values(u"SELECT birthday_on FROM customer"_s), u"1984-05-17"_s);
    EXPECT_EQ(values(u"SELECT label || ' ' || date_on FROM important_date"_s), u"anniversary 2009-08-08"_s);
    EXPECT_EQ(values(u"SELECT name FROM tag ORDER BY name"_s), u"Berlin, Mitte | VIP | wholesale"_s);
    EXPECT_EQ(values(u"SELECT note FROM customer"_s), u"one\ntwo\nthree"_s);
    EXPECT_EQ(own(u"Department"_s), u"Sales; North"_s);
    EXPECT_EQ(own(u"Nickname"_s), u"Annie, Nan"_s);
}

TEST_F(VCardImport, PutsPreferredNumbersFirstAndKeepsTheirLabels) {
    imported("FN:Anna\r\nTEL;HOME;VOICE:111111\r\nTEL;TYPE=WORK,FAX:222222\r\nTEL;TYPE=cell;PREF=2:333333\r\nTEL;VALUE=uri;PREF="
             "1:tel:+46-70-1004512;ext=5\r\n"
             "item1.TEL:444444\r\nitem1.X-ABLabel:Desk\r\nEMAIL;TYPE=INTERNET:a@x.example\r\nitem2.EMAIL;type=pref:mailto:b@x."
             "example\r\n"
             "item2.X-ABLABEL:_$!<Work>!$_\r\nTEL;CELL:555555,,12\r\n");
    EXPECT_EQ(points(u"phone"_s),
              u"+46-70-1004512 ext. 5  | 333333 mobile | 111111 home | 444444 Desk | 555555 ext. 12 mobile | 222222 fax"_s);
    EXPECT_EQ(points(u"email"_s), u"b@x.example work | a@x.example "_s);
}

TEST_F(VCardImport, ReadsMessengersNetworksAndWebPages) {
    imported("FN:Anna\r\nIMPP;X-SERVICE-TYPE=Skype:skype:anna.s\r\nIMPP:xmpp:anna%40jabber.example\r\nX-ICQ:123\r\nX-TELEGRAM:@"
             "anna\r\n"
             "X-SOCIALPROFILE;type=twitter:https://twitter.example/anna\r\nURL:https://berg.example\r\nitem1.URL:https://"
             "blog.example\r\n"
             "item1.X-ABLabel:blog\r\nIMPP;PREF=1:sip:anna@sip.example\r\n");
    EXPECT_EQ(points(u"video"_s), u"anna.s skype"_s);
    EXPECT_EQ(values(u"SELECT label || ' ' || value FROM contact_point WHERE kind = 'messenger' ORDER BY label"_s),
              u"icq 123 | jabber anna@jabber.example | sip anna@sip.example | telegram @anna"_s);
    EXPECT_EQ(points(u"social"_s), u"https://twitter.example/anna twitter"_s);
    EXPECT_EQ(points(u"web"_s), u"https://berg.example  | https://blog.example blog"_s);
}

TEST_F(VCardImport, ReadsBirthdaysHoweverTheyAreWritten) {
    const auto birthday = [this](const QByteArray &line) {
        EXPECT_EQ(
            imported("FN:" + line + "\r\nEMAIL:" + QByteArray::number(count(u"customer"_s)) + "@x.example\r\n" + line + "\r\n"),
            u"added 1"_s);
        return values(u"SELECT birthday_on FROM customer ORDER BY id DESC LIMIT 1"_s);
    };
    EXPECT_EQ(birthday("BDAY:--0412"), u"--04-12"_s);
    EXPECT_EQ(birthday("BDAY:--02-29"), u"--02-29"_s);
    EXPECT_EQ(birthday("BDAY:19631021"), u"1963-10-21"_s);
    EXPECT_EQ(birthday("BDAY;VALUE=date-and-or-time:1963-10-21T14:00:00Z"), u"1963-10-21"_s);
    EXPECT_EQ(birthday("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-05"), u"--03-05"_s);
    EXPECT_EQ(birthday("BDAY;VALUE=text:circa 1800"), u""_s);
    EXPECT_EQ(birthday("BDAY:1990-02-31"), u""_s);
    EXPECT_EQ(own(u"vCard"_s), u"BDAY:1990-02-31 | BDAY;VALUE=text:circa 1800"_s);
}

TEST_F(VCardImport, KeepsWhatItHasNoFieldForAndNamesWhatItLeavesOut) {
    const auto report = importCards("BEGIN:VCARD\nVERSION:4.0\nFN:Anna\nGEO:geo:46.7,-71.2\nX-FAVOURITE;KIND=\"a,b\":blue\\nred\n"
                                    "PHOTO:data:image/png;base64,iVBORw0KGgo=\nPHOTO:https://pics.example/anna.jpg\nEND:VCARD\n");
    EXPECT_EQ(inWords(report.total()), u"added 1"_s);
    EXPECT_EQ(own(u"vCard"_s), u"GEO:geo:46.7,-71.2\nX-FAVOURITE;KIND=\"a,b\":blue\\nred\nPHOTO:https://pics.example/anna.jpg"_s);
    EXPECT_EQ(report.files.first().leftOut, QStringList());
    EXPECT_EQ(values(u"SELECT name FROM attachment"_s), u"photo.png"_s);
}

TEST_F(VCardImport, ReadsRelationsAndWhatOldPhonesAdd) {
    imported("FN:Anna\r\nRELATED;TYPE=spouse;VALUE=text:Nils\r\nX-CHILDREN:Eva,Ida\r\nitem1.X-ABRELATEDNAMES:Dr. Ek\r\n"
             "item1.X-ABLabel:dentist\r\nX-MS-ASSISTANT:Uwe\r\nRELATED;TYPE=friend:urn:uuid:1\r\n"
             "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Annie;1;;\r\n"
             "X-ANDROID-CUSTOM:vnd.android.cursor.item/"
             "contact_event;2004-06-01;1;;\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Agent\r\nEND:VCARD\r\n");
    EXPECT_EQ(values(u"SELECT kind || ' ' || other_name FROM relation ORDER BY kind, other_name"_s),
              u"assistant Uwe | child Eva | child Ida | dentist Dr. Ek | spouse Nils"_s);
    EXPECT_EQ(own(u"Nickname"_s), u"Annie"_s);
    EXPECT_EQ(values(u"SELECT label || ' ' || date_on FROM important_date"_s), u"anniversary 2004-06-01"_s);
    EXPECT_EQ(own(u"vCard"_s), u"RELATED;TYPE=friend:urn:uuid:1\nAGENT:FN:Agent"_s);
    EXPECT_EQ(count(u"customer"_s), 1);
}

TEST_F(VCardImport, KnowsOrganisationsByTheirKind) {
    EXPECT_EQ(inWords(importCards("BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Dahl AB\nEND:VCARD\n"
                                  "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Acme\nORG:Acme;\nEND:VCARD\n"
                                  "BEGIN:VCARD\nVERSION:3.0\nFN:Lotus\nORG:Lotus plc\nX-ABShowAs:COMPANY\nEND:VCARD\n")
                          .total()),
              u"added 3"_s);
    EXPECT_EQ(values(u"SELECT name FROM customer WHERE kind = 'organisation' ORDER BY id"_s), u"Dahl AB | Acme | Lotus"_s);
}

TEST_F(VCardImport, UpdatesTheSameContactsWhenTheAddressBookComesAgain) {
    const QByteArray book = "BEGIN:VCARD\nVERSION:3.0\nUID:a-1\nFN:Anna "
                            "Berg\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nUID:a-2\nFN:Anna Berg\nEND:VCARD\n";
    EXPECT_EQ(inWords(importCards(book).total()), u"added 2"_s);
    EXPECT_EQ(inWords(importCards(QByteArray(book).replace("UID:", "NOTE:new\nUID:urn:uuid:")).total()), u"filled 2"_s);
    EXPECT_EQ(count(u"customer"_s), 2);
}

TEST_F(VCardImport, MeetsCustomersWhoCameFromElsewhere) {
    import("id,name,email\n17,Anna Berg,anna@berg.example\n");
    EXPECT_EQ(imported("UID:a-1\r\nFN:Anna Berg\r\nEMAIL:anna@berg.example\r\nTEL:+46701004512\r\n"), u"filled 1"_s);
    EXPECT_EQ(values(u"SELECT external_id FROM customer"_s), u"17"_s);
    // Two contacts of one address book that share a number and a name are two.
    EXPECT_EQ(inWords(importCards("BEGIN:VCARD\nUID:b-1\nFN:Nils Ek\nTEL:+46701004599\nEND:VCARD\n"
                                  "BEGIN:VCARD\nUID:b-2\nFN:Nils Ek\nTEL:+46701004599\nEND:VCARD\n")
                          .total()),
              u"added 2"_s);
}

TEST_F(VCardImport, MakesGroupsTagsOfTheirMembers) {
    const auto report = importCards(
        "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Choir\nMEMBER:urn:uuid:a-1\nMEMBER:mailto:Nils@ek.example\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:a-1\nFN:Anna\nCATEGORIES:vip\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:a-2\nFN:Nils\nEMAIL:nils@ek.example\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nUID:a-3\nFN:Uwe\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nX-ADDRESSBOOKSERVER-KIND:group\nFN:Strangers\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:z\nEND:"
        "VCARD\n");
    EXPECT_EQ(inWords(report.total()), u"added 3, unchanged 1, rejected 1"_s);
    EXPECT_EQ(values(u"SELECT c.name || ' ' || t.name FROM customer_tag x JOIN customer c ON c.id = x.customer_id JOIN tag t ON "
                     u"t.id = x.tag_id "
                     "ORDER BY c.name, t.name"_s),
              u"Anna Choir | Anna vip | Nils Choir"_s);
    EXPECT_TRUE(readFile(report.files.first().rejects).contains(u"None of the group's members is in this file."_s));
}

TEST_F(VCardImport, RejectsTheBrokenCardAlone) {
    const auto report = importCards(
        "BEGIN:VCARD\nFN:Anna\nEMAIL:a@x.example\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nBDAY:1970-07-14\nEND:VCARD\n"
        "BEGIN:VCARD\n" +
        QByteArray("X-A:1\n").repeated(6000) + "FN:Large\nEND:VCARD\nBEGIN:VCARD\nFN:Nils\n");
    EXPECT_EQ(report.total().read, 5);
    EXPECT_EQ(inWords(report.total()), u"added 2, rejected 3"_s);
    EXPECT_EQ(values(u"SELECT name FROM customer ORDER BY id"_s), u"Anna | Nils"_s);
    EXPECT_TRUE(readFile(report.files.first().rejects).contains(u"more than 5000 properties"_s));
}

TEST_F(VCardImport, RejectsACardWithATextThatIsTooLongAndTakesOneWithALargePicture) {
    const QByteArray large(2 * 1024 * 1024, 'A');
    const auto report = importCards("BEGIN:VCARD\nFN:Anna\nNOTE:" + large +
                                    "\nEND:VCARD\nBEGIN:VCARD\nFN:Nils\nPHOTO;ENCODING=b:" + large + "\nEND:VCARD\n");
    EXPECT_EQ(inWords(report.total()), u"added 1, rejected 1"_s);
    EXPECT_EQ(values(u"SELECT name || note FROM customer"_s), u"Nils"_s);
    EXPECT_TRUE(readFile(report.files.first().rejects).contains(u"“NOTE” is longer than 1 MB."_s));
}

TEST_F(VCardImport, ReadsFilesOfEveryCharset) {
    const QString card = u"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Анна Берг\r\nEND:VCARD\r\n"_s;
    for (QStringConverter::Encoding encoding : {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        EXPECT_EQ(inWords(importCards(encoder(card)).total()), u"added 1"_s);
        EXPECT_EQ(values(u"SELECT name FROM customer ORDER BY id DESC LIMIT 1"_s), u"Анна Берг"_s);
    }
    importCards("BEGIN:VCARD\nFN:\xC0\xED\xED\xE0 \xC8\xE2\xE0\xED\xEE\xE2\xE0\nORG:\xCE\xE1\xF9\xE5\xF1\xF2\xE2\xEE \xF1 "
                "\xEE\xE3\xF0\xE0\xED\xE8\xF7\xE5\xED\xED\xEE\xE9 "
                "\xEE\xF2\xE2\xE5\xF2\xF1\xF2\xE2\xE5\xED\xED\xEE\xF1\xF2\xFC\xFE\nEND:VCARD\n");
    EXPECT_EQ(values(u"SELECT name FROM customer ORDER BY id DESC LIMIT 1"_s), u"Анна Иванова"_s);
}

TEST_F(VCardImport, ReadsNamesOfGroupsInTheCharactersOfTheFile) {
    importCards("BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:\xD5\xEE\xF0 \xE8 "
                "\xEE\xF0\xEA\xE5\xF1\xF2\xF0\nMEMBER:urn:uuid:a-1\nEND:VCARD\n"
                "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:a-1\nFN:\xC0\xED\xED\xE0 "
                "\xC8\xE2\xE0\xED\xEE\xE2\xE0\nORG:\xCE\xE1\xF9\xE5\xF1\xF2"
                "\xE2\xEE \xF1 \xEE\xE3\xF0\xE0\xED\xE8\xF7\xE5\xED\xED\xEE\xE9\nEND:VCARD\n");
    EXPECT_EQ(values(u"SELECT name FROM tag"_s), u"Хор и оркестр"_s);
    EXPECT_EQ(values(u"SELECT c.name FROM customer_tag t JOIN customer c ON c.id = t.customer_id"_s), u"Анна Иванова"_s);
}

TEST_F(VCardImport, CanBeTriedAndTakenBack) {
    ImportOptions dry;
    dry.dryRun = true;
    const QByteArray card = "BEGIN:VCARD\nFN:Anna\nTEL:+46701004512\nADR:;;Storgatan 1;Lund;;;\nEND:VCARD\n";
    EXPECT_EQ(inWords(importCards(card, dry).total()), u"added 1"_s);
    EXPECT_EQ(count(u"customer"_s), 0);
    const auto report = importCards(card);
    const auto undone = undoImport(*base, report.files.first().batch);
    ASSERT_TRUE(undone);
    EXPECT_EQ(count(u"customer"_s), 0);
    EXPECT_EQ(count(u"contact_point"_s), 0);
}

TEST_F(VCardImport, TellsCardsFromTablesThatHoldCards) {
    EXPECT_EQ(inWords(importCards("ENCODING:UTF-8\r\n\r\nBEGIN:VCARD\r\nFN:Anna\r\nEND:VCARD\r\n").total()), u"added 1"_s);
    const auto table = import("name,code\nNils,\"\nBEGIN:VCARD\nFN:Nils\nEND:VCARD\"\n");
    EXPECT_EQ(table.files.first().columns.first().first, u"name"_s);
    EXPECT_EQ(table.total().read, 1);
}
