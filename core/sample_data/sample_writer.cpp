#include "sample_data/sample_writer.h"

#include "sample_data/sample_maker.h"
#include "workspace/bulk_operation.h"

#include <QCoreApplication>

namespace kontor::sample_data {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

constexpr int kCustomersInStep = 100;

class Writer {
public:
    Writer(const SampleMaker &maker) : m_maker(maker) {}

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

    Result<void> writeCustomer(Recorder &recorder, int number) {
        SampleCustomer made = m_maker.customer(number);
        TRY(id, recorder.insert(made.customer));
        if (made.customer.kind == "organisation"_L1)
            m_organisation = id; // its people follow at once
        if (made.employer)
            made.relations.first().otherId = m_organisation;
        TRY_VOID(writeAll(recorder, id, made.points));
        TRY_VOID(writeAll(recorder, id, made.addresses));
        TRY_VOID(writeAll(recorder, id, made.relations));
        TRY_VOID(writeAll(recorder, id, made.dates));
        TRY_VOID(writeAll(recorder, id, made.consents));
        for (const int tag : made.tags) {
            CustomerTag carried{{}, 0, id, m_tags[tag]};
            TRY_VOID(recorder.insert(carried));
        }
        return writeHistory(recorder, id, made);
    }

private:
    template <class R>
    Result<void> writeAll(Recorder &recorder, Id customer, QList<R> &records) {
        for (R &record : records) {
            record.customerId = customer;
            TRY_VOID(recorder.insert(record));
        }
        return {};
    }

    Result<void> writeHistory(Recorder &recorder, Id customer, SampleCustomer &made) {
        const auto phone =
            std::find_if(made.points.begin(), made.points.end(), [](const auto &point) { return point.kind == "phone"_L1; });
        for (Interaction &interaction : made.interactions) {
            interaction.userId = recorder.user();
            if (interaction.kind == "call"_L1 && phone != made.points.end())
                interaction.contactPointId = phone->id;
        }
        TRY_VOID(writeAll(recorder, customer, made.interactions));
        for (Task &task : made.tasks)
            task.userId = recorder.user();
        TRY_VOID(writeAll(recorder, customer, made.tasks));
        for (SamplePurchase &bought : made.purchases) {
            bought.purchase.customerId = customer;
            bought.purchase.productId = m_products[bought.product];
            TRY_VOID(recorder.insert(bought.purchase));
        }
        return {};
    }

    const SampleMaker &m_maker;
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
    Writer writer(maker);
    TRY(operation, workspace::BulkOperation::begin(base, {u"sample"_s, {}, {}, {{u"customers"_s, customers}}}));
    TRY_VOID(operation->step([&](Recorder &recorder) { return writer.writeLists(recorder); }));
    for (int first = 0; first < customers; first += kCustomersInStep) {
        const int last = std::min(first + kCustomersInStep, customers);
        TRY_VOID(operation->step([&](Recorder &recorder) -> Result<void> {
            for (int number = first; number < last; ++number)
                TRY_VOID(writer.writeCustomer(recorder, number));
            return {};
        }));
        if (progress && !progress(last)) {
            TRY_VOID(operation->cancel());
            return stopped();
        }
    }
    return operation->finish();
}

} // namespace kontor::sample_data
