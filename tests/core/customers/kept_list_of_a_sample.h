// A base of sample customers, acts that change the list, and queries of it with what is kept in the cache folder and without.
#pragma once

#include "customers/customer_repository.h"
#include "customers/kept_orders.h"
#include "exchange/importer.h"
#include "interactions/interaction_repository.h"
#include "purchases/purchase_repository.h"
#include "sample_data/sample_writer.h"
#include "support/temporary_base.h"
#include "tasks/task_repository.h"

#include <QFile>

namespace kontor::tests {

using namespace Qt::StringLiterals;
using workspace::Recorder;

constexpr CustomerSort kSorts[] = {
    CustomerSort::Name,    CustomerSort::Phone,         CustomerSort::Lifecycle,    CustomerSort::LastContact,
    CustomerSort::Bought,  CustomerSort::NextStep,      CustomerSort::City,         CustomerSort::Email,
    CustomerSort::Company, CustomerSort::Source,        CustomerSort::Birthday,     CustomerSort::Total,
    CustomerSort::Owes,    CustomerSort::FirstPurchase, CustomerSort::LastPurchase, CustomerSort::Created};

class KeptListOfASample : public testing::Test {
protected:
    explicit KeptListOfASample(int customers = 120) { expectDone(sample_data::generateSample(*base, customers)); }

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

    template <class F>
    static void writeBy(workspace::Base &pc, F act) {
        expectDone(pc.write({u"edit"_s, "customer", {}}, [&](Recorder &recorder) -> Result<void> { return act(recorder); }));
    }
    template <class F>
    void write(F act) {
        writeBy(*base, act);
    }

    void setField(Id id, const QByteArray &field, const QString &text) { setFieldBy(*base, id, field, text); }
    static void setFieldBy(workspace::Base &pc, Id id, const QByteArray &field, const QString &text) {
        writeBy(pc, [&](Recorder &recorder) -> Result<void> {
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

} // namespace kontor::tests
