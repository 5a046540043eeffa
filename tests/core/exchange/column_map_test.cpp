#include "exchange/column_map.h"
#include "exchange/csv_file.h"
#include "exchange/value_words.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

struct Mapped {
    FileKind kind = FileKind::Customers;
    QByteArrayList fields;
    QStringList labels;
};

Mapped map(const QStringList &titles, const QList<QStringList> &rows = {}, const MapRequest &request = {}) {
    const HeaderAliases aliases;
    const ValueWords words;
    auto map = mapColumns(titles, rows, true, request, aliases, words);
    if (!map)
        return {FileKind::Customers, {"error"}, {map.error().message}};
    Mapped mapped{map->kind, {}, {}};
    for (const Column &column : std::as_const(map->columns)) {
        mapped.fields << fieldName(column.field);
        mapped.labels << column.label;
    }
    return mapped;
}

HeaderPlace place(const QList<QStringList> &records) { return findHeader(records, HeaderAliases()); }

} // namespace

TEST(HeaderAliases, KnowPlainTitlesInSevenLanguages) {
    const QByteArrayList expected{"given_name", "family_name", "phone", "email", "city", "birthday", "company", "note"};
    EXPECT_EQ(map({u"First Name"_s, u"Last Name"_s, u"Phone"_s, u"E-mail"_s, u"City"_s, u"Birthday"_s, u"Company"_s, u"Notes"_s})
                  .fields,
              expected);
    EXPECT_EQ(map({u"Vorname"_s, u"Nachname"_s, u"Telefon"_s, u"E-Mail-Adresse"_s, u"Ort"_s, u"Geburtsdatum"_s, u"Firma"_s,
                   u"Bemerkung"_s})
                  .fields,
              expected);
    EXPECT_EQ(map({u"Имя"_s, u"Фамилия"_s, u"Телефон"_s, u"Эл. почта"_s, u"Город"_s, u"Дата рождения"_s, u"Компания"_s,
                   u"Примечание"_s})
                  .fields,
              expected);
    EXPECT_EQ(map({u"名"_s, u"姓"_s, u"电话"_s, u"电子邮件"_s, u"城市"_s, u"生日"_s, u"公司"_s, u"备注"_s}).fields, expected);
    EXPECT_EQ(map({u"Enw cyntaf"_s, u"Cyfenw"_s, u"Ffôn"_s, u"E-bost"_s, u"Dinas"_s, u"Pen-blwydd"_s, u"Cwmni"_s, u"Nodiadau"_s})
                  .fields,
              expected);
    EXPECT_EQ(
        map({u"Förnamn"_s, u"Efternamn"_s, u"Telefon"_s, u"E-post"_s, u"Ort"_s, u"Födelsedag"_s, u"Företag"_s, u"Anteckning"_s})
            .fields,
        expected);
    EXPECT_EQ(
        map({u"نام"_s, u"نام خانوادگی"_s, u"تلفن"_s, u"ایمیل"_s, u"شهر"_s, u"تاریخ تولد"_s, u"شرکت"_s, u"یادداشت"_s}).fields,
        expected);
}

TEST(HeaderAliases, ReadTheTitlesOfOtherPrograms) {
    EXPECT_EQ(
        map({u"id"_s, u"type"_s, u"display_name"_s, u"phone1"_s, u"phone3"_s, u"email2"_s, u"lead_source"_s, u"created_on"_s},
            {{u"1"_s, u"company"_s}})
            .fields,
        (QByteArrayList{"id", "kind", "name", "phone", "phone", "email", "source", "created_on"}));
    const Mapped outlook = map({u"Business Street"_s, u"Home City"_s, u"Mobile Phone"_s, u"Business Fax"_s, u"E-mail 2 Address"_s,
                                u"Business Street 2"_s, u"Spouse"_s});
    EXPECT_EQ(outlook.fields, (QByteArrayList{"street", "city", "phone", "phone", "email", "street2", "relation"}));
    EXPECT_EQ(outlook.labels, (QStringList{u"work"_s, u"home"_s, u"mobile"_s, u"fax"_s, u""_s, u"work"_s, u"spouse"_s}));
    EXPECT_EQ(map({u"E-mail 1 - Value"_s, u"Phone 1 - Value"_s, u"Organization Name"_s, u"Address 1 - Postal Code"_s}).fields,
              (QByteArrayList{"email", "phone", "company", "postal_code"}));
    EXPECT_EQ(map({u"n_given"_s, u"n_family"_s, u"adr_one_locality"_s, u"tel_cell"_s, u"email_home"_s}).fields,
              (QByteArrayList{"given_name", "family_name", "city", "phone", "email"}));
}

TEST(ColumnMap, TellsWhatAFileHolds) {
    EXPECT_EQ(map({u"id"_s, u"customer_id"_s, u"at"_s, u"kind"_s, u"direction"_s, u"duration_min"_s, u"summary"_s}).kind,
              FileKind::Interactions);
    EXPECT_EQ(map({u"id"_s, u"customer_id"_s, u"date"_s, u"product"_s, u"quantity"_s, u"amount"_s}).kind, FileKind::Purchases);
    EXPECT_EQ(map({u"sku"_s, u"product name"_s, u"category"_s, u"price"_s}).kind, FileKind::Products);
    EXPECT_EQ(map({u"Deal Name"_s, u"Deal Stage"_s, u"Close Date"_s, u"Amount"_s}).kind, FileKind::Deals);
    EXPECT_EQ(map({u"name"_s, u"email"_s, u"status"_s}).kind, FileKind::Customers);
    EXPECT_EQ(map({u"id"_s, u"customer_id"_s, u"date"_s, u"amount"_s}, {}, {FileKind::Interactions, {}}).kind,
              FileKind::Interactions);
}

TEST(ColumnMap, LetsTheValuesDecideWhatATitleMeans) {
    EXPECT_EQ(map({u"title"_s, u"firstname"_s, u"lastname"_s}, {{u"Mrs."_s}, {u"Mr."_s}}).fields.first(), "salutation");
    EXPECT_EQ(map({u"title"_s, u"firstname"_s, u"lastname"_s}, {{u"Designer"_s}}).fields.first(), "job_title");
    EXPECT_EQ(map({u"Type"_s, u"Name"_s}, {{u"Customer"_s}, {u"Prospect"_s}}).fields.first(), "lifecycle");
    EXPECT_EQ(map({u"Type"_s, u"Name"_s}, {{u"gold"_s}, {u"silver"_s}}).fields.first(), "ignore");
    EXPECT_EQ(map({u"Name"_s, u"Vorname"_s}, {{u"Muster"_s, u"Max"_s}}).fields, (QByteArrayList{"family_name", "given_name"}));
    EXPECT_EQ(map({u"Имя"_s, u"Телефон"_s}).fields, (QByteArrayList{"name", "phone"}));
}

TEST(ColumnMap, GivesARepeatedTitleToTheFirstColumnUnlessValuesMayRepeat) {
    EXPECT_EQ(map({u"Name"_s, u"City"_s, u"City"_s, u"Email"_s, u"Email"_s}).fields,
              (QByteArrayList{"name", "city", "ignore", "email", "email"}));
}

TEST(ColumnMap, ObeysMappings) {
    const Mapped mapped =
        map({u"Kundin"_s, u"Schuhe"_s, u"Name"_s}, {}, {{}, {{u"kundin"_s, u"name"_s}, {u"2"_s, u"custom.Shoe size"_s}}});
    EXPECT_EQ(mapped.fields, (QByteArrayList{"name", "", "ignore"}));
    EXPECT_EQ(mapped.labels.at(1), u"Shoe size"_s);
    EXPECT_EQ(map({u"a"_s}, {}, {{}, {{u"b"_s, u"name"_s}}}).fields.first(), "error");
    EXPECT_EQ(map({u"a"_s}, {}, {{}, {{u"a"_s, u"nothing"_s}}}).fields.first(), "error");
    EXPECT_FALSE(parseMapping(u"no mapping"_s));
    EXPECT_EQ(parseMapping(u"a=b=name"_s)->first, u"a=b"_s);
}

TEST(ColumnMap, GuessesColumnsWithoutTitlesByTheirContent) {
    const HeaderAliases aliases;
    const ValueWords words;
    const QList<QStringList> rows{{u"Anna Berg"_s, u"Anna"_s, u"Berg"_s, u"anna@berg.example"_s, u"+46 70 100 45 12"_s}};
    auto map = mapColumns(QStringList(5), rows, false, {}, aliases, words);
    ASSERT_TRUE(map);
    QByteArrayList fields;
    for (const Column &column : std::as_const(map->columns))
        fields << fieldName(column.field);
    EXPECT_EQ(fields, (QByteArrayList{"name", "given_name", "family_name", "email", "phone"}));
    auto unknown = mapColumns(QStringList(2), {{u"pedro"_s, u"br"_s}}, false, {}, aliases, words);
    ASSERT_TRUE(unknown);
    EXPECT_TRUE(unknown->isEmpty());
}

TEST(HeaderPlace, IsFoundBelowTitleRows) {
    EXPECT_EQ(place({{u"Customers of March"_s}, {u"name"_s, u"city"_s, u"phone"_s}, {u"A"_s, u"B"_s, u"1"_s}}).index, 1);
    EXPECT_EQ(place({{u"# gunk"_s}, {u"one"_s, u"two"_s, u"three"_s, u"four"_s}, {u"1"_s, u"a"_s, u"x"_s, u"y"_s}}).index, 1);
    EXPECT_EQ(place({{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}}).index, 0);
}

TEST(HeaderPlace, IsNoneWhereTheFirstRowIsData) {
    EXPECT_EQ(place({{u"Anna"_s, u"anna@berg.example"_s}, {u"Nils"_s, u"nils@dahl.example"_s}}).index, -1);
    EXPECT_EQ(place({{u"-123"_s, u"1,234"_s}, {u"5"_s, u"6"_s}}).index, -1);
}

TEST(CsvFile, GivesTheDataRecordsAndKnowsARepeatedHeader) {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"f.csv"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("List of customers\r\n\r\nname;city\r\nAnna;Lund\r\nname;city\r\nNils;Ystad");
    file.close();
    auto csv = CsvFile::open(file.fileName(), {}, HeaderAliases());
    ASSERT_TRUE(csv);
    EXPECT_EQ((*csv)->titles(), (QStringList{u"name"_s, u"city"_s}));
    for (int round = 0; round < 2; ++round) {
        QStringList names;
        int repeated = 0;
        TableRecord record;
        while (*(*csv)->next(record)) {
            names << record.cells.front().toString();
            repeated += (*csv)->repeatsTitles(record);
        }
        EXPECT_EQ(names, (QStringList{u"Anna"_s, u"name"_s, u"Nils"_s}));
        EXPECT_EQ(repeated, 1);
        ASSERT_TRUE((*csv)->rewind());
    }
}
