#include "core/search/search_fixture.h"

#include <QFile>

using namespace kontor;
using namespace kontor::search;
using namespace kontor::search::test;
using namespace Qt::StringLiterals;

namespace {

QString pathOf(SearchBase &base) { return base.index().path(); }

QByteArray bytesOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST(IndexFile, IsKept) {
    SearchBase base;
    base.add({u"Anna"_s});
    base.catchUp();
    base.reopenIndex();
    int pieces = 0;
    base.catchUp([&](Progress) { return ++pieces > 0; });
    EXPECT_EQ(pieces, 1);
    EXPECT_EQ(base.find(u"anna"_s).size(), 1);
}

TEST(IndexFile, IsMadeAnewWhenItIsDamaged) {
    SearchBase base;
    base.add({u"Anna"_s});
    base.catchUp();
    const QString path = pathOf(base);
    base.closeIndex();
    QFile::remove(path + u"-wal"_s);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(8192, 'x'));
    file.close();
    base.reopenIndex();
    EXPECT_EQ(base.find(u"anna"_s), QStringList{u"Anna"_s});
}

TEST(IndexFile, IsMadeAnewByOtherRules) {
    SearchBase base;
    base.add({u"Anna"_s});
    base.catchUp();
    {
        auto file = db::Database::open(pathOf(base), db::Purpose::LocalCache);
        ASSERT_TRUE(file.has_value());
        ASSERT_TRUE((*file)->execute(u"UPDATE state SET format = 'older'"_s).has_value());
        ASSERT_TRUE((*file)->execute(u"UPDATE document SET name = 'wrong'"_s).has_value());
    }
    base.reopenIndex();
    EXPECT_FALSE(base.index().progress(base.database()).value().isComplete);
    EXPECT_EQ(base.find(u"anna"_s), QStringList{u"Anna"_s});
}

TEST(IndexFile, IsMadeAnewWhenAnOlderBaseTookThePlaceOfItsOwn) {
    SearchBase base;
    base.add({u"Anna"_s});
    const qint64 boris = base.add({u"Boris"_s});
    base.catchUp();
    base.execute(u"DELETE FROM customer WHERE id = ?"_s, {boris});
    base.execute(u"DELETE FROM change WHERE seq = (SELECT max(seq) FROM change)"_s);
    EXPECT_FALSE(base.index().progress(base.database()).value().isComplete);
    EXPECT_TRUE(base.find(u"boris"_s).isEmpty());
    EXPECT_EQ(base.find(u"anna"_s), QStringList{u"Anna"_s});
}

TEST(IndexFile, IsMadeAnewWhenTheBaseWentAnotherWay) {
    SearchBase base;
    base.add({u"Anna"_s});
    base.catchUp();
    base.execute(u"INSERT INTO operation (id, writer, at, kind) VALUES (777, 1, 0, 'add')"_s);
    base.execute(u"UPDATE change SET operation = 777"_s);
    base.execute(u"UPDATE customer SET name = 'Boris'"_s);
    EXPECT_EQ(base.find(u"boris"_s), QStringList{u"Boris"_s});
    EXPECT_TRUE(base.find(u"anna"_s).isEmpty());
}

TEST(IndexFile, IsOneForEachBase) { EXPECT_NE(indexPath(u"/c"_s, u"one"_s), indexPath(u"/c"_s, u"two"_s)); }

TEST(IndexFile, MayBeUsedByTwoAtOnce) {
    SearchBase base;
    for (int i = 0; i < 700; ++i)
        base.add({u"Anna %1"_s.arg(i)});
    auto other = Index::open(base.cacheFolder(), u"base"_s);
    ASSERT_TRUE(other.has_value());
    base.catchUp([](Progress) { return false; });
    ASSERT_TRUE((*other)->catchUp(base.database(), u"SE"_s).has_value());
    EXPECT_TRUE(base.index().progress(base.database()).value().isComplete);
    EXPECT_EQ(base.find(u"anna 699"_s).size(), 1);
    EXPECT_EQ((*other)->find(base.database(), parseQuery(u"anna 698"), 5).value().hits.size(), 1);
}

TEST(IndexFile, LosesEveryTraceOfAnErasedPerson) {
    SearchBase base;
    const qint64 anna = base.add({u"Anna Unmistakable"_s, {}, {u"+46 70 100 45 12"_s}});
    base.add({u"Boris"_s});
    const qint64 entry = base.addEntry(anna, u"unmistakable words"_s);
    base.catchUp();
    base.execute(u"DELETE FROM interaction"_s);
    base.execute(u"DELETE FROM contact_point"_s);
    base.execute(u"DELETE FROM customer WHERE id = ?"_s, {anna});
    base.note(u"interaction"_s, entry, anna, u"delete"_s);
    base.note(u"customer"_s, anna, anna, u"delete"_s);
    base.catchUp();
    ASSERT_TRUE(base.index().purge().has_value());
    EXPECT_FALSE(bytesOf(pathOf(base)).contains("unmistak"));
    EXPECT_FALSE(bytesOf(pathOf(base)).contains("4512"));
    EXPECT_EQ(base.find(u"boris"_s).size(), 1);
}
