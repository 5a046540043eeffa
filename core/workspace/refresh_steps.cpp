#include "workspace/refresh_steps.h"

#include <algorithm>

namespace kontor::workspace {

namespace {

constexpr qsizetype kCustomersPerStep = 2'000;

} // namespace

Result<void> refreshInSteps(BulkOperation &operation, const QHash<QByteArray, QSet<Id>> &touched) {
    for (auto table = touched.cbegin(); table != touched.cend(); ++table) {
        QList<Id> customers(table.value().cbegin(), table.value().cend());
        std::sort(customers.begin(), customers.end());
        for (qsizetype first = 0; first < customers.size(); first += kCustomersPerStep) {
            TRY_VOID(operation.step([&](Recorder &recorder) -> Result<void> {
                for (qsizetype i = first; i < std::min(first + kCustomersPerStep, customers.size()); ++i)
                    recorder.touch(table.key(), customers.at(i));
                return {};
            }));
        }
    }
    return {};
}

} // namespace kontor::workspace
