#include "sample_base.h"

#include "db/text_functions.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonObject>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

TEST(Catalogue, HasEveryNameOfTheContract) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    const QString names =
        u"name given_name family_name kind lifecycle company job_title city district region postal_code country birthday gender "
        "language source score status owner tag phone email note created changed preferred_channel consent purchases "
        "interactions "
        "tasks deals cases offers segment"_s;
    for (const QString &name : names.split(u' '))
        EXPECT_NE(base.catalogue().find(name), nullptr) << qPrintable(name);
    const QHash<QString, QString> records{{u"purchases"_s, u"on amount product category quantity paid"_s},
                                          {u"interactions"_s, u"at kind direction outcome duration text"_s},
                                          {u"tasks"_s, u"due done title"_s},
                                          {u"deals"_s, u"stage amount expected_on state"_s},
                                          {u"cases"_s, u"opened_at state product"_s},
                                          {u"offers"_s, u"on product reaction"_s}};
    for (auto record = records.begin(); record != records.end(); ++record)
        for (const QString &sub : record->split(u' '))
            EXPECT_NE(base.catalogue().find(record.key())->sub(sub), nullptr) << qPrintable(record.key() + u'.' + sub);
}

TEST(Catalogue, SaysOfEachFieldItsNameKindOperatorsAndLabel) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    base.run(u"INSERT INTO custom_field (id, name, label, kind, choices, trashed_at) VALUES (7, 'size', 'Shoe size', 'choice', "
             u"'[\"S\", \"L\"]', NULL), "
             "(8, 'old', 'Old', 'text', '[]', 1)"_s);
    const auto json = catalogueJson(base.database());
    ASSERT_TRUE(json);
    QHash<QString, QJsonObject> fields;
    for (const QJsonValue &entry : *json) {
        const QJsonObject field = entry.toObject();
        fields.insert(field.value("name"_L1).toString(), field);
        EXPECT_FALSE(field.value("label"_L1).toString().isEmpty());
        EXPECT_FALSE(field.value("operators"_L1).toArray().isEmpty());
        EXPECT_FALSE(field.value("kind"_L1).toString().isEmpty());
    }
    EXPECT_EQ(fields.value(u"custom.size"_s).value("label"_L1), QJsonValue(u"Shoe size"_s));
    EXPECT_EQ(fields.value(u"custom.size"_s).value("choices"_L1).toArray().size(), 2);
    EXPECT_FALSE(fields.contains(u"custom.old"_s));
    EXPECT_EQ(fields.value(u"city"_s).value("kind"_L1), QJsonValue(u"text"_s));
    EXPECT_TRUE(fields.value(u"purchases"_s).value("aggregates"_L1).toArray().contains(u"sum"_s));
    EXPECT_FALSE(fields.value(u"offers"_s).value("aggregates"_L1).toArray().contains(u"sum"_s));
    EXPECT_EQ(fields.value(u"tasks"_s).value("period"_L1), QJsonValue(u"due"_s));
}

TEST(TextFunctions, FoldAndTellLocalDaysInSql) {
    SampleBase base;
    ASSERT_TRUE(base.open());
    ASSERT_TRUE(db::registerTextFunctions(base.database()));
    ASSERT_TRUE(db::registerTextFunctions(base.database())); // again costs nothing
    EXPECT_EQ(base.database().single(u"SELECT kontor_fold('ÄRGER')"_s).value_or({}).text(), u"arger"_s);
    EXPECT_TRUE(base.database().single(u"SELECT kontor_fold(NULL)"_s).value_or(db::Value(1)).isNull());
    const db::Values evening{db::Value(qint64(1'767'222'000'000))}; // 2025-12-31T23:00Z
    EXPECT_EQ(base.database().single(u"SELECT kontor_local_date(?, 'Europe/Berlin')"_s, evening).value_or({}).text(),
              u"2026-01-01"_s);
    EXPECT_EQ(base.database().single(u"SELECT kontor_local_date(?, 'UTC')"_s, evening).value_or({}).text(), u"2025-12-31"_s);
}

} // namespace kontor::segments::test
