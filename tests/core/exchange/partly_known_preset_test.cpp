// Layouts of which only a part is known: their signatures, what they say, and that everything else is left to the titles and named.
#include "import_fixture.h"

#include "exchange/preset.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class PartlyKnown : public ImportFixture {
protected:
    PartlyKnown() : ImportFixture({u"US"_s, u"USD"_s, u"UTC"_s, u"en"_s}) {}
    FileReport one(const QByteArray &content, const QString &name = u"file.csv"_s) {
        return import(content, {}, name).files.value(0);
    }
    // The program, and whether a person is told to look at the columns.
    static QString told(const FileReport &file) {
        return !file.preset
                   ? u"none"_s
                   : file.preset->program + (presetSentence(*file.preset).contains(u"Only part"_s) ? u", in part"_s : QString());
    }
    QString points() {
        return values(u"SELECT kind || ' ' || label || ' ' || value FROM contact_point ORDER BY customer_id, kind, position"_s);
    }
};

const QByteArray kNethuntContacts =
    "Record ID,Name,Contact type,Source,Position,Website,Country,Phone number,Email,LinkedIn,Telegram,Created "
    "at,Message,Бюджет\n"
    "5f1a,Anna Berg,Customer,Created manually; Upwork,Buyer,dahl.example,Sweden,+46 70 1004512,anna@dahl.example,"
    "https://linkedin.example/anna,@anna,3/26/2024,Likes tea,large\n";

} // namespace

TEST_F(PartlyKnown, NethuntsContactsAndTheirDeals) {
    const FileReport contacts = one(kNethuntContacts);
    EXPECT_EQ(told(contacts), u"NetHunt, in part"_s);
    EXPECT_EQ(contacts.leftOut, QStringList{u"Бюджет"_s});
    EXPECT_EQ(
        values(
            u"SELECT external_id || '|' || name || '|' || lifecycle || '|' || job_title || '|' || note || '|' || source FROM customer"_s),
        u"nethunt:5f1a|Anna Berg|customer|Buyer|Likes tea|Upwork"_s);
    EXPECT_EQ(values(u"SELECT date(created_at / 1000, 'unixepoch') FROM customer"_s), u"2024-03-26"_s);
    EXPECT_TRUE(points().contains(u"messenger telegram @anna"_s)) << points().toStdString();
    EXPECT_TRUE(points().contains(u"social linkedin https://linkedin.example/anna"_s)) << points().toStdString();
    const FileReport deals =
        one("Record ID,Name,Stage,Status,Source,Services,Amount,Description,Contact person,Contact person [ID]\n"
            "9b2c,Garden,Won,,Web,Mowing;Trimming,1200,Large garden,Anna Berg,5f1a\n");
    EXPECT_EQ(told(deals), u"NetHunt, in part"_s);
    EXPECT_EQ(values(u"SELECT c.name || ' ' || d.title || ' ' || d.amount FROM deal d JOIN customer c ON c.id = d.customer_id"_s),
              u"Anna Berg Garden 120000"_s);
    EXPECT_EQ(inWords(one(kNethuntContacts).counts), u"unchanged 1"_s);
}

TEST_F(PartlyKnown, ActsContactsWithTheColumnsThatSomebodyChose) {
    const FileReport file =
        one("Company,Contact,Salutation,Title,Department,Phone,Mobile Phone,E-mail,Web Site,Address 1,Address 2,City,State,ZIP "
            "Code,Country,ID/Status,Referred By,Last Results,Record Manager,Edit Date,Favourite colour\n"
            "Dahl AB,Anna Berg,Anna,Buyer,Purchasing,+46 46 100200,+46 70 1004512,anna@dahl.example,dahl.example,Storgatan "
            "1,2nd floor,Lund,Skane,222 22,Sweden,Prospect,Olle,Sent papers,Una,1/2/2024,blue\n");
    EXPECT_EQ(told(file), u"ACT!, in part"_s);
    EXPECT_EQ(values(u"SELECT name || '|' || company || '|' || job_title || '|' || status || '|' || source || '|' || owner || "
                     u"'|' || street || '|' || "
                     "city || '|' || postal_code FROM customer"_s),
              u"Anna Berg|Dahl AB|Buyer|Prospect|Olle|Una|Storgatan 1, 2nd floor|Lund|222 22"_s);
    EXPECT_EQ(file.leftOut, (QStringList{u"Edit Date"_s, u"Favourite colour"_s}));
    EXPECT_TRUE(points().contains(u"phone mobile +46 70 1004512"_s)) << points().toStdString();
}

TEST_F(PartlyKnown, MondaysBoardsWhereTitlesMayRepeat) {
    const FileReport file = one("Name,Subitems,Phone Number,Email Address,Phone Number,Email Address,Mood\n"
                                "Anna Berg,Call; Send,+46 70 1004512,anna@dahl.example,+46 70 1004513,a2@dahl.example,good\n");
    EXPECT_EQ(told(file), u"monday.com, in part"_s);
    EXPECT_EQ(file.leftOut, (QStringList{u"Subitems"_s, u"Mood"_s}));
    EXPECT_EQ(points(), u"email  anna@dahl.example | email  a2@dahl.example | phone  +46 70 1004512 | phone  +46 70 1004513"_s);
}

TEST_F(PartlyKnown, InsightlysContactsByTheNamesOfItsFields) {
    const FileReport file = one("CONTACT_ID,FIRST_NAME,LAST_NAME,EMAIL_ADDRESS,PHONE,TITLE,ORGANISATION_NAME,IMPORTANT_DATE_1\n"
                                "123456789,Anna,Berg,anna@dahl.example,+46 70 1004512,Buyer,Dahl AB,2024-01-02\n");
    EXPECT_EQ(told(file), u"Insightly, in part"_s);
    EXPECT_EQ(values(u"SELECT external_id || '|' || name || '|' || job_title || '|' || company FROM customer"_s),
              u"insightly:contact:123456789|Anna Berg|Buyer|Dahl AB"_s);
    EXPECT_EQ(file.leftOut, QStringList{u"IMPORTANT_DATE_1"_s});
}

TEST_F(PartlyKnown, ZendeskSellsContactsByTheNamesOfItsFields) {
    const FileReport file =
        one("id,creator_id,owner_id,first_name,last_name,organization_name,title,description,email,phone,mobile,twitter,skype,"
            "address_city,tags,created_at,updated_at\n"
            "7,1,2,Anna,Berg,Dahl AB,Buyer,Likes tea,anna@dahl.example,+46 46 100200,+46 70 1004512,anna_b,anna.s,Lund,"
            "\"garden,vip\",2024-01-02T10:00:00Z,2024-02-02T10:00:00Z\n");
    EXPECT_EQ(told(file), u"Zendesk Sell, in part"_s);
    EXPECT_EQ(values(u"SELECT external_id || '|' || name || '|' || company || '|' || job_title || '|' || note FROM customer"_s),
              u"sell:7|Anna Berg|Dahl AB|Buyer|Likes tea"_s);
    EXPECT_EQ(values(u"SELECT name FROM tag ORDER BY name"_s), u"garden | vip"_s);
    EXPECT_TRUE(points().contains(u"video skype anna.s"_s)) << points().toStdString();
}

TEST_F(PartlyKnown, ZohosLeadsDealsAndNotesFindTheirCustomersById) {
    const FileReport leads =
        one("Record Id,Lead Owner,Company,First Name,Last Name,Email,Phone,Lead Source,Lead Status,Street,City,State,Zip "
            "Code,Description\nzcrm_4876876000000222001,Una,Dahl AB,Anna,Berg,anna@dahl.example,+46 70 1004512,Web,Contacted,"
            "Storgatan 1,Lund,Skane,222 22,Likes tea\n");
    EXPECT_EQ(told(leads), u"Zoho CRM, in part"_s);
    EXPECT_EQ(values(u"SELECT external_id || '|' || lifecycle || '|' || status || '|' || city FROM customer"_s),
              u"zoho:4876876000000222001|lead|Contacted|Lund"_s);
    const FileReport deals =
        one("Record Id,Deal Name,Account Name,Account Name.id,Contact Name,Contact Name.id,Stage,Closing Date,Amount\n"
            "4876876000000333001,Mowers,Dahl AB,,Anna Berg,zcrm_4876876000000222001,Closed Won,2024-03-09,\"$1,200.50\"\n");
    EXPECT_EQ(told(deals), u"Zoho CRM, in part"_s);
    EXPECT_EQ(values(u"SELECT title || ' ' || amount || ' ' || state FROM deal"_s), u"Mowers 120050 won"_s);
    const FileReport notes = one("Note Id,Note Title,Note Content,Parent ID,Parent Module,Created Time\n"
                                 "4876876000000444001,Terms,Pays in 30 days,4876876000000222001,Leads,2024-02-07 08:00:00\n");
    EXPECT_EQ(told(notes), u"Zoho CRM, in part"_s);
    EXPECT_EQ(values(u"SELECT c.name || ' ' || i.kind || ' ' || replace(i.text, char(10), '/') FROM interaction i JOIN customer "
                     u"c ON c.id = "
                     "i.customer_id"_s),
              u"Anna Berg note Terms/Pays in 30 days"_s);
}

TEST_F(PartlyKnown, TitlesThatAreNotOfTheProgramAreLeftToThemselves) {
    for (const QByteArray &titles : {QByteArray("Name,Email,Stage"), QByteArray("Record ID,Name,Email"),
                                     QByteArray("Record id,Contact,Email"), QByteArray("id,first_name,last_name,email"),
                                     QByteArray("Contact,Email,Edit Date"), QByteArray("CONTACT_ID,Name,Email")})
        EXPECT_EQ(told(one(titles + "\n1,Anna,anna@dahl.example\n")), u"none"_s) << titles.toStdString();
}
