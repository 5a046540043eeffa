#include "recovery/table_scan.h"
#include "support/temporary_base.h"

#include <QFile>

using namespace kontor;
using namespace kontor::recovery;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

// A table of 4,000 rows over some 250 pages.
class ADamagedTable : public testing::Test {
protected:
    ADamagedTable() {
        auto database = valueOf(db::Database::open(path(), db::Purpose::Writer, true));
        expectDone(database->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"_s));
        auto transaction = valueOf(db::WriteTransaction::begin(*database));
        for (int id = 1; id <= kRows; ++id)
            expectDone(database->execute(u"INSERT INTO t VALUES (?, ?)"_s, {id, QString(200, u'x') + QString::number(id)}));
        expectDone(transaction->commit());
    }

    QString path() const { return m_folder.filePath(u"t.db"_s); }
    void breakPages(int first, int count) const {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::ReadWrite) && file.seek(qint64(first - 1) * 4096));
        file.write(QByteArray(count * 4096, '\xEE'));
    }
    struct Found {
        QList<qint64> ids;
        qint64 holes = 0;
    };
    Found scan() const {
        auto database = valueOf(db::Database::open(path(), db::Purpose::Reader));
        TableScan scan(*database, u"t"_s, {u"text"_s});
        Found found;
        expectDone(scan.run([&](const db::BulkStatement &row) -> Result<void> {
            EXPECT_EQ(row.text(1), QString(200, u'x') + QString::number(row.integer(0)));
            found.ids << row.integer(0);
            return {};
        }));
        found.holes = scan.holes();
        return found;
    }

    static constexpr int kRows = 4'000;
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(ADamagedTable, IsReadWhollyWhenItIsSound) {
    const Found found = scan();
    EXPECT_EQ(found.ids.size(), kRows);
    EXPECT_EQ(found.holes, 0);
}

TEST_F(ADamagedTable, IsReadAroundABrokenPage) {
    breakPages(100, 1);
    const Found found = scan();
    EXPECT_LT(found.ids.size(), kRows);
    EXPECT_GT(found.ids.size(), kRows - 40);
    EXPECT_TRUE(std::is_sorted(found.ids.begin(), found.ids.end()));
    EXPECT_EQ(found.holes, 1);
}

TEST_F(ADamagedTable, IsReadAroundSeveralPlaces) {
    for (int page : {20, 60, 61, 180})
        breakPages(page, 1);
    const Found found = scan();
    EXPECT_LT(found.ids.size(), kRows - 40);
    EXPECT_GT(found.ids.size(), kRows - 160);
    EXPECT_EQ(found.holes, 3);
}

TEST_F(ADamagedTable, EndsWhenNothingCanBeRead) {
    breakPages(2, 1); // the root
    const Found found = scan();
    EXPECT_TRUE(found.ids.isEmpty());
    EXPECT_EQ(found.holes, 1);
}
