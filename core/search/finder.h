// Looks a query up in the index, one class of hits after the other.
#pragma once

#include "search/hit.h"
#include "search/index_store.h"
#include "search/query.h"

#include <QSet>

namespace kontor::search {

struct Found {
    qint64 customerId = 0;
    HitClass hitClass = HitClass::Other;
    qint64 entryId = 0;
};

struct FoundSet {
    QList<Found> found;
    bool isComplete = true; // false: the limit cut it off
};

// Classes in whose texts the typed text itself occurs (name, phones, e-mails) are looked up before all others, so that under the limit they
// are complete; the result is in the order of HitClass.
class Finder {
public:
    Finder(IndexStore &store, const Query &query, int limit) : m_store(store), m_query(query), m_limit(limit) {}

    Result<FoundSet> run();

private:
    Result<void> findOccurrences();
    Result<void> findNumberEnds();
    Result<void> findInNumbers();
    Result<void> findOthers();
    Result<void> findInsides();
    Result<void> findEntries();

    // One more than wanted tells that there are more.
    bool isFull() const { return m_found.size() > m_limit; }
    void add(qint64 customerId, HitClass hitClass, qint64 entryId = 0);
    Result<void> collect(const QString &sql, const db::Values &values, HitClass hitClass);
    Result<void> match(const QString &table, const QString &columns, const std::optional<QString> &expression, HitClass hitClass);
    Result<void> beginningColumn(const QString &column, HitClass hitClass);
    Result<void> matchShort(const QString &columns, const QString &text, HitClass hitClass);

    IndexStore &m_store;
    const Query &m_query;
    int m_limit;
    QList<Found> m_found;
    QSet<qint64> m_seen;
};

} // namespace kontor::search
