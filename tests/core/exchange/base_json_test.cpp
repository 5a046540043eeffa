// Everything out, everything in again.
#include "attachments/attachment_repository.h"
#include "customers/customer.h"
#include "exchange/base_json.h"
#include "exchange/base_json_export.h"
#include "exchange/base_json_import.h"
#include "import_fixture.h"
#include "interactions/interaction.h"
#include "mutations.h"
#include "sample_data/sample_writer.h"
#include "workspace/setting.h"
#include "workspace/undo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

QString textOf(const BaseJsonTable &table, const db::FieldInfo &field, int number) {
    static const QHash<QByteArray, QString> fixed{
        {"contact_point.kind", u"email"_s}, {"contact_point.value", u"Anna%1@Example.org"_s},
        {"consent.state", u"refused"_s},    {"outcome.step_unit", u"days"_s},
          {"custom_field.choices", u"[\"a\"]"_s}};
    const QString text = fixed.value(table.type->table + '.' + field.column);
    if (!text.isNull())
        return text.contains(u"%1"_s) ? text.arg(number) : text;
    if (!field.choices.isEmpty())
        return field.choices.last();
    if (field.column.endsWith("_on"))
        return u"2021-03-0%1"_s.arg(number);
    return u"%1 %2: “ä” \"q\" \\ \t\n\u0001 я 😀"_s.arg(QString::fromLatin1(field.column)).arg(number);
}

class BaseJson : public ImportFixture {
protected:
    BaseJson() : ImportFixture({u"DE"_s, u"CHF"_s, u"Europe/Zurich"_s, u"de"_s}) {}

    // Two records of every kind, with something in every field.
    void fillEverything() {
        QHash<QByteArray, QList<Id>> ids;
        const auto done = base->write({u"add"_s}, [&](workspace::Recorder &recorder) -> Result<void> {
            TRY_VOID(recorder.database().execute(u"INSERT INTO user (id, name) VALUES (900001, 'Zoe'), (900002, 'Ada')"_s));
            ids["user"] = {Id{900001}, Id{900002}};
            TRY_VOID(workspace::keepSetting(recorder, u"source_order"_s, u"[\"Ä\"]"_s));
            for (const BaseJsonTable &table : baseJsonTables().mid(1)) { // after the settings
                for (int number = 1; number <= 2; ++number) {
                    db::Row row{Id{}, 1, table.type->defaults};
                    for (int i = 0; i < table.type->fields.size(); ++i)
                        row.values[i] = valueOf(table, i, number, ids);
                    TRY(id, recorder.insertRow(table.type->table, row));
                    ids[table.type->table] << id;
                }
            }
            return {};
        });
        ASSERT_TRUE(done) << done.error().message.toStdString() << done.error().detail.toStdString();
    }

    static db::Value valueOf(const BaseJsonTable &table, int index, int number, const QHash<QByteArray, QList<Id>> &ids) {
        const db::FieldInfo &field = table.type->fields.at(index);
        if (field.column == "merged_into") // the second card became part of the first
            return number == 2 ? db::Value(ids.value("customer").first()) : db::Value();
        if (const QByteArray other = referredTable(field.column); !other.isEmpty())
            return db::Value(ids.value(other).at(field.column == "other_id" ? 1 : number - 1));
        switch (field.kind) {
        case db::FieldKind::YesNo: return db::Value(!table.type->defaults.at(index).integer());
        case db::FieldKind::Integer: return db::Value(number);
        case db::FieldKind::Money: return db::Value(qint64(9'007'199'254'740'993)); // more than a double holds
        case db::FieldKind::Real: return db::Value(0.1 * number);
        case db::FieldKind::Instant: return db::Value(Instant{1'600'000'000'123 + number});
        case db::FieldKind::Reference: return {};
        default: return field.isDerived ? table.type->defaults.at(index) : db::Value(textOf(table, field, number));
        }
    }

    QByteArray exportTo(const QString &name) {
        const QString path = folder.filePath(name);
        const auto report = exportBaseAsJson(*base, path);
        EXPECT_TRUE(report) << report.error().message.toStdString() << report.error().detail.toStdString();
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    // The rest of the test goes on in a new base that was made with other settings.
    void startAnew() {
        base.reset();
        QFile::remove(folder.filePath(u"shop.kontor"_s));
        open({});
    }

    QString refusal(const QByteArray &content) {
        const auto report = importFiles(*base, {write(u"bad.json"_s, content)}, {});
        EXPECT_FALSE(report);
        return report ? QString() : report.error().message;
    }
};

const char *const kDerived =
    "SELECT coalesce(last_contact_at, 0) || '/' || next_due_on || '/' || bought_total || '/' || name_folded || '/' || "
    "changed_at || '/' || hex(sort_key) FROM customer ORDER BY id";

} // namespace

TEST_F(BaseJson, EveryTableOfABaseIsInTheFileOrNamedHereAsNone) {
    // What happened and who is at it is not what the base holds; user and attachment_piece have members of their own.
    const QStringList none{u"attachment_piece"_s, u"change"_s, u"import_batch"_s, u"import_row"_s,
                           u"operation"_s,        u"user"_s,   u"writer"_s};
    QStringList tables = none;
    for (const BaseJsonTable &table : baseJsonTables()) {
        tables << QString::fromLatin1(table.type->table);
        for (const db::FieldInfo &field : table.type->fields)
            EXPECT_EQ(field.kind == db::FieldKind::Reference, !referredTable(field.column).isEmpty())
                << field.column.toStdString();
    }
    tables.sort();
    EXPECT_EQ(values(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"_s),
              tables.join(u" | "_s));
}

TEST_F(BaseJson, ABaseWithEveryKindOfRecordComesBackWithoutADifference) {
    fillEverything();
    const QString derived = values(QString::fromLatin1(kDerived));
    const QByteArray first = exportTo(u"first.json"_s);
    startAnew();
    const auto report = importPaths({folder.filePath(u"first.json"_s)});
    EXPECT_EQ(inWords(report.total()), u"added %1"_s.arg(2 * (baseJsonTables().size() - 1))); // the settings are no rows
    EXPECT_EQ(exportTo(u"second.json"_s), first);
    EXPECT_EQ(values(QString::fromLatin1(kDerived)), derived);
    EXPECT_EQ(base->settings().currency, u"CHF"_s);
    EXPECT_EQ(values(u"SELECT value FROM setting WHERE name IN ('country', 'time_zone', 'language') ORDER BY name"_s),
              u"DE | de | Europe/Zurich"_s);
    EXPECT_EQ(values(u"SELECT u.name FROM interaction i JOIN user u ON u.id = i.user_id ORDER BY i.id"_s), u"Zoe | Ada"_s);
    EXPECT_EQ(values(u"SELECT normalised FROM contact_point ORDER BY id"_s), u"anna1@example.org | anna2@example.org"_s);
}

TEST_F(BaseJson, ASampleOfCustomersComesBackWithoutADifference) {
    ASSERT_TRUE(sample_data::generateSample(*base, 300, 7));
    const QString derived = values(QString::fromLatin1(kDerived));
    const QByteArray first = exportTo(u"first.json"_s);
    startAnew();
    importPaths({folder.filePath(u"first.json"_s)});
    EXPECT_EQ(exportTo(u"second.json"_s), first);
    EXPECT_EQ(values(QString::fromLatin1(kDerived)), derived);
}

TEST_F(BaseJson, TheFileIsOneJsonObjectThatAnyParserReads) {
    fillEverything();
    const QJsonObject object = QJsonDocument::fromJson(exportTo(u"all.json"_s)).object();
    EXPECT_EQ(object.value(u"format").toString(), u"kontor"_s);
    EXPECT_EQ(object.value(u"version").toInt(), 1);
    const QJsonObject customer = object.value(u"customer").toArray().first().toObject();
    EXPECT_EQ(customer.value(u"key").toInt(), 1);
    EXPECT_TRUE(customer.value(u"note").toString().endsWith(u"\u0001 я 😀"_s));
    EXPECT_EQ(object.value(u"purchase").toArray().first().toObject().value(u"amount").toInteger(), 9'007'199'254'740'993);
}

TEST_F(BaseJson, AttachmentsCarryTheirContent) {
    import("id,name\n1,Anna\n");
    const Id customer{values(u"SELECT id FROM customer"_s).toLongLong()};
    QByteArray content;
    for (int i = 0; i < 700'000; ++i)
        content += char(i * 31 % 251);
    CopyProgress progress;
    ASSERT_TRUE(storeFile(*base, customer, write(u"scan.bin"_s, content), progress));
    exportTo(u"first.json"_s);
    startAnew();
    importPaths({folder.filePath(u"first.json"_s)});
    const auto path =
        extractFile(base->database(), Id{values(u"SELECT id FROM attachment"_s).toLongLong()}, folder.filePath(u"."_s));
    ASSERT_TRUE(path) << path.error().message.toStdString(); // it compares with the checksum
    EXPECT_EQ(QFileInfo(*path).size(), content.size());
}

TEST_F(BaseJson, CardsThatWereMergedFindTheirCardHoweverTheyFollowEachOther) {
    import("id,name\n1,A\n2,B\n3,C\n");
    // 1 became part of 3, and 3 of 2.
    ASSERT_TRUE(base->database().execute(u"UPDATE customer SET merged_into = (SELECT id FROM customer o WHERE o.external_id = "
                                         "CASE customer.external_id WHEN '1' THEN '3' ELSE '2' END) WHERE external_id <> '2'"_s));
    const QByteArray first = exportTo(u"first.json"_s);
    startAnew();
    importPaths({folder.filePath(u"first.json"_s)});
    EXPECT_EQ(exportTo(u"second.json"_s), first);
    EXPECT_EQ(values(u"SELECT c.name || '>' || o.name FROM customer c JOIN customer o ON o.id = c.merged_into ORDER BY c.name"_s),
              u"A>C | C>B"_s);
}

TEST_F(BaseJson, TheImportIsTakenBackAsOneAct) {
    fillEverything();
    exportTo(u"first.json"_s);
    startAnew();
    const auto report = importPaths({folder.filePath(u"first.json"_s)});
    const auto undone = undoImport(*base, report.files.first().batch);
    ASSERT_TRUE(undone) << undone.error().message.toStdString() << undone.error().detail.toStdString();
    EXPECT_EQ(undone->removed, 2);
    for (const BaseJsonTable &table : baseJsonTables()) {
        if (table.type->table == "setting")
            continue;
        EXPECT_EQ(count(QString::fromLatin1(table.type->table)), 0) << table.type->table.toStdString();
    }
}

TEST_F(BaseJson, ADryRunCountsAndWritesNothing) {
    fillEverything();
    exportTo(u"first.json"_s);
    startAnew();
    ImportOptions dry;
    dry.dryRun = true;
    EXPECT_EQ(importPaths({folder.filePath(u"first.json"_s)}, dry).total().added, 2 * (baseJsonTables().size() - 1));
    EXPECT_EQ(count(u"customer"_s), 0);
}

TEST_F(BaseJson, StoppedByThePersonItLeavesNothingBehind) {
    ASSERT_TRUE(sample_data::generateSample(*base, 300, 7));
    exportTo(u"first.json"_s);
    startAnew();
    ImportOptions stopping;
    stopping.progress = [](const ImportProgress &progress) { return progress.rows < 100; };
    const auto report = importFiles(*base, {folder.filePath(u"first.json"_s)}, stopping);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, Code::Cancelled);
    EXPECT_EQ(count(u"customer"_s), 0);
    EXPECT_EQ(base->settings().currency, u"EUR"_s);
}

TEST_F(BaseJson, WhatCannotBeTakenInIsRefusedWholeAndSaysWhereAndWhy) {
    const auto file = [](const QByteArray &rest) { return "{\"format\":\"kontor\",\"version\":1" + rest + "}"; };
    EXPECT_TRUE(
        refusal(file(",\"customer\":[{\"key\":1,\"name\":\"A\",\"shoe_size\":44}]")).contains(u"customer[1].shoe_size"_s));
    EXPECT_TRUE(refusal(file(",\"customer\":[{\"key\":1,\"name\":7}]")).contains(u"customer[1].name is no text"_s));
    EXPECT_TRUE(
        refusal(file(",\"customer\":[{\"key\":1,\"name\":\"A\"},{\"key\":1,\"name\":\"B\"}]")).contains(u"stands twice"_s));
    EXPECT_TRUE(refusal(file(",\"task\":[{\"title\":\"A\",\"customer_id\":5}]")).contains(u"task[1].customer_id refers to"_s));
    EXPECT_TRUE(refusal(file(",\"purchase\":[{\"purchased_on\":\"2020-01-01\"}]")).contains(u"a reference is missing"_s));
    EXPECT_TRUE(refusal(file(",\"moods\":[{}]")).contains(u"does not know"_s));
    EXPECT_TRUE(refusal(file(",\"customer\":[{\"key\":1,\"name\":\"A\"}").chopped(1)).contains(u"not complete or damaged"_s));
    EXPECT_TRUE(refusal("{\"format\":\"kontor\",\"version\":2}").contains(u"newer version"_s));
    EXPECT_TRUE(refusal("[{\"name\":\"Anna\"}]").contains(u"is JSON, not a table"_s));
    EXPECT_EQ(count(u"customer"_s), 0);
    import("id,name\n1,Anna\n");
    EXPECT_TRUE(refusal(file("")).contains(u"holds something already"_s));
    EXPECT_EQ(count(u"customer"_s), 1);
}

TEST_F(BaseJson, BrokenCopiesAreRefusedOrTakenInWholeAndNeverCrash) {
    fillEverything();
    const QByteArray whole = exportTo(u"first.json"_s);
    startAnew();
    Mutations mutations(99);
    ImportOptions dry;
    dry.dryRun = true;
    int refused = 0, read = 0;
    for (int round = 0; round < 600; ++round) {
        const auto report = importFiles(*base, {write(u"broken.json"_s, mutations.of(whole))}, dry);
        report ? ++read : ++refused;
        if (!report) {
            EXPECT_FALSE(report.error().message.isEmpty());
        }
    }
    EXPECT_GT(refused, 200);
    EXPECT_GT(read, 20);
    EXPECT_EQ(count(u"customer"_s), 0);
}
