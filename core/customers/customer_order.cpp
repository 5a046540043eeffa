#include "customers/customer_order.h"

#include "db/id_list.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFew = 20'000;

// A query of one customer and its value in each row, in any order; whole numbers or texts.
struct ValueQuery {
    QString sql;
    db::Values values;
    bool isText = false;
    bool isZeroWithoutRow = false; // else who has no row, or NULL, has no value
    bool hasPlaces = false;        // a third column: of several rows of a customer the one with the lowest counts
};

struct Entry {
    qint64 id = 0;
    quint32 rank = 0; // in the order of names
    qint32 place = std::numeric_limits<qint32>::max();
    bool hasValue = false;
    qint64 value = 0; // the number, or the place of the text among all texts
};

// Finds entries by id. Queries give ids upwards for the most part, so the next one is looked at first.
class EntriesById {
public:
    explicit EntriesById(const QList<Id> &byName) {
        m_entries.reserve(size_t(byName.size()));
        for (qsizetype rank = 0; rank < byName.size(); ++rank)
            m_entries.push_back({byName.at(rank).value, quint32(rank)});
        std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) { return a.id < b.id; });
    }
    Entry *find(qint64 id) {
        if (m_next > 0 && m_entries[m_next - 1].id == id)
            return &m_entries[m_next - 1];
        if (m_next < m_entries.size() && m_entries[m_next].id == id)
            return &m_entries[m_next++];
        const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), id,
                                            [](const Entry &entry, qint64 wanted) { return entry.id < wanted; });
        m_next = size_t(found - m_entries.begin());
        return m_next < m_entries.size() && m_entries[m_next].id == id ? &m_entries[m_next++] : nullptr;
    }
    std::vector<Entry> &entries() { return m_entries; }

private:
    std::vector<Entry> m_entries;
    size_t m_next = 0;
};

QByteArray withoutCase(QByteArray text) {
    for (char &letter : text)
        if (letter >= 'A' && letter <= 'Z')
            letter = char(letter - 'A' + 'a');
    return text;
}

// Texts as numbers: first in the order in which they come, in the end in their own.
class Texts {
public:
    qint64 numberOf(const QByteArray &text) {
        const QByteArray key = withoutCase(text);
        const auto known = m_numbers.constFind(key);
        if (known != m_numbers.cend())
            return *known;
        const qint64 number = m_numbers.size();
        m_numbers.insert(key, number);
        return number;
    }
    std::vector<qint64> places() const {
        std::vector<std::pair<QByteArray, qint64>> texts(m_numbers.keyValueBegin(), m_numbers.keyValueEnd());
        std::sort(texts.begin(), texts.end());
        std::vector<qint64> places(texts.size());
        for (size_t place = 0; place < texts.size(); ++place)
            places[size_t(texts[place].second)] = qint64(place);
        return places;
    }

private:
    QHash<QByteArray, qint64> m_numbers;
};

Result<void> readValues(db::Database &database, const ValueQuery &query, EntriesById &entries) {
    TRY(statement, database.prepareBulk(query.sql, query.values));
    Texts texts;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        Entry *entry = entries.find(statement.integer(0));
        if (!entry)
            continue;
        if (query.hasPlaces) {
            const auto place = qint32(statement.integer(2));
            if (place >= entry->place)
                continue;
            entry->place = place;
        }
        entry->hasValue = !statement.isNull(1);
        if (entry->hasValue)
            entry->value = query.isText ? texts.numberOf(statement.blob(1)) : statement.integer(1);
    }
    if (!query.isText)
        return {};
    const std::vector<qint64> places = texts.places();
    for (Entry &entry : entries.entries())
        if (entry.hasValue)
            entry.value = places[size_t(entry.value)];
    return {};
}

// Queries of values; of few customers these alone are looked up.
class ValueQueries {
public:
    explicit ValueQueries(const QList<Id> &customers) {
        if (customers.size() <= kFew)
            m_among = jsonOf(customers);
    }

    ValueQuery text(const QString &expression) const { return column(u"nullif(%1, '')"_s.arg(expression), true); }
    ValueQuery number(const QString &expression) const { return column(expression, false); }
    ValueQuery purchases(const QString &value, const QString &condition, const db::Values &values) const {
        ValueQuery query = grouped(u"purchase"_s, value, u"trashed_at IS NULL"_s + condition, values);
        query.isZeroWithoutRow = true;
        return query;
    }
    ValueQuery purchaseDay(const QString &value) const {
        ValueQuery query = grouped(u"purchase"_s, value, u"trashed_at IS NULL"_s, {});
        query.isText = true;
        return query;
    }
    // All of them, as they lie in the file: SQLite would find the first of each by an index, and then every row one from here and one from there.
    ValueQuery firstPoint(const QString &kind) const {
        ValueQuery query{u"SELECT customer_id, nullif(normalised, ''), position FROM contact_point WHERE %1kind = ?"_s.arg(
                             m_among ? u"customer_id IN (SELECT value FROM json_each(?)) AND "_s : QString()),
                         {},
                         true,
                         false,
                         true};
        if (m_among)
            query.values << *m_among;
        query.values << kind;
        return query;
    }

private:
    ValueQuery column(const QString &expression, bool isText) const {
        if (!m_among)
            return {u"SELECT c.id, %1 FROM customer c"_s.arg(expression), {}, isText};
        return {u"SELECT c.id, %1 FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value"_s.arg(expression),
                {*m_among},
                isText};
    }
    ValueQuery grouped(const QString &table, const QString &value, QString condition, db::Values values) const {
        if (m_among) {
            condition += u" AND customer_id IN (SELECT value FROM json_each(?))"_s;
            values << *m_among;
        }
        return {u"SELECT customer_id, %2 FROM %1 WHERE %3 GROUP BY customer_id"_s.arg(table, value, condition), values};
    }

    std::optional<QString> m_among;
};

ValueQuery valueQuery(const CustomerListQuery &query, const QList<Id> &customers) {
    const ValueQueries values(customers);
    switch (query.sort) {
    case CustomerSort::Name:
    case CustomerSort::OwnField: break;
    case CustomerSort::Phone: return values.firstPoint(u"phone"_s);
    case CustomerSort::Email: return values.firstPoint(u"email"_s);
    case CustomerSort::Lifecycle: return values.text(u"lifecycle"_s);
    case CustomerSort::LastContact: return values.number(u"last_contact_at"_s);
    case CustomerSort::Bought:
        return values.purchases(u"sum(amount)"_s, u" AND purchased_on >= ?"_s, {yearBack(query.today).toString(Qt::ISODate)});
    case CustomerSort::NextStep: return values.text(u"next_due_on"_s);
    case CustomerSort::City: return values.text(u"city"_s);
    case CustomerSort::Company: return values.text(u"company"_s);
    case CustomerSort::Source: return values.text(u"source"_s);
    case CustomerSort::Birthday: return values.text(u"substr(birthday_on, -5)"_s);
    case CustomerSort::FirstPurchase: return values.purchaseDay(u"min(purchased_on)"_s);
    case CustomerSort::LastPurchase: return values.purchaseDay(u"max(purchased_on)"_s);
    case CustomerSort::Total: return values.number(u"bought_total"_s);
    case CustomerSort::Owes: return values.purchases(u"sum(amount)"_s, u" AND paid = 0"_s, {});
    case CustomerSort::Created: return values.number(u"created_at"_s);
    }
    return values.number(u"c.id"_s);
}

} // namespace

bool isLookedUp(qsizetype customers) { return customers <= kFew; }

Result<QList<Id>> customersByName(db::Database &database) {
    return idsOf(database, u"SELECT id FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL ORDER BY sort_key"_s);
}

Result<QList<Id>> orderedByName(db::Database &database, QList<Id> customers) {
    if (customers.size() <= kFew)
        return idsOf(database,
                     u"SELECT c.id FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value ORDER BY c.sort_key"_s,
                     {jsonOf(customers)});
    std::sort(customers.begin(), customers.end());
    TRY(all, customersByName(database));
    all.removeIf([&](Id id) { return !std::binary_search(customers.cbegin(), customers.cend(), id); });
    return all;
}

Result<QList<Id>> orderedByColumn(db::Database &database, const QList<Id> &byName, const CustomerListQuery &query) {
    const ValueQuery values = valueQuery(query, byName);
    EntriesById entries(byName);
    for (Entry &entry : entries.entries())
        entry.hasValue = values.isZeroWithoutRow;
    TRY_VOID(readValues(database, values, entries));
    std::sort(entries.entries().begin(), entries.entries().end(),
              [descending = query.descending](const Entry &a, const Entry &b) {
                  if (a.hasValue != b.hasValue)
                      return a.hasValue;
                  if (a.hasValue && a.value != b.value)
                      return descending ? a.value > b.value : a.value < b.value;
                  return a.rank < b.rank;
              });
    QList<Id> ids;
    ids.reserve(byName.size());
    for (const Entry &entry : entries.entries())
        ids << Id{entry.id};
    return ids;
}

namespace {

Result<void> addValues(db::Database &database, QHash<qint64, OrderKey> &keys, const ValueQuery &query) {
    TRY(statement, database.cached(query.sql));
    statement->bindAll(query.values);
    QHash<qint64, qint64> places;
    while (true) {
        TRY(more, statement->next());
        if (!more)
            return {};
        const auto key = keys.find(statement->integer(0));
        if (key == keys.end())
            continue;
        if (query.hasPlaces) {
            const qint64 place = statement->integer(2);
            if (places.contains(key->id.value) && place >= places.value(key->id.value))
                continue;
            places.insert(key->id.value, place);
        }
        key->hasValue = !statement->isNull(1);
        if (key->hasValue)
            key->value = query.isText ? db::Value(withoutCase(statement->blob(1))) : db::Value(statement->integer(1));
    }
}

} // namespace

Result<QList<OrderKey>> orderKeys(db::Database &database, const QList<Id> &customers, const CustomerListQuery &query) {
    TRY(names, database.cached(u"SELECT c.id, c.sort_key FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value"
                               " WHERE c.trashed_at IS NULL AND c.merged_into IS NULL"_s));
    names->bind(0, db::Value(jsonOf(customers)));
    const ValueQuery values = valueQuery(query, customers);
    QHash<qint64, OrderKey> keys;
    while (true) {
        TRY(more, names->next());
        if (!more)
            break;
        keys.insert(names->integer(0), {Id{names->integer(0)}, values.isZeroWithoutRow, db::Value(qint64(0)), names->blob(1)});
    }
    if (query.sort != CustomerSort::Name)
        TRY_VOID(addValues(database, keys, values));
    return keys.values();
}

bool comesBefore(const OrderKey &a, const OrderKey &b, bool descending) {
    if (a.hasValue != b.hasValue)
        return a.hasValue;
    if (a.hasValue && a.value != b.value) {
        const bool isLess = a.value.isBlob() ? a.value.blob() < b.value.blob() : a.value.integer() < b.value.integer();
        return isLess != descending;
    }
    return a.name != b.name ? a.name < b.name : a.id < b.id;
}

} // namespace kontor
