#include "customers/customer_list.h"

#include "base/fold.h"
#include "base/partial_date.h"
#include "base/phone.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// Conditions joined by AND with the values they bind, in order.
struct Where {
    QStringList conditions;
    db::Values values;

    void add(const QString &condition, const db::Values &bound = {}) {
        conditions << condition;
        values << bound;
    }
};

QString containing(const QString &folded) {
    QString pattern = folded;
    pattern.replace(u'\\', "\\\\"_L1).replace(u'%', "\\%"_L1).replace(u'_', "\\_"_L1);
    return u'%' + pattern + u'%';
}

QString jsonOf(const QStringList &texts) {
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QString jsonOf(const QList<Id> &ids) {
    QString json = u"["_s;
    for (const Id id : ids)
        json += (json.size() > 1 ? u","_s : QString()) + QString::number(id.value);
    return json + u']';
}

// The values of a column that hold `folded` when folded themselves: SQLite knows no folding, but columns hold few distinct values.
Result<QStringList> valuesContaining(db::Database &database, const QString &column, const QString &folded) {
    TRY(statement, database.prepareBulk(u"SELECT DISTINCT %1 FROM customer WHERE %1 <> ''"_s.arg(column)));
    QStringList found;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return found;
        if (const QString text = statement.text(0); fold(text).contains(folded))
            found << text;
    }
}

// A trunk digit and the country code stand for each other: the digits without their leading zero or eight are looked for too.
void addPhone(Where &where, const QString &typed) {
    const QString digits = phoneDigits(typed);
    if (digits.isEmpty())
        return where.add(u"0"_s);
    const bool trunk = digits.size() > 3 && (digits.startsWith(u'0') || digits.startsWith(u'8'));
    where.add(
        u"c.id IN (SELECT customer_id FROM contact_point WHERE kind = 'phone' AND (normalised LIKE ? OR normalised LIKE ?))"_s,
        {containing(digits), containing(trunk ? digits.mid(1) : digits)});
}

void addLastContact(Where &where, const ContactRange &range) {
    if (range.onlyNever)
        return where.add(u"c.last_contact_at IS NULL"_s);
    if (range.from)
        where.add(u"c.last_contact_at >= ?"_s, {*range.from});
    if (range.before && range.orNever)
        where.add(u"(c.last_contact_at < ? OR c.last_contact_at IS NULL)"_s, {*range.before});
    else if (range.before)
        where.add(u"c.last_contact_at < ?"_s, {*range.before});
}

void addNextStep(Where &where, NextStepState state, QDate today) {
    const QString day = today.toString(Qt::ISODate);
    const QString open = u"SELECT 1 FROM task WHERE customer_id = c.id AND done_at IS NULL AND trashed_at IS NULL"_s;
    switch (state) {
    case NextStepState::Any: return;
    case NextStepState::Late: return where.add(u"c.next_due_on <> '' AND c.next_due_on < ?"_s, {day});
    case NextStepState::Today: return where.add(u"c.next_due_on = ?"_s, {day});
    case NextStepState::Later:
        return where.add(u"(c.next_due_on > ? OR (c.next_due_on = '' AND EXISTS (%1)))"_s.arg(open), {day});
    case NextStepState::None: return where.add(u"c.next_due_on = '' AND NOT EXISTS (%1)"_s.arg(open));
    }
}

Result<Where> whereOf(db::Database &database, const CustomerListQuery &query) {
    const CustomerFilter &filter = query.filter;
    Where where;
    where.add(u"c.trashed_at IS NULL AND c.merged_into IS NULL"_s);
    if (query.within)
        where.add(u"c.id IN (SELECT value FROM json_each(?))"_s, {jsonOf(*query.within)});
    if (const QString name = fold(filter.name); !name.isEmpty()) {
        TRY(companies, valuesContaining(database, u"company"_s, name));
        where.add(u"(c.name_folded LIKE ? ESCAPE '\\' OR c.company IN (SELECT value FROM json_each(?)))"_s,
                  {containing(name), jsonOf(companies)});
    }
    if (!filter.phone.trimmed().isEmpty())
        addPhone(where, filter.phone);
    if (!filter.lifecycles.isEmpty())
        where.add(u"c.lifecycle IN (SELECT value FROM json_each(?))"_s, {jsonOf(filter.lifecycles)});
    if (filter.lastContact)
        addLastContact(where, *filter.lastContact);
    if (filter.bought) {
        where.add(u"coalesce(b.amount, 0) >= ? AND coalesce(b.amount, 0) <= ?"_s,
                  {filter.bought->atLeast.value_or(std::numeric_limits<qint64>::min()),
                   filter.bought->atMost.value_or(std::numeric_limits<qint64>::max())});
    }
    addNextStep(where, filter.nextStep, query.today);
    if (const QString city = fold(filter.city); !city.isEmpty()) {
        TRY(cities, valuesContaining(database, u"city"_s, city));
        where.add(u"c.city IN (SELECT value FROM json_each(?))"_s, {jsonOf(cities)});
    }
    if (const QString email = filter.email.trimmed().toLower(); !email.isEmpty())
        where.add(u"c.id IN (SELECT customer_id FROM contact_point WHERE kind = 'email' AND normalised LIKE ? ESCAPE '\\')"_s,
                  {containing(email)});
    if (const QString tag = fold(filter.tag); !tag.isEmpty())
        where.add(
            u"c.id IN (SELECT customer_id FROM customer_tag JOIN tag ON tag.id = tag_id WHERE name_folded LIKE ? ESCAPE '\\')"_s,
            {containing(tag)});
    return where;
}

bool needsPurchases(const CustomerListQuery &query) { return query.sort == CustomerSort::Bought || query.filter.bought; }

// What is joined beside the customer, with the values it binds.
Where sourceOf(const CustomerListQuery &query) {
    Where source;
    source.add(u"customer c"_s);
    if (needsPurchases(query))
        source.add(
            u"LEFT JOIN (SELECT customer_id, sum(amount) AS amount FROM purchase WHERE purchased_on >= ? AND trashed_at IS NULL"
            " GROUP BY customer_id) b ON b.customer_id = c.id"_s,
            {yearBack(query.today).toString(Qt::ISODate)});
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

QString orderOf(const CustomerListQuery &query) {
    const QString way = query.descending ? u" DESC"_s : QString();
    switch (query.sort) {
    case CustomerSort::Name: return u"c.sort_key"_s + way;
    case CustomerSort::Lifecycle: return u"c.lifecycle = '', c.lifecycle%1, c.sort_key"_s.arg(way);
    case CustomerSort::LastContact: return u"c.last_contact_at IS NULL, c.last_contact_at%1, c.sort_key"_s.arg(way);
    case CustomerSort::Bought: return u"coalesce(b.amount, 0)%1, c.sort_key"_s.arg(way);
    case CustomerSort::NextStep: return u"c.next_due_on = '', c.next_due_on%1, c.sort_key"_s.arg(way);
    case CustomerSort::City: return u"c.city = '', c.city COLLATE NOCASE%1, c.sort_key"_s.arg(way);
    case CustomerSort::Phone:
    case CustomerSort::Email: break;
    }
    return u"p.normalised IS NULL, p.normalised%1, c.sort_key"_s.arg(way);
}

} // namespace

QDate yearBack(QDate today) { return addYears(today, -1).addDays(1); }

Result<QList<Id>> customerIds(db::Database &database, const CustomerListQuery &query) {
    TRY(where, whereOf(database, query));
    const Where source = sourceOf(query);
    TRY(statement, database.prepareBulk(u"SELECT c.id FROM %1 WHERE %2 ORDER BY %3"_s.arg(
                       source.conditions.join(u' '), where.conditions.join(" AND "_L1), orderOf(query))));
    int position = 0;
    for (const db::Value &value : source.values + where.values)
        statement.bind(position++, value);
    QList<Id> ids;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return ids;
        ids.append(Id{statement.integer(0)});
    }
}

Result<CustomerTotals> customerTotals(db::Database &database, const CustomerListQuery &query) {
    CustomerTotals totals;
    TRY(count, database.single(u"SELECT count(*) FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL"_s));
    totals.customers = count.integer();
    CustomerListQuery grouped = query;
    grouped.sort = CustomerSort::Bought;
    TRY(where, whereOf(database, grouped));
    const Where source = sourceOf(grouped);
    TRY(sum, database.single(
                 u"SELECT sum(b.amount) FROM %1 WHERE %2"_s.arg(source.conditions.join(u' '), where.conditions.join(" AND "_L1)),
                 source.values + where.values));
    totals.boughtInYear = sum.integer();
    return totals;
}

} // namespace kontor
