// What every record must keep, made from the catalogue: a new record is tested by being listed there.
#include "support/temporary_base.h"

#include <QCoreApplication>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

QSet<QString> columnsOf(db::Database &database, const QString &table) {
    auto rows = database.query(u"SELECT name FROM pragma_table_info(?)"_s, {table});
    QSet<QString> names;
    while (rows && valueOf(rows->next()))
        names.insert(rows->text(0));
    return names;
}

} // namespace

TEST(EveryRecord, HasExactlyTheColumnsOfItsTable) {
    TemporaryBase base;
    for (const workspace::RecordEntry *entry : base->catalogue().entries()) {
        QSet<QString> fields{u"id"_s, u"version"_s};
        for (const db::FieldInfo &field : entry->type->fields)
            fields.insert(QString::fromLatin1(field.column));
        EXPECT_EQ(fields, columnsOf(base->database(), QString::fromLatin1(entry->type->table))) << entry->type->table.constData();
    }
}

TEST(EveryRecord, KnowsWhoseCardShowsIt) {
    TemporaryBase base;
    for (const workspace::RecordEntry *entry : base->catalogue().entries())
        EXPECT_EQ(entry->type->find("customer_id") != nullptr, entry->type->aboutColumn == "customer_id")
            << entry->type->table.constData();
}

TEST(EveryRecord, IsKnownToTheCatalogueWhenItsTableHasAVersion) {
    TemporaryBase base;
    const QSet<QString> withoutUndo{u"setting"_s, u"user"_s, u"import_batch"_s, u"change"_s};
    auto tables = base->database().query(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"_s);
    ASSERT_TRUE(tables);
    QStringList missing;
    while (valueOf(tables->next())) {
        const QString table = tables->text(0);
        if (columnsOf(base->database(), table).contains(u"version"_s) && !withoutUndo.contains(table) &&
            !base->catalogue().find(table.toLatin1()))
            missing << table;
    }
    EXPECT_EQ(missing, QStringList());
}

TEST(EveryRecord, HasNoTwoFieldsOfOneName) {
    const auto catalogue = records::catalogue();
    for (const workspace::RecordEntry *entry : catalogue->entries()) {
        QSet<QByteArray> seen;
        for (const db::FieldInfo &field : entry->type->fields) {
            EXPECT_FALSE(seen.contains(field.column)) << entry->type->table.constData() << '.' << field.column.constData();
            seen.insert(field.column);
        }
    }
}
