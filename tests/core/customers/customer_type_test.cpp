#include "customers/customer_type.h"

#include "customers/customer_repository.h"
#include "support/temporary_base.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class TypesOfABase : public testing::Test {
protected:
    template <class Act>
    auto act(Act act) {
        return base->write({u"types"_s, "customer_type", {}}, act);
    }
    QString add(const QString &label) {
        return valueOf(act([&](Recorder &recorder) { return workspace::addWord<CustomerType>(recorder, label); }));
    }
    Id customer(const QString &name, const QString &type) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.customer.lifecycle = type;
        return valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    Result<qint64> setType(Id id, const QString &text) {
        const qint64 version = valueOf(db::find<Customer>(base->database(), id))->version;
        return base->write({u"edit"_s, "customer", id}, [&](Recorder &recorder) {
            return setCustomerFields(recorder, id, version, {{"type", text}});
        });
    }
    QString typeOf(Id id) { return valueOf(db::find<Customer>(base->database(), id))->lifecycle; }
    TemporaryBase base;
};

} // namespace

TEST_F(TypesOfABase, AreNamedAndColouredAndKeepWhatCustomersStore) {
    const Id anna = customer(u"Anna"_s, u"former"_s);
    expectDone(act([](Recorder &recorder) { return workspace::renameWord<CustomerType>(recorder, u"former"_s, u"Asleep"_s); }));
    expectDone(act([](Recorder &recorder) {
        return workspace::changeWord<CustomerType>(recorder, u"former"_s, u"colour"_s,
                                                   [](CustomerType &type) { type.colour = 1; });
    }));
    const CustomerTypeList list = valueOf(CustomerTypeList::load(base->database()));
    EXPECT_EQ(list.label(typeOf(anna)), u"Asleep"_s);
    EXPECT_EQ(list.find(typeOf(anna))->colour, 1);
    EXPECT_EQ(typeOf(anna), u"former"_s);
}

TEST_F(TypesOfABase, OfThePersonsOwnAreTakenByNameAndByLabel) {
    const Id anna = customer(u"Anna"_s, {});
    EXPECT_EQ(setType(anna, u"VIP"_s).error().field, "lifecycle");
    const QString vip = add(u"VIP"_s);
    EXPECT_TRUE(setType(anna, u"vip"_s));
    EXPECT_EQ(typeOf(anna), vip);
    expectDone(act([&](Recorder &recorder) { return workspace::renameWord<CustomerType>(recorder, vip, u"Gold"_s); }));
    EXPECT_TRUE(setType(anna, {}));
    EXPECT_TRUE(setType(anna, u"Gold"_s));
    EXPECT_EQ(typeOf(anna), vip);
}

TEST_F(TypesOfABase, AreCountedWithThoseThatAFileBrought) {
    customer(u"Anna"_s, u"customer"_s);
    customer(u"Bo"_s, u"Partner"_s);
    customer(u"Cia"_s, u"Partner"_s);
    const auto uses = valueOf(customerTypeUses(base->database()));
    ASSERT_EQ(uses.size(), 5);
    EXPECT_EQ(uses[2].customers, 1);
    EXPECT_EQ(uses[4].type.label(), u"Partner"_s);
    EXPECT_EQ(uses[4].customers, 2);
    EXPECT_FALSE(uses[4].isListed);
    EXPECT_EQ(add(u"Partner"_s), u"Partner"_s) << "the same word, so that its customers have it";
    EXPECT_TRUE(valueOf(customerTypeUses(base->database()))[4].isListed);
}
