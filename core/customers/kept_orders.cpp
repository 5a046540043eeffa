#include "customers/kept_orders.h"

#include "base/sort_key.h"
#include "customers/customer_order.h"
#include "db/id_list.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryFile>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <type_traits>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kMagic = 0x4B4F5244; // "KORD"
constexpr qint32 kFormat = 1;
constexpr int kMostMoved = 1'000;    // customers that are put in anew; for more the whole order is
constexpr qint64 kFarBehind = 2'000; // changes of other kinds that a file may lag behind

static_assert(std::is_trivially_copyable_v<Id> && sizeof(Id) == sizeof(qint64));

// The newest change that the base has.
struct Cursor {
    qint64 seq = 0;
    qint64 operation = 0;
};

Result<Cursor> newestChange(db::Database &database) {
    TRY(statement, database.cached(u"SELECT seq, operation FROM change ORDER BY seq DESC LIMIT 1"_s));
    TRY(found, statement->next());
    return found ? Cursor{statement->integer(0), statement->integer(1)} : Cursor{};
}

// A copy in the place of the base has other changes, or fewer.
Result<bool> isOf(db::Database &database, const Cursor &cursor) {
    if (cursor.seq == 0)
        return true;
    TRY(operation, database.single(u"SELECT operation FROM change WHERE seq = ?"_s, {cursor.seq}));
    return !operation.isNull() && operation.integer() == cursor.operation;
}

// Tables whose rows say where a customer stands in some order.
bool isInOrders(const QString &record) {
    return record == "customer"_L1 || record == "contact_point"_L1 || record == "interaction"_L1 || record == "task"_L1 ||
           record == "purchase"_L1;
}

// Bulk work refreshes derived columns at its end, after the changes that they follow from.
Result<bool> endsBulkWork(db::Database &database, const db::BulkStatement &change) {
    if (change.text(0) != "operation"_L1 || change.text(7) != "done"_L1)
        return false;
    TRY(wasRunning, database.single(u"SELECT 1 FROM change WHERE about_id = ? AND about_id <> 0 AND record = 'operation'"
                                    " AND new = 'running' LIMIT 1"_s,
                                    {Id{change.integer(1)}}));
    return !wasRunning.isNull();
}

// Whose place one change may alter; nothing: that cannot be told.
Result<std::optional<QList<Id>>> customersOf(db::Database &database, const db::BulkStatement &change) {
    const QString record = change.text(0);
    if (!isInOrders(record))
        return std::optional(QList<Id>());
    const Id first{change.integer(1)}, last{change.integer(2)};
    const bool isCustomer = record == "customer"_L1;
    if (last.isValid()) {
        if (change.text(4) != "insert"_L1 || last.value - first.value >= kMostMoved)
            return std::optional<QList<Id>>();
        TRY(ids,
            idsOf(database,
                  u"SELECT DISTINCT %1 FROM %2 WHERE id BETWEEN ? AND ?"_s.arg(isCustomer ? u"id"_s : u"customer_id"_s, record),
                  {first, last}));
        return std::optional(ids);
    }
    QList<Id> ids{isCustomer ? first : Id{change.integer(3)}};
    if (change.text(5) == "customer_id"_L1)
        ids << Id{change.integer(6)} << Id{change.integer(7)};
    return std::optional(ids);
}

// Nothing: too many, or not to be told.
Result<std::optional<QSet<Id>>> movedSince(db::Database &database, qint64 seq) {
    TRY(changes, database.cached(u"SELECT record, record_id, last_id, about_id, what, field, old, new FROM change WHERE seq > ?"
                                 " ORDER BY seq"_s));
    changes->bind(0, seq);
    QSet<Id> moved;
    while (true) {
        TRY(more, changes->next());
        if (!more)
            break;
        TRY(isEnd, endsBulkWork(database, *changes));
        TRY(ids, customersOf(database, *changes));
        if (isEnd || !ids)
            return std::optional<QSet<Id>>();
        for (const Id id : std::as_const(*ids))
            if (id.isValid())
                moved.insert(id);
        if (moved.size() > kMostMoved)
            return std::optional<QSet<Id>>();
    }
    return std::optional(moved);
}

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

} // namespace

struct KeptOrders::Kept {
    Cursor cursor;
    QList<Id> ids;
};

KeptOrders::KeptOrders(QString cacheFolder, const QString &baseId)
    : m_folder(std::move(cacheFolder)),
      m_name(QString::fromLatin1(QCryptographicHash::hash(baseId.toUtf8(), QCryptographicHash::Sha1).toHex().first(16))) {}

QString KeptOrders::pathOf(const CustomerListQuery &query) const {
    const QString way = query.descending ? u"down"_s : u"up"_s;
    return QDir(m_folder).filePath(u"order-%1-%2-%3.ids"_s.arg(m_name, QString::number(int(query.sort)), way));
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

// Put in place in one go, but not waited for until it is on the disk, as QSaveFile would: what a power cut spoils is worked out again.
void KeptOrders::write(const CustomerListQuery &query, const Kept &kept) const {
    QDir().mkpath(m_folder);
    QTemporaryFile file(pathOf(query) + u".XXXXXX"_s);
    if (!file.open())
        return;
    QDataStream stream(&file);
    stream << kMagic << kFormat << meaningOf(query) << kept.cursor.seq << kept.cursor.operation << sumOf(kept.ids)
           << qint64(kept.ids.size());
    stream.writeRawData(reinterpret_cast<const char *>(kept.ids.constData()), int(kept.ids.size() * qsizetype(sizeof(Id))));
    if (stream.status() != QDataStream::Ok || !file.flush())
        return;
    file.close();
    std::error_code failed;
    std::filesystem::rename(QFileInfo(file.fileName()).filesystemFilePath(), QFileInfo(pathOf(query)).filesystemFilePath(),
                            failed);
    file.setAutoRemove(bool(failed));
}

Result<QList<Id>> KeptOrders::workedOut(db::Database &database, const CustomerListQuery &query) const {
    if (query.sort == CustomerSort::Name)
        return customersByName(database);
    CustomerListQuery names = query;
    names.sort = CustomerSort::Name;
    names.descending = false;
    TRY(byName, ids(database, names));
    return orderedByColumn(database, byName, query);
}

Result<QList<Id>> KeptOrders::ids(db::Database &database, const CustomerListQuery &query) const {
    if (query.sort == CustomerSort::Name && query.descending) { // equal names stand the other way round too
        CustomerListQuery up = query;
        up.descending = false;
        TRY(names, ids(database, up));
        std::reverse(names.begin(), names.end());
        return names;
    }
    // Before anything is read: what is committed meanwhile is seen once more the next time.
    TRY(newest, newestChange(database));
    if (auto kept = read(query)) {
        TRY(isOfThisBase, isOf(database, kept->cursor));
        TRY(moved, isOfThisBase ? movedSince(database, kept->cursor.seq) : Result<std::optional<QSet<Id>>>(std::nullopt));
        if (moved && moved->isEmpty()) {
            if (newest.seq - kept->cursor.seq > kFarBehind)
                write(query, {newest, kept->ids});
            return kept->ids;
        }
        TRY(put,
            moved ? putInAnew(database, query, std::move(kept->ids), *moved) : Result<std::optional<QList<Id>>>(std::nullopt));
        if (put) {
            write(query, {newest, *put});
            return *put;
        }
    }
    TRY(all, workedOut(database, query));
    write(query, {newest, all});
    return all;
}

} // namespace kontor
