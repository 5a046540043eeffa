// Brings the index up to the base: first all customers, then all entries, then what the feed of changes says, piece by piece.
#pragma once

#include "search/change_pages.h"
#include "search/hit.h"
#include "search/index_store.h"

#include <functional>

namespace kontor::search {

class Indexer {
public:
    // `onProgress` is called after every piece; false stops, and the next run goes on from there.
    Indexer(IndexStore &store, db::Database &base, QString country, std::function<bool(Progress)> onProgress);

    Result<Progress> run();

    // How far it is, without doing anything.
    static Result<Progress> progress(IndexStore &store, db::Database &base);

private:
    enum class Step { More, Done };

    Result<void> checkBase();
    Result<Step> step(IndexState &state);
    Result<void> beginBuild(IndexState &state);
    Result<Step> buildCustomers(IndexState &state);
    Result<Step> buildEntries(IndexState &state);
    Result<Step> follow(IndexState &state);
    Result<void> leaveOutFresh(ChangePage &page);
    Result<void> applyCustomers(const QList<qint64> &ids);
    Result<void> applyEntries(const QList<qint64> &ids);

    IndexStore &m_store;
    db::Database &m_base;
    QString m_country;
    std::function<bool(Progress)> m_onProgress;
    std::unique_ptr<DocumentSource> m_source;
    QSet<qint64> m_fresh;  // customers read after all changes up to ...
    qint64 m_freshTo = -1; // ... this one were made
};

} // namespace kontor::search
