#include "customers/customer_names.h"
#include "customers/customer_repository.h"
#include "support/temporary_base.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

Id add(workspace::Base &base, const QString &name) {
    return valueOf(base.write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) {
        NewCustomer draft;
        draft.customer.name = name;
        return addCustomer(recorder, draft);
    }));
}

QStringList named(workspace::Base &base, const QString &typed, int limit = 10) {
    QStringList names;
    for (const CustomerName &found : valueOf(customersNamed(base.database(), typed, limit)))
        names << found.name;
    return names;
}

} // namespace

TEST(CustomersNamed, BeginWithWhatWasTypedBeforeTheyContainIt) {
    TemporaryBase base;
    for (const QString &name : {u"Maria Berg"_s, u"Björn Ek"_s, u"Bertil Ås"_s, u"Иван Бергов"_s, u"Åke Sandberg"_s})
        add(*base, name);
    EXPECT_EQ(named(*base, u"ber"_s), (QStringList{u"Bertil Ås"_s, u"Åke Sandberg"_s, u"Maria Berg"_s}));
    EXPECT_EQ(named(*base, u"BJO"_s), (QStringList{u"Björn Ek"_s}));
    EXPECT_EQ(named(*base, u"берг"_s), (QStringList{u"Иван Бергов"_s}));
    EXPECT_EQ(named(*base, u"ber"_s, 2), (QStringList{u"Bertil Ås"_s, u"Åke Sandberg"_s}));
    EXPECT_EQ(named(*base, u" "_s), QStringList());
}

TEST(CustomersNamed, AreNobodyFromTheTrash) {
    TemporaryBase base;
    const Id gone = add(*base, u"Bertil Ås"_s);
    expectDone(base->write({u"trash"_s, "customer", gone},
                           [gone](workspace::Recorder &recorder) { return trashCustomer(recorder, gone); }));
    EXPECT_EQ(named(*base, u"ber"_s), QStringList());
}
