#include "customers/bulk_change.h"
#include "customers/customer_repository.h"
#include "customers/kept_orders.h"
#include "exchange/importer.h"
#include "history/trash_acts.h"
#include "history/trash_list.h"
#include "interactions/interaction_repository.h"
#include "purchases/purchase_repository.h"
#include "sample_data/sample_writer.h"
#include "support/temporary_base.h"
#include "support/work_counter.h"
#include "tasks/task_repository.h"
#include "workspace/undo.h"

#include <QFile>

#include <random>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

constexpr CustomerSort kSorts[] = {
    CustomerSort::Name,    CustomerSort::Phone,         CustomerSort::Lifecycle,    CustomerSort::LastContact,
    CustomerSort::Bought,  CustomerSort::NextStep,      CustomerSort::City,         CustomerSort::Email,
    CustomerSort::Company, CustomerSort::Source,        CustomerSort::Birthday,     CustomerSort::Total,
    CustomerSort::Owes,    CustomerSort::FirstPurchase, CustomerSort::LastPurchase, CustomerSort::Created};

class KeptOrdersOfASample : public testing::Test {
protected:
    explicit KeptOrdersOfASample(int customers = 120) { expectDone(sample_data::generateSample(*base, customers)); }

    QList<Id> everybody() { return valueOf(customerIds(base->database(), {})); }

    CustomerListQuery query(CustomerSort sort, bool isKept, bool descending = false) {
        CustomerListQuery query;
        query.sort = sort;
        query.descending = descending;
        query.today = base->clock().today();
        if (isKept)
            query.orders = std::make_shared<KeptOrders>(base.folder() + u"/orders"_s, base->id());
        return query;
    }

    void expectSameOrders(const char *after) {
        for (const CustomerSort sort : kSorts)
            for (const bool descending : {false, true})
                EXPECT_EQ(valueOf(customerIds(base->database(), query(sort, true, descending))),
                          valueOf(customerIds(base->database(), query(sort, false, descending))))
                    << "sort " << int(sort) << (descending ? " down" : " up") << " after " << after;
    }

    template <class F>
    void write(F act) {
        expectDone(base->write({u"edit"_s, "customer", {}}, [&](Recorder &recorder) -> Result<void> { return act(recorder); }));
    }

    void setField(Id id, const QByteArray &field, const QString &text) {
        write([&](Recorder &recorder) -> Result<void> {
            TRY(version, recorder.database().single(u"SELECT version FROM customer WHERE id = ?"_s, {id}));
            TRY(after, setCustomerFields(recorder, id, version.integer(), {{field, text}}));
            Q_UNUSED(after)
            return {};
        });
    }

    void log(Id id) {
        write([&](Recorder &recorder) -> Result<void> {
            LogDraft draft;
            draft.interaction.customerId = id;
            draft.interaction.kind = u"call"_s;
            draft.interaction.text = u"Asked"_s;
            draft.nextStep = NextStep{u"call"_s, u"Call"_s, QDate(2026, 2, 3), {}};
            TRY(logged, logInteraction(recorder, draft));
            Q_UNUSED(logged)
            return {};
        });
    }

    void buy(Id id, qint64 amount) {
        write([&](Recorder &recorder) -> Result<void> {
            Purchase draft;
            draft.customerId = id;
            draft.amount = amount;
            draft.paid = false;
            TRY(made, addPurchase(recorder, draft, u"Mower"_s));
            Q_UNUSED(made)
            return {};
        });
    }

    template <class Row>
    void takeIn(const QString &name, int rows, const QByteArray &titles, Row row) {
        QFile file(base.folder() + u'/' + name);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(titles);
        for (int i = 0; i < rows; ++i)
            file.write(row(i).toUtf8());
        file.close();
        EXPECT_EQ(valueOf(exchange::importFiles(*base, {file.fileName()})).total().added, rows);
    }

    TemporaryBase base;
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
