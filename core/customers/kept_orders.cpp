#include "customers/kept_orders.h"

#include "base/sort_key.h"
#include "customers/changed_customers.h"
#include "customers/customer_order.h"
#include "customers/name_places.h"
#include "customers/value_order.h"
#include "customers/values_making.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <type_traits>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kMagic = 0x4B4F5244; // "KORD"
constexpr qint32 kFormat = 1;
static_assert(std::is_trivially_copyable_v<Id> && sizeof(Id) == sizeof(qint64));

// The places among `ids` before which `keys` are to stand. A few at once are looked for, so that each round is one query; nothing: `ids` has one
// that the base does not list.
Result<std::optional<std::vector<qsizetype>>> placesOf(db::Database &database, const CustomerListQuery &query,
                                                       const QList<Id> &ids, const QList<OrderKey> &keys) {
    std::vector<qsizetype> low(size_t(keys.size()), 0), high(size_t(keys.size()), ids.size());
    while (true) {
        QList<Id> probes;
        for (size_t i = 0; i < low.size(); ++i)
            if (low[i] < high[i])
                probes << ids.at((low[i] + high[i]) / 2);
        if (probes.isEmpty())
            return std::optional(low);
        TRY(found, orderKeys(database, probes, query));
        QHash<Id, OrderKey> known;
        for (const OrderKey &key : std::as_const(found))
            known.insert(key.id, key);
        for (size_t i = 0; i < low.size(); ++i) {
            if (low[i] >= high[i])
                continue;
            const qsizetype middle = (low[i] + high[i]) / 2;
            const auto probe = known.constFind(ids.at(middle));
            if (probe == known.cend())
                return std::optional<std::vector<qsizetype>>();
            (comesBefore(*probe, keys.at(qsizetype(i)), query.descending) ? low[i] = middle + 1 : high[i] = middle);
        }
    }
}

// `ids` with `moved` at their places of now; nothing: work it out.
Result<std::optional<QList<Id>>> putInAnew(db::Database &database, const CustomerListQuery &query, QList<Id> ids,
                                           const QSet<Id> &moved) {
    ids.removeIf([&](Id id) { return moved.contains(id); });
    TRY(keys, orderKeys(database, moved.values(), query));
    std::sort(keys.begin(), keys.end(),
              [&](const OrderKey &a, const OrderKey &b) { return comesBefore(a, b, query.descending); });
    TRY(places, placesOf(database, query, ids, keys));
    if (!places)
        return std::optional<QList<Id>>();
    QList<Id> all;
    all.reserve(ids.size() + keys.size());
    qsizetype next = 0;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const qsizetype place = places->at(size_t(i));
        all.append(ids.sliced(next, place - next));
        all << keys.at(i).id;
        next = place;
    }
    all.append(ids.sliced(next));
    return std::optional(all);
}

Result<std::optional<QList<Id>>> mended(db::Database &database, const CustomerListQuery &query, QList<Id> ids,
                                        const std::optional<QSet<Id>> &moved) {
    if (!moved)
        return std::optional<QList<Id>>();
    return moved->isEmpty() ? std::optional(std::move(ids)) : putInAnew(database, query, std::move(ids), *moved);
}

// The ids of one computer lie close together, so that a bit for each is enough: a tenth of the time that sorting a million takes.
bool hasRepeated(const QList<Id> &ids) {
    constexpr qint64 kBitsForEach = 64;
    if (ids.isEmpty())
        return false;
    const auto [first, last] = std::minmax_element(ids.cbegin(), ids.cend());
    const qint64 lowest = first->value, bits = last->value - lowest + 1;
    if (bits / kBitsForEach > ids.size()) {
        QList<Id> sorted = ids;
        std::sort(sorted.begin(), sorted.end());
        return std::adjacent_find(sorted.cbegin(), sorted.cend()) != sorted.cend();
    }
    std::vector<bool> seen(size_t(bits), false);
    return std::any_of(ids.cbegin(), ids.cend(), [&](Id id) {
        const bool isRepeated = seen[size_t(id.value - lowest)];
        seen[size_t(id.value - lowest)] = true;
        return isRepeated;
    });
}

// Who was given a name further on while it was read.
void removeRepeated(QList<Id> &ids) {
    if (!hasRepeated(ids))
        return;
    QSet<Id> seen;
    ids.removeIf([&seen](Id id) {
        const qsizetype before = seen.size();
        seen.insert(id);
        return seen.size() == before;
    });
}

} // namespace

struct KeptOrders::Kept {
    ChangeCursor cursor;
    QList<Id> ids;
};

KeptOrders::KeptOrders(QString cacheFolder, const QString &baseId, qsizetype namesAtOnce)
    : m_folder(std::move(cacheFolder)),
      m_name(keptFileName(u"order"_s, baseId)),
      m_namesAtOnce(namesAtOnce),
      m_values(m_folder, baseId) {}

QString KeptOrders::pathOf(const CustomerListQuery &query) const {
    const QString way = query.descending ? u"down"_s : u"up"_s;
    return QDir(m_folder).filePath(u"%1-%2-%3.ids"_s.arg(m_name, QString::number(int(query.sort)), way));
}

namespace {

// Tells a file that was spoilt.
quint64 sumOf(const QList<Id> &ids) {
    quint64 sum = 0;
    for (const Id id : ids)
        sum = sum * 31 + quint64(id.value);
    return sum;
}

// What a file must have been made for beside its cursor: the sums of twelve months are of one day.
QString meaningOf(const CustomerListQuery &query) {
    return Collation::version() + (query.sort == CustomerSort::Bought ? query.today.toString(Qt::ISODate) : QString());
}

} // namespace

std::optional<KeptOrders::Kept> KeptOrders::read(const CustomerListQuery &query) const {
    QFile file(pathOf(query));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QDataStream stream(&file);
    quint32 magic = 0;
    qint32 format = 0;
    QString meaning;
    quint64 sum = 0;
    qint64 count = 0;
    Kept kept;
    stream >> magic >> format >> meaning >> kept.cursor.seq >> kept.cursor.operation >> sum >> count;
    const qint64 bytes = count * qint64(sizeof(Id));
    if (stream.status() != QDataStream::Ok || magic != kMagic || format != kFormat || meaning != meaningOf(query) || count < 0 ||
        bytes != file.size() - file.pos())
        return std::nullopt;
    kept.ids.resize(count);
    if (stream.readRawData(reinterpret_cast<char *>(kept.ids.data()), int(bytes)) != bytes || sumOf(kept.ids) != sum)
        return std::nullopt;
    return kept;
}

void KeptOrders::write(const CustomerListQuery &query, const Kept &kept) const {
    QByteArray header;
    QDataStream stream(&header, QIODevice::WriteOnly);
    stream << kMagic << kFormat << meaningOf(query) << kept.cursor.seq << kept.cursor.operation << sumOf(kept.ids)
           << qint64(kept.ids.size());
    writeKeptFile(pathOf(query), header,
                  {{reinterpret_cast<const char *>(kept.ids.constData()), kept.ids.size() * qsizetype(sizeof(Id))}});
}

Result<CustomerValues> KeptOrders::valuesNow(db::Database &database, const ChangeCursor &newest, const QList<Id> &customers,
                                             const CustomerListQuery &query) const {
    TRY(kept, m_values.read(database, query.sort, query.today));
    if (kept)
        return *std::move(kept);
    ValuesMaking making(newest, customers, query.sort, query.today);
    while (!making.isRead()) {
        TRY_VOID(making.readSome(database));
        TRY_VOID(database.letOthersCommit());
    }
    return making.keep(m_values);
}

// `newest`: before anything is read for it.
Result<QList<Id>> KeptOrders::workedOut(db::Database &database, const ChangeCursor &newest,
                                        const CustomerListQuery &query) const {
    if (query.sort == CustomerSort::Name)
        return customersByNameInPieces(database, m_namesAtOnce);
    CustomerListQuery names = query;
    names.sort = CustomerSort::Name;
    names.descending = false;
    TRY(byName, ids(database, names));
    TRY(values, valuesNow(database, newest, byName, query));
    return orderedByValues(values, byName, query.descending);
}

namespace {

// What the file does not have to say is not written: most acts leave every place as it was.
ChangeCursor cursorAfter(const ChangeCursor &kept, const ChangeCursor &newest, bool hasMoved) {
    return hasMoved || isFarBehind(kept, newest) ? newest : kept;
}

constexpr int kMostRounds = 5;

} // namespace

// What changed since is put in, and the cursor says until when that was looked at; nothing: work it out.
Result<std::optional<KeptOrders::Kept>> KeptOrders::followed(db::Database &database, const CustomerListQuery &query,
                                                             Kept kept) const {
    if (query.sort == CustomerSort::Name)
        return followedByName(database, std::move(kept));
    TRY(newest, newestChange(database));
    TRY(moved, changedSince(database, kept.cursor));
    TRY(now, mended(database, query, std::move(kept.ids), moved));
    return now ? std::optional(Kept{cursorAfter(kept.cursor, newest, !moved->isEmpty()), *std::move(now)}) : std::nullopt;
}

// While a file comes in, more come between the pieces in which they are read; each round has fewer.
Result<std::optional<KeptOrders::Kept>> KeptOrders::followedByName(db::Database &database, Kept kept) const {
    PutInByName put{std::move(kept.ids)};
    for (int round = 0; round < kMostRounds; ++round) {
        TRY(newest, newestChange(database));
        TRY(moved, changedSince(database, kept.cursor, ChangeScope::Names, mostPutInByName(put.ids.size())));
        if (!moved || moved->intersects(put.neighbours))
            return std::optional<Kept>();
        moved->unite(put.left);
        kept.cursor = cursorAfter(kept.cursor, newest, !moved->isEmpty());
        if (!moved->isEmpty()) {
            TRY(more, putInByName(database, std::move(put.ids), *moved, std::max<qsizetype>(1, m_namesAtOnce / 10)));
            if (!more)
                return std::optional<Kept>();
            put = *std::move(more);
        }
        if (moved->isEmpty() || put.isOfOneState)
            return std::optional(Kept{kept.cursor, std::move(put.ids)});
    }
    return std::optional<Kept>();
}

Result<QList<Id>> KeptOrders::ids(db::Database &database, const CustomerListQuery &query) const {
    if (query.sort == CustomerSort::Name && query.descending) { // equal names stand the other way round too
        CustomerListQuery up = query;
        up.descending = false;
        TRY(names, ids(database, up));
        std::reverse(names.begin(), names.end());
        return names;
    }
    if (auto kept = read(query)) {
        const ChangeCursor cursor = kept->cursor;
        TRY(now, followed(database, query, *std::move(kept)));
        if (now && now->cursor.seq != cursor.seq)
            write(query, *now);
        if (now)
            return now->ids;
    }
    // Before anything is read: what is committed meanwhile is seen once more.
    TRY(newest, newestChange(database));
    TRY(all, workedOut(database, newest, query));
    TRY(now, followed(database, query, {newest, all}));
    TRY_VOID(database.letOthersCommit()); // a million ids are sorted and written now: others waited 0.2 s for it
    if (!now)
        removeRepeated(all);
    const Kept kept = now ? *std::move(now) : Kept{newest, std::move(all)};
    write(query, kept);
    return kept.ids;
}

} // namespace kontor
