// What reading costs, counted: it must not grow with the customers of the base.
#include "core/costs/costs_world.h"

#include "customers/customer_list.h"
#include "history/trash_list.h"
#include "search/index.h"
#include "support/card_reading.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFew = 300;
constexpr int kMany = 1'500;
constexpr int kMostHits = 50;
constexpr double kSame = 1.6; // trees are one page deeper here and there

struct Reading {
    qint64 statements = 0;
    qint64 steps = 0;
    QStringList scans;
};

Reading openCard(CostsWorld &world, int number) {
    const Id id = world.customer(number);
    const WorkCounter counter(world.base->database());
    readCard(*world.base, id);
    return {counter.statements(), counter.steps(), counter.scans()};
}

Reading readPage(CostsWorld &world) {
    db::Database &database = world.base->database();
    CustomerListQuery query;
    query.today = QDate(2026, 1, 1);
    const auto ids = valueOf(customerIds(database, query));
    const WorkCounter counter(database);
    EXPECT_EQ(valueOf(customerRows(database, ids.mid(ids.size() / 2, 100), query.today)).size(), 100);
    return {counter.statements(), counter.steps(), counter.scans()};
}

} // namespace

TEST(Card, CostsTheSameAmongManyCustomersAndScansNoTable) {
    CostsWorld few(kFew), many(kMany);
    const Reading ofFew = openCard(few, 7), ofMany = openCard(many, 7);
    EXPECT_EQ(ofMany.scans, QStringList());
    EXPECT_EQ(ofMany.statements, ofFew.statements);
    EXPECT_LE(ofMany.statements, 20);
    EXPECT_LE(double(ofMany.steps), kSame * double(ofFew.steps));
}

TEST(Card, OfALongHistoryCostsWhatTheFirstPageOfItCosts) {
    CostsWorld world(kFew);
    world.addEntries(1, 400);
    world.addEntries(2, 6'000);
    const Reading oflong = openCard(world, 1), ofLonger = openCard(world, 2);
    EXPECT_LE(double(ofLonger.steps), kSame * double(oflong.steps));
}

TEST(ListPage, CostsTheSameAmongManyCustomersAndScansNoTable) {
    CostsWorld few(kFew), many(kMany);
    const Reading ofFew = readPage(few), ofMany = readPage(many);
    EXPECT_EQ(ofMany.scans, QStringList());
    EXPECT_EQ(ofMany.statements, ofFew.statements);
    EXPECT_LE(ofMany.statements, 7);
    EXPECT_LE(double(ofMany.steps), kSame * double(ofFew.steps));
}

TEST(TrashCount, ReadsNoTable) {
    CostsWorld world(kFew);
    const WorkCounter counter(world.base->database());
    EXPECT_EQ(valueOf(history::trashCount(world.base->database(), world.base->catalogue())), 0);
    EXPECT_EQ(counter.scans(), QStringList());
    EXPECT_LE(counter.steps(), 500);
}

TEST(FindKeystroke, AsksTheBaseNoMoreThanForWhatIsShown) {
    CostsWorld world(kMany);
    auto index = valueOf(search::Index::open(world.base.folder() + u"/cache"_s, world.base->id()));
    ASSERT_TRUE(valueOf(index->catchUp(world.base->database(), u"SE"_s)).isComplete);
    for (const QString &typed : {u"a"_s, u"anna"_s, u"schmidt"_s, u"орлов"_s, u"о"_s, u"0072"_s, u"p7"_s, u"zzqxzz"_s, u"offer"_s}) {
        const WorkCounter counter(world.base->database());
        const auto hits = valueOf(index->find(world.base->database(), search::parseQuery(typed), kMostHits));
        EXPECT_LE(counter.statements(), 12) << typed.toStdString();
        EXPECT_EQ(counter.scans(), QStringList()) << typed.toStdString();
        EXPECT_LE(counter.steps(), 12'000) << typed.toStdString();
        EXPECT_LE(hits.hits.size(), kMostHits);
    }
}
