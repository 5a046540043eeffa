#include "core/customers/kept_list_of_a_sample.h"

#include "customers/bulk_change.h"
#include "customers/value_filter.h"
#include "customers/value_preparation.h"
#include "history/trash_acts.h"
#include "support/work_counter.h"
#include "workspace/undo.h"

#include <random>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

using Cell = std::function<void(CustomerFilter &, const Clock &)>;

Cell column(ColumnFilter filter) {
    return [filter](CustomerFilter &all, const Clock &) { all.columns << filter; };
}

Cell days(CustomerColumn column, QStringView typed) {
    return [=](CustomerFilter &all, const Clock &clock) {
        ColumnFilter filter{column};
        filter.days = parseDayRange(typed, clock.today());
        EXPECT_TRUE(filter.days);
        all.columns << filter;
    };
}

Cell contact(QStringView typed) {
    return [=](CustomerFilter &all, const Clock &clock) { all.lastContact = parseContactRange(typed, clock); };
}

Cell amount(CustomerColumn column, QStringView typed) {
    return [=](CustomerFilter &all, const Clock &) {
        ColumnFilter filter{column};
        filter.amount = parseAmountRange(typed, 2);
        all.columns << filter;
    };
}

ColumnFilter birthMonth(int month) {
    ColumnFilter filter{CustomerColumn::Birthday};
    filter.month = month;
    return filter;
}

ColumnFilter oneOf(CustomerColumn column, const QStringList &texts) {
    ColumnFilter filter{column};
    filter.oneOf = texts;
    return filter;
}

ColumnFilter onlyEmpty(CustomerColumn column) {
    ColumnFilter filter{column};
    filter.onlyEmpty = true;
    return filter;
}

// Every kind of cell that kept values can tell.
const std::vector<std::pair<const char *, Cell>> &cells() {
    static const std::vector<std::pair<const char *, Cell>> all{
        {"name", [](CustomerFilter &filter, const Clock &) { filter.name = u"an"_s; }},
        {"name of two words", [](CustomerFilter &filter, const Clock &) { filter.name = u"A S"_s; }},
        {"name with a sign of LIKE", [](CustomerFilter &filter, const Clock &) { filter.name = u"100%_\\"_s; }},
        {"accents", [](CustomerFilter &filter, const Clock &) { filter.name = u"Åke"_s; }},
        {"phone", [](CustomerFilter &filter, const Clock &) { filter.phone = u"12"_s; }},
        {"phone with a trunk digit", [](CustomerFilter &filter, const Clock &) { filter.phone = u"070-12"_s; }},
        {"phone without digits", [](CustomerFilter &filter, const Clock &) { filter.phone = u"abc"_s; }},
        {"e-mail", [](CustomerFilter &filter, const Clock &) { filter.email = u"A1@Mail"_s; }},
        {"e-mail, common", [](CustomerFilter &filter, const Clock &) { filter.email = u"example"_s; }},
        {"lifecycle", [](CustomerFilter &filter, const Clock &) { filter.lifecycles = {u"lead"_s, u"customer"_s}; }},
        {"lifecycle or none", [](CustomerFilter &filter, const Clock &) { filter.lifecycles = {u"lead"_s, QString()}; }},
        {"city", [](CustomerFilter &filter, const Clock &) { filter.city = u"LUN"_s; }},
        {"cities", [](CustomerFilter &filter, const Clock &) { filter.cities = {u"Lund"_s, u"lund"_s, QString()}; }},
        {"tag", [](CustomerFilter &filter, const Clock &) { filter.tag = u"i"_s; }},
        {"tags", [](CustomerFilter &filter, const Clock &) { filter.tags = {u"VIP"_s, u"vip"_s}; }},
        {"contact long ago", contact(u">90 d")},
        {"contact lately", contact(u"<30")},
        {"contact in a year", contact(u"2025")},
        {"no contact", contact(u"empty")},
        {"bought", [](CustomerFilter &filter, const Clock &) { filter.bought = parseAmountRange(u">500", 2); }},
        {"bought nothing", [](CustomerFilter &filter, const Clock &) { filter.bought = parseAmountRange(u"0", 2); }},
        {"late", [](CustomerFilter &filter, const Clock &) { filter.nextSteps = {NextStepState::Late}; }},
        {"late or today", [](CustomerFilter &filter, const Clock &) { filter.nextSteps = {NextStepState::Late, NextStepState::Today}; }},
        {"company", column({CustomerColumn::Company, {}, u"ab"_s})},
        {"company, any", column({CustomerColumn::Company})},
        {"no company", column(onlyEmpty(CustomerColumn::Company))},
        {"source", column({CustomerColumn::Source, {}, u"E"_s})},
        {"source or none", column(oneOf(CustomerColumn::Source, {u"website"_s, QString()}))},
        {"birthday in a month", column(birthMonth(5))},
        {"birthday soon", days(CustomerColumn::Birthday, u"<60")},
        {"no birthday", days(CustomerColumn::Birthday, u"empty")},
        {"born in a year", days(CustomerColumn::Birthday, u"1980")},
        {"first purchase", days(CustomerColumn::FirstPurchase, u"2025")},
        {"last purchase long ago", days(CustomerColumn::LastPurchase, u">90 d")},
        {"no purchase", days(CustomerColumn::LastPurchase, u"empty")},
        {"total", amount(CustomerColumn::Total, u"100-5000")},
        {"owes", amount(CustomerColumn::Owes, u">1")},
        {"owes nothing", amount(CustomerColumn::Owes, u"0")},
        {"created", [](CustomerFilter &filter, const Clock &clock) {
             ColumnFilter created{CustomerColumn::Created};
             created.moments = parseContactRange(u"<400", clock);
             filter.columns << created;
         }}};
    return all;
}

class KeptValuesOfASample : public KeptListOfASample {
protected:
    CustomerListQuery filtered(const Cell &cell, CustomerSort sort, bool isKept, bool descending = false) {
        CustomerListQuery query = this->query(sort, isKept, descending);
        cell(query.filter, base->clock());
        query.sumsDebts = true;
        return query;
    }

    ValuePreparation preparation() {
        return {query(CustomerSort::Name, true).orders, QList<CustomerSort>(std::begin(kSorts), std::end(kSorts)),
                base->clock().today()};
    }

    void prepare() {
        ValuePreparation all = preparation();
        while (valueOf(all.step(base->database()))) {
        }
    }

    bool isKept(CustomerSort sort) {
        return valueOf(query(sort, true).orders->values().isKept(base->database(), sort, base->clock().today()));
    }

    // With orders that were not worked out yet.
    void expectSameOrders(const char *after) {
        for (const QFileInfo &info : QDir(base.folder() + u"/orders"_s).entryInfoList({u"order-*"_s}))
            EXPECT_TRUE(QFile::remove(info.filePath()));
        for (const CustomerSort sort : kSorts)
            for (const bool descending : {false, true})
                EXPECT_EQ(valueOf(customerIds(base->database(), query(sort, true, descending))),
                          valueOf(customerIds(base->database(), query(sort, false, descending))))
                    << "sort " << int(sort) << (descending ? " down" : " up") << " after " << after;
    }

    void expectSameAnswers(const char *after) {
        for (const auto &[name, cell] : cells()) {
            for (const CustomerSort sort : {CustomerSort::Name, CustomerSort::City, CustomerSort::Bought})
                for (const bool descending : {false, true})
                    EXPECT_EQ(valueOf(customerIds(base->database(), filtered(cell, sort, true, descending))),
                              valueOf(customerIds(base->database(), filtered(cell, sort, false, descending))))
                        << name << ", sort " << int(sort) << (descending ? " down" : " up") << " after " << after;
            const auto kept = valueOf(customerTotals(base->database(), filtered(cell, CustomerSort::Name, true)));
            const auto read = valueOf(customerTotals(base->database(), filtered(cell, CustomerSort::Name, false)));
            EXPECT_EQ(std::tuple(kept.customers, kept.boughtInYear, kept.boughtTotal, kept.owes),
                      std::tuple(read.customers, read.boughtInYear, read.boughtTotal, read.owes))
                << name << " after " << after;
        }
        expectSameOrders(after);
    }
};

} // namespace

TEST_F(KeptValuesOfASample, TellWhatTheBaseTells) {
    expectSameAnswers("nothing is kept");
    prepare();
    for (const auto &[name, cell] : cells())
        EXPECT_TRUE(valueOf(matchesByValues(base->database(), filtered(cell, CustomerSort::Name, true)))) << name;
    expectSameAnswers("all is kept");
}

TEST_F(KeptValuesOfASample, TellOfASegmentToo) {
    prepare();
    CustomerListQuery kept = filtered(cells().front().second, CustomerSort::City, true);
    kept.within = everybody().mid(20, 60);
    CustomerListQuery read = kept;
    read.orders.reset();
    EXPECT_EQ(valueOf(customerIds(base->database(), kept)), valueOf(customerIds(base->database(), read)));
    kept.filter = read.filter = {};
    EXPECT_EQ(valueOf(customerIds(base->database(), kept)), valueOf(customerIds(base->database(), read)));
    EXPECT_EQ(valueOf(customerTotals(base->database(), kept)).boughtTotal,
              valueOf(customerTotals(base->database(), read)).boughtTotal);
}

TEST_F(KeptValuesOfASample, TellOfSeveralCellsAtOnce) {
    prepare();
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        const Cell one = cells().at(random() % cells().size()).second, other = cells().at(random() % cells().size()).second;
        const Cell both = [&](CustomerFilter &filter, const Clock &clock) {
            one(filter, clock);
            other(filter, clock);
        };
        EXPECT_EQ(valueOf(customerIds(base->database(), filtered(both, CustomerSort::Name, true))),
                  valueOf(customerIds(base->database(), filtered(both, CustomerSort::Name, false))))
            << round;
    }
}

TEST_F(KeptValuesOfASample, FollowEveryAct) {
    prepare();
    std::mt19937 random(7);
    const QList<Id> ids = everybody();
    const auto some = [&] { return ids.at(qsizetype(random() % quint32(ids.size()))); };
    for (int round = 0; round < 2; ++round) {
        setField(some(), "name", u"Åke Anåker %1"_s.arg(round));
        setField(some(), "city", round % 2 ? QString() : u"lund"_s);
        setField(some(), "company", u"ABBA"_s);
        setField(some(), "phone", u"+4670123456%1"_s.arg(round));
        setField(some(), "email", u"a%1@mail.example"_s.arg(round));
        log(some());
        buy(some(), 100'000 * (round + 1));
        expectSameAnswers("acts");
        valueOf(workspace::undo(*base, valueOf(base->lastOperationId())));
        expectSameAnswers("an undo");
    }
    for (const CustomerSort sort : kSorts)
        EXPECT_TRUE(isKept(sort)) << int(sort);
}

TEST_F(KeptValuesOfASample, HaveNobodyWhoWentAndEverybodyWhoCame) {
    prepare();
    const QList<Id> ids = everybody();
    write([&](Recorder &recorder) { return trashCustomer(recorder, ids.at(3)); });
    write([&](Recorder &recorder) -> Result<void> {
        NewCustomer draft;
        draft.customer.name = u"Anna Berg"_s;
        draft.phones = {u"+46701234567"_s, u"+46701234568"_s};
        TRY(id, addCustomer(recorder, draft));
        Q_UNUSED(id)
        return {};
    });
    expectSameAnswers("one went and one came");
}

TEST_F(KeptValuesOfASample, AreMadeAnewAfterBulkWork) {
    prepare();
    valueOf(applyBulkChange(*base, everybody(), {{BulkChange::Kind::SetField, "city", u"Ystad"_s}}));
    takeIn(u"people.csv"_s, 1'300, "id,name,city,phone1\n",
           [](int i) { return u"n%1,Nils %1,Lund,+4670%2\n"_s.arg(i).arg(1'000'000 + i); });
    EXPECT_FALSE(isKept(CustomerSort::City));
    expectSameAnswers("bulk work");
    prepare();
    EXPECT_TRUE(isKept(CustomerSort::City));
    expectSameAnswers("preparing anew");
}

TEST_F(KeptValuesOfASample, AreRightThoughOthersWroteBetweenTheSteps) {
    ValuePreparation all = preparation();
    const QList<Id> ids = everybody();
    for (int step = 0; valueOf(all.step(base->database())); ++step) {
        setField(ids.at(step % 50), "city", u"Lund %1"_s.arg(step));
        setField(ids.at(60 + step % 50), "phone", u"+467012345%1"_s.arg(10 + step));
    }
    EXPECT_TRUE(isKept(CustomerSort::Phone));
    expectSameAnswers("writes between the steps");
}

TEST_F(KeptValuesOfASample, SurviveFilesThatAreSpoilt) {
    prepare();
    const auto files = [&] { return QDir(base.folder() + u"/orders"_s).entryInfoList({u"*.values"_s}); };
    EXPECT_EQ(files().size(), qsizetype(std::size(kSorts)));
    for (const QFileInfo &info : files()) {
        QFile file(info.filePath());
        EXPECT_TRUE(file.open(QIODevice::ReadWrite) && file.seek(info.size() - 9) && file.write("\x7f") == 1);
    }
    expectSameAnswers("other bytes");
    for (const QFileInfo &info : files())
        EXPECT_TRUE(QFile::resize(info.filePath(), info.size() / 2));
    expectSameAnswers("half of the files");
    prepare();
    EXPECT_TRUE(isKept(CustomerSort::Name));
}

TEST_F(KeptValuesOfASample, AreNotOfAnotherBase) {
    prepare();
    TemporaryBase other;
    expectDone(sample_data::generateSample(*other, 80, 3));
    CustomerListQuery kept = query(CustomerSort::City, true), read = query(CustomerSort::City, false);
    kept.filter.name = read.filter.name = u"an"_s;
    EXPECT_EQ(valueOf(customerIds(other->database(), kept)), valueOf(customerIds(other->database(), read)));
}

TEST_F(KeptValuesOfASample, LetFiltersSortsAndSumsReadNoTable) {
    prepare();
    setField(everybody().at(5), "city", u"Lund"_s);
    for (const auto &[name, cell] : cells()) {
        const CustomerListQuery kept = filtered(cell, CustomerSort::City, true);
        const WorkCounter counter(base->database());
        valueOf(customerIds(base->database(), kept));
        valueOf(customerTotals(base->database(), kept));
        EXPECT_EQ(counter.scans(), QStringList()) << name;
        EXPECT_LE(counter.steps(), 8'000) << name;
    }
}
