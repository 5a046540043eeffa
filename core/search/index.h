// The search index of one base on this PC: a file in the user's cache folder, fed by the base's change feed. Derived data: it is made
// anew whenever it is in doubt, and nothing is lost with it.
//
//   TRY(index, Index::open(cacheFolder, base.id()));
//   TRY(progress, index->catchUp(base.database(), base.settings().country, onProgress));
//   TRY(hits, index->find(base.database(), parseQuery(typed), 50));
//
// One object belongs to one thread; several threads or programs open the same file each with their own, one that catches up and others that
// find meanwhile.
#pragma once

#include "search/hit.h"
#include "search/index_store.h"
#include "search/query.h"

#include <functional>

namespace kontor::search {

class Index {
public:
    static Result<std::unique_ptr<Index>> open(const QString &cacheFolder, const QString &baseId);

    // In short pieces of work: no read of the base takes long, and no transaction of it is held in between. `onProgress` is called after each;
    // false stops with what is done kept, and the progress returned is not complete. `country`: for phone numbers without a country code.
    Result<Progress> catchUp(db::Database &base, const QString &country, std::function<bool(Progress)> onProgress = {});
    // How far it is, at the cost of two small reads.
    Result<Progress> progress(db::Database &base);

    Result<Hits> find(db::Database &base, const Query &query, int limit);

    // Leaves no trace of what was taken out: to be called after catchUp() when personal data was erased.
    Result<void> purge();

    const QString &path() const { return m_path; }

private:
    Index(QString path, std::unique_ptr<IndexStore> store) : m_path(std::move(path)), m_store(std::move(store)) {}
    Result<void> makeAnew();

    QString m_path;
    std::unique_ptr<IndexStore> m_store;
};

// Where the index of that base is, in the cache folder.
QString indexPath(const QString &cacheFolder, const QString &baseId);

} // namespace kontor::search
