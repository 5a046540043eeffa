#include "core/customers/kept_list_of_a_sample.h"

#include "customers/bulk_change.h"
#include "customers/customer_order.h"
#include "history/trash_acts.h"

#include <sqlite3.h>

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
