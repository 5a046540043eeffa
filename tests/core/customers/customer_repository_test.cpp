#include "custom_fields/custom_field_repository.h"
#include "customers/card.h"
#include "customers/customer_repository.h"
#include "support/temporary_base.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class CustomerOnABase : public testing::Test {
protected:
    Result<Id> add(const NewCustomer &draft) {
        return base->write({u"add"_s, "customer", {}},
                           [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); });
    }
    Id addNamed(const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        return valueOf(add(draft));
    }
    Result<qint64> set(Id customer, const QByteArray &field, const QString &text) {
        const qint64 version = valueOf(db::find<Customer>(base->database(), customer))->version;
        return base->write({u"edit"_s, "customer", customer}, [&](workspace::Recorder &recorder) {
            return setCustomerFields(recorder, customer, version, {{field, text}});
        });
    }
    Card card(Id customer) { return valueOf(loadCard(base->database(), customer)); }
    TemporaryBase base{{u"SE"_s, u"SEK"_s, u"Europe/Stockholm"_s, u"sv"_s}};
};

} // namespace

TEST_F(CustomerOnABase, NeedsOnlyOneOfNameCompanyPhoneAndEmail) {
    NewCustomer byPhone;
    byPhone.phones = {u"070-100 45 12"_s};
    EXPECT_EQ(card(valueOf(add(byPhone))).customer.name, u"070-100 45 12"_s);
    NewCustomer byEmail;
    byEmail.emails = {u"anna@volga.example"_s};
    EXPECT_EQ(card(valueOf(add(byEmail))).customer.name, u"anna@volga.example"_s);
    NewCustomer byParts;
    byParts.customer.givenName = u"Anna"_s;
    byParts.customer.familyName = u"Petrova"_s;
    EXPECT_EQ(card(valueOf(add(byParts))).customer.name, u"Anna Petrova"_s);
    const auto nothing = add({});
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().field, "name");
}

TEST_F(CustomerOnABase, KeepsPhonesInTheirOrderAndTagsOnce) {
    NewCustomer draft;
    draft.customer.name = u"Anna"_s;
    draft.phones = {u"070-100 45 12"_s, u"+49 30 123456"_s};
    draft.tags = {u"Garden"_s, u"garden"_s};
    const Card read = card(valueOf(add(draft)));
    ASSERT_EQ(read.contactPoints.size(), 2);
    EXPECT_EQ(read.contactPoints[0].value, u"070-100 45 12"_s);
    EXPECT_EQ(read.contactPoints[1].normalised, u"+4930123456"_s);
    ASSERT_EQ(read.tags.size(), 1);
    EXPECT_EQ(read.tags[0].name, u"Garden"_s);
}

TEST_F(CustomerOnABase, RefusesAValueThatIsNotOfTheFieldsKindAndNamesTheField) {
    const Id customer = addNamed(u"Anna"_s);
    EXPECT_EQ(set(customer, "birthday", u"31.02.1980"_s).error().field, "birthday_on");
    EXPECT_EQ(set(customer, "kind", u"robot"_s).error().field, "kind");
    EXPECT_EQ(set(customer, "score", u"many"_s).error().field, "score");
    EXPECT_EQ(set(customer, "name", u"  "_s).error().field, "name");
    EXPECT_EQ(set(customer, "phone", u"hello"_s).error().field, "phone");
    EXPECT_EQ(set(customer, "sort_key", u"x"_s).error().field, "sort_key") << "what is derived is not set by hand";
    EXPECT_EQ(card(customer).customer.version, 1);
}

TEST_F(CustomerOnABase, TakesABirthdayWithoutAYear) {
    const Id customer = addNamed(u"Anna"_s);
    EXPECT_TRUE(set(customer, "birthday", u"--02-29"_s));
    EXPECT_EQ(card(customer).customer.birthdayOn, u"--02-29"_s);
}

TEST_F(CustomerOnABase, ChangesTheMainPhoneAndRemovesItWhenEmptied) {
    const Id customer = addNamed(u"Anna"_s);
    EXPECT_TRUE(set(customer, "phone", u"070-100 45 12"_s));
    EXPECT_TRUE(set(customer, "phone", u"070-100 45 13"_s));
    ASSERT_EQ(card(customer).contactPoints.size(), 1);
    EXPECT_EQ(card(customer).contactPoints[0].normalised, u"+46701004513"_s);
    EXPECT_TRUE(set(customer, "phone", {}));
    EXPECT_TRUE(card(customer).contactPoints.isEmpty());
}

TEST_F(CustomerOnABase, KeepsOwnFieldsOfEveryKind) {
    const Id customer = addNamed(u"Anna"_s);
    expectDone(base->write({u"settings"_s, "custom_field", {}}, [](workspace::Recorder &recorder) -> Result<void> {
        TRY_VOID(ensureCustomField(recorder, u"shoe size"_s, u"number"_s));
        TRY_VOID(ensureCustomField(recorder, u"brands"_s, u"choices"_s));
        return {};
    }));
    EXPECT_TRUE(set(customer, "custom.shoe size", u"44.5"_s));
    EXPECT_TRUE(set(customer, "custom.brands", u"Stihl; Husqvarna"_s));
    EXPECT_TRUE(set(customer, "custom.car", u"Volvo"_s)) << "an unknown one is made as text";
    const Card read = card(customer);
    ASSERT_EQ(read.ownFields.size(), 4);
    EXPECT_EQ(read.ownFields[0].value.number, 44.5);
    EXPECT_EQ(read.ownFields[2].value.text, u"Husqvarna"_s);
    EXPECT_EQ(set(customer, "custom.shoe size", u"big"_s).error().field, "custom.shoe size");
    EXPECT_TRUE(set(customer, "custom.brands", u"Stihl"_s));
    EXPECT_EQ(card(customer).ownFields.size(), 3);
}

TEST_F(CustomerOnABase, GoesToTheTrashAndComesBack) {
    const Id customer = addNamed(u"Anna"_s);
    expectDone(base->write({u"trash"_s, "customer", customer},
                           [&](workspace::Recorder &recorder) { return trashCustomer(recorder, customer); }));
    EXPECT_TRUE(card(customer).customer.trashedAt);
    expectDone(base->write({u"restore"_s, "customer", customer},
                           [&](workspace::Recorder &recorder) { return restoreCustomer(recorder, customer); }));
    EXPECT_FALSE(card(customer).customer.trashedAt);
}

TEST(Card, OfNobodyIsNotFound) {
    TemporaryBase base;
    EXPECT_EQ(loadCard(base->database(), Id{4711}).error().code, Code::NotFound);
}
