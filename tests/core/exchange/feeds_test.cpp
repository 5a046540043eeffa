// What is remembered of imports, and files that are taken in again and again.
#include "customers/contact_point.h"
#include "customers/customer_repository.h"
#include "exchange/feeds.h"
#include "import_fixture.h"
#include "workspace/undo.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class Feeds : public ImportFixture {
protected:
    Feed customersFeed() {
        Feed feed;
        feed.name = u"Shop"_s;
        feed.path = folder.filePath(u"shop.csv"_s);
        feed.mapping.onMatch = OnMatch::Overwrite;
        feed.mapping.mappings = {{u"Nr"_s, u"id"_s}, {u"Wo"_s, u"city"_s}};
        return feed;
    }
    FileReport run(const QByteArray &content, bool isDry = false) {
        write(u"shop.csv"_s, content);
        ImportOptions chosen;
        chosen.dryRun = isDry;
        auto report = runFeed(*base, u"Shop"_s, chosen);
        EXPECT_TRUE(report) << report.error().message.toStdString();
        return report ? report->files.value(0) : FileReport();
    }
    QString phonesOf(const QString &name) {
        return values(u"SELECT value FROM contact_point WHERE kind = 'phone' AND customer_id IN (SELECT id FROM customer WHERE "
                      "name = '%1') ORDER BY position, id"_s.arg(name));
    }
    QString fields(const FileReport &report) {
        QStringList words;
        for (const FieldDifference &field : report.differences ? report.differences->fields : QList<FieldDifference>())
            words << u"%1.%2 %3/%4"_s.arg(QString::fromUtf8(field.record), QString::fromUtf8(field.field))
                         .arg(field.filled)
                         .arg(field.changed);
        return words.join(u", "_s);
    }
};

const QByteArray kFirst = "Nr,name,Wo,phone\n1,Anna,Lund,+46701004512\n2,Nils,,+46701004513\n3,Uwe,Ystad,\n";

} // namespace

TEST_F(Feeds, AMappingIsOfferedAgainForTheSameTitlesInAnyOrder) {
    ImportOptions chosen;
    chosen.mappings = {{u"Nr"_s, u"id"_s}};
    chosen.dateOrders.insert(u"Tag"_s, DateOrder::MonthDay);
    chosen.onMatch = OnMatch::Overwrite;
    chosen.ownFieldKinds.insert(u"Size"_s, u"number"_s);
    chosen.delimiter = u';';
    ASSERT_TRUE(saveMapping(*base, mappingOf(chosen, {u"Nr"_s, u"Name"_s, u"Tag"_s}, u"Kunden"_s)));
    auto found = savedMappingFor(base->database(), {u"tag"_s, u"Nr"_s, u"name "_s});
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->name, u"Kunden"_s);
    ImportOptions again;
    apply(**found, again);
    EXPECT_EQ(again.mappings, chosen.mappings);
    EXPECT_EQ(again.dateOrders, chosen.dateOrders);
    EXPECT_EQ(again.onMatch, OnMatch::Overwrite);
    EXPECT_EQ(again.ownFieldKinds, chosen.ownFieldKinds);
    EXPECT_EQ(again.delimiter, u';');
    EXPECT_FALSE(*savedMappingFor(base->database(), {u"Nr"_s, u"Name"_s}));
    ASSERT_TRUE(removeMapping(*base, u"Kunden"_s));
    EXPECT_TRUE(savedMappings(base->database())->isEmpty());
    EXPECT_EQ(removeMapping(*base, u"Kunden"_s).error().code, Code::NotFound);
}

TEST_F(Feeds, ARunUpdatesByIdNeverDoublesAndSaysWhatIsDifferent) {
    ASSERT_TRUE(saveFeed(*base, customersFeed()));
    const FileReport first = run(kFirst);
    EXPECT_EQ(inWords(first.counts), u"added 3"_s);
    ASSERT_TRUE(first.differences);
    EXPECT_TRUE(first.differences->isFirstRun);
    EXPECT_EQ(inWords(run(kFirst).counts), u"unchanged 3"_s);
    const FileReport changed = run("Nr,name,Wo,phone\n4,Eva,Lund,\n1,Anna,Kiel,+46701004599\n2,Nils,Lund,+46701004513\n");
    EXPECT_EQ(inWords(changed.counts), u"added 1, filled 1, changed 1"_s);
    EXPECT_EQ(fields(changed), u"contact_point.value 0/1, customer.city 1/1"_s);
    EXPECT_EQ(changed.differences->before, 3);
    EXPECT_EQ(changed.differences->now, 3);
    EXPECT_EQ(changed.differences->gone, 1);
    ASSERT_EQ(changed.differences->goneRecords.size(), 1);
    EXPECT_EQ(values(u"SELECT name FROM customer WHERE id = %1"_s.arg(changed.differences->goneRecords.first().value)), u"Uwe"_s);
    EXPECT_EQ(values(u"SELECT city FROM customer ORDER BY external_id"_s), u"Kiel | Lund | Ystad | Lund"_s);
    EXPECT_EQ(differenceLines(changed).size(), 4);
}

TEST_F(Feeds, ARunReplacesTheNumberThatTheFeedItselfHadBrought) {
    ASSERT_TRUE(saveFeed(*base, customersFeed()));
    run(kFirst);
    EXPECT_EQ(inWords(run("Nr,name,Wo,phone\n1,Anna,Lund,+46701004599\n").counts), u"changed 1"_s);
    EXPECT_EQ(phonesOf(u"Anna"_s), u"+46701004599"_s);
    EXPECT_EQ(values(u"SELECT normalised FROM contact_point WHERE value = '+46701004599'"_s), u"+46701004599"_s);
    EXPECT_EQ(inWords(run("Nr,name,Wo,phone\n1,Anna,Lund,+46701004600\n").counts), u"changed 1"_s) << "what it replaced is its own too";
    EXPECT_EQ(phonesOf(u"Anna"_s), u"+46701004600"_s);
    ASSERT_TRUE(workspace::undo(*base, *base->lastOperationId()));
    EXPECT_EQ(phonesOf(u"Anna"_s), u"+46701004599"_s);
}

TEST_F(Feeds, ARunLeavesTheNumberThatSomebodyTypedOrAnotherFileBroughtAndAddsItsOwnBeside) {
    ASSERT_TRUE(saveFeed(*base, customersFeed()));
    run(kFirst);
    const Id anna{values(u"SELECT id FROM customer WHERE name = 'Anna'"_s).toLongLong()};
    const auto point = db::select<ContactPoint>(base->database(), u"customer_id = ?"_s, {anna});
    ASSERT_TRUE(point && point->size() == 1);
    ASSERT_TRUE(base->write({u"edit"_s, "customer", anna}, [&](workspace::Recorder &recorder) {
        return changeContactPoint(recorder, point->first(), u"+46701009999"_s);
    }));
    ImportOptions byId;
    byId.mappings = {{u"Nr"_s, u"id"_s}};
    import("Nr,name,phone\n2,Nils,+46701008888\n", byId);
    run("Nr,name,Wo,phone\n1,Anna,Lund,+46701004599\n2,Nils,,+46701004514\n");
    EXPECT_EQ(phonesOf(u"Anna"_s), u"+46701009999 | +46701004599"_s);
    EXPECT_EQ(phonesOf(u"Nils"_s), u"+46701004514 | +46701008888"_s);
}

TEST_F(Feeds, OfTwoNumbersARunReplacesTheOneThatChanged) {
    ASSERT_TRUE(saveFeed(*base, customersFeed()));
    run("Nr,name,Wo,phone,mobile\n1,Anna,Lund,+46701004512,+46701004513\n");
    run("Nr,name,Wo,phone,mobile\n1,Anna,Lund,+46701004512,+46701004599\n");
    EXPECT_EQ(phonesOf(u"Anna"_s), u"+46701004512 | +46701004599"_s);
    run("Nr,name,Wo,phone,mobile\n1,Anna,Lund,+46701004500,+46701004501\n");
    EXPECT_EQ(phonesOf(u"Anna"_s), u"+46701004500 | +46701004501"_s);
}

TEST_F(Feeds, AFileThatIsNoFeedAddsItsNumberBeside) {
    ASSERT_TRUE(saveFeed(*base, customersFeed()));
    run(kFirst);
    ImportOptions chosen;
    chosen.onMatch = OnMatch::Overwrite;
    chosen.mappings = {{u"Nr"_s, u"id"_s}};
    import("Nr,name,phone\n1,Anna,+46701004599\n", chosen);
    EXPECT_EQ(phonesOf(u"Anna"_s), u"+46701004512 | +46701004599"_s);
}

TEST_F(Feeds, TwoRowsOfOneCustomerBringBothTheirNumbers) {
    ASSERT_TRUE(saveFeed(*base, customersFeed()));
    run(kFirst);
    run("Nr,name,Wo,phone\n1,Anna,Lund,+46701004598\n1,Anna,Lund,+46701004599\n");
    EXPECT_EQ(phonesOf(u"Anna"_s), u"+46701004598 | +46701004599"_s);
}

TEST_F(Feeds, ADryRunSaysTheSameAndChangesNothing) {
    ASSERT_TRUE(saveFeed(*base, customersFeed()));
    run(kFirst);
    const FileReport dry = run("Nr,name,Wo,phone\n1,Anna,Kiel,+46701004512\n", true);
    EXPECT_EQ(inWords(dry.counts), u"changed 1"_s);
    EXPECT_EQ(fields(dry), u"customer.city 0/1"_s);
    EXPECT_EQ(dry.differences->gone, 2);
    EXPECT_EQ(values(u"SELECT city FROM customer WHERE name = 'Anna'"_s), u"Lund"_s);
}

TEST_F(Feeds, ARunWhoseTitlesWereChangedIsRefusedAndNamesTheColumn) {
    ASSERT_TRUE(saveFeed(*base, customersFeed()));
    write(u"shop.csv"_s, "Number,name\n1,Anna\n");
    const auto refused = runFeed(*base, u"Shop"_s);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains(u"Nr"_s));
    EXPECT_EQ(count(u"customer"_s), 0);
}

TEST_F(Feeds, AreListedReplacedAndRemovedAndTakenBackLikeAnyAct) {
    ASSERT_TRUE(saveFeed(*base, customersFeed()));
    Feed other = customersFeed();
    other.path = folder.path();
    ASSERT_TRUE(saveFeed(*base, other));
    auto all = feeds(base->database());
    ASSERT_TRUE(all && all->size() == 1);
    EXPECT_EQ(all->first().path, folder.path());
    EXPECT_EQ(all->first().mapping.mappings.size(), 2);
    ASSERT_TRUE(removeFeed(*base, u"Shop"_s));
    EXPECT_TRUE(feeds(base->database())->isEmpty());
    EXPECT_EQ(runFeed(*base, u"Shop"_s).error().code, Code::NotFound);
    other.name = u" "_s;
    EXPECT_EQ(saveFeed(*base, other).error().code, Code::Invalid);
}
