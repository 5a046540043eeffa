// Exports of other programs, written after their documented titles; the people in them are of no place.
#include "exchange/import_preview.h"
#include "exchange/preset.h"
#include "sheet_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class Presets : public ImportFixture {
protected:
    FileReport one(const QByteArray &content, const QString &name = u"file.csv"_s, const ImportOptions &chosen = {}) {
        return import(content, chosen, name).files.value(0);
    }
    QString program(const FileReport &file) { return file.preset ? file.preset->program : QString(); }
    QString points(const QString &customer) {
        return values(
            u"SELECT p.kind || ' ' || p.label || ' ' || p.value FROM contact_point p JOIN customer c ON c.id = p.customer_id WHERE c.name = '%1' ORDER BY p.kind, p.position"_s
                .arg(customer));
    }
};

const QByteArray kAccounts =
    "Id,IsDeleted,Name,Type,BillingStreet,BillingCity,BillingPostalCode,BillingCountry,Phone,Website,Industry,NumberOfEmployees,"
    "CreatedDate,SystemModstamp\n"
    "001A000001Dahl0IAA,0,Dahl AB,Customer,Storgatan 1,Lund,222 22,Sweden,+46 46 100200,https://dahl.example,Retail,40,"
    "2020-01-02T10:00:00.000Z,2024-01-01T00:00:00.000Z\n"
    "001A000001Gone0IAA,1,Gone AB,,,Ystad,,,,,,,2020-01-02T10:00:00.000Z,2024-01-01T00:00:00.000Z\n";
const QByteArray kContacts =
    "Id,IsDeleted,AccountId,Salutation,FirstName,LastName,MailingStreet,MailingCity,MailingCountry,Phone,Fax,MobilePhone,Email,"
    "Title,"
    "Department,LeadSource,Birthdate,HasOptedOutOfEmail,DoNotCall,EmailBouncedReason,SystemModstamp\n"
    "003A000001Anna0IAE,0,001A000001Dahl0IAA,Ms.,Anna,Berg,Lilla Torg 2,Malmö,Sweden,+46 40 300400,+46 40 300401,+46 70 1004512,"
    "anna@dahl.example,Buyer,Purchasing,Web,1980-05-17,1,0,,2024-01-01T00:00:00.000Z\n"
    "003A000001Nils0IAE,0,001A000001None0IAA,,Nils,Fritz,,,,,,,nils@fritz.example,,,,,0,1,mailbox "
    "full,2024-01-01T00:00:00.000Z\n";
const QByteArray kDeals =
    "Id,IsDeleted,AccountId,Name,StageName,Amount,Probability,CloseDate,IsClosed,IsWon,SystemModstamp\n"
    "006A000001Mow00IAA,0,001A000001Dahl0IAA,Mowers,Closed Won,1200.50,100,2024-03-09,1,1,2024-01-01T00:00:00Z\n"
    "006A000001Trm00IAA,0,001A000001Dahl0IAA,Trimmers,Lost to others,80,0,2024-03-09,1,0,2024-01-01T00:00:00Z\n";
const QByteArray kTasks =
    "Id,IsDeleted,WhoId,WhatId,Subject,ActivityDate,Status,Priority,Description,TaskSubtype,SystemModstamp\n"
    "00TA000001Call0IAA,0,003A000001Anna0IAE,,Call Anna,2024-02-01,Completed,Normal,About mowers,Call,2024-01-01T00:00:00Z\n"
    "00TA000001Send0IAA,0,,006A000001Mow00IAA,Send papers,2024-02-03,Not Started,Normal,,Task,2024-01-01T00:00:00Z\n";
const QByteArray kEvents =
    "Id,IsDeleted,WhoId,WhatId,Subject,StartDateTime,DurationInMinutes,Description,SystemModstamp\n"
    "00UA000001Meet0IAA,0,003A000001Anna0IAE,,Lunch,2024-02-05T11:00:00.000Z,45,Good food,2024-01-01T00:00:00Z\n";
const QByteArray kCases =
    "Id,IsDeleted,CaseNumber,ContactId,AccountId,Type,Status,Subject,Priority,Description,CreatedDate,ClosedDate,SystemModstamp\n"
    "500A000001Nois0IAA,0,00001001,003A000001Anna0IAE,,Complaint,Closed,Too loud,High,It roars,2024-02-06T08:00:00.000Z,"
    "2024-02-08T08:00:00.000Z,2024-01-01T00:00:00Z\n";
const QByteArray kNotes =
    "Id,IsDeleted,ParentId,Title,IsPrivate,Body,OwnerId,CreatedDate,SystemModstamp\n"
    "002A000001Note0IAA,0,001A000001Dahl0IAA,Terms,0,Pays in 30 days,005A,2024-02-07T08:00:00.000Z,2024-01-01T00:00:00Z\n";
const QByteArray kUsers = "Id,Username,LastName,FirstName,Email,IsActive,SystemModstamp\n005A,u@x.example,Worker,Una,u@x.example,"
                          "1,2024-01-01T00:00:00Z\n";

} // namespace

TEST_F(Presets, TheDataExportOfSalesforceIsLinkedByItsIds) {
    const QString path = write(u"WE_00D_1.ZIP"_s, zipOf({{"Task.csv", kTasks},
                                                         {"Contact.csv", kContacts},
                                                         {"User.csv", kUsers},
                                                         {"Note.csv", kNotes},
                                                         {"Opportunity.csv", kDeals},
                                                         {"Case.csv", kCases},
                                                         {"Event.csv", kEvents},
                                                         {"Account.csv", kAccounts}}));
    const ImportReport report = importPaths({path});
    EXPECT_EQ(inWords(report.total()), u"added 10, rejected 1"_s);
    QStringList read, others;
    for (const FileReport &file : report.files) {
        read << file.table + u' ' + (file.preset ? file.preset->records : u"?"_s);
        others << file.otherTables;
    }
    EXPECT_EQ(
        read.join(u", "_s),
        u"Account.csv accounts, Contact.csv contacts, Opportunity.csv deals, Task.csv tasks, Note.csv notes, Case.csv cases, Event.csv calendar entries"_s);
    EXPECT_EQ(others, QStringList{u"User.csv"_s});
    EXPECT_EQ(values(u"SELECT external_id || ' ' || kind || ' ' || city FROM customer WHERE name = 'Dahl AB'"_s),
              u"salesforce:001A000001Dahl0IAA organisation Lund"_s);
    EXPECT_EQ(
        values(
            u"SELECT salutation || '|' || company || '|' || job_title || '|' || street || '|' || birthday_on FROM customer WHERE name = 'Anna Berg'"_s),
        u"Ms.|Dahl AB|Buyer|Lilla Torg 2|1980-05-17"_s);
    EXPECT_EQ(points(u"Anna Berg"_s),
              u"email  anna@dahl.example | phone work +46 40 300400 | phone mobile +46 70 1004512 | phone fax +46 40 300401"_s);
    EXPECT_EQ(
        values(
            u"SELECT c.name || ' ' || r.kind || ' ' || o.name FROM relation r JOIN customer c ON c.id = r.customer_id JOIN customer o ON o.id = r.other_id"_s),
        u"Anna Berg works_at Dahl AB"_s);
    EXPECT_EQ(values(u"SELECT title || ' ' || state || ' ' || amount || ' ' || expected_on FROM deal ORDER BY title"_s),
              u"Mowers won 120050 2024-03-09 | Trimmers lost 8000 2024-03-09"_s);
    EXPECT_EQ(
        values(
            u"SELECT c.name || ': ' || t.title || ' ' || t.kind || ' ' || t.due_on || ' ' || (t.done_at IS NOT NULL) FROM task t JOIN customer c ON c.id = t.customer_id ORDER BY t.title"_s),
        u"Anna Berg: Call Anna call 2024-02-01 1 | Dahl AB: Send papers  2024-02-03 0"_s);
    EXPECT_EQ(
        values(
            u"SELECT kind || ' ' || coalesce(duration_seconds, '') || ' ' || replace(text, char(10), '/') FROM interaction ORDER BY at"_s),
        u"meeting 2700 Lunch/Good food | note  Terms/Pays in 30 days"_s);
    EXPECT_EQ(values(u"SELECT title || ' ' || kind || ' ' || severity || ' ' || state || ' ' || note FROM support_case"_s),
              u"Too loud complaint High closed It roars"_s);
    EXPECT_EQ(inWords(importPaths({path}).total()), u"unchanged 10, rejected 1"_s);
}

TEST_F(Presets, WhatSalesforceSaysOfOptingOutBecomesConsentsAndBouncedAddressesAreMarked) {
    one(kAccounts);
    const FileReport contacts = one(kContacts);
    EXPECT_EQ(program(contacts), u"Salesforce"_s);
    EXPECT_EQ(
        values(
            u"SELECT c.name || ' ' || s.channel || ' ' || s.state || ' ' || s.how || ' ' || s.evidence FROM consent s JOIN customer c ON c.id = s.customer_id ORDER BY c.name"_s),
        u"Anna Berg email refused Salesforce HasOptedOutOfEmail: 1 | Nils Fritz phone refused Salesforce DoNotCall: 1"_s);
    EXPECT_EQ(values(u"SELECT value FROM contact_point WHERE wrong = 1"_s), u"nils@fritz.example"_s);
    EXPECT_EQ(values(u"SELECT reason FROM import_row WHERE outcome = 'added' AND reason <> ''"_s),
              u"the company that it names is not in the base"_s);
}

TEST_F(Presets, AnIdOfFifteenLettersInAReportMeetsTheLongOneOfTheExport) {
    EXPECT_EQ(keptId(u"salesforce:"_s, u"001A0000006Vm9r"_s), u"salesforce:001A0000006Vm9rIAC"_s);
    const QByteArray report = "Contact ID,First Name,Last Name,Account Name,Mailing City,Lead Source,Email\n"
                              "003A000001Anna0,Anna,Berg,Dahl AB,Lund,Web,anna@other.example\n";
    const FileReport file = one(report);
    ASSERT_TRUE(file.preset);
    EXPECT_FALSE(file.preset->isVerified);
    EXPECT_EQ(values(u"SELECT external_id FROM customer"_s), keptId(u"salesforce:"_s, u"003A000001Anna0"_s));
}

TEST_F(Presets, HubspotsContactsCompaniesAndDealsHaveNumbersOfTheirOwn) {
    const QString companies =
        write(u"companies.csv"_s,
              "Record ID,Company name,Website URL,Company owner,Create Date\n101,Dahl AB,dahl.example,Una,2024-01-02 10:00\n");
    const QString contacts =
        write(u"contacts.csv"_s, "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage,Associated "
                                 "Company,Associated Company IDs\n"
                                 "101,Anna,Berg,anna@dahl.example,+46 70 1004512,Una,Opportunity,Dahl AB,101\n");
    const QString deals =
        write(u"deals.csv"_s, "Record ID,Deal Name,Deal Stage,Close Date,Amount,Associated Contact IDs,Associated Company IDs\n"
                              "101,Mowers,Closed Won,2024-03-09 00:00,1200,101;102,101\n");
    EXPECT_EQ(inWords(importPaths({deals, contacts, companies}).total()), u"added 3"_s);
    EXPECT_EQ(
        values(
            u"SELECT external_id || ' ' || kind || ' ' || name || ' ' || lifecycle || ' ' || owner FROM customer ORDER BY external_id"_s),
        u"hubspot:company:101 organisation Dahl AB  Una | hubspot:contact:101 person Anna Berg prospect Una"_s);
    EXPECT_EQ(values(u"SELECT c.name || ' ' || d.title || ' ' || d.state FROM deal d JOIN customer c ON c.id = d.customer_id"_s),
              u"Anna Berg Mowers won"_s);
    EXPECT_EQ(count(u"relation"_s), 1);
    EXPECT_EQ(inWords(importPaths({deals, contacts, companies}).total()), u"unchanged 3"_s);
}

TEST_F(Presets, MailchimpProvesWhoAgreedAndWhoDoesNotWantMailAnyMore) {
    const QByteArray head = "\"Email Address\",\"First Name\",\"Last "
                            "Name\",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID,NOTES,TAGS";
    one(head + "\nanna@berg.example,Anna,Berg,4,\"2020-01-02 10:00:00\",192.0.2.1,\"2020-01-02 "
               "10:05:00\",192.0.2.2,11,e11,,\"\"\"VIP\"\",\"\"Blog\"\"\"\n");
    const QByteArray out = head + ",UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER\n"
                                  "nils@fritz.example,Nils,Fritz,2,\"2020-01-02 10:00:00\",192.0.2.1,,,12,e12,,,\"2021-05-06 "
                                  "07:08:09\",Spring,c1,NORMAL,\n";
    EXPECT_EQ(program(one(out)), u"Mailchimp"_s);
    EXPECT_EQ(
        values(
            u"SELECT c.name || ' ' || s.channel || ' ' || s.state || ' ' || datetime(s.decided_at / 1000, 'unixepoch') || ' ' || replace(s.evidence, char(10), '/') FROM consent s JOIN customer c ON c.id = s.customer_id ORDER BY c.name, s.decided_at"_s),
        u"Anna Berg email given 2020-01-02 10:05:00 OPTIN_TIME: 2020-01-02 10:00:00/OPTIN_IP: 192.0.2.1/CONFIRM_TIME: 2020-01-02 "
        u"10:05:00/CONFIRM_IP: 192.0.2.2 | "
        "Nils Fritz email given 2020-01-02 10:00:00 OPTIN_TIME: 2020-01-02 10:00:00/OPTIN_IP: 192.0.2.1 | "
        "Nils Fritz email withdrawn 2021-05-06 07:08:09 UNSUB_TIME: 2021-05-06 07:08:09/UNSUB_CAMPAIGN_TITLE: Spring/UNSUB_REASON: NORMAL"_s);
    EXPECT_EQ(values(u"SELECT t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id ORDER BY t.name"_s), u"Blog | VIP"_s);
    EXPECT_EQ(inWords(one(out).counts), u"unchanged 1"_s);
    EXPECT_EQ(count(u"consent"_s), 3);
    one(head + "\nuwe@old.example,Uwe,Old,1,,,,,13,e13,,\n", u"cleaned_members_export_ab12.csv"_s);
    EXPECT_EQ(values(u"SELECT value FROM contact_point WHERE wrong = 1"_s), u"uwe@old.example"_s);
}

TEST_F(Presets, GooglesNewLayoutHasLabelsAndSeveralValuesInACell) {
    const FileReport file = one("First Name,Middle Name,Last Name,Name Prefix,Nickname,File As,Organization Name,Organization "
                                "Title,Birthday,Notes,Labels,E-mail 1 - Label,"
                                "E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - "
                                "Label,Address 1 - Formatted,"
                                "Address 1 - Street,Address 1 - City,Address 1 - Country,Event 1 - Label,Event 1 - "
                                "Value,Relation 1 - Label,Relation 1 - Value,Custom Field 1 - "
                                "Label,Custom Field 1 - Value\n"
                                "Anna,Maria,Berg,Dr.,Annie,,Dahl AB,Buyer,--05-17,Likes tea,* myContacts ::: * coworkers ::: "
                                "Garden,* Work,anna@dahl.example ::: "
                                "anna@berg.example,Mobile,+46 70 1004512 ::: +46 70 1004513,Work Fax,+46 40 300401,Home,\"Lilla "
                                "Torg 2\n211 34 Malmö\",Lilla Torg "
                                "2,Malmö,Sweden,Anniversary,2010-06-01,Spouse,Nils,Shoe size,39\n");
    EXPECT_EQ(program(file), u"Google Contacts"_s);
    EXPECT_EQ(
        values(
            u"SELECT given_name || '|' || salutation || '|' || company || '|' || birthday_on || '|' || street || '|' || city || '|' || replace(note, char(10), '/') FROM customer"_s),
        u"Anna Maria|Dr.|Dahl AB|--05-17|Lilla Torg 2|Malmö|Likes tea/Shoe size: 39"_s);
    EXPECT_EQ(
        values(u"SELECT kind || ' ' || label || ' ' || value FROM contact_point ORDER BY kind, position"_s),
        u"email work anna@dahl.example | email work anna@berg.example | phone mobile +46 70 1004512 | phone mobile +46 70 1004513 | phone Work Fax +46 40 300401"_s);
    EXPECT_EQ(values(u"SELECT name FROM tag ORDER BY name"_s), u"Garden | coworkers"_s);
    EXPECT_EQ(values(u"SELECT label || ' ' || date_on FROM important_date"_s), u"Anniversary 2010-06-01"_s);
    EXPECT_EQ(values(u"SELECT kind || ' ' || other_name FROM relation"_s), u"spouse Nils"_s);
}

TEST_F(Presets, GooglesOldLayoutIsKnownToo) {
    const FileReport file = one("Name,Given Name,Additional Name,Family Name,Yomi "
                                "Name,Birthday,Gender,Occupation,Hobby,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - "
                                "Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Organization 1 - "
                                "Name,Organization 1 - Title\n"
                                "Anna Berg,Anna,,Berg,,1980-05-17,,Gardener,Chess,,* myContacts,* "
                                "Home,anna@berg.example,Mobile,+46 70 1004512,Home,\"Lilla Torg 2, Malmö\",Dahl AB,Buyer\n");
    ASSERT_TRUE(file.preset);
    EXPECT_EQ(file.preset->records, u"old layout"_s);
    EXPECT_EQ(
        values(
            u"SELECT name || '|' || company || '|' || job_title || '|' || occupation || '|' || hobby || '|' || street FROM customer"_s),
        u"Anna Berg|Dahl AB|Buyer|Gardener|Chess|Lilla Torg 2, Malmö"_s);
    EXPECT_EQ(count(u"tag"_s), 0);
}

TEST_F(Presets, OutlooksFilesKeepTheFamilyAndLeaveWhatOnlyOutlookKnows) {
    const FileReport file = one("Title,First Name,Last Name,Company,Department,Job Title,Business Street,Business Street "
                                "2,Business City,Business Country/Region,Home City,"
                                "Business Phone,Business Phone 2,Mobile Phone,Account,Anniversary,Assistant's "
                                "Name,Birthday,Categories,Children,E-mail Address,E-mail "
                                "Type,E-mail Display Name,E-mail 2 Address,Gender,Hobby,Manager's "
                                "Name,Priority,Private,Profession,Referred By,Sensitivity,Spouse,User 1,Web Page\n"
                                "Ms.,Anna,Berg,Dahl AB,Purchasing,Buyer,Storgatan 1,2nd floor,Lund,Sweden,Malmö,+46 46 "
                                "100200,+46 46 100201,+46 70 1004512,K-17,0/0/00,"
                                "Uwe,5/17/1980,Garden;VIP,Kim;Bo,anna@dahl.example,SMTP,Anna Berg "
                                "(anna@dahl.example),anna@berg.example,Unspecified,Chess,Eva,Normal,False,Gardener,Nils,Normal,"
                                "Olle,blue,https://berg.example\n");
    EXPECT_EQ(program(file), u"Outlook"_s);
    EXPECT_EQ(
        values(
            u"SELECT salutation || '|' || customer_number || '|' || birthday_on || '|' || gender || '|' || occupation || '|' || source || '|' || street || '|' || city FROM customer"_s),
        u"Ms.|K-17|1980-05-17||Gardener|Nils|Storgatan 1, 2nd floor|Lund"_s);
    EXPECT_EQ(
        values(u"SELECT kind || ' ' || label || ' ' || value FROM contact_point ORDER BY kind, position"_s),
        u"email  anna@dahl.example | email  anna@berg.example | phone work +46 46 100200 | phone work +46 46 100201 | phone mobile +46 70 1004512 | web  https://berg.example"_s);
    EXPECT_EQ(values(u"SELECT kind || ' ' || other_name FROM relation ORDER BY id"_s),
              u"assistant Uwe | child Kim | child Bo | manager Eva | spouse Olle"_s);
    EXPECT_EQ(count(u"important_date"_s), 0);
    EXPECT_TRUE(file.leftOut.contains(u"E-mail Type"_s));
}

TEST_F(Presets, ThunderbirdAndLinkedinAreKnown) {
    EXPECT_EQ(program(one("First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home "
                          "Phone,Fax Number,Pager "
                          "Number,Mobile Number,Home Address,Home City,Home ZipCode,Organization,Birth Year,Birth Month,Birth "
                          "Day,Custom 1,Notes\n"
                          "Anna,Berg,Anna Berg,Annie,anna@berg.example,a2@berg.example,annie77,+46 46 100200,,,,+46 70 "
                          "1004512,Lilla Torg 2,Malmö,211 34,Dahl AB,1980,5,17,blue,Hello\n")),
              u"Thunderbird"_s);
    EXPECT_EQ(values(u"SELECT postal_code || ' ' || birthday_on || ' ' || note FROM customer"_s), u"211 34 1980-05-17 Hello"_s);
    EXPECT_EQ(
        values(
            u"SELECT f.name || ' ' || v.text FROM custom_value v JOIN custom_field f ON f.id = v.custom_field_id ORDER BY f.name"_s),
        u"Custom 1 blue | Nickname Annie"_s);
    const FileReport linkedin =
        one("Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n"
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            "Nils,Fritz,https://www.linkedin.com/in/nils,,Fritz AB,Owner,15 Jun 2026\n,,,,,,\n");
    EXPECT_EQ(program(linkedin), u"LinkedIn"_s);
    EXPECT_EQ(values(u"SELECT company || ' ' || job_title || ' ' || source FROM customer WHERE name = 'Nils Fritz'"_s),
              u"Fritz AB Owner LinkedIn"_s);
    EXPECT_EQ(points(u"Nils Fritz"_s), u"social linkedin https://www.linkedin.com/in/nils"_s);
}

TEST_F(Presets, LayoutsThatAreKnownInPartSayThatAndLeaveTheRestToTheTitles) {
    const QString contacts = write(
        u"c.csv"_s,
        "Record Id,Contact Owner,First Name,Last Name,Account Name,Account Name.id,Email,Mobile,Mailing City,Shoe size\n"
        "zcrm_4876876000000123001,Una,Anna,Berg,Dahl AB,zcrm_4876876000000100001,anna@dahl.example,+46 70 1004512,Malmö,39\n");
    const QString accounts = write(u"a.csv"_s, "Record Id,Account Owner,Account Name,Phone,Billing City,Billing "
                                               "Code\n4876876000000100001,Una,Dahl AB,+46 46 100200,Lund,222 22\n");
    const ImportReport report = importPaths({contacts, accounts});
    EXPECT_EQ(inWords(report.total()), u"added 2"_s);
    ASSERT_TRUE(report.files.at(1).preset);
    EXPECT_TRUE(presetSentence(*report.files.at(1).preset).contains(u"Only part"_s));
    EXPECT_EQ(report.files.at(1).leftOut, QStringList{u"Shoe size"_s});
    EXPECT_EQ(values(u"SELECT external_id || ' ' || city FROM customer ORDER BY external_id"_s),
              u"zoho:4876876000000100001 Lund | zoho:4876876000000123001 Malmö"_s);
    EXPECT_EQ(count(u"relation"_s), 1);
}

TEST_F(Presets, OneTitleAloneIsNoSignatureAndAPersonMayLeaveThePresetOut) {
    EXPECT_FALSE(one("Record ID,Name,Email\n7,Anna,anna@berg.example\n").preset);
    EXPECT_EQ(values(u"SELECT external_id FROM customer"_s), u"7"_s);
    ImportOptions none;
    none.preset = u"none"_s;
    EXPECT_FALSE(one(kContacts, u"file.csv"_s, none).preset);
    ImportOptions wanted;
    wanted.preset = u"hubspot"_s;
    EXPECT_EQ(program(one("Record ID,First Name,Email\n8,Nils,nils@x.example\n", u"file.csv"_s, wanted)), u"HubSpot"_s);
    ImportOptions unknown;
    unknown.preset = u"nothing"_s;
    const auto refused = importFiles(*base, {write(u"f.csv"_s, "name\nA\n")}, unknown);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains(u"salesforce"_s));
}

TEST_F(Presets, ThePreviewSaysWhichLayoutItIsAndShowsTheCustomerWithIt) {
    const auto tables = previewFile(write(u"Contact.csv"_s, kContacts), base->settings(), {});
    ASSERT_TRUE(tables && tables->first().preset);
    const TablePreview &table = tables->first();
    EXPECT_EQ(presetSentence(*table.preset), u"Salesforce: contacts"_s);
    EXPECT_EQ(table.columns.size(), table.titles.size());
    EXPECT_FALSE(table.isCertain.contains(false));
    EXPECT_EQ(previewRow(table, 0, base->settings(), base->clock()).first(), u"Anna Berg"_s);
}

TEST(PresetTable, NamesOnlyFieldsThatThereAre) {
    for (const Preset &preset : allPresets()) {
        for (const PresetColumn &column : preset.columns) {
            const QString field = QString::fromLatin1(column.field).section(u'@', 0, 0).remove(u'^');
            EXPECT_TRUE(columnNamed(field)) << preset.name << ' ' << column.field;
        }
        EXPECT_EQ(constantsOf(preset, {}).size(), qsizetype(preset.constants.size())) << preset.name;
    }
}
