#include "customers/customer_list.h"

#include "base/fold.h"
#include "base/partial_date.h"
#include "customers/customer_order.h"
#include "customers/customer_where.h"
#include "customers/kept_orders.h"
#include "customers/value_filter.h"
#include "customers/value_query.h"
#include "db/id_list.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

bool filters(const CustomerListQuery &query, std::initializer_list<CustomerColumn> columns) {
    for (const ColumnFilter &filter : query.filter.columns)
        if (std::find(columns.begin(), columns.end(), filter.column) != columns.end())
            return true;
    return false;
}

bool needsPurchases(const CustomerListQuery &query) { return query.sort == CustomerSort::Bought || query.filter.bought; }

bool needsPurchaseDays(const CustomerListQuery &query) {
    return query.sort == CustomerSort::FirstPurchase || query.sort == CustomerSort::LastPurchase ||
           filters(query, {CustomerColumn::FirstPurchase, CustomerColumn::LastPurchase});
}

bool needsDebts(const CustomerListQuery &query) {
    return query.sort == CustomerSort::Owes || filters(query, {CustomerColumn::Owes});
}

QString sortingOf(const CustomerListQuery &query) {
    const QString way = query.descending ? u" DESC"_s : QString();
    switch (query.sort) {
    case CustomerSort::Name: return u"c.sort_key%1, c.id%1"_s.arg(way); // equal names stand the other way round too
    case CustomerSort::Lifecycle: return u"c.lifecycle = '', c.lifecycle%1, c.sort_key"_s.arg(way);
    case CustomerSort::LastContact: return u"c.last_contact_at IS NULL, c.last_contact_at%1, c.sort_key"_s.arg(way);
    case CustomerSort::Bought: return u"coalesce(b.amount, 0)%1, c.sort_key"_s.arg(way);
    case CustomerSort::NextStep: return u"c.next_due_on = '', c.next_due_on%1, c.sort_key"_s.arg(way);
    case CustomerSort::City: return u"c.city = '', c.city COLLATE NOCASE%1, c.sort_key"_s.arg(way);
    case CustomerSort::Company: return u"c.company = '', c.company COLLATE NOCASE%1, c.sort_key"_s.arg(way);
    case CustomerSort::Source: return u"c.source = '', c.source COLLATE NOCASE%1, c.sort_key"_s.arg(way);
    case CustomerSort::Birthday: return u"c.birthday_on = '', substr(c.birthday_on, -5)%1, c.sort_key"_s.arg(way);
    case CustomerSort::FirstPurchase: return u"h.first_on IS NULL, h.first_on%1, c.sort_key"_s.arg(way);
    case CustomerSort::LastPurchase: return u"h.last_on IS NULL, h.last_on%1, c.sort_key"_s.arg(way);
    case CustomerSort::Total: return u"c.bought_total%1, c.sort_key"_s.arg(way);
    case CustomerSort::Owes: return u"coalesce(w.owes, 0)%1, c.sort_key"_s.arg(way);
    case CustomerSort::Created: return u"c.created_at%1, c.sort_key"_s.arg(way);
    case CustomerSort::OwnField:
        return u"o.number IS NULL AND coalesce(o.text, '') = '', o.number%1, o.text COLLATE NOCASE%1, c.sort_key"_s.arg(way);
    case CustomerSort::Phone:
    case CustomerSort::Email: break;
    }
    return u"p.normalised IS NULL, p.normalised%1, c.sort_key"_s.arg(way);
}

} // namespace

// What is joined beside the customer, with the values it binds.
Where sourceOf(const CustomerListQuery &query) {
    Where source;
    source.add(u"customer c"_s);
    if (needsPurchases(query))
        source.add(
            u"LEFT JOIN (SELECT customer_id, sum(amount) AS amount FROM purchase WHERE purchased_on >= ? AND trashed_at IS NULL"
            " GROUP BY customer_id) b ON b.customer_id = c.id"_s,
            {yearBack(query.today).toString(Qt::ISODate)});
    if (needsPurchaseDays(query))
        source.add(u"LEFT JOIN (SELECT customer_id, min(purchased_on) AS first_on, max(purchased_on) AS last_on FROM purchase"
                   " WHERE trashed_at IS NULL GROUP BY customer_id) h ON h.customer_id = c.id"_s);
    if (needsDebts(query))
        source.add(u"LEFT JOIN (SELECT customer_id, sum(amount) AS owes FROM purchase WHERE paid = 0 AND trashed_at IS NULL"
                   " GROUP BY customer_id) w ON w.customer_id = c.id"_s);
    if (query.sort == CustomerSort::OwnField)
        source.add(u"LEFT JOIN (SELECT customer_id, min(number) AS number, min(text) AS text FROM custom_value"
                   " WHERE custom_field_id = ? GROUP BY customer_id) o ON o.customer_id = c.id"_s,
                   {query.ownField});
    const auto firstPoint = [&source](QLatin1StringView kind) {
        source.add(u"LEFT JOIN (SELECT customer_id, normalised, min(position) FROM contact_point WHERE kind = '%1' GROUP BY "
                   u"customer_id) p"
                   " ON p.customer_id = c.id"_s.arg(kind));
    };
    if (query.sort == CustomerSort::Phone)
        firstPoint("phone"_L1);
    else if (query.sort == CustomerSort::Email)
        firstPoint("email"_L1);
    return source;
}

// Names that begin with what was typed, or have a word that does, come before those that hold it somewhere inside.
Where orderOf(const CustomerListQuery &query) {
    Where order;
    const QString name = likePattern(fold(query.filter.name));
    if (!name.isEmpty() && query.sort == CustomerSort::Name)
        order.add(u"c.name_folded NOT LIKE ? ESCAPE '\\' AND c.name_folded NOT LIKE ? ESCAPE '\\'"_s, {name + u'%', u"% "_s + name + u'%'});
    order.add(sortingOf(query));
    return order;
}

QDate yearBack(QDate today) { return addYears(today, -1).addDays(1); }

namespace {

const auto kGone = "SELECT id FROM customer WHERE trashed_at IS NOT NULL UNION ALL "
                   "SELECT id FROM customer WHERE merged_into IS NOT NULL AND trashed_at IS NULL"_L1;

Result<qint64> countOfAll(db::Database &database) {
    TRY(count, database.single(u"SELECT (SELECT count(*) FROM customer) - (SELECT count(*) FROM (%1))"_s.arg(kGone)));
    return count.integer();
}

// Of everybody: without going through the customers.
Result<CustomerTotals> totalsOfAll(db::Database &database, const CustomerListQuery &query) {
    const QString bought = u"SELECT sum(amount) FROM purchase WHERE trashed_at IS NULL AND customer_id NOT IN (%1)"_s.arg(kGone);
    TRY(count, countOfAll(database));
    TRY(inYear, database.single(bought + u" AND purchased_on >= ?"_s, {yearBack(query.today).toString(Qt::ISODate)}));
    TRY(total, database.single(bought));
    TRY(owes, query.sumsDebts ? database.single(bought + u" AND paid = 0"_s) : Result<db::Value>(db::Value()));
    return CustomerTotals{count, inYear.integer(), total.integer(), owes.integer()};
}

bool isWhole(const CustomerListQuery &query) { return query.filter.isEmpty() && !query.within; }

Result<QList<Id>> filtered(db::Database &database, const CustomerListQuery &query) {
    CustomerListQuery plain = query;
    plain.sort = CustomerSort::Name; // joins nothing
    TRY(where, whereOf(database, plain));
    const Where source = sourceOf(plain);
    const QString sql = u"SELECT c.id FROM %1 WHERE %2"_s.arg(source.conditions.join(u' '), where.conditions.join(" AND "_L1));
    return idsOf(database, sql, source.values + where.values);
}

Result<QList<Id>> ordered(db::Database &database, QList<Id> byName, const CustomerListQuery &query) {
    if (query.sort != CustomerSort::Name)
        return orderedByColumn(database, byName, query);
    if (query.descending)
        std::reverse(byName.begin(), byName.end());
    return byName;
}

Result<QList<Id>> allInOrder(db::Database &database, const CustomerListQuery &query) {
    if (query.orders)
        return query.orders->ids(database, query);
    TRY(byName, customersByName(database));
    return ordered(database, byName, query);
}

// Some of all: of few each is looked up, many are picked out of the order of all.
Result<QList<Id>> someInOrder(db::Database &database, QList<Id> customers, const CustomerListQuery &query) {
    if (query.orders && !isLookedUp(customers.size())) {
        std::sort(customers.begin(), customers.end());
        TRY(all, query.orders->ids(database, query));
        all.removeIf([&](Id id) { return !std::binary_search(customers.cbegin(), customers.cend(), id); });
        return all;
    }
    TRY(byName, orderedByName(database, customers));
    return ordered(database, byName, query);
}

Result<QList<Id>> matchesInOrder(db::Database &database, const Matches &matches, const CustomerListQuery &query) {
    TRY(ids, query.orders->ids(database, query));
    ids.removeIf([&](Id id) { return !matches.contains(id); });
    if (query.sort == CustomerSort::Name)
        std::stable_partition(ids.begin(), ids.end(), [&](Id id) { return matches.beginsWith(id); });
    return ids;
}

Result<QList<Id>> orderedBySql(db::Database &database, const CustomerListQuery &query) {
    TRY(where, whereOf(database, query));
    const Where source = sourceOf(query);
    const Where order = orderOf(query);
    const QString sql = u"SELECT c.id FROM %1 WHERE %2 ORDER BY %3"_s.arg(
        source.conditions.join(u' '), where.conditions.join(" AND "_L1), order.conditions.join(u", "_s));
    return idsOf(database, sql, source.values + where.values + order.values);
}

} // namespace

Result<QList<Id>> customerIds(db::Database &database, const CustomerListQuery &query) {
    if (query.sort == CustomerSort::OwnField)
        return orderedBySql(database, query);
    if (isWhole(query))
        return allInOrder(database, query);
    TRY(matches, matchesByValues(database, query));
    if (matches)
        return matchesInOrder(database, *matches, query);
    if (query.sort == CustomerSort::Name && !query.filter.name.isEmpty())
        return orderedBySql(database, query);
    TRY(found, filtered(database, query));
    return someInOrder(database, found, query);
}

Result<CustomerTotals> customerTotals(db::Database &database, const CustomerListQuery &query) {
    TRY(known, totalsByValues(database, query));
    if (known)
        return *known;
    if (isWhole(query))
        return totalsOfAll(database, query);
    CustomerTotals totals;
    TRY(count, countOfAll(database));
    totals.customers = count;
    const auto sum = [&](CustomerSort sort, const QString &expression) -> Result<qint64> {
        CustomerListQuery grouped = query;
        grouped.sort = sort; // joins what is summed up
        TRY(where, whereOf(database, grouped));
        const Where source = sourceOf(grouped);
        TRY(value, database.single(u"SELECT sum(%1) FROM %2 WHERE %3"_s.arg(expression, source.conditions.join(u' '),
                                                                            where.conditions.join(" AND "_L1)),
                                   source.values + where.values));
        return value.integer();
    };
    TRY(inYear, sum(CustomerSort::Bought, u"b.amount"_s));
    TRY(total, sum(CustomerSort::Total, u"c.bought_total"_s));
    TRY(owes, query.sumsDebts ? sum(CustomerSort::Owes, u"w.owes"_s) : Result<qint64>(0));
    totals.boughtInYear = inYear;
    totals.boughtTotal = total;
    totals.owes = owes;
    return totals;
}

} // namespace kontor
