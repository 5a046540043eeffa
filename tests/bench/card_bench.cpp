#include "bench/groups.h"
#include "bench/measure.h"

#include "customers/card.h"
#include "interactions/interaction_repository.h"
#include "purchases/purchase_repository.h"
#include "tasks/task_repository.h"

namespace kontor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 21;

// What the card's page reads when it is opened.
Result<qint64> openCard(workspace::Base &base, Id customer) {
    return base.read([&](db::Database &database) -> Result<qint64> {
        TRY_VOID(loadCard(database, customer));
        TRY_VOID(tasksOf(database, customer));
        TRY(entries, interactionsOf(database, customer));
        TRY_VOID(pinnedInteractionsOf(database, customer));
        TRY_VOID(othersIn(database, entries, customer));
        TRY_VOID(purchasesOf(database, customer));
        TRY_VOID(purchaseSums(database, customer, base.clock()));
        return entries.size();
    });
}

} // namespace

Result<void> benchCard(Setting &setting) {
    const QJsonObject heavy = setting.work.value(u"heavy"_s).toObject();
    for (auto card = heavy.begin(); card != heavy.end(); ++card) {
        TRY(id, setting.base.database().single(u"SELECT id FROM customer WHERE external_id = ?"_s,
                                               {QString::number(card.value().toInteger())}));
        TRY(cost, measure(kRuns, [&] { return openCard(setting.base, Id{id.integer()}); }));
        print("card with " + card.key().toUtf8() + " entries", cost);
    }
    return {};
}

} // namespace kontor::bench
