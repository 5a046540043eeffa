#include "core/customers/kept_list_of_a_sample.h"

#include "customers/bulk_change.h"
#include "history/trash_acts.h"
#include "history/trash_list.h"
#include "support/work_counter.h"
#include "workspace/undo.h"

#include <random>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class KeptOrdersOfASample : public KeptListOfASample {
protected:
    void expectSameOrders(const char *after) {
        for (const CustomerSort sort : kSorts)
            for (const bool descending : {false, true})
                EXPECT_EQ(valueOf(customerIds(base->database(), query(sort, true, descending))),
                          valueOf(customerIds(base->database(), query(sort, false, descending))))
                    << "sort " << int(sort) << (descending ? " down" : " up") << " after " << after;
    }
};

} // namespace

TEST_F(KeptOrdersOfASample, AreThoseThatAreWorkedOut) {
    expectSameOrders("the first time");
    expectSameOrders("the second time");
}

TEST_F(KeptOrdersOfASample, FollowEveryAct) {
    expectSameOrders("the beginning");
    std::mt19937 random(7);
    const QList<Id> ids = everybody();
    const auto some = [&] { return ids.at(qsizetype(random() % quint32(ids.size()))); };
    for (int round = 0; round < 3; ++round) {
        setField(some(), "name", u"Åke %1"_s.arg(round));
        setField(some(), "city", round % 2 ? QString() : u"lund"_s);
        setField(some(), "phone", u"+4670123456%1"_s.arg(round));
        setField(some(), "email", u"a%1@mail.example"_s.arg(round));
        log(some());
        buy(some(), 100'000 * (round + 1));
        expectSameOrders("acts");
        valueOf(workspace::undo(*base, valueOf(base->lastOperationId())));
        expectSameOrders("an undo");
        valueOf(workspace::redo(*base, valueOf(base->lastUndoneId())));
        expectSameOrders("a redo");
    }
}

TEST_F(KeptOrdersOfASample, HaveNobodyWhoWentAndEverybodyWhoCame) {
    expectSameOrders("the beginning");
    const QList<Id> ids = everybody();
    write([&](Recorder &recorder) { return trashCustomer(recorder, ids.at(3)); });
    write([&](Recorder &recorder) -> Result<void> {
        NewCustomer draft;
        draft.customer.name = u"Mia Berg"_s;
        draft.phones = {u"+46701234567"_s};
        TRY(id, addCustomer(recorder, draft));
        Q_UNUSED(id)
        return {};
    });
    expectSameOrders("one went and one came");
    EXPECT_FALSE(valueOf(customerIds(base->database(), query(CustomerSort::Phone, true))).contains(ids.at(3)));
    valueOf(history::deleteForGood(*base, valueOf(history::trashKeys(base->database(), base->catalogue()))));
    expectSameOrders("deleting for good");
}

TEST_F(KeptOrdersOfASample, FollowBulkWork) {
    expectSameOrders("the beginning");
    QList<Id> ids = everybody();
    valueOf(applyBulkChange(*base, ids, {{BulkChange::Kind::SetField, "city", u"Ystad"_s}}));
    expectSameOrders("a bulk change");
    takeIn(u"people.csv"_s, 300, "id,name,city,phone1\n",
           [](int i) { return u"n%1,Nils %1,Lund,+4670%2\n"_s.arg(i).arg(1'000'000 + i); });
    expectSameOrders("an import of customers");
    // Few enough to be put in one by one, but what they derive is made after the rows are in.
    takeIn(u"calls.csv"_s, 40, "customer_id,at,kind,text\n",
           [](int i) { return u"n%1,2026-01-%2 10:00,call,Asked\n"_s.arg(i * 3).arg(10 + i % 20); });
    expectSameOrders("an import of entries");
    ids = everybody();
    valueOf(applyBulkChange(*base, ids, {{BulkChange::Kind::Trash, {}, {}}}));
    expectSameOrders("the trash");
    valueOf(workspace::undo(*base, valueOf(base->lastOperationId())));
    expectSameOrders("its undo");
}

TEST_F(KeptOrdersOfASample, AreNotTakenFromAnotherBase) {
    expectSameOrders("the beginning");
    TemporaryBase other;
    expectDone(sample_data::generateSample(*other, 80, 3));
    CustomerListQuery kept = query(CustomerSort::City, true), plain = query(CustomerSort::City, false);
    EXPECT_EQ(valueOf(customerIds(other->database(), kept)), valueOf(customerIds(other->database(), plain)));
}

TEST_F(KeptOrdersOfASample, SurviveFilesThatAreSpoilt) {
    expectSameOrders("the beginning");
    for (const QFileInfo &info : QDir(base.folder() + u"/orders"_s).entryInfoList({u"*.ids"_s})) {
        QFile file(info.filePath());
        EXPECT_TRUE(file.resize(info.size() / 2));
    }
    expectSameOrders("damage");
    for (const QFileInfo &info : QDir(base.folder() + u"/orders"_s).entryInfoList({u"*.ids"_s})) {
        QFile file(info.filePath());
        EXPECT_TRUE(file.open(QIODevice::ReadWrite) && file.seek(info.size() - 100) && file.write(QByteArray(50, '\0')) == 50);
    }
    expectSameOrders("zeros in the place of ids");
}

TEST_F(KeptOrdersOfASample, ReadNoTableAgain) {
    expectSameOrders("the beginning");
    setField(everybody().at(5), "city", u"Lund"_s);
    for (const CustomerSort sort : kSorts) {
        const CustomerListQuery kept = query(sort, true);
        const WorkCounter counter(base->database());
        valueOf(customerIds(base->database(), kept));
        EXPECT_EQ(counter.scans(), QStringList()) << int(sort);
        EXPECT_LE(counter.steps(), 4'000) << int(sort);
    }
}
