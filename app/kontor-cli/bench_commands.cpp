#include "command.h"

#include "customers/card.h"
#include "customers/customer_list.h"
#include "interactions/interaction_repository.h"
#include "purchases/purchase_repository.h"
#include "search/index.h"
#include "segments/rule_json.h"
#include "segments/segment_query.h"
#include "workspace/undo.h"

#include <QElapsedTimer>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPageRows = 50;

// Runs `act` with 0, 1, 2 ... and gives the middle and the 95th percentile of its times.
template <class F>
Result<QJsonObject> measure(qint64 repeat, F &&act) {
    QList<double> times;
    for (qint64 i = 0; i < repeat; ++i) {
        QElapsedTimer timer;
        timer.start();
        TRY_VOID(act(i));
        times << double(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(times.begin(), times.end());
    return QJsonObject{{u"n"_s, repeat},
                       {u"median_ms"_s, times[times.size() / 2]},
                       {u"p95_ms"_s, times[qMin(times.size() - 1, times.size() * 95 / 100)]}};
}

Result<void> openCard(db::Database &database, Id id) {
    TRY_VOID(loadCard(database, id));
    TRY_VOID(interactionsOf(database, id, {{}, kPageRows, 0}));
    TRY_VOID(purchasesOf(database, id));
    return {};
}

Result<QList<Id>> listPage(workspace::Base &base) {
    CustomerListQuery query;
    query.today = base.clock().today();
    TRY(ids, customerIds(base.database(), query));
    TRY_VOID(customerRows(base.database(), ids.mid(0, kPageRows), query.today));
    return ids;
}

Result<segments::Rule> sleepingBuyers(db::Database &database) {
    TRY(catalogue, segments::Catalogue::load(database));
    return segments::readRule(R"({"version": 1, "match": "all", "rules": [
        {"field": "purchases", "aggregate": "sum", "of": "amount", "period": {"last": 365, "unit": "day"}, "op": "more_than", "value": 500},
        {"field": "interactions", "aggregate": "last", "of": "at", "op": "more_than_ago", "value": 90, "unit": "day", "or_never": true}]})",
                              catalogue);
}

// Writes a score and takes it back, so that the base is as it was.
Result<void> save(workspace::Base &base, Id id, qint64 value) {
    return base.write({u"edit"_s, Customer::kTable, id, {{u"field"_s, u"score"_s}}},
                      [&](workspace::Recorder &recorder) -> Result<void> {
                          TRY(customer, db::find<Customer>(recorder.database(), id));
                          Customer after = customer.value_or(Customer());
                          after.score = value;
                          return recorder.update(*customer, after);
                      });
}

Result<Answer> runBench(const Call &call) {
    TRY(base, call.openBase(false));
    TRY(repeat, call.arguments.number(u"repeat"_s, 20));
    if (repeat < 1)
        return usageError(u"--repeat is at least 1."_s);
    TRY(ids, listPage(*base));
    if (ids.isEmpty())
        return Error{Code::NotFound, u"There are no customers to measure with."_s, QString(), QByteArray()};
    const auto some = [&](qint64 i) { return ids[(i * 7919) % ids.size()]; };
    TRY(index, search::Index::open(base->options().cacheFolder, base->id()));
    TRY_VOID(index->catchUp(base->database(), base->settings().country));
    TRY(rule, sleepingBuyers(base->database()));
    const segments::Context context{base->clock(), base->settings().currency, base->settings().country,
                                    base->settings().language};
    QJsonObject json;
    TRY(find, measure(repeat, [&](qint64 i) -> Result<void> {
            TRY(customer, db::find<Customer>(base->database(), some(i)));
            TRY_VOID(index->find(base->database(), search::parseQuery(customer->name.left(4)), kPageRows));
            return {};
        }));
    TRY(card, measure(repeat, [&](qint64 i) { return openCard(base->database(), some(i)); }));
    TRY(list, measure(repeat, [&](qint64) -> Result<void> {
            TRY_VOID(listPage(*base));
            return {};
        }));
    TRY(segment, measure(repeat, [&](qint64) -> Result<void> {
            TRY_VOID(segments::count(base->database(), rule, context));
            return {};
        }));
    TRY(saved, measure(repeat, [&](qint64 i) { return save(*base, some(i), i); }));
    for (qint64 i = 0; i < repeat; ++i) {
        TRY(newest, base->lastOperationId());
        TRY_VOID(workspace::undo(*base, newest));
    }
    return Answer{{{u"find"_s, find}, {u"card"_s, card}, {u"list"_s, list}, {u"segment"_s, segment}, {u"save"_s, saved}}};
}

} // namespace

QList<Command> benchCommands() {
    return {
        {u"bench"_s,
         u"BASE [--repeat N]"_s,
         u"Measures everyday work on the base; what it writes it takes back.\n-> {\"find\", \"card\", \"list\", \"segment\", \"save\"}, each {\"n\", \"median_ms\", \"p95_ms\"}"_s,
         {{u"repeat"_s, u"N"_s}},
         &runBench}};
}
