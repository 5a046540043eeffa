#include "sample_data/sample_writer.h"

#include "sample_data/sample_maker.h"
#include "workspace/bulk_insert.h"
#include "workspace/bulk_operation.h"

#include <QCoreApplication>

namespace kontor::sample_data {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

constexpr int kCustomersInStep = 500;

class Writer {
public:
    Writer(const SampleMaker &maker, workspace::Base &base) : m_maker(maker), m_inserts(base) {}

    Result<void> writeLists(Recorder &recorder) {
        for (Tag &tag : m_maker.tags()) {
            TRY(id, recorder.insert(tag));
            m_tags << id;
        }
        for (Product &product : m_maker.products()) {
            TRY(id, recorder.insert(product));
            m_products << id;
        }
        for (segments::SavedSegment &segment : m_maker.segments())
            TRY_VOID(recorder.insert(segment));
        return {};
    }

    // One transaction's worth.
    Result<void> writeCustomers(Recorder &recorder, int first, int last) {
        m_inserts.beginStep(recorder);
        for (int number = first; number < last; ++number)
            TRY_VOID(writeCustomer(number));
        return m_inserts.endStep();
    }

private:
    Result<void> writeCustomer(int number) {
        SampleCustomer made = m_maker.customer(number);
        TRY(id, m_inserts.insert(made.customer));
        if (made.customer.kind == "organisation"_L1)
            m_organisation = id; // its people follow at once
        if (made.employer)
            made.relations.first().otherId = m_organisation;
        TRY_VOID(writeAll(id, made.points));
        TRY_VOID(writeAll(id, made.addresses));
        TRY_VOID(writeAll(id, made.relations));
        TRY_VOID(writeAll(id, made.dates));
        TRY_VOID(writeAll(id, made.consents));
        for (const int tag : made.tags)
            TRY_VOID(m_inserts.insert(CustomerTag{{}, 0, id, m_tags[tag]}));
        return writeHistory(id, made);
    }

    template <class R>
    Result<void> writeAll(Id customer, QList<R> &records) {
        for (R &record : records) {
            record.customerId = customer;
            TRY(id, m_inserts.insert(record));
            record.id = id;
        }
        return {};
    }

    // The customer's derived columns are made of these.
    template <class R>
    Result<void> writeDeciding(Id customer, QList<R> &records) {
        if (!records.isEmpty())
            m_inserts.recorder().touch(db::recordType<R>().table, customer);
        return writeAll(customer, records);
    }

    Result<void> writeHistory(Id customer, SampleCustomer &made) {
        const auto phone =
            std::find_if(made.points.begin(), made.points.end(), [](const auto &point) { return point.kind == "phone"_L1; });
        for (Interaction &interaction : made.interactions) {
            interaction.userId = m_inserts.recorder().user();
            if (interaction.kind == "call"_L1 && phone != made.points.end())
                interaction.contactPointId = phone->id;
        }
        TRY_VOID(writeDeciding(customer, made.interactions));
        for (Task &task : made.tasks)
            task.userId = m_inserts.recorder().user();
        TRY_VOID(writeDeciding(customer, made.tasks));
        QList<Purchase> purchases;
        for (SamplePurchase &bought : made.purchases) {
            bought.purchase.productId = m_products[bought.product];
            purchases << bought.purchase;
        }
        return writeDeciding(customer, purchases);
    }

    const SampleMaker &m_maker;
    workspace::BulkInsert m_inserts;
    QList<Id> m_tags;
    QList<Id> m_products;
    Id m_organisation;
};

Error stopped() {
    return Error{Code::Cancelled,
                 QCoreApplication::translate("kontor::sample_data", "You stopped it. No sample customers were kept."), QString(),
                 QByteArray()};
}

} // namespace

Result<void> generateSample(workspace::Base &base, int customers, quint32 seed, const Progress &progress) {
    TRY(words, loadWords(base.settings().language));
    const SampleMaker maker(words, {seed, base.settings().country, base.settings().currency, base.clock()});
    Writer writer(maker, base);
    TRY(operation, workspace::BulkOperation::begin(base, {u"sample"_s, {}, {}, {{u"customers"_s, customers}}}));
    TRY_VOID(operation->step([&](Recorder &recorder) { return writer.writeLists(recorder); }));
    for (int first = 0; first < customers; first += kCustomersInStep) {
        const int last = std::min(first + kCustomersInStep, customers);
        TRY_VOID(operation->step([&](Recorder &recorder) { return writer.writeCustomers(recorder, first, last); }));
        if (progress && !progress(last)) {
            TRY_VOID(operation->cancel());
            return stopped();
        }
    }
    return operation->finish();
}

} // namespace kontor::sample_data
