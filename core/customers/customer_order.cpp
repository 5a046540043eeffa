#include "customers/customer_order.h"

#include "customers/value_query.h"
#include "db/id_list.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

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

// Texts as numbers: first in the order in which they come, in the end in their own.
class Texts {
public:
    explicit Texts(CustomerSort column) : m_column(column) {}
    qint64 numberOf(const QByteArray &text) {
        const QByteArray key = orderText(m_column, text);
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
    CustomerSort m_column;
    QHash<QByteArray, qint64> m_numbers;
};

Result<void> readValues(db::Database &database, const ValueQuery &query, CustomerSort column, EntriesById &entries) {
    TRY(statement, database.prepareBulk(query.sql, query.values));
    Texts texts(column);
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

} // namespace

Result<QList<Id>> customersByName(db::Database &database) {
    return idsOf(database, u"SELECT id FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL ORDER BY sort_key"_s);
}

namespace {

// The last one of a piece, after whom the next one begins.
struct NamePlace {
    QByteArray key;
    Id id;
};

// On a disk that has to be read first a piece may take long; others wait no longer than that for it.
constexpr qint64 kLongestPieceMs = 40;
constexpr qsizetype kNamesBetweenLooks = 256;

// Appends them; false: those were the last. Asked for from the key on and passed over up to the customer: comparing both in SQL takes a fifth more
// time.
Result<bool> readPiece(db::Database &database, NamePlace &place, qsizetype atOnce, QList<Id> &ids) {
    TRY(statement, database.cached(u"SELECT id, sort_key FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL"
                                   " AND sort_key >= ? ORDER BY sort_key, id"_s));
    statement->bind(0, db::Value(place.key));
    QElapsedTimer timer; // from the first one taken: those passed over again are no progress
    qsizetype left = atOnce;
    for (bool isBehind = false; left > 0;) {
        TRY(more, statement->next());
        if (!more)
            return false;
        const Id id{statement->integer(0)};
        if (!isBehind) {
            isBehind = place.id < id || statement->blob(1) != place.key;
            if (!isBehind)
                continue;
            timer.start();
        }
        ids << id;
        const bool isLong = ids.size() % kNamesBetweenLooks == 0 && timer.hasExpired(kLongestPieceMs);
        left = isLong ? 0 : left - 1;
        if (left == 0)
            place = {statement->blob(1), id};
    }
    return true;
}

} // namespace

Result<QList<Id>> customersByNameInPieces(db::Database &database, qsizetype atOnce) {
    QList<Id> ids;
    NamePlace place;
    while (true) {
        TRY(more, readPiece(database, place, atOnce, ids));
        if (!more)
            break;
        TRY_VOID(database.letOthersCommit());
    }
    return ids;
}

Result<QList<Id>> orderedByName(db::Database &database, QList<Id> customers) {
    if (isLookedUp(customers.size()))
        return idsOf(database,
                     u"SELECT c.id FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value ORDER BY c.sort_key"_s,
                     {jsonOf(customers)});
    std::sort(customers.begin(), customers.end());
    TRY(all, customersByName(database));
    all.removeIf([&](Id id) { return !std::binary_search(customers.cbegin(), customers.cend(), id); });
    return all;
}

Result<QList<Id>> orderedByColumn(db::Database &database, const QList<Id> &byName, const CustomerListQuery &query) {
    const ValueQuery values = valueQuery(query.sort, query.today, ValueScope::among(byName));
    EntriesById entries(byName);
    for (Entry &entry : entries.entries())
        entry.hasValue = values.isZeroWithoutRow;
    TRY_VOID(readValues(database, values, query.sort, entries));
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

Result<void> addValues(db::Database &database, QHash<qint64, OrderKey> &keys, const ValueQuery &query, CustomerSort column) {
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
            key->value = query.isText ? db::Value(orderText(column, statement->blob(1))) : db::Value(statement->integer(1));
    }
}

} // namespace

Result<QList<OrderKey>> orderKeys(db::Database &database, const QList<Id> &customers, const CustomerListQuery &query) {
    TRY(names, database.cached(u"SELECT c.id, c.sort_key FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value"
                               " WHERE c.trashed_at IS NULL AND c.merged_into IS NULL"_s));
    names->bind(0, db::Value(jsonOf(customers)));
    const ValueQuery values = valueQuery(query.sort, query.today, ValueScope::among(customers));
    QHash<qint64, OrderKey> keys;
    while (true) {
        TRY(more, names->next());
        if (!more)
            break;
        keys.insert(names->integer(0), {Id{names->integer(0)}, values.isZeroWithoutRow, db::Value(qint64(0)), names->blob(1)});
    }
    TRY_VOID(addValues(database, keys, values, query.sort));
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
