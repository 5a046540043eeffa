#include "bench/groups.h"
#include "bench/measure.h"

#include "customers/kept_orders.h"

namespace kontor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 5;
constexpr int kPage = 100; // rows that the list reads at once

struct Order {
    const char *name;
    CustomerSort sort;
};
constexpr Order kOrders[] = {{"name", CustomerSort::Name},
                             {"phone", CustomerSort::Phone},
                             {"lifecycle", CustomerSort::Lifecycle},
                             {"last contact", CustomerSort::LastContact},
                             {"bought in 12 months", CustomerSort::Bought},
                             {"next step", CustomerSort::NextStep},
                             {"city", CustomerSort::City},
                             {"e-mail", CustomerSort::Email},
                             {"company", CustomerSort::Company},
                             {"source", CustomerSort::Source},
                             {"birthday", CustomerSort::Birthday},
                             {"first purchase", CustomerSort::FirstPurchase},
                             {"last purchase", CustomerSort::LastPurchase},
                             {"bought in all", CustomerSort::Total},
                             {"owes", CustomerSort::Owes},
                             {"created", CustomerSort::Created}};

Result<void> page(Setting &setting, const QByteArray &name, const QList<Id> &ids, QDate today) {
    TRY(cost, measure(21, [&]() -> Result<qint64> {
            TRY(rows, customerRows(setting.base.database(), ids, today));
            return rows.size();
        }));
    print(name, cost);
    return {};
}

Result<void> ids(Setting &setting, const QByteArray &name, const CustomerListQuery &query) {
    TRY(cost, measure(kRuns, [&]() -> Result<qint64> {
            TRY(found, customerIds(setting.base.database(), query));
            return found.size();
        }));
    print(name, cost);
    return {};
}

Result<void> filters(Setting &setting, const CustomerListQuery &all) {
    CustomerListQuery query = all;
    query.filter.city = u"berlin"_s;
    TRY_VOID(ids(setting, "filter by city", query));
    query = all;
    query.filter.name = u"berg"_s;
    TRY_VOID(ids(setting, "filter by name", query));
    query = all;
    query.filter.phone = u"4711"_s;
    TRY_VOID(ids(setting, "filter by phone", query));
    query = all;
    query.filter.tag = u"vip"_s;
    TRY_VOID(ids(setting, "filter by tag", query));
    query = all;
    query.filter.lastContact = parseContactRange(u">90 d", setting.base.clock());
    TRY_VOID(ids(setting, "filter by last contact", query));
    query = all;
    query.filter.bought = parseAmountRange(u">500", 2);
    return ids(setting, "filter by bought in 12 months", query);
}

} // namespace

Result<void> benchList(Setting &setting) {
    CustomerListQuery query;
    query.today = setting.base.clock().today();
    TRY(all, customerIds(setting.base.database(), query));
    TRY_VOID(page(setting, "list, first page of rows", all.first(qMin<qsizetype>(kPage, all.size())), query.today));
    TRY_VOID(page(setting, "list, last page of rows", all.last(qMin<qsizetype>(kPage, all.size())), query.today));
    for (const Order &order : kOrders) {
        CustomerListQuery sorted = query;
        sorted.sort = order.sort;
        TRY_VOID(ids(setting, QByteArray("sort by ") + order.name + ", the first time", sorted));
        sorted.orders = std::make_shared<KeptOrders>(setting.base.options().cacheFolder, setting.base.id());
        TRY_VOID(ids(setting, QByteArray("sort by ") + order.name, sorted)); // a run that does not count works it out
    }
    TRY_VOID(filters(setting, query));
    TRY(totals, measure(kRuns, [&]() -> Result<qint64> {
            TRY(found, customerTotals(setting.base.database(), query));
            return found.customers;
        }));
    print("list, totals of the footer", totals);
    return {};
}

} // namespace kontor::bench
