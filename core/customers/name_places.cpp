#include "customers/name_places.h"

#include "db/id_list.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct Place {
    QByteArray key;
    Id id;
    Id before; // who stands there now; invalid: nobody
};

// Of equal names the one with the lower id stands first. Two lookups, so that many equal names are not gone through.
const auto kPlaces =
    "SELECT c.id, c.sort_key, coalesce("
    "(SELECT p.id FROM customer p WHERE p.trashed_at IS NULL AND p.merged_into IS NULL AND p.sort_key = c.sort_key AND p.id < "
    "c.id"
    " ORDER BY p.id DESC LIMIT 1), "
    "(SELECT p.id FROM customer p WHERE p.trashed_at IS NULL AND p.merged_into IS NULL AND p.sort_key < c.sort_key"
    " ORDER BY p.sort_key DESC, p.id DESC LIMIT 1)) "
    "FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value WHERE c.trashed_at IS NULL AND c.merged_into IS NULL"_L1;

Result<void> readPlaces(db::Database &database, const QList<Id> &customers, QList<Place> &places) {
    TRY(statement, database.cached(kPlaces));
    statement->bind(0, db::Value(jsonOf(customers)));
    while (true) {
        TRY(more, statement->next());
        if (!more)
            return {};
        places.append({statement->blob(1), Id{statement->integer(0)}, statement->isNull(2) ? Id() : Id{statement->integer(2)}});
    }
}

// On a disk that has to be read first a lookup may take long; others wait no longer than that.
constexpr qint64 kLongestPieceMs = 40;
constexpr qsizetype kBetweenLooks = 250;

struct Places {
    QList<Place> all; // in the order of names
    bool isOfOneState = true;
};

Result<Places> placesOf(db::Database &database, QList<Id> customers, qsizetype atOnce) {
    std::sort(customers.begin(), customers.end());
    Places places;
    places.all.reserve(customers.size());
    const qsizetype some = std::min(atOnce, kBetweenLooks);
    QElapsedTimer timer;
    timer.start();
    qsizetype inPiece = 0;
    for (qsizetype next = 0; next < customers.size(); next += some) {
        if (inPiece >= atOnce || timer.hasExpired(kLongestPieceMs)) {
            TRY_VOID(database.letOthersCommit());
            places.isOfOneState = false;
            inPiece = 0;
            timer.restart();
        }
        TRY_VOID(readPlaces(database, customers.mid(next, some), places.all));
        inPiece += some;
    }
    std::sort(places.all.begin(), places.all.end(),
              [](const Place &a, const Place &b) { return a.key != b.key ? a.key < b.key : a.id < b.id; });
    return places;
}

void remove(QList<Id> &ids, const QSet<Id> &moved) {
    const auto [first, last] = std::minmax_element(moved.cbegin(), moved.cend());
    ids.removeIf(
        [&, lowest = *first, highest = *last](Id id) { return !(id < lowest) && !(highest < id) && moved.contains(id); });
}

// Those of `places` that stand behind one another and behind the same one of the others.
struct Run {
    qsizetype first = 0;
    qsizetype last = 0;
};

class PuttingIn {
public:
    explicit PuttingIn(QList<Place> places) : m_places(std::move(places)) {
        Id before;
        for (qsizetype i = 0; i < m_places.size(); ++i) {
            if (i > 0 && m_places.at(i).before == m_places.at(i - 1).id) {
                m_runs[before].last = i;
                continue;
            }
            before = m_places.at(i).before;
            m_isInOrder = m_isInOrder && !m_runs.contains(before);
            m_runs.insert(before, {i, i});
        }
    }

    std::optional<PutInByName> among(const QList<Id> &others) {
        m_put.ids.reserve(others.size() + m_places.size());
        append(Id());
        for (const Id id : others) {
            m_put.ids << id;
            append(id);
        }
        if (!m_isInOrder)
            return std::nullopt;
        for (const Run &run : std::as_const(m_runs)) // behind somebody who is in neither list
            for (qsizetype i = run.first; i <= run.last; ++i)
                m_put.left.insert(m_places.at(i).id);
        return std::move(m_put);
    }

private:
    // Whoever stands behind `id`.
    void append(Id id) {
        const auto found = m_runs.constFind(id);
        if (found == m_runs.cend())
            return;
        const Run run = *found;
        m_runs.erase(found);
        for (qsizetype i = run.first; i <= run.last; ++i) {
            m_put.ids << m_places.at(i).id;
            m_put.neighbours.insert(m_places.at(i).before);
        }
        m_isInOrder = m_isInOrder && run.first >= m_next;
        m_next = run.last + 1;
    }

    QList<Place> m_places;   // in the order of names
    QHash<Id, Run> m_runs;   // by who stands before
    bool m_isInOrder = true; // the places say the same order as the others
    qsizetype m_next = 0;
    PutInByName m_put;
};

} // namespace

qsizetype mostPutInByName(qsizetype customers) {
    constexpr qsizetype kFewest = 1'000, kReadMeanwhile = 20;
    return std::max(kFewest, customers / kReadMeanwhile);
}

Result<std::optional<PutInByName>> putInByName(db::Database &database, QList<Id> ids, const QSet<Id> &moved, qsizetype atOnce) {
    TRY(places, placesOf(database, moved.values(), atOnce));
    if (moved.size() > kBetweenLooks) // all ids are gone through now, and nothing is read
        TRY_VOID(database.letOthersCommit());
    remove(ids, moved);
    auto put = PuttingIn(std::move(places.all)).among(ids);
    if (!put)
        return put;
    put->isOfOneState = places.isOfOneState;
    if (put->isOfOneState && !put->left.isEmpty()) // `ids` lacks somebody
        return std::optional<PutInByName>();
    return put;
}

} // namespace kontor
