#include "customers/customer_repository.h"
#include "records/check.h"
#include "support/temporary_base.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

Id add(workspace::Base &base) {
    NewCustomer draft;
    draft.customer.name = u"Anna"_s;
    draft.phones = {u"+46701004512"_s};
    return valueOf(
        base.write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
}

QStringList problemsAfter(const QString &damage) {
    TemporaryBase base;
    add(*base);
    expectDone(base->database().execute(u"PRAGMA foreign_keys=OFF"_s));
    expectDone(base->database().execute(damage));
    return valueOf(records::problems(*base, true));
}

} // namespace

TEST(Check, FindsNothingWrongWithASoundBase) {
    TemporaryBase base;
    add(*base);
    EXPECT_EQ(valueOf(records::problems(*base, true)), QStringList());
    EXPECT_EQ(valueOf(records::problems(*base, false)), QStringList());
}

TEST(Check, FindsEachDerivedColumnThatDoesNotAgree) {
    for (const QString &damage : {u"UPDATE customer SET name_folded = 'x'"_s, u"UPDATE customer SET sort_key = x'00'"_s,
                                  u"UPDATE customer SET last_contact_at = 5"_s,
                                  u"UPDATE customer SET next_due_on = '2026-01-01'"_s, u"UPDATE customer SET bought_total = 5"_s,
                                  u"UPDATE contact_point SET normalised = '+1'"_s, u"UPDATE writer SET next_counter = 1"_s})
        EXPECT_EQ(problemsAfter(damage).size(), 1) << qPrintable(damage);
}

TEST(Check, FindsBrokenLinks) { EXPECT_EQ(problemsAfter(u"UPDATE contact_point SET customer_id = 4711"_s).size(), 1); }

TEST(Check, NamesNoCustomersData) {
    for (const QString &problem : problemsAfter(u"UPDATE customer SET name_folded = 'x'"_s))
        EXPECT_FALSE(problem.contains(u"Anna"_s, Qt::CaseInsensitive));
}
