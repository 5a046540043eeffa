#include "core/customers/kept_list_of_a_sample.h"

#include "customers/bulk_change.h"
#include "customers/customer_order.h"
#include "history/trash_acts.h"
#include "support/work_counter.h"

#include <sqlite3.h>

#include <random>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

// Does one act of another PC whenever the connection is about to begin a transaction after its first one: between two pieces of a long reading.
class BetweenPieces {
public:
    BetweenPieces(db::Database &reading, QList<std::function<void()>> acts)
        : m_handle(reading.handle()), m_acts(std::move(acts)) {
        sqlite3_trace_v2(m_handle, SQLITE_TRACE_STMT, &BetweenPieces::note, this);
    }
    ~BetweenPieces() { sqlite3_trace_v2(m_handle, 0, nullptr, nullptr); }
    BetweenPieces(const BetweenPieces &) = delete;
    BetweenPieces &operator=(const BetweenPieces &) = delete;

    bool areAllDone() const { return m_acts.isEmpty(); }

private:
    static int note(unsigned, void *self, void *, void *text) {
        auto between = static_cast<BetweenPieces *>(self);
        if (qstrcmp(static_cast<const char *>(text), "BEGIN") != 0)
            return 0;
        if (std::exchange(between->m_isReading, true) && !between->m_acts.isEmpty())
            between->m_acts.takeFirst()();
        return 0;
    }

    sqlite3 *m_handle;
    QList<std::function<void()>> m_acts;
    bool m_isReading = false;
};

class ReadingInPieces : public KeptListOfASample {
protected:
    template <class F>
    std::function<void()> act(F change) {
        return [this, change] { writeBy(*other, change); };
    }
    std::function<void()> rename(Id id, const QString &name) {
        return [this, id, name] { setFieldBy(*other, id, "name", name); };
    }
    QList<std::function<void()>> actsOfOthers() {
        const QList<Id> ids = everybody();
        return {rename(ids.at(2), u"Zzz"_s),              // was read, and would come once more
                rename(ids.at(ids.size() - 3), u"Aaa"_s), // would never come
                act([id = ids.at(50)](Recorder &recorder) { return trashCustomer(recorder, id); }),
                act([](Recorder &recorder) -> Result<void> {
                    NewCustomer draft;
                    draft.customer.name = u"Mia Berg"_s;
                    TRY(id, addCustomer(recorder, draft));
                    Q_UNUSED(id)
                    return {};
                })};
    }
    CustomerListQuery keptQuery(CustomerSort sort, bool descending = false) {
        CustomerListQuery kept = query(sort, false, descending);
        kept.orders = std::make_shared<KeptOrders>(base.folder() + u"/pieces-%1"_s.arg(int(sort)), base->id(), kNamesAtOnce);
        return kept;
    }
    QList<Id> read(const CustomerListQuery &query) {
        return valueOf(base->read([&](db::Database &database) { return customerIds(database, query); }));
    }

    static constexpr qsizetype kNamesAtOnce = 10;
    std::unique_ptr<workspace::Base> other = base.openAs(u"pc-2"_s, u"Anna"_s);
};

} // namespace

TEST_F(ReadingInPieces, LetsOthersCommitAndTakesInWhatTheyDid) {
    BetweenPieces between(base->database(), actsOfOthers());
    const QList<Id> ids = read(keptQuery(CustomerSort::Name));
    EXPECT_TRUE(between.areAllDone());
    EXPECT_EQ(ids, read(query(CustomerSort::Name, false)));
    EXPECT_EQ(ids.size(), 120);
}

TEST_F(ReadingInPieces, TakesInWhatOthersDidForEveryColumn) {
    for (const CustomerSort sort : kSorts) {
        BetweenPieces between(base->database(), actsOfOthers());
        const QList<Id> ids = read(keptQuery(sort, true));
        EXPECT_TRUE(between.areAllDone()) << int(sort);
        EXPECT_EQ(ids, read(query(sort, false, true))) << int(sort);
        rename(everybody().last(), u"Mmm"_s)(); // the next column finds another first and last one
    }
}

TEST_F(ReadingInPieces, ShowsNobodyTwiceWhileBulkWorkGoesOn) {
    const QList<Id> ids = everybody();
    BetweenPieces between(base->database(),
                          {rename(ids.at(2), u"Zzz"_s), [this, ids] {
                               valueOf(applyBulkChange(*other, ids, {{BulkChange::Kind::SetField, "city", u"Ystad"_s}}));
                           }});
    QList<Id> read = this->read(keptQuery(CustomerSort::Name));
    EXPECT_TRUE(between.areAllDone());
    EXPECT_EQ(read.size(), 120);
    std::sort(read.begin(), read.end());
    EXPECT_EQ(std::adjacent_find(read.cbegin(), read.cend()), read.cend());
    EXPECT_EQ(this->read(keptQuery(CustomerSort::Name)), this->read(query(CustomerSort::Name, false))) << "the next time";
}

TEST_F(ReadingInPieces, MakesNoColumnThatLacksSomebodyForGood) {
    const QList<Id> ids = everybody();
    BetweenPieces between(base->database(),
                          {rename(ids.at(ids.size() - 3), u"Aaa"_s), [this, ids] { // would never come
                               valueOf(applyBulkChange(*other, ids.first(5), {{BulkChange::Kind::Trash, {}, {}}}));
                           }});
    read(keptQuery(CustomerSort::City));
    EXPECT_TRUE(between.areAllDone());
    EXPECT_EQ(read(keptQuery(CustomerSort::City)), read(query(CustomerSort::City, false)));
    CustomerListQuery inLund = keptQuery(CustomerSort::City), plain = query(CustomerSort::City, false);
    inLund.filter.city = plain.filter.city =
        base->database().single(u"SELECT city FROM customer WHERE id = ?"_s, {ids.at(ids.size() - 3)})->text();
    EXPECT_TRUE(read(inLund).contains(ids.at(ids.size() - 3)));
    EXPECT_EQ(read(inLund), read(plain));
}

TEST_F(ReadingInPieces, IsGivenUpBetweenTwoPieces) {
    base->database().setBusyWait([](int) { return false; });
    const auto given = base->read([&](db::Database &database) { return customerIds(database, keptQuery(CustomerSort::Name)); });
    ASSERT_FALSE(given);
    EXPECT_EQ(given.error().code, Code::Cancelled);
}

TEST_F(ReadingInPieces, KeepsWhatItReadUnderNoLock) {
    for (const CustomerSort sort : kSorts) {
        const auto state = base->read([&](db::Database &database) -> Result<int> {
            TRY(ids, customerIds(database, keptQuery(sort)));
            EXPECT_EQ(ids.size(), 120);
            return sqlite3_txn_state(database.handle(), "main");
        });
        EXPECT_EQ(valueOf(state), SQLITE_TXN_NONE) << int(sort);
    }
}

TEST_F(ReadingInPieces, HoldsItsLockWhereTheConnectionWrites) {
    const QList<Id> ids = everybody();
    bool isCommitted = false;
    BetweenPieces between(base->database(), {[&isCommitted] { isCommitted = true; }});
    expectDone(base->write({u"edit"_s, "customer", {}}, [&](Recorder &recorder) -> Result<void> {
        TRY(all, customersByNameInPieces(recorder.database(), kNamesAtOnce));
        EXPECT_EQ(all, ids);
        return {};
    }));
    EXPECT_FALSE(isCommitted);
}

// ---------------------------------------------------------------- who came since, put in

namespace {

class PuttingInByName : public ReadingInPieces {
protected:
    // Names that others have, names between them, and none at all.
    std::function<void()> add(int customers, int seed) {
        return act([customers, seed](Recorder &recorder) -> Result<void> {
            std::mt19937 random{unsigned(seed)};
            for (int i = 0; i < customers; ++i) {
                NewCustomer draft;
                const QStringList names{u"Mia Berg"_s, u"Anna %1"_s.arg(random() % 50), u"Zoe"_s, u"Åke %1"_s.arg(random() % 5),
                                        u"!"_s};
                draft.customer.name = names.at(qsizetype(random() % 5));
                TRY(id, addCustomer(recorder, draft));
                Q_UNUSED(id)
            }
            return {};
        });
    }
    std::function<void()> trash(Id id) {
        return act([id](Recorder &recorder) { return trashCustomer(recorder, id); });
    }
    Id someone(int number) {
        const QList<Id> ids = everybody();
        return ids.at(number % ids.size());
    }
    void expectTheSameOrder(const char *after) {
        EXPECT_EQ(read(keptQuery(CustomerSort::Name)), read(query(CustomerSort::Name, false))) << after;
    }
};

} // namespace

TEST_F(PuttingInByName, GivesTheOrderThatReadingAllNamesGives) {
    expectTheSameOrder("the first time");
    for (int round = 0; round < 8; ++round) {
        add(30, round)();
        rename(someone(round * 17), u"Anna %1"_s.arg(round))();
        rename(someone(round * 31), u"Zzz"_s)();
        trash(someone(round * 5))();
        expectTheSameOrder("a round of acts");
    }
}

TEST_F(PuttingInByName, ReadsNotTheNamesOfAllInPiecesEither) {
    const CustomerListQuery kept = keptQuery(CustomerSort::Name);
    read(kept);
    add(30, 1)();
    const WorkCounter asked(base->database());
    EXPECT_EQ(read(kept).size(), 150);
    EXPECT_EQ(asked.statements(u"sort_key >= ?"_s), 0);
    EXPECT_EQ(asked.statements(u"json_each(?)"_s), 30) << "one at a time";
}

// Of two that came, one stood before the other when that was looked up, but no longer where it had been looked up itself.
TEST_F(PuttingInByName, PutsNobodyBehindOneWhoGotAnotherNameMeanwhile) {
    rename(everybody().at(60), u"Anna 20"_s)();
    expectTheSameOrder("the first time");
    QList<Id> came;
    writeBy(*other, [&came](Recorder &recorder) -> Result<void> {
        for (const QString &name : {u"Anna 15"_s, u"Anna 30"_s}) {
            NewCustomer draft;
            draft.customer.name = name;
            TRY(id, addCustomer(recorder, draft));
            came << id;
        }
        return {};
    });
    BetweenPieces between(base->database(), {rename(came.first(), u"Anna 25"_s)});
    const QList<Id> ids = read(keptQuery(CustomerSort::Name));
    EXPECT_TRUE(between.areAllDone());
    EXPECT_EQ(ids, read(query(CustomerSort::Name, false)));
}

TEST_F(PuttingInByName, ReadsNotTheNamesOfAll) {
    const CustomerListQuery kept = query(CustomerSort::Name, true);
    read(kept);
    add(300, 1)();
    const WorkCounter asked(base->database());
    EXPECT_EQ(read(kept).size(), 420);
    EXPECT_EQ(asked.statements(u"sort_key >= ?"_s), 0);
    EXPECT_EQ(asked.statements(u"json_each(?)"_s), 2);
}

TEST_F(PuttingInByName, TakesInWhatOthersDoMeanwhile) {
    expectTheSameOrder("the first time");
    for (int round = 0; round < 6; ++round) {
        add(20, round)();
        // Whoever stands in the way of those that are put in goes, gets another name, or comes.
        BetweenPieces between(base->database(),
                              {add(3, 100 + round), rename(someone(round * 7), u"Mia Berg"_s), trash(someone(round * 11)),
                               rename(someone(round * 13), u"Anna 7"_s), add(2, 200 + round)});
        const QList<Id> ids = read(keptQuery(CustomerSort::Name));
        EXPECT_TRUE(between.areAllDone());
        EXPECT_EQ(ids, read(query(CustomerSort::Name, false))) << round;
        expectTheSameOrder("the next time");
    }
}
