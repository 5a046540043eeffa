#include "db/record.h"
#include "support/temporary_base.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace kontor::db;
using namespace Qt::StringLiterals;

namespace {

struct Thing {
    Id id;
    qint64 version = 0;
    QString name;
    double weight = 1;
    std::optional<qint64> count;
    bool heavy = false;
    QByteArray key;

    static constexpr const char *kTable = "thing";
    static auto fields() {
        return std::tuple(field("name", &Thing::name, "Name").searchable(), field("weight", &Thing::weight, "Weight"),
                          field("count", &Thing::count, "Count"), field("heavy", &Thing::heavy, "Heavy"),
                          field("key", &Thing::key).derived());
    }
};

} // namespace

TEST(RecordType, KnowsItsFieldsByNameAndKind) {
    const RecordType &type = recordType<Thing>();
    ASSERT_NE(type.find("weight"), nullptr);
    EXPECT_EQ(type.find("weight")->kind, FieldKind::Real);
    EXPECT_EQ(type.find("heavy")->kind, FieldKind::YesNo);
    EXPECT_EQ(type.find("nothing"), nullptr);
    EXPECT_TRUE(type.find("key")->isDerived);
    EXPECT_EQ(columnList(type), u"id, version, name, weight, count, heavy, key"_s);
}

TEST(RecordType, TurnsAStructIntoValuesAndBack) {
    Thing thing{Id{7}, 3, u"Anvil"_s, 2.0, 5, true, "k"};
    const Thing copy = fromRow<Thing>({thing.id, thing.version, valuesOf(thing)});
    EXPECT_EQ(copy.id, thing.id);
    EXPECT_EQ(copy.version, 3);
    EXPECT_EQ(copy.name, thing.name);
    EXPECT_EQ(copy.weight, 2.0);
    EXPECT_EQ(copy.count, 5);
    EXPECT_TRUE(copy.heavy);
    EXPECT_EQ(copy.key, "k");
}

TEST(RecordType, KeepsAWholeRowAsTextWithoutLosingItsShapes) {
    const Thing thing{Id{7}, 3, u"“Anvil”\n王"_s, 2.0, std::nullopt, true, "k"};
    const RecordType &type = recordType<Thing>();
    const auto row = rowFromJson(type, rowToJson(type, {thing.id, thing.version, valuesOf(thing)}));
    ASSERT_TRUE(row);
    EXPECT_EQ(row->id, thing.id);
    EXPECT_EQ(row->values[0], Value(thing.name));
    EXPECT_EQ(row->values[1], Value(2.0)) << "a whole number stays a real one in a real column";
    EXPECT_TRUE(row->values[2].isNull());
    EXPECT_EQ(row->values[4], Value(QByteArray())) << "derived columns are made anew";
}
