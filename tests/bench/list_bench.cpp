#include "bench/groups.h"
#include "bench/steps.h"

#include "customers/value_preparation.h"

#include <QDir>

#include <ctime>

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

Result<void> filters(Setting &setting, const QByteArray &before, const CustomerListQuery &all) {
    CustomerListQuery query = all;
    query.filter.city = u"berlin"_s;
    TRY_VOID(ids(setting, before + "city", query));
    query = all;
    query.filter.name = u"berg"_s;
    TRY_VOID(ids(setting, before + "name", query));
    query = all;
    query.filter.phone = u"4711"_s;
    TRY_VOID(ids(setting, before + "phone", query));
    query = all;
    query.filter.email = u"berg"_s;
    TRY_VOID(ids(setting, before + "e-mail", query));
    query = all;
    query.filter.tag = u"vip"_s;
    TRY_VOID(ids(setting, before + "tag", query));
    query = all;
    query.filter.lastContact = parseContactRange(u">90 d", setting.base.clock());
    TRY_VOID(ids(setting, before + "last contact", query));
    query = all;
    query.filter.bought = parseAmountRange(u">500", 2);
    return ids(setting, before + "bought in 12 months", query);
}

Result<void> totals(Setting &setting, const QByteArray &name, const CustomerListQuery &query) {
    TRY(cost, measure(kRuns, [&]() -> Result<qint64> {
            TRY(found, customerTotals(setting.base.database(), query));
            return found.boughtTotal;
        }));
    print(name, cost);
    return {};
}

Result<void> sorts(Setting &setting, const QByteArray &before, const CustomerListQuery &query) {
    for (const Order &order : kOrders) {
        CustomerListQuery sorted = query;
        sorted.sort = order.sort;
        TRY_VOID(ids(setting, before + order.name, sorted));
    }
    return {};
}

// The first time with what was prepared, and again with what that left.
Result<void> preparedSorts(Setting &setting, const CustomerListQuery &query) {
    for (const Order &order : kOrders) {
        CustomerListQuery sorted = query;
        sorted.sort = order.sort;
        TRY(first, measureOnce([&]() -> Result<qint64> {
                TRY(found, customerIds(setting.base.database(), sorted));
                return found.size();
            }));
        print(QByteArray("sort by ") + order.name + ", the first time", first);
        TRY_VOID(ids(setting, QByteArray("sort by ") + order.name, sorted));
    }
    return {};
}

// As the window does it in the background.
Result<void> prepare(Setting &setting, const CustomerListQuery &query) {
    QList<CustomerSort> columns;
    for (const Order &order : kOrders)
        columns << order.sort;
    ValuePreparation preparation(query.orders, columns, query.today);
    TRY(steps, measureSteps(setting.base, [&preparation](db::Database &database) -> Result<bool> {
            TRY(more, preparation.step(database));
            return !more;
        }));
    printSteps("preparing the list in the background", steps, columns.size());
    return {};
}

void forgetKept(const QString &cacheFolder) {
    QDir folder(cacheFolder);
    for (const QString &name : folder.entryList({u"order-*"_s, u"values-*"_s}))
        folder.remove(name);
}

} // namespace

Result<void> benchList(Setting &setting) {
    CustomerListQuery query;
    query.today = setting.base.clock().today();
    TRY(all, customerIds(setting.base.database(), query));
    TRY_VOID(page(setting, "list, first page of rows", all.first(qMin<qsizetype>(kPage, all.size())), query.today));
    TRY_VOID(page(setting, "list, last page of rows", all.last(qMin<qsizetype>(kPage, all.size())), query.today));
    forgetKept(setting.base.options().cacheFolder);
    CustomerListQuery kept = query;
    kept.orders = std::make_shared<KeptOrders>(setting.base.options().cacheFolder, setting.base.id());
    TRY_VOID(sorts(setting, "unprepared sort by ", query));
    TRY_VOID(filters(setting, "unprepared filter by ", query));
    TRY_VOID(totals(setting, "unprepared totals of the footer", query));
    TRY_VOID(prepare(setting, kept));
    TRY_VOID(preparedSorts(setting, kept));
    TRY_VOID(filters(setting, "filter by ", kept));
    return totals(setting, "list, totals of the footer", kept);
}

} // namespace kontor::bench
