#include "customers/customer_repository.h"
#include "support/temporary_base.h"
#include "workspace/feed.h"

using namespace kontor;
using namespace kontor::workspace;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

Id add(Base &base, const QString &name) {
    NewCustomer draft;
    draft.customer.name = name;
    return valueOf(base.write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
}

} // namespace

TEST(Feed, TellsWhatOthersDidSinceTheLastLook) {
    TemporaryBase base;
    auto other = base.openAs(u"pc-2"_s, u"Erik"_s);
    const qint64 seen = valueOf(lastChangeSeq(base->database()));
    const Id customer = add(*other, u"Anna"_s);
    const ChangeSet changes = valueOf(changesAfter(base->database(), seen));
    EXPECT_TRUE(changes.isAbout(customer));
    EXPECT_FALSE(changes.isOwn);
    EXPECT_TRUE(valueOf(changesAfter(base->database(), changes.lastSeq)).isEmpty());
}

TEST(Feed, ComesInPiecesThatMissNothing) {
    TemporaryBase base;
    QSet<Id> added;
    for (int i = 0; i < 10; ++i)
        added.insert(add(*base, u"Customer %1"_s.arg(i)));
    QSet<Id> seen;
    qint64 seq = 0;
    while (true) {
        const ChangeSet part = valueOf(changesAfter(base->database(), seq, 3));
        if (part.isEmpty())
            break;
        seen.unite(part.about);
        seq = part.lastSeq;
    }
    EXPECT_EQ(seen, added);
}

TEST(History, OfACustomerHoldsOnlyThatCustomersActs) {
    TemporaryBase base;
    const Id anna = add(*base, u"Anna"_s);
    add(*base, u"Bo"_s);
    EXPECT_EQ(valueOf(history(base->database(), {})).size(), 2);
    const QList<Operation> ofAnna = valueOf(history(base->database(), {anna}));
    ASSERT_EQ(ofAnna.size(), 1);
    EXPECT_EQ(ofAnna[0].author, u"Maria"_s);
    EXPECT_EQ(ofAnna[0].info.kind, u"add"_s);
    EXPECT_EQ(ofAnna[0].state, u"done"_s);
}

TEST(History, NamesActsInWholeWords) {
    EXPECT_EQ(historySentence({u"add"_s, "customer", {}}), u"New customer"_s);
    EXPECT_EQ(historySentence({u"edit"_s, "customer", {}, {{u"field"_s, u"City"_s}}}), u"Change of City"_s);
    EXPECT_EQ(historySentence({u"undo"_s, "customer", {}, {{u"of"_s, u"log"_s}}}), u"Taken back: New entry"_s);
    EXPECT_EQ(historySentence({u"import"_s, {}, {}, {{u"file"_s, u"customers.csv"_s}}}), u"Import of customers.csv"_s);
}
