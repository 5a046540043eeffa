#include "core/search/search_fixture.h"
#include "search/change_pages.h"
#include "support/temporary_base.h"

using namespace kontor;
using namespace kontor::search;
using namespace kontor::search::test;
using namespace Qt::StringLiterals;
using kontor::tests::valueOf;

TEST(Following, SeesNewChangedAndRenamedCustomers) {
    SearchBase base;
    base.add({u"Anna"_s});
    base.catchUp();
    const qint64 boris = base.add({u"Boris"_s});
    EXPECT_EQ(base.find(u"boris"_s), QStringList{u"Boris"_s});
    base.setField(boris, u"name"_s, u"Vera"_s);
    EXPECT_TRUE(base.find(u"boris"_s).isEmpty());
    EXPECT_TRUE(base.find(u"ori"_s).isEmpty());
    EXPECT_EQ(base.find(u"vera"_s), QStringList{u"Vera"_s});
}

TEST(Following, NeverFindsTrashedOrMergedCustomers) {
    SearchBase base;
    const qint64 anna = base.add({u"Anna"_s});
    const qint64 boris = base.add({u"Boris"_s});
    base.addEntry(anna, u"wants a quotation"_s);
    base.catchUp();
    base.setField(anna, u"trashed_at"_s, 5);
    base.setField(boris, u"merged_into"_s, anna);
    EXPECT_TRUE(base.find(u"anna"_s).isEmpty());
    EXPECT_TRUE(base.find(u"boris"_s).isEmpty());
    EXPECT_TRUE(base.find(u"quotation"_s).isEmpty());
    base.setField(anna, u"trashed_at"_s, db::Value());
    EXPECT_EQ(base.find(u"anna"_s), QStringList{u"Anna"_s});
    EXPECT_EQ(base.find(u"quotation"_s), QStringList{u"Anna"_s});
}

TEST(Following, DoesNotShowWhatWentToTheTrashAMomentAgo) {
    SearchBase base;
    const qint64 anna = base.add({u"Anna"_s});
    base.catchUp();
    base.execute(u"UPDATE customer SET trashed_at = 5 WHERE id = ?"_s, {anna});
    const auto hits = base.index().find(base.database(), parseQuery(u"anna"), 50);
    ASSERT_TRUE(hits.has_value());
    EXPECT_TRUE(hits->hits.isEmpty());
}

TEST(Following, SeesRemovedAndMovedContactPoints) {
    SearchBase base;
    const qint64 anna = base.add({u"Anna"_s, {}, {u"+46 70 100 45 12"_s}});
    const qint64 boris = base.add({u"Boris"_s});
    base.catchUp();
    base.execute(u"UPDATE contact_point SET customer_id = ? WHERE customer_id = ?"_s, {boris, anna});
    base.note(u"contact_point"_s, 1, boris, u"update"_s, u"customer_id"_s, anna, boris);
    EXPECT_EQ(base.find(u"4512"_s), QStringList{u"Boris"_s});
    base.execute(u"DELETE FROM contact_point"_s);
    base.note(u"contact_point"_s, 1, boris, u"delete"_s);
    EXPECT_TRUE(base.find(u"4512"_s).isEmpty());
}

TEST(Following, SeesARenamedTagOnAllItsCustomers) {
    SearchBase base;
    base.add({u"Anna"_s, {}, {}, {}, {u"golf"_s}});
    base.add({u"Boris"_s, {}, {}, {}, {u"golf"_s}});
    base.catchUp();
    const qint64 tag = base.tagId(u"golf"_s);
    base.execute(u"UPDATE tag SET name = 'tennis' WHERE id = ?"_s, {tag});
    base.note(u"tag"_s, tag, tag, u"update"_s, u"name"_s);
    EXPECT_TRUE(base.find(u"golf"_s).isEmpty());
    EXPECT_EQ(base.find(u"tennis"_s).size(), 2);
}

// Each of them is named by a row of its own; an import that brought 1,000,000 customers with eight tags read all of them twice.
TEST(Following, DoesNotReadEverybodyWhoHasATagBecauseItIsNew) {
    SearchBase base;
    base.add({u"Anna"_s, {}, {}, {}, {u"golf"_s}});
    base.add({u"Boris"_s, {}, {}, {}, {u"golf"_s}});
    const qint64 tag = base.tagId(u"golf"_s);
    const auto lastSeq = [&base] { return valueOf(base.database().single(u"SELECT max(seq) FROM change"_s)).integer(); };
    const auto readAfter = [&base](qint64 seq) { return valueOf(nextChanges(base.database(), seq, 0)).customers.size(); };
    const qint64 before = lastSeq();
    base.note(u"tag"_s, tag, tag, u"insert"_s);
    EXPECT_EQ(readAfter(before), 0);
    const qint64 later = lastSeq();
    base.note(u"tag"_s, tag, tag, u"update"_s, u"name"_s);
    EXPECT_EQ(readAfter(later), 2);
}

TEST(Following, SeesChangedAndTrashedEntries) {
    SearchBase base;
    const qint64 anna = base.add({u"Anna"_s});
    base.catchUp();
    const qint64 entry = base.addEntry(anna, u"about the roof"_s);
    EXPECT_EQ(base.find(u"roof"_s).size(), 1);
    base.execute(u"UPDATE interaction SET text = 'about the cellar' WHERE id = ?"_s, {entry});
    base.note(u"interaction"_s, entry, anna, u"update"_s, u"text"_s);
    EXPECT_TRUE(base.find(u"roof"_s).isEmpty());
    EXPECT_EQ(base.find(u"cellar"_s).size(), 1);
    base.execute(u"UPDATE interaction SET trashed_at = 5 WHERE id = ?"_s, {entry});
    base.note(u"interaction"_s, entry, anna, u"update"_s, u"trashed_at"_s);
    EXPECT_TRUE(base.find(u"cellar"_s).isEmpty());
}

TEST(Following, TakesRangesOfAnImportAndTheirUndo) {
    SearchBase base;
    base.add({u"Anna"_s});
    base.catchUp();
    constexpr int kCount = 1'300; // several pages
    const qint64 first = base.newId();
    for (qint64 id = first; id < first + kCount; ++id)
        base.execute(u"INSERT INTO customer (id, name, created_at, changed_at) VALUES (?, ?, 0, 0)"_s,
                     {id, u"Imported %1"_s.arg(id - first)});
    for (qint64 id = first; id < first + kCount; ++id)
        base.execute(u"INSERT INTO contact_point (id, customer_id, kind, value, normalised) VALUES (?, ?, 'email', ?, '')"_s,
                     {id + kCount, id, u"imported%1@mail.example"_s.arg(id - first)});
    base.noteRange(u"customer"_s, first, first + kCount - 1);
    base.noteRange(u"contact_point"_s, first + kCount, first + 2 * kCount - 1);
    EXPECT_EQ(base.find(u"imported 1299"_s), QStringList{u"Imported 1299"_s});
    EXPECT_EQ(base.find(u"imported777@"_s), QStringList{u"Imported 777"_s});
    EXPECT_EQ(base.find(u"imported"_s, 2'000).size(), kCount);

    base.execute(u"DELETE FROM contact_point"_s);
    base.execute(u"DELETE FROM customer WHERE id >= ?"_s, {first});
    for (qint64 id = first; id < first + kCount; ++id)
        base.note(u"customer"_s, id, id, u"delete"_s);
    EXPECT_TRUE(base.find(u"imported"_s).isEmpty());
    EXPECT_EQ(base.find(u"anna"_s).size(), 1);
}

TEST(Following, ForgetsARangeThatIsGoneBeforeItWasRead) {
    SearchBase base;
    base.add({u"Anna"_s});
    base.catchUp();
    base.noteRange(u"customer"_s, 5'000, 6'000);
    base.noteRange(u"interaction"_s, 7'000, 8'000);
    base.noteRange(u"purchase"_s, 9'000, 9'999);
    EXPECT_TRUE(base.catchUp().isComplete);
    EXPECT_EQ(base.find(u"anna"_s).size(), 1);
}

TEST(Following, GoesOnWhereItWasStopped) {
    SearchBase base;
    for (int i = 0; i < 1'200; ++i)
        base.add({u"Anna %1"_s.arg(i)});
    int pieces = 0;
    const Progress stopped = base.catchUp([&](Progress) { return ++pieces < 2; });
    EXPECT_FALSE(stopped.isComplete);
    EXPECT_GT(stopped.done, 0);
    EXPECT_LT(stopped.done, stopped.total);
    EXPECT_LT(stopped.percent(), 100);
    base.reopenIndex();
    const auto now = base.index().progress(base.database());
    ASSERT_TRUE(now.has_value());
    EXPECT_EQ(now->done, stopped.done);
    qint64 least = stopped.total;
    EXPECT_TRUE(base.catchUp([&](Progress progress) {
                        least = std::min(least, progress.done);
                        return true;
                    })
                    .isComplete);
    EXPECT_GE(least, stopped.done);
    EXPECT_EQ(base.find(u"anna 1199"_s), QStringList{u"Anna 1199"_s});
}

TEST(Following, IsCompleteWhenThereIsNothingToDo) {
    SearchBase base;
    EXPECT_TRUE(base.index().progress(base.database()).value().isComplete);
    EXPECT_TRUE(base.catchUp().isComplete);
    base.add({u"Anna"_s});
    EXPECT_FALSE(base.index().progress(base.database()).value().isComplete);
    EXPECT_TRUE(base.catchUp().isComplete);
    EXPECT_TRUE(base.index().progress(base.database()).value().isComplete);
}

TEST(Following, WritesWhatACustomerHasOnceWhenARangeComesTwice) {
    SearchBase base;
    const qint64 anna = base.add({.name = u"Anna"_s, .phones = {u"+49 30 4512"_s}, .tags = {u"partner"_s}});
    base.catchUp();
    base.noteRange(u"customer"_s, anna, anna);
    base.catchUp();
    const auto store = IndexStore::open(base.index().path());
    ASSERT_TRUE(store);
    const auto document = (*store)->find(anna);
    ASSERT_TRUE(document && *document);
    EXPECT_EQ((*document)->tags, u"partner"_s);
}
