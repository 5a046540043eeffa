#include "workspace/refresh_steps.h"

#include <algorithm>

namespace kontor::workspace {

namespace {

constexpr qsizetype kFewest = 250, kFirst = 2'000, kMost = 16'000; // customers in a transaction

// A COMMIT costs the same for few as for many; so a transaction that was short is followed by a larger one, and on a slow drive by a smaller one.
qsizetype customersAfter(qsizetype customers, qint64 milliseconds) {
    constexpr qint64 kShort = 40, kLong = 100;
    if (milliseconds > kLong)
        return std::max(customers / 2, kFewest);
    return milliseconds < kShort ? std::min(customers * 2, kMost) : customers;
}

} // namespace

Result<void> refreshInSteps(BulkOperation &operation, const TouchedCustomers &touched) {
    qsizetype atOnce = kFirst;
    for (const QByteArray &table : touched.tables()) {
        const QList<Id> customers = touched.of(table);
        for (qsizetype done = 0; done < customers.size();) {
            QElapsedTimer time;
            time.start();
            const qsizetype end = std::min(done + atOnce, customers.size());
            TRY_VOID(operation.step([&](Recorder &recorder) -> Result<void> {
                for (qsizetype i = done; i < end; ++i)
                    recorder.touch(table, customers.at(i));
                return {};
            }));
            done = end;
            atOnce = customersAfter(atOnce, time.elapsed());
        }
    }
    return {};
}

} // namespace kontor::workspace
