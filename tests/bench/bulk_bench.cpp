#include "bench/groups.h"
#include "bench/measure.h"

#include "customers/bulk_change.h"
#include "db/id_list.h"
#include "workspace/undo.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace kontor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kCustomers = 100'000;

// From the lock for writing until it is given back; since the last one that was printed.
class LongestTransaction {
public:
    explicit LongestTransaction(db::Database &database) : m_database(database) {
        m_database.setLockNote([this](bool hasLock) {
            if (hasLock)
                m_timer.start();
            else
                m_longest = std::max(m_longest, double(m_timer.nsecsElapsed()) / 1e6);
        });
    }
    ~LongestTransaction() { m_database.setLockNote([](bool) {}); }
    LongestTransaction(const LongestTransaction &) = delete;
    LongestTransaction &operator=(const LongestTransaction &) = delete;

    void printAs(const QByteArray &name) { print(name, {std::exchange(m_longest, 0), 0, 0, 1}); }

private:
    db::Database &m_database;
    QElapsedTimer m_timer;
    double m_longest = 0;
};

Result<void> changeAndTakeBack(Setting &setting, const QByteArray &name, const QList<Id> &customers, const BulkChange &change) {
    workspace::Base &base = setting.base;
    LongestTransaction longest(base.database());
    TRY(done, measureOnce([&] { return applyBulkChange(base, customers, {change}); }));
    print("bulk " + name, done);
    longest.printAs("longest transaction of bulk " + name);
    TRY(operation, base.lastOperationId());
    TRY(undone, measureOnce([&]() -> Result<qint64> {
            TRY(outcome, workspace::undo(base, operation));
            return outcome.removed + outcome.restored;
        }));
    print("undo of bulk " + name, undone);
    longest.printAs("longest transaction of the undo of bulk " + name);
    return {};
}

} // namespace

Result<void> benchBulk(Setting &setting) {
    TRY(customers, idsOf(setting.base.database(), u"SELECT id FROM customer ORDER BY id LIMIT %1"_s.arg(kCustomers)));
    TRY_VOID(changeAndTakeBack(setting, "field", customers, {BulkChange::Kind::SetField, "owner", u"Maria"_s}));
    return changeAndTakeBack(setting, "tag", customers, {BulkChange::Kind::AddTag, {}, u"spring"_s});
}

} // namespace kontor::bench
