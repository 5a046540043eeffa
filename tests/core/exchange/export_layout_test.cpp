// Customers given out in the layouts of other programs, and taken in again.
#include "customers/consent.h"
#include "exchange/exporter.h"
#include "import_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class ExportLayouts : public ImportFixture {
protected:
    void addPeople() {
        import("id,type,name,given_name,family_name,company,job_title,phone1,phone1_label,phone2,phone2_label,email1,email2,"
               "street,city,postal_code,"
               "country,birthday,tags,note,street.other,city.other,relation.spouse,important_date.anniversary,custom.Department,"
               "lifecycle\n"
               "salesforce:003A000001Anna0IAE,person,Anna Berg,Anna,Berg,Dahl AB,Buyer,+46 40 300400,work,+46 70 "
               "1004512,mobile,anna@dahl.example,"
               "anna@berg.example,Lilla Torg 2,Malmö,211 34,SE,1980-05-17,Garden;VIP,Likes tea,Storgatan "
               "1,Lund,Olle,2010-06-01,Purchasing,customer\n"
               "hubspot:contact:7,person,Nils,,,,,+46 70 1004599,holiday house,,,nils@fritz.example,,,,,,,,\"=1+1, said "
               "twice\",,,,,,lead\n"
               "17,organisation,Fritz AB,,,Fritz AB,,+46 46 100200,work,,,info@fritz.example,,,Lund,,SE,,,,,,,,,\n");
    }
    ExportReport exportAs(const QString &layout) {
        ExportOptions options;
        options.layout = layout;
        auto report = exportCustomers(*base, folder.filePath(layout + u".csv"_s), options);
        EXPECT_TRUE(report) << report.error().message.toStdString();
        return report ? *report : ExportReport();
    }
    QStringList lines(const QString &layout) {
        return readFile(folder.filePath(layout + u".csv"_s)).remove(QChar(0xFEFF)).split(u"\r\n"_s);
    }
};

} // namespace

TEST_F(ExportLayouts, ComeBackWithoutAnyDifference) {
    addPeople();
    for (const QString &layout : {u"salesforce"_s, u"hubspot"_s, u"google"_s, u"outlook"_s, u"mailchimp"_s}) {
        ASSERT_EQ(exportAs(layout).rows, 3) << layout.toStdString();
        const ImportReport back = importPaths({folder.filePath(layout + u".csv"_s)});
        EXPECT_EQ(inWords(back.total()), u"unchanged 3"_s) << layout.toStdString();
        ASSERT_TRUE(back.files.first().preset) << layout.toStdString();
        EXPECT_EQ(back.files.first().preset->name, layout);
    }
    EXPECT_EQ(count(u"customer"_s), 3);
    EXPECT_EQ(values(u"SELECT name || family_name FROM customer WHERE name = 'Nils'"_s), u"Nils"_s);
}

TEST_F(ExportLayouts, HaveTheTitlesOfTheProgramAndItsOwnIdsAlone) {
    addPeople();
    exportAs(u"salesforce"_s);
    const QStringList rows = lines(u"salesforce"_s);
    EXPECT_TRUE(rows.at(0).startsWith(u"Contact ID,Salutation,First Name,Last Name,Account Name,Title,Email,Phone,Mobile,"_s))
        << rows.at(0).toStdString();
    EXPECT_TRUE(
        rows.at(1).startsWith(u"003A000001Anna0IAE,,Anna,Berg,Dahl AB,Buyer,anna@dahl.example,+46 40 300400,+46 70 1004512,"_s))
        << rows.at(1).toStdString();
    EXPECT_TRUE(rows.at(2).startsWith(u",,,Nils,,,nils@fritz.example,+46 70 1004599,"_s)) << rows.at(2).toStdString();
    exportAs(u"google"_s);
    EXPECT_TRUE(lines(u"google"_s)
                    .at(0)
                    .contains(u"E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,"_s));
    EXPECT_TRUE(lines(u"google"_s).at(1).contains(u"Garden ::: VIP"_s));
}

TEST_F(ExportLayouts, OfMailchimpLeaveOutWhoHasNoAddressOrWantsNoMail) {
    import("name,email,opt_out.email\nAnna,anna@x.example,\nNils,nils@x.example,yes\nUwe,,\nEva,eva@x.example,\n");
    ASSERT_EQ(count(u"consent"_s), 1);
    const ExportReport report = exportAs(u"mailchimp"_s);
    EXPECT_EQ(report.rows, 2);
    EXPECT_EQ(report.leftOut, 2);
    EXPECT_FALSE(readFile(report.file).contains(u"nils"_s));
}

TEST_F(ExportLayouts, ThatNobodyKnowsAreRefusedWithThoseThatThereAre) {
    ExportOptions options;
    options.layout = u"abacus"_s;
    const auto refused = exportCustomers(*base, folder.filePath(u"x.csv"_s), options);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains(u"mailchimp"_s));
}

TEST_F(ExportLayouts, TakeTheFirstOfTheWebsitesThatHaveALabel) {
    import("id,name,website.h,website.g,website.f,website.e,website.d,website.c,website.b,website.a\n"
           "1,Anna,h.example,g.example,f.example,e.example,d.example,c.example,b.example,a.example\n");
    exportAs(u"outlook"_s);
    EXPECT_TRUE(lines(u"outlook"_s).at(1).contains(u"a.example"_s)) << lines(u"outlook"_s).at(1).toStdString();
}

TEST_F(ExportLayouts, OfGoogleKeepTheLabelsOfWebsitesBothWays) {
    const QByteArray titles =
        "First Name,Last Name,Organization Name,Organization Title,Organization Department,File As,Labels,E-mail 1 - "
        "Label,E-mail 1 - Value,Website 1 - Label,Website 1 - Value,Website 2 - Label,Website 2 - Value\n";
    import(titles + "Anna,Berg,,,,,,,anna@berg.example,Work,dahl.example,Garden "
                    "club,club.example\nNils,Fritz,,,,,,,nils@f.example,,f.example,,\n");
    EXPECT_EQ(values(u"SELECT value || ' ' || label FROM contact_point WHERE kind = 'web' ORDER BY id"_s),
              u"dahl.example work | club.example Garden club | f.example "_s);
    exportAs(u"google"_s);
    const QStringList rows = lines(u"google"_s);
    EXPECT_TRUE(rows.at(0).contains(u"Website 1 - Label,Website 1 - Value,Website 2 - Label,Website 2 - Value,"_s))
        << rows.at(0).toStdString();
    const QString anna = rows.at(1).contains(u"Anna"_s) ? rows.at(1) : rows.at(2),
                  nils = rows.at(1).contains(u"Nils"_s) ? rows.at(1) : rows.at(2);
    EXPECT_TRUE(anna.contains(u"work,dahl.example"_s)) << anna.toStdString();
    EXPECT_TRUE(anna.contains(u"Garden club,club.example"_s)) << anna.toStdString();
    EXPECT_TRUE(nils.contains(u",f.example"_s)) << nils.toStdString();
    EXPECT_EQ(inWords(importPaths({folder.filePath(u"google.csv"_s)}).total()), u"unchanged 2"_s);
    import("Name,Given Name,Additional Name,Family Name,Yomi Name,Birthday,Group Membership,E-mail 1 - Type,E-mail 1 - "
           "Value,Website 1 - "
           "Type,Website 1 - Value\nEva Dahl,Eva,,Dahl,,,,,eva@dahl.example,Home Page,eva.example\n");
    EXPECT_EQ(values(u"SELECT label FROM contact_point WHERE value = 'eva.example'"_s), u"Home Page"_s);
}

TEST_F(ExportLayouts, OfMailchimpGoByTheDecisionThatWasEnteredLast) {
    import("id,name,email\n1,Anna,anna@x.example\n2,Nils,nils@x.example\n");
    const auto decide = [this](qint64 customer, const QString &state) {
        ASSERT_TRUE(base->write({u"edit"_s, "customer", Id{customer}}, [&](workspace::Recorder &recorder) {
            Consent consent;
            consent.customerId = Id{customer};
            consent.channel = u"email"_s;
            consent.state = state;
            consent.decidedAt = Instant{1000};
            return recorder.insert(consent);
        }));
    };
    const qint64 anna = values(u"SELECT id FROM customer WHERE name = 'Anna'"_s).toLongLong();
    decide(anna, u"refused"_s);
    decide(anna, u"given"_s); // of the same moment
    decide(values(u"SELECT id FROM customer WHERE name = 'Nils'"_s).toLongLong(), u"refused"_s);
    EXPECT_EQ(exportAs(u"mailchimp"_s).rows, 1);
    EXPECT_TRUE(lines(u"mailchimp"_s).at(1).contains(u"anna@x.example"_s));
}
