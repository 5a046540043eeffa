#include "search/index.h"

#include "search/finder.h"
#include "search/hit_presenter.h"
#include "search/indexer.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

bool isBroken(const Error &error) { return error.code == Code::Corrupt || error.code == Code::Internal; }

Result<void> removeIndexFiles(const QString &path) {
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        if (QFile::exists(path + ending) && !QFile::remove(path + ending))
            return Error{
                Code::ReadOnly,
                QCoreApplication::translate(
                    "kontor::search",
                    "The search index “%1” is damaged and cannot be removed. Close other windows of Kontor and try again.")
                    .arg(path),
                QString(), QByteArray()};
    }
    return {};
}

} // namespace

QString indexPath(const QString &cacheFolder, const QString &baseId) {
    const QByteArray name = QCryptographicHash::hash(baseId.toUtf8(), QCryptographicHash::Sha1).toHex().first(16);
    return QDir(cacheFolder).filePath(u"search-%1.index"_s.arg(QString::fromLatin1(name)));
}

Result<std::unique_ptr<Index>> Index::open(const QString &cacheFolder, const QString &baseId) {
    const QString path = indexPath(cacheFolder, baseId);
    if (!QDir().mkpath(cacheFolder))
        return Error{
            Code::ReadOnly,
            QCoreApplication::translate("kontor::search",
                                        "The folder “%1” for the search index cannot be made. Find will not work until it can.")
                .arg(cacheFolder),
            QString(), QByteArray()};
    auto store = IndexStore::open(path);
    if (!store && isBroken(store.error())) {
        TRY_VOID(removeIndexFiles(path));
        store = IndexStore::open(path);
    }
    if (!store)
        return store.error();
    return std::unique_ptr<Index>(new Index(path, std::move(store).value()));
}

Result<void> Index::makeAnew() {
    m_store.reset();
    TRY_VOID(removeIndexFiles(m_path));
    TRY(store, IndexStore::open(m_path));
    m_store = std::move(store);
    return {};
}

Result<Progress> Index::catchUp(db::Database &base, const QString &country, std::function<bool(Progress)> onProgress) {
    if (!m_store)
        TRY_VOID(makeAnew());
    auto progress = Indexer(*m_store, base, country, onProgress).run();
    if (progress || progress.error().code != Code::Corrupt)
        return progress;
    TRY_VOID(makeAnew());
    return Indexer(*m_store, base, country, std::move(onProgress)).run();
}

Result<Progress> Index::progress(db::Database &base) {
    if (!m_store)
        return Progress{0, 1, false};
    return Indexer::progress(*m_store, base);
}

Result<Hits> Index::find(db::Database &base, const Query &query, int limit) {
    if (!m_store)
        TRY_VOID(makeAnew());
    auto set = Finder(*m_store, query, limit).run();
    if (!set && set.error().code == Code::Corrupt) {
        TRY_VOID(makeAnew());
        return Hits{{}, false};
    }
    if (!set)
        return set.error();
    TRY(hits, presentHits(base, set->found, query));
    return Hits{hits, set->isComplete};
}

Result<void> Index::purge() { return m_store ? m_store->purge() : Result<void>(); }

} // namespace kontor::search
