#include "custom_fields/custom_field_repository.h"
#include "customers/customer_repository.h"
#include "duplicates/merge.h"
#include "import_fixture.h"
#include "support/temporary_base.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;
using kontor::tests::valueOf;

namespace {

class Import : public ImportFixture {};

const QByteArray kTwo =
    "name,email,phone,city\nAnna Berg,anna@berg.example,+46 70 100 45 12,Lund\nNils Dahl,nils@dahl.example,,Ystad\n";

} // namespace

TEST_F(Import, MakesCustomersWithEverythingThatTheFileSays) {
    const auto report =
        import("id;type;display_name;given_name;family_name;company;phone1;phone2;email1;city;country;birthday;lead_source;score;"
               "tags;created_on;note\r\n"
               "7;person;Anna Berg;Anna;Berg;;+46 70 100 45 12;+46 70 100 45 "
               "13;Anna@Berg.Example;Lund;Schweden;17.5.1980;fair;40;vip; wholesale;2024-03-26;\"two\r\nlines\"\r\n"
               "8;company;Dahl Bygg AB;;;Dahl Bygg AB;;;;;;;;;;;\r\n");
    EXPECT_EQ(inWords(report.total()), u"added 1, rejected 1"_s); // the blank in the tags is one delimiter too many
    EXPECT_EQ(
        inWords(import("id;type;display_name;given_name;family_name;company;phone1;phone2;email1;city;country;birthday;lead_"
                       "source;score;tags;created_on;note\r\n"
                       "7;person;Anna Berg;Anna;Berg;;+46 70 100 45 12;+46 70 100 45 "
                       "13;Anna@Berg.Example;Lund;Schweden;17.5.1980;fair;40;\"vip; wholesale\";2024-03-26;\"two\r\nlines\"\r\n")
                    .total()),
        u"added 1"_s);
    EXPECT_EQ(values(u"SELECT kind || ',' || name || ',' || name_folded || ',' || given_name || ',' || city || ',' || country || "
                     u"',' || birthday_on || ',' || source || ',' || score "
                     "|| ',' || note || ',' || external_id FROM customer WHERE external_id = '7'"_s),
              u"person,Anna Berg,anna berg,Anna,Lund,SE,1980-05-17,fair,40,two\r\nlines,7"_s);
    EXPECT_EQ(values(u"SELECT kind || ' ' || normalised || ' ' || position FROM contact_point ORDER BY kind, position"_s),
              u"email anna@berg.example 0 | phone +46701004512 0 | phone +46701004513 1"_s);
    EXPECT_EQ(values(u"SELECT name FROM tag ORDER BY name"_s), u"vip | wholesale"_s);
    EXPECT_EQ(values(u"SELECT created_at FROM customer WHERE external_id = '7'"_s), u"1711411200000"_s);
}

TEST_F(Import, TellsPeopleFromOrganisations) {
    import("type,name,given name,family name,company,email\ncompany,Dahl AB,,,,\nперсона,x,,,,\n,,Anna,Berg,Dahl AB,\n,,,,Berg & "
           "Co,\n,,,,,only@mail.example\nфизлицо,Nils,,,Berg & Co,\n");
    EXPECT_EQ(values(u"SELECT name || ':' || kind FROM customer ORDER BY id"_s),
              u"Dahl AB:organisation | Anna Berg:person | Berg & Co:organisation | only@mail.example:person | Nils:person"_s);
}

TEST_F(Import, OfTheSameFileAgainChangesNothing) {
    const QByteArray withoutKeys = "name,city\nAnna,Lund\nAnna,Lund\nNils,\n";
    EXPECT_EQ(inWords(import(kTwo).total()), u"added 2"_s);
    EXPECT_EQ(inWords(import(kTwo).total()), u"unchanged 2"_s);
    EXPECT_EQ(inWords(import(withoutKeys, {}, u"weak.csv"_s).total()), u"added 3"_s);
    EXPECT_EQ(inWords(import(withoutKeys, {}, u"weak.csv"_s).total()), u"unchanged 3"_s);
}

TEST_F(Import, RecognisesByEmailThenPhoneThenNameWithCompanyButNeverByNameAlone) {
    import("name,email,phone,company\nAnna Berg,anna@berg.example,+46701004512,Dahl AB\n");
    EXPECT_EQ(inWords(import("name,email\nA. Berg,ANNA@berg.example\n").total()), u"unchanged 1"_s);
    EXPECT_EQ(inWords(import("name,phone,city\nBerg Anna,0046 70-100 45 12,Lund\n").total()), u"filled 1"_s);
    EXPECT_EQ(inWords(import("name,company,street\nanna berg,DAHL ab,Storgatan 1\n").total()), u"filled 1"_s);
    EXPECT_EQ(inWords(import("name,city\nAnna Berg,Lund\n").total()), u"added 1"_s);
    EXPECT_EQ(values(u"SELECT name || ':' || city || ':' || street FROM customer ORDER BY id"_s),
              u"Anna Berg:Lund:Storgatan 1 | Anna Berg:Lund:"_s);
}

TEST_F(Import, KeepsColleaguesWithOneNumberApart) {
    const QByteArray colleagues = "name,phone,email\nHans Fritz,+49 30 1234567,hans@effect.example\nPetra Heinz,+49 30 "
                                  "1234567,petra@effect.example\nUwe Fritz,+49 30 1234567,\n";
    EXPECT_EQ(inWords(import(colleagues).total()), u"added 3"_s);
    EXPECT_EQ(inWords(import(colleagues).total()), u"unchanged 3"_s);
}

TEST_F(Import, TakesAnEmailOrPhoneOfTheBaseAtItsWord) {
    import("name,email,phone\nAnna Berg,anna@berg.example,+46701004512\n");
    EXPECT_EQ(inWords(import("name,email,city\nAnna Lindqvist,anna@berg.example,Lund\n").total()), u"filled 1"_s);
    EXPECT_EQ(inWords(import("name,phone,street\nАнна Берг,+46701004512,Storgatan 1\n").total()), u"filled 1"_s);
}

TEST_F(Import, TellsCustomersWithDifferentNumbersOfTheFirmApart) {
    EXPECT_EQ(inWords(import("customer number,name,email\nK1,Nitsch,n@nitsch.example\nK2,Nitsch,n@nitsch.example\n").total()),
              u"added 2"_s);
}

TEST_F(Import, MatchesRowsOfOneFileWithEachOther) {
    EXPECT_EQ(
        inWords(
            import(
                "name,email,city\nAnna Berg,anna@berg.example,\nAnna Berg,anna@berg.example,Lund\nAnna Berg,anna@berg.example,\n")
                .total()),
        u"added 1, filled 1, unchanged 1"_s);
}

TEST_F(Import, MatchesByExternalIdAlone) {
    import("id,name,email\n1,Anna,anna@berg.example\n");
    EXPECT_EQ(inWords(import("id,name,email\n2,Nils,anna@berg.example\n1,Anna,other@berg.example\n").total()),
              u"added 1, filled 1"_s);
    EXPECT_EQ(
        values(
            u"SELECT value FROM contact_point WHERE customer_id = (SELECT id FROM customer WHERE external_id = '1') ORDER BY position"_s),
        u"anna@berg.example | other@berg.example"_s);
}

TEST_F(Import, ObeysWhatToDoWithAMatch) {
    const QByteArray first = "id,name,city,note\n1,Anna,Lund,\n", second = "id,name,city,note\n1,Anna,Ystad,hello\n";
    ImportOptions options;
    import(first);
    options.onMatch = OnMatch::Keep;
    EXPECT_EQ(inWords(import(second, options).total()), u"unchanged 1"_s);
    options.onMatch = OnMatch::Fill;
    EXPECT_EQ(inWords(import(second, options).total()), u"filled 1"_s);
    EXPECT_EQ(values(u"SELECT city || note FROM customer"_s), u"Lundhello"_s);
    EXPECT_EQ(values(u"SELECT reason FROM import_row WHERE outcome = 'filled'"_s), u"kept city"_s);
    options.onMatch = OnMatch::Overwrite;
    EXPECT_EQ(inWords(import(second, options).total()), u"changed 1"_s);
    EXPECT_EQ(values(u"SELECT city || note FROM customer"_s), u"Ystadhello"_s);
    options.onMatch = OnMatch::Add;
    EXPECT_EQ(inWords(import(second, options).total()), u"added 1"_s);
    EXPECT_EQ(count(u"customer"_s), 2);
}

TEST_F(Import, ObeysTheKeysToMatchBy) {
    ImportOptions options;
    options.matchBy = u"name"_s;
    import(kTwo);
    EXPECT_EQ(inWords(import("name,note\nanna berg,x\n", options).total()), u"filled 1"_s);
    options.matchBy = u"shoe size"_s;
    EXPECT_FALSE(importFiles(*base, {folder.filePath(u"file.csv"_s)}, options));
}

TEST_F(Import, WritesRejectedRowsWithTheirReasonBesideTheBase) {
    const auto report =
        import("name,birthday,email\nAnna,1980-05-17,\nNils,31.02.1990,n@dahl.example\n,,\nUwe,,\"never closed\n");
    EXPECT_EQ(inWords(report.total()), u"added 1, rejected 3"_s);
    const QString path = report.files.first().rejects;
    EXPECT_EQ(QFileInfo(path).fileName(), u"shop-rejects-%1.csv"_s.arg(report.files.first().batch.value));
    const QStringList lines = readFile(path).split(u"\r\n"_s);
    ASSERT_EQ(lines.size(), 5);
    EXPECT_EQ(lines.at(0), u"name,birthday,email,row,reason"_s);
    EXPECT_TRUE(lines.at(1).startsWith(u"Nils,31.02.1990,n@dahl.example,2,\"“birthday”: “31.02.1990” is no date."_s));
    EXPECT_EQ(lines.at(2), u",,,3,The row is empty."_s);
    EXPECT_TRUE(lines.at(3).contains(u"never closed"_s));
    EXPECT_EQ(values(u"SELECT first_row || '-' || last_row || ' ' || outcome FROM import_row ORDER BY first_row"_s),
              u"1-1 added | 2-4 rejected"_s);
    EXPECT_TRUE(import(kTwo).files.first().rejects.isEmpty());
}

TEST_F(Import, OfAFileWithoutAnyKnownColumnRejectsEveryRow) {
    const auto report = import("foo,bar\n1,2\n3,4\n");
    EXPECT_EQ(inWords(report.total()), u"rejected 2"_s);
    EXPECT_TRUE(readFile(report.files.first().rejects).contains(u"no known column"_s));
    EXPECT_EQ(report.files.first().leftOut, (QStringList{u"foo"_s, u"bar"_s}));
}

TEST_F(Import, OfEmptyFilesReadsNothing) {
    EXPECT_EQ(import("").total(), ImportCounts());
    EXPECT_EQ(import("\n\r\n\n").total(), ImportCounts());
    EXPECT_EQ(import("name,email\n").total(), ImportCounts());
}

TEST_F(Import, RefusesWhatIsNoTableAndLeavesTheBaseAsItWas) {
    const QString good = write(u"good.csv"_s, kTwo), bad = write(u"bad.xls"_s, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    auto refused = importFiles(*base, {good, bad});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::Invalid);
    EXPECT_EQ(count(u"customer"_s), 0);
    EXPECT_EQ(importFiles(*base, {folder.filePath(u"none.csv"_s)}).error().code, Code::NotFound);
    EXPECT_FALSE(importFiles(*base, {}));
}

TEST_F(Import, LinksSeveralFilesByExternalIdsInWhateverOrderTheyAreNamed) {
    const QString customers = write(u"customers.csv"_s, "id,name\n1,Anna\n2,Nils\n");
    const QString interactions =
        write(u"interactions.csv"_s, "id,customer_id,at,kind,direction,duration_min,summary\n1,2,2024-03-08 "
                                     "14:05,call,out,12,Talked\n2,9,2024-03-08 14:05,call,out,12,Nobody\n");
    const QString purchases = write(
        u"purchases.csv"_s,
        "id,customer_id,date,product,quantity,amount\n1,1,2024-03-01,Mower,1,165.10\n2,1,2024-03-02,mower,2,\"1,330.20\"\n");
    const auto report = importPaths({purchases, interactions, customers});
    ASSERT_EQ(report.files.size(), 3);
    EXPECT_EQ(report.files.first().kind, FileKind::Customers);
    EXPECT_EQ(inWords(report.total()), u"added 5, rejected 1"_s);
    EXPECT_EQ(
        values(
            u"SELECT c.name || ' ' || i.kind || ' ' || i.direction || ' ' || i.duration_seconds || ' ' || i.text || ' ' || i.at FROM interaction i JOIN customer c ON c.id = i.customer_id"_s),
        u"Nils call out 720 Talked 1709906700000"_s);
    EXPECT_EQ(values(u"SELECT purchased_on || ' ' || amount || ' ' || quantity FROM purchase ORDER BY id"_s),
              u"2024-03-01 16510 1.0 | 2024-03-02 133020 2.0"_s);
    EXPECT_EQ(count(u"product"_s), 1);
    EXPECT_EQ(values(u"SELECT bought_total FROM customer WHERE external_id = '1'"_s), u"149530"_s);
    EXPECT_EQ(values(u"SELECT last_contact_at FROM customer WHERE external_id = '2'"_s), u"1709906700000"_s);
    EXPECT_EQ(inWords(importPaths({purchases, interactions, customers}).total()), u"unchanged 5, rejected 1"_s);
}

TEST_F(Import, GivesRowsToTheCardIntoWhichAnotherPcMergesTheirCustomerMeanwhile) {
    constexpr int kRows = 7'000; // more than a transaction takes
    import("id,name\n1,Anna Berg\n2,A. Berg\n", {}, u"customers.csv"_s);
    const Id kept{values(u"SELECT id FROM customer WHERE external_id = '1'"_s).toLongLong()};
    const Id other{values(u"SELECT id FROM customer WHERE external_id = '2'"_s).toLongLong()};
    workspace::OpenOptions there = options;
    there.pcId = u"another-pc"_s;
    const auto another = valueOf(workspace::Base::open(base->path(), there));
    QByteArray csv = "customer_id,at,kind,summary\n";
    for (int row = 1; row <= kRows; ++row)
        csv += (row == 1 || row == kRows ? "2" : "1") + ",2025-03-01 10:00,call,entry "_ba + QByteArray::number(row) + '\n';
    qint64 rowsBefore = 0; // the merge
    ImportOptions importOptions;
    importOptions.progress = [&](const ImportProgress &progress) {
        if (rowsBefore > 0 || progress.rows == 0)
            return true;
        rowsBefore = progress.rows;
        return bool(another->write(duplicates::mergeInfo(kept, other), [&](workspace::Recorder &recorder) {
            return duplicates::merge(recorder, {kept, other});
        }));
    };
    EXPECT_EQ(inWords(import(csv, importOptions, u"calls.csv"_s).total()), u"added 7000"_s);
    EXPECT_GT(rowsBefore, 0);
    EXPECT_LT(rowsBefore, kRows);
    EXPECT_EQ(values(u"SELECT DISTINCT customer_id FROM interaction"_s), QString::number(kept.value));
}

TEST_F(Import, TakesEqualPurchasesWithoutIdsAsSoManyPurchases) {
    import("id,name\n1,Anna\n");
    const QByteArray coffee = "customer_id,date,product,amount\n1,2024-03-01,Coffee,3.50\n1,2024-03-01,Coffee,3.50\n";
    EXPECT_EQ(inWords(import(coffee).total()), u"added 2"_s);
    EXPECT_EQ(inWords(import(coffee).total()), u"unchanged 2"_s);
}

// After a new row the insert itself has to tell whether the next one is.
TEST_F(Import, MeetsByItsIdWhatStandsBetweenNewRowsOfAFile) {
    import("id,name\n1,Anna\n");
    import("id,customer_id,at,kind,summary\n12,1,2024-03-01 10:00,call,before\n");
    const ImportReport report = import("id,customer_id,at,kind,summary,direction\n"
                                       "10,1,2024-03-02 10:00,call,ten,in\n"
                                       "11,1,2024-03-03 10:00,call,eleven,in\n"
                                       "12,1,2024-03-01 10:00,call,other,in\n"
                                       "13,1,2024-03-04 10:00,call,thirteen,in\n"
                                       "11,1,2024-03-03 10:00,call,eleven again,in\n");
    EXPECT_EQ(inWords(report.total()), u"added 3, filled 1, unchanged 1"_s);
    EXPECT_EQ(values(u"SELECT external_id || ' ' || text || ' ' || direction FROM interaction ORDER BY external_id"_s),
              u"10 ten in | 11 eleven in | 12 before in | 13 thirteen in"_s);
    const auto undone = undoImport(*base, report.files.first().batch);
    ASSERT_TRUE(undone) << undone.error().message.toStdString();
    EXPECT_EQ(undone->removed, 3);
    EXPECT_EQ(values(u"SELECT external_id || text || direction FROM interaction"_s), u"12before"_s);
}

TEST_F(Import, MeetsTasksByTheirIds) {
    import("id,name\n1,Anna\n");
    ImportOptions tasks;
    tasks.kind = FileKind::Tasks;
    const QByteArray csv =
        "id,customer_id,subject,due date\n5,1,Call her,2024-09-01\n6,,Order paper,2024-09-02\n7,1,Write,2024-09-03\n";
    EXPECT_EQ(inWords(import(csv, tasks).total()), u"added 3"_s);
    EXPECT_EQ(inWords(import(csv, tasks).total()), u"unchanged 3"_s);
    const QByteArray withoutIds =
        "customer_id,subject,due date\n,Order paper,2024-09-02\n1,Write,2024-09-03\n1,Rest,2024-09-03\n";
    EXPECT_EQ(inWords(import(withoutIds, tasks).total()), u"added 1, unchanged 2"_s);
}

TEST_F(Import, RejectsAmountsInAnotherCurrency) {
    import("id,name\n1,Anna\n");
    EXPECT_EQ(inWords(import("customer_id,date,amount,currency\n1,2024-03-01,10,EUR\n1,2024-03-01,20,USD\n").total()),
              u"added 1, rejected 1"_s);
}

TEST_F(Import, TakesProductsAndDeals) {
    EXPECT_EQ(inWords(import("sku,product name,category,price\nA1,Mower,garden,\"1.299,00\"\n").total()), u"added 1"_s);
    EXPECT_EQ(values(u"SELECT external_id || name || category || price FROM product"_s), u"A1Mowergarden129900"_s);
    import("id,name\n1,Anna\n");
    EXPECT_EQ(inWords(import("deal id,customer id,deal name,deal stage,amount,probability,close date\n5,1,Garden,Closed "
                             "Won,5000,80%,2024-09-01\n")
                          .total()),
              u"added 1"_s);
    EXPECT_EQ(
        values(
            u"SELECT d.title || ' ' || s.name || ' ' || d.amount || ' ' || d.probability || ' ' || d.state FROM deal d JOIN stage s ON s.id = d.stage_id"_s),
        u"Garden Closed Won 500000 80 won"_s);
}

TEST_F(Import, MakesOrganisationsAndLinksThemWhenAsked) {
    ImportOptions options;
    options.companies = true;
    const QByteArray file = "name,email,company\nAnna,anna@dahl.example,Dahl AB\nNils,nils@dahl.example,DAHL ab\n";
    EXPECT_EQ(inWords(import(file, options).total()), u"added 2"_s);
    EXPECT_EQ(values(u"SELECT name FROM customer WHERE kind = 'organisation'"_s), u"Dahl AB"_s);
    EXPECT_EQ(values(u"SELECT count(*) FROM relation WHERE kind = 'works_at'"_s), u"2"_s);
    EXPECT_EQ(inWords(import(file, options).total()), u"unchanged 2"_s);
    EXPECT_EQ(count(u"customer"_s), 3);
}

TEST_F(Import, FillsFieldsOfTheUsersOwnThatTheMappingNames) {
    ImportOptions options;
    options.mappings = {{u"Shoes"_s, u"custom.Shoe size"_s}};
    EXPECT_EQ(inWords(import("name,email,Shoes\nAnna,anna@berg.example,38\n", options).total()), u"added 1"_s);
    EXPECT_EQ(values(u"SELECT f.name || '=' || v.text FROM custom_value v JOIN custom_field f ON f.id = v.custom_field_id"_s),
              u"Shoe size=38"_s);
    EXPECT_EQ(inWords(import("name,email,Shoes\nAnna,anna@berg.example,38\n", options).total()), u"unchanged 1"_s);
}

TEST_F(Import, ObeysWhatToDoWithAMatchForFieldsOfTheUsersOwnToo) {
    ImportOptions options;
    options.mappings = {{u"Shoes"_s, u"custom.Shoe size"_s}, {u"Colour"_s, u"custom.Colour"_s}};
    const QString own = u"SELECT group_concat(coalesce(number, '') || text, ' ') FROM (SELECT number, text FROM custom_value "
                        "ORDER BY custom_field_id, id)"_s;
    ASSERT_TRUE(base->write({u"settings"_s, "custom_field", {}}, [](workspace::Recorder &recorder) -> Result<void> {
        TRY(size, addCustomField(recorder, u"Shoe size"_s, u"number"_s));
        TRY(colour, addCustomField(recorder, u"Colour"_s, u"choices"_s, {u"red"_s, u"blue"_s, u"green"_s}));
        Q_UNUSED(size)
        Q_UNUSED(colour)
        return {};
    }));
    import("name,email,Shoes,Colour\nAnna,anna@berg.example,38,\n", options);
    EXPECT_EQ(inWords(import("name,email,Shoes,Colour\nAnna,anna@berg.example,39,red;blue\n", options).total()), u"filled 1"_s);
    EXPECT_EQ(values(own), u"38.0 red blue"_s);
    EXPECT_EQ(values(u"SELECT reason FROM import_row WHERE outcome = 'filled'"_s), u"kept custom.Shoe size"_s);
    options.onMatch = OnMatch::Keep;
    EXPECT_EQ(inWords(import("name,email,Shoes,Colour\nAnna,anna@berg.example,40,\n", options).total()), u"unchanged 1"_s);
    options.onMatch = OnMatch::Overwrite;
    EXPECT_EQ(inWords(import("name,email,Shoes,Colour\nAnna,anna@berg.example,38,blue;red\n", options).total()),
              u"unchanged 1"_s);
    EXPECT_EQ(inWords(import("name,email,Shoes,Colour\nAnna,anna@berg.example,41,green\n", options).total()), u"changed 1"_s);
    EXPECT_EQ(values(own), u"41.0 green"_s);
    EXPECT_EQ(inWords(import("name,email,Shoes,Colour\nAnna,anna@berg.example,,\n", options).total()), u"unchanged 1"_s);
    EXPECT_EQ(values(own), u"41.0 green"_s) << "an empty cell says nothing";
}

TEST_F(Import, IsTakenBackWithTheFieldsOfTheUsersOwnThatItOverwrote) {
    ImportOptions options;
    options.mappings = {{u"Shoes"_s, u"custom.Shoe size"_s}};
    options.onMatch = OnMatch::Overwrite;
    import("name,email,Shoes\nAnna,anna@berg.example,38\n", options);
    const auto second = import("name,email,Shoes\nAnna,anna@berg.example,39\n", options);
    ASSERT_EQ(values(u"SELECT text FROM custom_value"_s), u"39"_s);
    const auto undone = undoImport(*base, second.files.first().batch);
    ASSERT_TRUE(undone) << undone.error().message.toStdString();
    EXPECT_EQ(undone->restored, 1);
    EXPECT_EQ(values(u"SELECT text FROM custom_value"_s), u"38"_s);
}

TEST_F(Import, OnTrialTakesTheFirstRowsOnly) {
    ImportOptions options;
    options.trial = 1;
    EXPECT_EQ(inWords(import(kTwo, options).total()), u"added 1"_s);
    EXPECT_EQ(values(u"SELECT name FROM customer"_s), u"Anna Berg"_s);
}

TEST_F(Import, RunDryCountsExactlyAndWritesNothing) {
    ImportOptions dry;
    dry.dryRun = true;
    const QByteArray file =
        "name,email,birthday\nAnna,anna@berg.example,\nAnna,anna@berg.example,1980-05-17\nNils,n@dahl.example,tomorrow\n";
    const auto before = import(file, dry);
    EXPECT_EQ(count(u"customer"_s) + count(u"operation"_s) + count(u"import_batch"_s), 0);
    EXPECT_FALSE(before.files.first().batch.isValid());
    EXPECT_TRUE(before.files.first().rejects.isEmpty());
    EXPECT_EQ(before.total(), import(file).total());
    EXPECT_EQ(inWords(import(file, dry).total()), u"unchanged 2, rejected 1"_s);
}

TEST_F(Import, StoppedByThePersonLeavesNothingBehind) {
    QByteArray rows = "name,email\n";
    for (int i = 0; i < 3'000; ++i)
        rows += "N" + QByteArray::number(i) + ",n" + QByteArray::number(i) + "@dahl.example\n";
    rows += "X,x@dahl.example,surplus\n";
    const QString first = write(u"first.csv"_s, kTwo), second = write(u"second.csv"_s, rows);
    ImportOptions options;
    options.progress = [](const ImportProgress &progress) { return progress.rows < 500; };
    auto stopped = importFiles(*base, {first, second}, options);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, Code::Cancelled);
    EXPECT_EQ(count(u"customer"_s) + count(u"contact_point"_s), 0);
    EXPECT_EQ(values(u"SELECT DISTINCT state FROM operation WHERE kind = 'import'"_s), u"undone"_s);
    EXPECT_TRUE(QDir(folder.path()).entryList({u"*rejects*"_s}).isEmpty());
    EXPECT_EQ(inWords(import(kTwo).total()), u"added 2"_s);
}

TEST_F(Import, IsTakenBackWithWhatItFilledButNotWhatWasEditedSince) {
    import("id,name,email\n1,Anna,anna@berg.example\n");
    const auto report = import("id,name,email,city,tags,company\n1,Anna,anna@berg.example,Lund,vip,\n2,Nils,nils@dahl.example,"
                               "Ystad,vip,Dahl AB\n3,Uwe,,,,Dahl AB\n",
                               [] {
                                   ImportOptions options;
                                   options.companies = true;
                                   return options;
                               }());
    EXPECT_EQ(inWords(report.total()), u"added 2, filled 1"_s);
    auto undone = undoImport(*base, report.files.first().batch);
    ASSERT_TRUE(undone) << undone.error().message.toStdString() << undone.error().detail.toStdString();
    EXPECT_EQ(undone->removed, 2);
    EXPECT_EQ(undone->keptBecauseEdited, 0);
    EXPECT_EQ(values(u"SELECT name || ':' || city FROM customer"_s), u"Anna:"_s);
    EXPECT_EQ(count(u"tag"_s) + count(u"customer_tag"_s) + count(u"relation"_s), 0);
    EXPECT_FALSE(undoImport(*base, report.files.first().batch));
    EXPECT_EQ(undoImport(*base, Id{999'999}).error().code, Code::NotFound);
}

TEST_F(Import, OfOneCustomerIsTakenBackWithoutWhatWasEditedSince) {
    import("id,name,email\n1,Anna,anna@berg.example\n");
    const auto report = import("id,name,email,city,street,job title\n1,Anna,anna@berg.example,Lund,Kyrkogatan 1,Buyer\n");
    EXPECT_EQ(inWords(report.total()), u"filled 1"_s);
    const Id anna{values(u"SELECT id FROM customer"_s).toLongLong()};
    const auto set = [&](const QByteArray &column, const QString &text) {
        const qint64 version = values(u"SELECT version FROM customer"_s).toLongLong();
        EXPECT_TRUE(base->write({u"edit"_s, "customer", anna}, [&](workspace::Recorder &recorder) {
            return setCustomerFields(recorder, anna, version, {{column, text}});
        }));
    };
    set("city", u"Ystad"_s);
    set("street", u"Storgatan 2"_s);
    auto undone = undoImport(*base, report.files.first().batch);
    ASSERT_TRUE(undone) << undone.error().message.toStdString();
    EXPECT_EQ(undone->keptBecauseEdited, 1) << "one customer, whatever of hers is kept";
    EXPECT_EQ(undone->restored, 1);
    EXPECT_EQ(values(u"SELECT city || ', ' || street || ', ' || job_title FROM customer"_s), u"Ystad, Storgatan 2, "_s);
}

TEST_F(Import, OfSeveralFilesCountsACustomerWhoStaysOnceWhenItIsTakenBack) {
    import("id,name\n1,Anna\n2,Nils\n");
    const auto report =
        importPaths({write(u"a.csv"_s, "id,city\n1,Lund\n2,Lund\n"), write(u"b.csv"_s, "id,street\n1,Kyrkogatan 1\n")});
    EXPECT_EQ(inWords(report.total()), u"filled 3"_s);
    const Id anna{values(u"SELECT id FROM customer WHERE name = 'Anna'"_s).toLongLong()};
    for (const auto &[column, text] : {std::pair{QByteArray("city"), u"Ystad"_s}, {QByteArray("street"), u"Storgatan 2"_s}})
        EXPECT_TRUE(base->write({u"edit"_s, "customer", anna}, [&](workspace::Recorder &recorder) {
            return setCustomerFields(recorder, anna, values(u"SELECT version FROM customer WHERE name = 'Anna'"_s).toLongLong(),
                                     {{column, text}});
        }));
    const auto undone = undoImport(*base, report);
    ASSERT_TRUE(undone) << undone.error().message.toStdString();
    EXPECT_EQ(undone->keptBecauseEdited, 1);
    EXPECT_EQ(values(u"SELECT city || ', ' || street FROM customer ORDER BY name"_s), u"Ystad, Storgatan 2 | , "_s);
}

TEST_F(Import, OfOneNewCustomerWhoWasEditedSinceLeavesThatCustomerWhenItIsTakenBack) {
    const auto report = import("name,email\nAnna,anna@berg.example\n");
    const Id anna{values(u"SELECT id FROM customer"_s).toLongLong()};
    EXPECT_TRUE(base->write({u"edit"_s, "customer", anna}, [&](workspace::Recorder &recorder) {
        return setCustomerFields(recorder, anna, 1, {{"city", u"Lund"_s}});
    }));
    auto undone = undoImport(*base, report);
    ASSERT_TRUE(undone) << undone.error().message.toStdString();
    EXPECT_EQ(undone->keptBecauseEdited, 1);
    EXPECT_EQ(values(u"SELECT name || ' ' || city FROM customer"_s), u"Anna Lund"_s);
    EXPECT_EQ(count(u"contact_point"_s), 1);
}

TEST_F(Import, OfACustomerInTheTrashBringsTheCustomerBack) {
    import("id,name\n1,Anna\n");
    ASSERT_TRUE(base->database().execute(u"UPDATE customer SET trashed_at = 1"_s));
    EXPECT_EQ(inWords(import("id,name\n1,Anna\n").total()), u"changed 1"_s);
    EXPECT_EQ(values(u"SELECT trashed_at IS NULL FROM customer"_s), u"1"_s);
}

TEST_F(Import, DecidesTheOrderOfDayAndMonthByTheWholeColumn) {
    import("name,email,birthday\nA,a@x.example,03/04/1980\nB,b@x.example,03/25/1981\n");
    EXPECT_EQ(values(u"SELECT birthday_on FROM customer ORDER BY id"_s), u"1980-03-04 | 1981-03-25"_s);
}

TEST_F(Import, KeepsWhatWasTypedWhereAPhoneOrAddressIsOdd) {
    EXPECT_EQ(inWords(import("name,phone,email\nAnna,ask at the desk,anna(at)berg\n").total()), u"added 1"_s);
    EXPECT_EQ(values(u"SELECT value FROM contact_point ORDER BY kind"_s), u"anna(at)berg | ask at the desk"_s);
}

TEST_F(Import, LeavesOneLineOfHistoryForARangeOfRecords) {
    QByteArray rows = "id,name,email\n";
    for (int i = 1; i <= 3'000; ++i)
        rows += QByteArray::number(i) + ",N" + QByteArray::number(i) + ",n" + QByteArray::number(i) + "@dahl.example\n";
    import(rows);
    EXPECT_LT(count(u"change"_s), 60);
    EXPECT_LT(count(u"import_row"_s), 40);
    EXPECT_EQ(
        values(
            u"SELECT count(*) FROM customer c JOIN change h ON h.record = 'customer' AND c.id BETWEEN h.record_id AND h.last_id"_s),
        u"3000"_s);
    EXPECT_EQ(values(u"SELECT sum(last_row - first_row + 1) FROM import_row"_s), u"3000"_s);
    EXPECT_EQ(
        values(
            u"SELECT c.external_id FROM import_row r JOIN customer c ON c.id = r.first_id + 2500 - r.first_row WHERE 2500 BETWEEN r.first_row AND r.last_row"_s),
        u"2500"_s);
}
