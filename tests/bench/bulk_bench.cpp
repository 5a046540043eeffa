#include "bench/groups.h"
#include "bench/steps.h"

#include "customers/bulk_change.h"
#include "db/id_list.h"
#include "workspace/undo.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace kontor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kCustomers = 100'000;

Result<void> changeAndTakeBack(Setting &setting, const QByteArray &name, const QList<Id> &customers, const BulkChange &change) {
    workspace::Base &base = setting.base;
    const auto longest = std::make_shared<double>(0);
    timeTransactions(base.database(), [longest](double milliseconds) { *longest = std::max(*longest, milliseconds); });
    const auto printLongest = [&](const QByteArray &act) {
        print("longest transaction of " + act, {std::exchange(*longest, 0), 0, 0, 1});
    };
    TRY(done, measureOnce([&] { return applyBulkChange(base, customers, {change}); }));
    print("bulk " + name, done);
    printLongest("bulk " + name);
    TRY(operation, base.lastOperationId());
    TRY(undone, measureOnce([&]() -> Result<qint64> {
            TRY(outcome, workspace::undo(base, operation));
            return outcome.removed + outcome.restored;
        }));
    print("undo of bulk " + name, undone);
    printLongest("the undo of bulk " + name);
    return {};
}

} // namespace

Result<void> benchBulk(Setting &setting) {
    TRY(customers, idsOf(setting.base.database(), u"SELECT id FROM customer ORDER BY id LIMIT %1"_s.arg(kCustomers)));
    TRY_VOID(changeAndTakeBack(setting, "field", customers, {BulkChange::Kind::SetField, "owner", u"Maria"_s}));
    return changeAndTakeBack(setting, "tag", customers, {BulkChange::Kind::AddTag, {}, u"spring"_s});
}

} // namespace kontor::bench
