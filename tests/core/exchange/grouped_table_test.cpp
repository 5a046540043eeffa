#include "customers/customer.h"
#include "exchange/grouped_table.h"
#include "history/value_origin.h"
#include "import_fixture.h"
#include "interactions/interaction.h"
#include "support/temporary_base.h"
#include "support/work_counter.h"
#include "workspace/undo.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;
using kontor::tests::expectDone;
using kontor::tests::valueOf;

namespace {

constexpr int kRows = int(GroupedTable::kFewestRows) + 1'000;
constexpr int kCustomers = 50;

QString ofRow(int row) { return u"%1"_s.arg((row * 37) % kCustomers + 1); }

// Every row is about another customer than the one before it; two of them about nobody.
QByteArray entries(int rows) {
    QByteArray csv = "customer_id,at,kind,summary\n";
    for (int row = 1; row <= rows; ++row)
        csv += (row == 100 || row == 5'000 ? u"999"_s : ofRow(row)).toLatin1() + ",2025-03-01 10:00,call,entry " +
               QByteArray::number(row) + '\n';
    return csv;
}

QByteArray customers() {
    QByteArray csv = "id,name\n";
    for (int number = 1; number <= kCustomers; ++number)
        csv += QByteArray::number(number) + ",Customer " + QByteArray::number(number) + '\n';
    return csv;
}

class ALargeFileOfEntries : public ImportFixture {
protected:
    void SetUp() override {
        ImportFixture::SetUp();
        import(customers(), {}, u"customers.csv"_s);
    }
    qint64 number(const QString &sql) { return values(sql).toLongLong(); }
};

TableRecord recordOf(const QStringList &cells) {
    TableRecord record;
    for (const QString &cell : cells)
        record.cells.emplace_back(cell);
    return record;
}

} // namespace

TEST(RecordSpool, GivesRecordsBackInOrderAndInThatOfAddingWhereTheyAreEqualWhetherInMemoryOrNot) {
    const QTemporaryDir folder;
    for (const qsizetype bytes : {qsizetype(1) << 20, qsizetype(2'000)}) {
        RecordSpool spool(folder.path(), bytes);
        for (int i = 0; i < 1'000; ++i) {
            const QStringList cells{u"Zoë %1"_s.arg(i), QString(), u"客户"_s};
            TableRecord record = recordOf(cells);
            record.row = i + 1;
            record.line = 2 * i;
            record.broken = i == 5;
            record.problem = i == 6 ? u"torn"_s : QString();
            expectDone(spool.add(RecordSpool::orderOf(i % 7), record));
        }
        for (int round = 0; round < 2; ++round) {
            expectDone(spool.rewind());
            TableRecord record;
            qint64 last = 0;
            int key = 0, count = 0;
            while (valueOf(spool.next(record))) {
                const int i = int(record.row - 1);
                if (i % 7 != key) {
                    EXPECT_EQ(i % 7, key + 1);
                    key = i % 7;
                    last = 0;
                }
                EXPECT_GT(record.row, last);
                last = record.row;
                EXPECT_EQ(record.line, 2 * i);
                EXPECT_EQ(record.broken, i == 5);
                EXPECT_EQ(record.problem, i == 6 ? u"torn"_s : QString());
                EXPECT_EQ(textsOf(record), (QStringList{u"Zoë %1"_s.arg(i), QString(), u"客户"_s}));
                ++count;
            }
            EXPECT_EQ(count, 1'000);
        }
    }
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST_F(ALargeFileOfEntries, IsTakenInCustomerByCustomerAndEveryRowIsWhereItBelongs) {
    const ImportReport report = import(entries(kRows), {}, u"calls.csv"_s);
    EXPECT_EQ(report.total().read, kRows);
    EXPECT_EQ(report.total().added, kRows - 2);
    EXPECT_EQ(report.total().rejected, 2);
    EXPECT_EQ(number(u"SELECT count(*) FROM interaction i JOIN customer c ON c.id = i.customer_id WHERE "
                     "((CAST(substr(i.text, 7) AS INTEGER) * 37) % 50 + 1) <> CAST(c.external_id AS INTEGER)"_s),
              0);
    // Neighbours in the table belong together: that is what the order is for.
    EXPECT_EQ(
        number(
            u"SELECT count(*) FROM interaction a JOIN interaction b ON b.id = a.id + 1 WHERE a.customer_id <> b.customer_id"_s),
        kCustomers - 1);
    // Within a customer they stand as in the file.
    EXPECT_EQ(
        number(
            u"SELECT count(*) FROM interaction a JOIN interaction b ON b.id = a.id + 1 AND b.customer_id = a.customer_id WHERE "
            "CAST(substr(a.text, 7) AS INTEGER) > CAST(substr(b.text, 7) AS INTEGER)"_s),
        0);
}

// The index by their own ids grows in another order than the one by customer: a transaction shall touch a small part of either.
TEST_F(ALargeFileOfEntries, WithIdsOfTheirOwnIsTakenInByBlocksOfCustomersAndWithinOneByThoseIds) {
    // Other records have ids between those of customers.
    expectDone(base->database().execute(
        u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 40000) INSERT INTO customer "
        "(id, name, external_id, created_at, changed_at) SELECT (SELECT max(id) FROM customer) + 10 * x, 'Many', 'many' || x, 0, 0 FROM n"_s));
    ColumnMap map;
    map.kind = FileKind::Interactions;
    map.columns = {{Field::ExternalId}, {Field::CustomerRef}};
    auto order = valueOf(RowOrder::create(base->database(), map));
    ASSERT_TRUE(order);
    const auto placeOf = [&](const QString &customer, const QString &ownId) {
        const QStringList cells{ownId, customer};
        return valueOf(order->of(recordOf(cells)));
    };
    const QByteArray early = placeOf(u"many39000"_s, u"5"_s);
    for (int row = 0; row < 100'000; ++row)
        placeOf(u"1"_s, u"5"_s);
    const QList<QByteArray> inOrder{early,
                                    placeOf(u"many2"_s, u"10"_s),
                                    placeOf(u"1"_s, u"100"_s),
                                    placeOf(u"many1"_s, u"9"_s),
                                    placeOf(u"many39000"_s, u"1"_s),
                                    placeOf(u"nobody"_s, u"0"_s)};
    EXPECT_TRUE(std::is_sorted(inOrder.cbegin(), inOrder.cend()));
    EXPECT_EQ(placeOf(u"many1"_s, u"9"_s), placeOf(u"many2"_s, u"9"_s)) << "equal ones stay in the order of the file";
    order->end();
}

TEST_F(ALargeFileOfEntries, HasTheSameOrderOnceAllCustomersAreInMemory) {
    constexpr int kManyRows = 100'000;
    ColumnMap map;
    map.kind = FileKind::Interactions;
    map.columns = {{Field::CustomerRef}};
    auto order = valueOf(RowOrder::create(base->database(), map));
    ASSERT_TRUE(order);
    const auto placeOf = [&](const QString &customer) {
        const QStringList cells{customer};
        return valueOf(order->of(recordOf(cells)));
    };
    QHash<QString, QByteArray> before;
    for (int number = 0; number <= kCustomers; ++number) // 0 is nobody
        before.insert(QString::number(number), placeOf(QString::number(number)));
    const tests::WorkCounter counter(base->database());
    for (int row = 0; row < 2 * kManyRows; ++row)
        ASSERT_EQ(placeOf(QString::number(row % (kCustomers + 1))), before.value(QString::number(row % (kCustomers + 1))));
    EXPECT_LT(counter.statements(), kManyRows + 100);
    order->end();
}

TEST_F(ALargeFileOfEntries, KnowsTheRowOfEachRecordAndListsProblemsInTheOrderOfTheFile) {
    const ImportReport report = import(entries(kRows), {}, u"calls.csv"_s);
    ASSERT_EQ(report.files.first().problems.size(), 2);
    EXPECT_EQ(report.files.first().problems[0].place.row, 100);
    EXPECT_EQ(report.files.first().problems[1].place.row, 5'000);
    QFile rejects(report.files.first().rejects);
    ASSERT_TRUE(rejects.open(QIODevice::ReadOnly));
    const QByteArrayList lines = rejects.readAll().trimmed().split('\n');
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(lines[1].contains("entry 100,100,")) << lines[1].constData();
    EXPECT_TRUE(lines[2].contains("entry 5000,5000,")) << lines[2].constData();
    for (const int row : {1, 2, 99, 12'345, kRows}) {
        const Id id{number(u"SELECT id FROM interaction WHERE text = 'entry %1'"_s.arg(row))};
        const auto origin = valueOf(history::originOf(base->database(), db::recordType<Interaction>(), id, "text"));
        ASSERT_TRUE(origin);
        EXPECT_EQ(origin->fileName, u"calls.csv"_s);
        EXPECT_EQ(origin->row, row);
    }
}

TEST_F(ALargeFileOfEntries, IsTakenBackWholly) {
    const ImportReport report = import(entries(kRows), {}, u"calls.csv"_s);
    const ImportUndo undone = valueOf(undoImport(*base, report.files.first().batch));
    EXPECT_EQ(undone.removed, kRows - 2);
    EXPECT_EQ(number(u"SELECT count(*) FROM interaction"_s), 0);
}

TEST_F(ALargeFileOfEntries, CanBeStoppedWhileItIsOnlyRead) {
    ImportOptions options;
    options.progress = [](const ImportProgress &progress) { return progress.rows > 0; };
    const auto outcome = importFiles(*base, {write(u"calls.csv"_s, entries(kRows))}, options);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Code::Cancelled);
    EXPECT_EQ(number(u"SELECT count(*) FROM interaction"_s), 0);
}

// Of 21,000 customers, the names in an order that has nothing to do with the file's.
class ALargeFileOfCustomers : public ALargeFileOfEntries {
protected:
    static QByteArray people() {
        QByteArray csv = "name,city\n";
        for (int row = 1; row <= kRows; ++row)
            csv += "Person " + QByteArray::number((row * 7'919) % kRows) + ",City " + QByteArray::number(row) + '\n';
        return csv;
    }
};

TEST_F(ALargeFileOfCustomers, IsTakenInByNameSoThatNeighboursInTheListLieTogether) {
    const ImportReport report = import(people(), {}, u"people.csv"_s);
    EXPECT_EQ(report.total().added, kRows);
    EXPECT_EQ(
        number(u"SELECT count(*) FROM customer a JOIN customer b ON b.id = a.id + 1 WHERE a.name_folded > b.name_folded AND "
               "a.external_id IS NULL"_s),
        0);
    const Id last{number(u"SELECT id FROM customer WHERE city = 'City %1'"_s.arg(kRows))};
    const auto origin = valueOf(history::originOf(base->database(), db::recordType<Customer>(), last, "city"));
    ASSERT_TRUE(origin);
    EXPECT_EQ(origin->row, kRows);
}

TEST_F(ALargeFileOfCustomers, IsMetRowByRowWhenTheVerySameFileComesAgain) {
    import(people(), {}, u"people.csv"_s);
    const ImportReport again = import(people(), {}, u"people.csv"_s);
    EXPECT_EQ(again.total().unchanged, kRows);
    EXPECT_EQ(again.total().added, 0);
}
