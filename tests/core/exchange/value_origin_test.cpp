// Where values on a card came from. It stands here, since files bring them.
#include "custom_fields/custom_field.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "customers/customer_repository.h"
#include "history/value_origin.h"
#include "import_fixture.h"
#include "workspace/undo.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class Origin : public ImportFixture {
protected:
    Id named(const QString &name) { return Id{values(u"SELECT id FROM customer WHERE name = '%1'"_s.arg(name)).toLongLong()}; }
    history::ValueOrigin of(const QString &name, const QByteArray &field) {
        const auto origin = history::originOf(base->database(), db::recordType<Customer>(), named(name), field);
        EXPECT_TRUE(origin && *origin) << field.constData();
        return origin && *origin ? **origin : history::ValueOrigin();
    }
    void set(const QString &name, const QByteArray &column, const QString &text) {
        EXPECT_TRUE(base->write({u"edit"_s, "customer", named(name)}, [&](workspace::Recorder &recorder) {
            return setCustomerFields(recorder, named(name), db::find<Customer>(base->database(), named(name))->value().version,
                                     {{column, text}});
        }));
    }
};

} // namespace

TEST_F(Origin, OfAnImportedValueIsTheFileAndTheRow) {
    import("name,city,email\nAnna,Lund,anna@x.example\nNils,Ystad,nils@x.example\n", {}, u"kunden.csv"_s);
    const auto origin = of(u"Nils"_s, "city");
    EXPECT_TRUE(origin.isImported());
    EXPECT_EQ(origin.fileName, u"kunden.csv"_s);
    EXPECT_EQ(origin.row, 2);
    EXPECT_TRUE(history::originSentence(origin, base->clock()).startsWith(u"From kunden.csv, row 2, "_s));
    const Id point{values(u"SELECT id FROM contact_point WHERE value = 'nils@x.example'"_s).toLongLong()};
    const auto ofPoint = history::originOf(base->database(), db::recordType<ContactPoint>(), point, "value");
    ASSERT_TRUE(ofPoint && *ofPoint);
    EXPECT_EQ((*ofPoint)->row, 2);
}

TEST_F(Origin, OfAValueThatALaterFileFilledIsThatFileAndOfATypedOneThePerson) {
    import("name,city,email\nAnna,,anna@x.example\n", {}, u"old.csv"_s);
    import("name,city,email,note\nEva,Kiel,eva@x.example,\nAnna,Lund,anna@x.example,tea\n", {}, u"new.csv"_s);
    EXPECT_EQ(of(u"Anna"_s, "city").fileName, u"new.csv"_s);
    EXPECT_EQ(of(u"Anna"_s, "city").row, 2);
    EXPECT_EQ(of(u"Anna"_s, "name").fileName, u"old.csv"_s);
    set(u"Anna"_s, "city", u"Ystad"_s);
    EXPECT_FALSE(of(u"Anna"_s, "city").isImported());
    EXPECT_EQ(of(u"Anna"_s, "city").kind, u"edit"_s);
    EXPECT_FALSE(history::originSentence(of(u"Anna"_s, "city"), base->clock()).isEmpty());
}

TEST_F(Origin, OfAFieldOfTheUsersOwnIsTheFileThatOverwroteIt) {
    ImportOptions options;
    options.mappings = {{u"Shoes"_s, u"custom.Shoe size"_s}};
    options.onMatch = OnMatch::Overwrite;
    import("name,email,Shoes\nAnna,anna@x.example,38\n", options, u"old.csv"_s);
    const auto later = import("name,email,Shoes\nEva,eva@x.example,36\nAnna,anna@x.example,39\n", options, u"new.csv"_s);
    const Id value{values(u"SELECT id FROM custom_value WHERE text = '39'"_s).toLongLong()};
    const auto of = [&] { return history::originOf(base->database(), db::recordType<CustomValue>(), value, "text").value().value(); };
    EXPECT_EQ(of().fileName, u"new.csv"_s);
    EXPECT_EQ(of().row, 2);
    ASSERT_TRUE(undoImport(*base, later));
    EXPECT_EQ(of().fileName, u"old.csv"_s);
}

TEST_F(Origin, OfAValueThatUndoBroughtBackIsWhereItFirstCameFrom) {
    import("name,city,email\nAnna,Lund,anna@x.example\n", {}, u"kunden.csv"_s);
    set(u"Anna"_s, "city", u"Ystad"_s);
    ASSERT_TRUE(workspace::undo(*base, *base->lastOperationId()));
    ASSERT_EQ(values(u"SELECT city FROM customer"_s), u"Lund"_s);
    EXPECT_EQ(of(u"Anna"_s, "city").fileName, u"kunden.csv"_s);
    const auto all = history::originsOf(base->database(), db::recordType<Customer>(), named(u"Anna"_s));
    ASSERT_TRUE(all);
    EXPECT_TRUE(all->contains("city") && all->contains("name"));
    EXPECT_FALSE(all->contains("note"));
}
