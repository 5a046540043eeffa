#include "exchange/mail_file.h"
#include "import_fixture.h"
#include "mutations.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

MailMessage parsed(const QByteArray &mail) {
    MailParser parser;
    for (const QByteArray &line : mail.split('\n'))
        parser.addLine(line);
    return parser.finish();
}

const QByteArray kPlain = "Message-ID: <a1@example.org>\r\n"
                          "From: =?utf-8?Q?Anna_M=C3=BCller?= <anna@example.org>\r\n"
                          "To: \"Shop, the\" <shop@kontor.example>\r\n"
                          "Cc: Team: bert@example.org, carl@example.org;\r\n"
                          "Date: Tue, 4 Feb 2020 10:11:12 +0100 (CET)\r\n"
                          "Subject: =?ISO-8859-1?Q?Fr=FChj?=\r\n =?ISO-8859-1?Q?ahr?= and more\r\n"
                          "Content-Type: text/plain; charset=utf-8\r\n"
                          "\r\n"
                          "Good day,\r\n\r\n\r\n\r\nwhen do you open?   \r\n";

const QByteArray kParts = "From: anna@example.org\n"
                          "To: shop@kontor.example\n"
                          "Date: 5 Feb 2020 08:00:00 GMT\n"
                          "Message-ID: <a2@example.org>\n"
                          "MIME-Version: 1.0\n"
                          "Content-Type: multipart/mixed; boundary=\"outer one\"\n"
                          "\n"
                          "for old programs\n"
                          "--outer one\n"
                          "Content-Type: multipart/alternative; boundary=inner\n"
                          "\n"
                          "--inner\n"
                          "Content-Type: text/plain; charset=windows-1251\n"
                          "Content-Transfer-Encoding: base64\n"
                          "\n"
                          "z/Do4uXy\n" // "Привет"
                          "--inner\n"
                          "Content-Type: text/html; charset=utf-8\n"
                          "\n"
                          "<p>not this one</p>\n"
                          "--inner--\n"
                          "--outer one\n"
                          "Content-Type: application/pdf; name=\"old.pdf\"\n"
                          "Content-Disposition: attachment; filename*0*=utf-8''Angebot%20f%C3%BCr; filename*1=\" Anna.pdf\"\n"
                          "Content-Transfer-Encoding: base64\n"
                          "\n"
                          "JVBERi0x\n"
                          "--outer one\n"
                          "Content-Type: message/rfc822\n"
                          "\n"
                          "Subject: inside\n\nthe forwarded text\n"
                          "--outer one--\n"
                          "behind it\n";

class MailImport : public ImportFixture {
protected:
    void addCustomers() { import("id,name,email\n1,Anna,anna@example.org\n2,Bert,bert@example.org\n"); }
};

} // namespace

TEST(Mail, HeadersAreUnfoldedAndDecoded) {
    const MailMessage mail = parsed(kPlain);
    EXPECT_EQ(mail.id, u"a1@example.org"_s);
    EXPECT_EQ(mail.from, QStringList{u"anna@example.org"_s});
    EXPECT_EQ(mail.to, (QStringList{u"shop@kontor.example"_s, u"bert@example.org"_s, u"carl@example.org"_s}));
    EXPECT_EQ(mail.at.toString(Qt::ISODate), u"2020-02-04T09:11:12Z"_s);
    EXPECT_EQ(mail.subject, u"Frühjahr and more"_s);
    EXPECT_EQ(mail.text, u"Good day,\n\nwhen do you open?"_s);
}

TEST(Mail, TheTextIsThePlainPartAndTheOthersAreAttachments) {
    const MailMessage mail = parsed(kParts);
    EXPECT_EQ(mail.text, u"Привет"_s);
    ASSERT_EQ(mail.attachments.size(), 2);
    EXPECT_EQ(mail.attachments.at(0).name, u"Angebot für Anna.pdf"_s);
    EXPECT_EQ(mail.attachments.at(0).content, "%PDF-1");
    EXPECT_EQ(mail.attachments.at(1).name, u"message.eml"_s);
    EXPECT_EQ(mail.attachments.at(1).content, "Subject: inside\n\nthe forwarded text");
    EXPECT_EQ(mail.at.toString(Qt::ISODate), u"2020-02-05T08:00:00Z"_s);
}

TEST(Mail, AMailWithoutAPlainPartIsReadFromItsHtml) {
    const MailMessage mail =
        parsed("From: a@b.c\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
               "<html><head><title>x</title><style>p {color: red}</style></head><body><p>Caf=C3=A9 &amp;\n"
               "  T&eacute; &#228;&#x44F; 2 &lt; 3</p><div>long =\nline</div><!-- no --><script>evil()</script>end<br>\n");
    EXPECT_EQ(mail.text, u"Café & T&eacute; äя 2 < 3\nlong line\nend"_s);
}

TEST(Mail, EncodedWordsOfEveryKindBecomeText) {
    EXPECT_EQ(decodedWords("=?utf-8?B?0J/RgNC40LLQtdGC?="), u"Привет"_s);
    EXPECT_EQ(decodedWords("=?utf-8?B?0J/RgNC40LLQ?= =?utf-8?B?tdGC?="), u"Привет"_s); // a letter parted between two words
    EXPECT_EQ(decodedWords("=?koi8-r?Q?=F0=D2=C9?= plain =?gb2312?B?xOO6ww==?="), u"При plain 你好"_s);
    EXPECT_EQ(decodedWords("=?utf-8?Q?never closed"), u"=?utf-8?Q?never closed"_s);
    EXPECT_EQ(decodedWords("=?nobody-knows-it?Q?a=C3=A4?="), u"aä"_s);
    EXPECT_EQ(decodedWords("raw \xC3\xA4"), u"raw ä"_s);
    EXPECT_EQ(decodedWords("x"), u"x"_s);
}

TEST(Mail, AddressesAreFoundHoweverTheyAreWritten) {
    EXPECT_EQ(mailAddresses("a@b.c"), QStringList{u"a@b.c"_s});
    EXPECT_EQ(mailAddresses("\"d@e.f, not this\" <a@b.c> (nor g@h.i), undisclosed-recipients:;, <j@k.l>"),
              (QStringList{u"a@b.c"_s, u"j@k.l"_s}));
    EXPECT_EQ(mailAddresses("=?utf-8?b?S8OkdWZlciA8YUBiLmM+?="), QStringList{u"a@b.c"_s}); // the address with the name
    EXPECT_EQ(mailAddresses("Anna"), QStringList());
}

TEST(Mail, DatesComeWithTheirZone) {
    EXPECT_EQ(mailDate("Tue, 04 Feb 2020 10:11:12 -0500").toString(Qt::ISODate), u"2020-02-04T15:11:12Z"_s);
    EXPECT_EQ(mailDate("4 Feb 2020 10:11 EST").toString(Qt::ISODate), u"2020-02-04T15:11:00Z"_s);
    EXPECT_FALSE(mailDate("yesterday").isValid());
}

TEST(Mail, LongAndHostileContentIsReadInReasonableTime) {
    QByteArray html = "From: a@b.c\nContent-Type: text/html\n\n";
    for (int i = 0; i < 100'000; ++i)
        html += "<script<style<!-&&#<\n";
    EXPECT_LE(parsed(html).text.size(), 100'001);
    EXPECT_LE(parsed("From: a@b.c\nSubject: " + QByteArray("=?").repeated(100'000) + "\n\n" + QByteArray(" ").repeated(3'000'000))
                  .text.size(),
              1);
    QByteArray nested = "From: a@b.c\n";
    for (int i = 0; i < 1'000; ++i) {
        const QByteArray mark = QByteArray::number(i);
        nested += "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n";
    }
    EXPECT_EQ(parsed(nested + "\nx\n").text, QString());
}

TEST_F(MailImport, AMailIsAnEntryOfTheCustomerWhoWroteIt) {
    addCustomers();
    const auto report = import(kPlain, {}, u"mail.eml"_s);
    EXPECT_EQ(inWords(report.total()), u"added 1"_s);
    EXPECT_EQ(
        values(
            u"SELECT c.name || ' ' || i.kind || ' ' || i.direction || ' ' || i.text FROM interaction i JOIN customer c ON c.id = i.customer_id"_s),
        u"Anna email in Frühjahr and more\nGood day,\n\nwhen do you open?"_s);
    EXPECT_EQ(values(u"SELECT at FROM interaction"_s), u"1580807472000"_s);
    EXPECT_EQ(values(u"SELECT c.name FROM participant p JOIN customer c ON c.id = p.customer_id"_s), u"Bert"_s);
    EXPECT_EQ(values(u"SELECT last_contact_at IS NOT NULL FROM customer WHERE name = 'Anna'"_s), u"1"_s);
}

TEST_F(MailImport, AMailToACustomerFromNobodyKnownWentOut) {
    addCustomers();
    import("From: shop@kontor.example\nTo: x@example.org, Bert <BERT@example.org>\nDate: 5 Feb 2020 08:00:00 GMT\nMessage-ID: "
           "<o@k>\n\nHello\n",
           {}, u"mail.eml"_s);
    EXPECT_EQ(values(u"SELECT c.name || ' ' || i.direction FROM interaction i JOIN customer c ON c.id = i.customer_id"_s),
              u"Bert out"_s);
}

TEST_F(MailImport, AFolderOfMailsIsTakenInOnceAndItsStrangersAreRejected) {
    addCustomers();
    const QByteArray folderOfMails =
        "From anna@example.org Tue Feb  4 10:11:12 2020\n" + QByteArray(kPlain).replace("\r\n", "\n") +
        "\nFrom a friend I heard\n>From here on\n>>From there\n" + "\nFrom - Wed Feb  5 08:00:00 2020\n" + kParts +
        "\n\nFrom x@y.z Wed Feb  5 08:00:00 2020\nFrom: x@y.z\nTo: shop@kontor.example\nDate: 6 Feb 2020 08:00:00 GMT\n"
        "Message-ID: <x@y>\n\nWho are you\n\n";
    const auto report = import(folderOfMails, {}, u"inbox"_s);
    EXPECT_EQ(inWords(report.total()), u"added 2, rejected 1"_s);
    EXPECT_EQ(values(u"SELECT text FROM interaction ORDER BY at LIMIT 1"_s),
              u"Frühjahr and more\nGood day,\n\nwhen do you open?\n\nFrom a friend I heard\nFrom here on\n>From there"_s);
    EXPECT_EQ(values(u"SELECT text FROM interaction ORDER BY at DESC LIMIT 1"_s),
              u"Привет\n\nAttachments: Angebot für Anna.pdf, message.eml"_s);
    EXPECT_TRUE(readFile(report.files.first().rejects).contains(u"No customer has this e-mail address"_s));
    EXPECT_EQ(inWords(import(folderOfMails, {}, u"inbox"_s).total()), u"unchanged 2, rejected 1"_s);
    EXPECT_EQ(count(u"interaction"_s), 2);
    EXPECT_EQ(count(u"participant"_s), 1);
}

TEST_F(MailImport, AttachmentsAreFilesOfTheEntryOnTheCard) {
    addCustomers();
    import(kParts, {}, u"mail.eml"_s);
    EXPECT_EQ(values(u"SELECT c.name || ' ' || a.name || ' ' || a.size FROM attachment a JOIN customer c ON c.id = a.customer_id "
                     "JOIN interaction i ON i.id = a.interaction_id ORDER BY a.id"_s),
              u"Anna Angebot für Anna.pdf 6 | Anna message.eml 35"_s);
    EXPECT_EQ(values(u"SELECT content = CAST('%PDF-1' AS BLOB) FROM attachment_piece LIMIT 1"_s), u"1"_s);
    const auto again = import(kParts, {}, u"mail.eml"_s);
    EXPECT_EQ(inWords(again.total()), u"unchanged 1"_s);
    EXPECT_EQ(count(u"attachment"_s), 2);
}

TEST(Mail, AttachmentsAreBoundedInNumberAndSizeAndThoseLeftOutAreNamed) {
    const auto part = [](const QByteArray &name, const QByteArray &content) {
        return "--b\nContent-Type: application/octet-stream; name=\"" + name + "\"\nContent-Transfer-Encoding: base64\n\n" +
               content.toBase64() + "\n";
    };
    QByteArray mail =
        "From: a@b.c\nContent-Type: multipart/mixed; boundary=b\n\n" + part("large.bin", QByteArray(11'000'000, 'x')) +
        part("one.bin", QByteArray(9'000'000, '1')) + part("two.bin", QByteArray(9'000'000, '2')) +
        part("three.bin", QByteArray(9'000'000, '3')) + part("empty.bin", {}) +
        "--b\nContent-Type: image/png; name=logo.png\nContent-ID: <logo>\n\nx\n--b\nContent-Type: text/calendar\n\nx\n";
    for (int number = 0; number < 30; ++number)
        mail += part("n" + QByteArray::number(number), "x");
    QStringList kept, leftOut;
    for (const RowFile &file : parsed(mail + "--b--\n").attachments)
        (file.problem.isEmpty() ? kept : leftOut) << file.name + (file.problem.isEmpty() ? QString() : u": "_s + file.problem);
    EXPECT_EQ(kept.size(), 20);
    EXPECT_EQ(kept.mid(0, 3), (QStringList{u"one.bin"_s, u"two.bin"_s, u"n0"_s}));
    EXPECT_EQ(leftOut.mid(0, 6),
              (QStringList{u"large.bin: it has more than 10 MB"_s, u"three.bin: the attachments have more than 20 MB together"_s,
                           u"empty.bin: it is empty"_s, u"logo.png: it belongs to the text"_s, u"text/calendar: it has no name"_s,
                           u"n18: the mail has more than 20"_s}));
}

TEST(Mail, NoZeroByteOfTheFileReachesAText) {
    const MailMessage mail =
        parsed(QByteArray("From: a@b.c\nSubject: a%b\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
                          "image/p%ng\n\nx\n--b\n\nte%xt\n--b--\n")
                   .replace('%', '\0'));
    EXPECT_EQ(mail.subject, u"ab"_s);
    EXPECT_EQ(mail.text, u"text"_s);
    ASSERT_EQ(mail.attachments.size(), 1);
    EXPECT_EQ(mail.attachments.at(0).name, u"image/png"_s);
}

TEST_F(MailImport, AnImportOfMailsIsTakenBackWithItsParticipants) {
    addCustomers();
    const auto report = import(kPlain, {}, u"mail.eml"_s);
    ASSERT_TRUE(undoImport(*base, report.files.first().batch));
    EXPECT_EQ(count(u"interaction"_s) + count(u"participant"_s), 0);
    EXPECT_EQ(count(u"customer"_s), 2);
}

TEST_F(MailImport, AMailWithoutADateOrAddressesIsRejectedWithTheReason) {
    addCustomers();
    const auto undated = import("From: anna@example.org\nMessage-ID: <u@k>\n\nHello\n", {}, u"a.eml"_s);
    EXPECT_TRUE(readFile(undated.files.first().rejects).contains(u"does not say when"_s));
    const auto nobody = import("From: nobody\nDate: 5 Feb 2020 08:00:00 GMT\n\nHello\n", {}, u"b.eml"_s);
    EXPECT_TRUE(readFile(nobody.files.first().rejects).contains(u"names no address"_s));
}

TEST_F(MailImport, AMailThatWasDeletedButStillStandsInTheFolderIsRejected) {
    addCustomers();
    const QByteArray head = "From - Wed Feb  5 08:00:00 2020\n",
                     mail = "From: anna@example.org\nDate: 5 Feb 2020 08:00:00 GMT\n\nHello\n\n";
    const auto report =
        import(head + "X-Mozilla-Status: 0009\n" + mail + head + "X-Mozilla-Status: 0001\n" + mail, {}, u"Inbox"_s);
    EXPECT_EQ(inWords(report.total()), u"added 1, rejected 1"_s);
    EXPECT_TRUE(readFile(report.files.first().rejects).contains(u"was deleted"_s));
}

TEST_F(MailImport, ATableWhoseTitlesLookLikeHeadersStaysATable) {
    EXPECT_FALSE(isMailFile(write(u"a.csv"_s, "From: me\nname,email\nAnna,a@b.c\n")));
    EXPECT_FALSE(isMailFile(write(u"b.csv"_s, "Name: x;Date: y\nFrom: 1;2\n\n")));
    EXPECT_FALSE(isMailFile(write(u"c.csv"_s, "From us to you\nname\nAnna\n")));
    EXPECT_TRUE(isMailFile(write(u"d"_s, kPlain)));
}

TEST_F(MailImport, BrokenCopiesNeverCrashAndReadTheSameTwice) {
    const QByteArray whole =
        "From anna@example.org Tue Feb  4 10:11:12 2020\n" + kPlain + "\nFrom - Wed Feb  5 08:00:00 2020\n" + kParts;
    Mutations mutations(7);
    int mails = 0;
    for (int round = 0; round < 600; ++round) {
        const auto file = MailFile::open(write(u"broken"_s, mutations.of(whole)));
        ASSERT_TRUE(file);
        QList<QStringList> readings[2];
        for (QList<QStringList> &reading : readings) {
            TableRecord record;
            while ((*file)->next(record).value_or(false)) {
                EXPECT_EQ(qsizetype(record.cells.size()), (*file)->titles().size());
                QStringList texts;
                for (QStringView cell : record.cells)
                    texts << cell.toString();
                reading << texts;
            }
            ASSERT_TRUE((*file)->rewind());
        }
        EXPECT_EQ(readings[0], readings[1]);
        mails += int(readings[0].size());
    }
    EXPECT_GT(mails, 800);
}
