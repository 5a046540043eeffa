#include "search/indexer.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCustomersPage = 500;
constexpr int kEntriesPage = 2'000;
constexpr qsizetype kMostFresh = 100'000;
constexpr qint64 kTransactionMs = 1'500; // another program on this PC waits that long at most

Progress progressOf(const IndexState &state, bool isComplete) {
    return {isComplete ? state.total : qMin(state.done, state.total), state.total, isComplete};
}

Result<QList<qint64>> idsAfter(db::Database &base, const QString &table, qint64 id, int limit) {
    TRY(statement, base.prepareBulk(u"SELECT id FROM %1 WHERE id > ? ORDER BY id LIMIT ?"_s.arg(table)));
    statement.bind(0, id);
    statement.bind(1, qint64(limit));
    QList<qint64> ids;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return ids;
        ids << statement.integer(0);
    }
}

// Each id once: a customer asked for twice would get all its numbers twice.
void unite(QList<qint64> &ids, const QList<qint64> &more) {
    ids += more;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// The state is of another base, or of a newer state of this one than the file now has: a copy was put in its place.
Result<bool> isForeign(const IndexState &state, db::Database &base) {
    if (state.stage == Stage::New || state.cursor == 0)
        return false;
    TRY(operation, base.single(u"SELECT operation FROM change WHERE seq = ?"_s, {state.cursor}));
    return operation.isNull() || operation.integer() != state.cursorOperation;
}

} // namespace

Indexer::Indexer(IndexStore &store, db::Database &base, QString country, std::function<bool(Progress)> onProgress)
    : m_store(store), m_base(base), m_country(std::move(country)), m_onProgress(std::move(onProgress)) {}

Result<Progress> Indexer::progress(IndexStore &store, db::Database &base) {
    TRY(state, store.state());
    TRY(foreign, isForeign(state, base));
    if (foreign)
        return Progress{0, 1, false};
    TRY(last, base.single(u"SELECT max(seq) FROM change"_s));
    if (state.stage == Stage::New && last.isNull()) {
        TRY(any, base.single(u"SELECT EXISTS (SELECT 1 FROM customer)"_s));
        return Progress{0, any.integer(), any.integer() == 0};
    }
    return progressOf(state, state.stage == Stage::Following && last.integer() <= state.cursor);
}

Result<Progress> Indexer::run() {
    TRY_VOID(checkBase());
    TRY(source, DocumentSource::open(m_base));
    m_source = std::move(source);
    while (true) {
        TRY(transaction, m_store.begin());
        TRY(state, m_store.state());
        QElapsedTimer timer;
        timer.start();
        Step last = Step::More;
        bool goOn = true;
        while (last == Step::More && goOn && timer.elapsed() < kTransactionMs) {
            TRY(reached, step(state));
            last = reached;
            goOn = !m_onProgress || m_onProgress(progressOf(state, last == Step::Done));
        }
        TRY_VOID(m_store.setState(state));
        TRY_VOID(transaction->commit());
        if (last == Step::Done || !goOn)
            return progressOf(state, last == Step::Done);
    }
}

Result<void> Indexer::checkBase() {
    TRY(state, m_store.state());
    TRY(foreign, isForeign(state, m_base));
    return foreign ? m_store.clear() : Result<void>();
}

Result<Indexer::Step> Indexer::step(IndexState &state) {
    switch (state.stage) {
    case Stage::New: {
        TRY_VOID(beginBuild(state));
        return Step::More;
    }
    case Stage::Customers: return buildCustomers(state);
    case Stage::Entries: {
        TRY(followed, follow(state)); // who comes in now is found before the last old entry is
        return followed == Step::More ? Result<Step>(Step::More) : buildEntries(state);
    }
    case Stage::Following: return follow(state);
    }
    return Step::Done;
}

// What is committed after this moment comes through the feed, so it does not matter when the pages are read.
Result<void> Indexer::beginBuild(IndexState &state) {
    TRY(last, m_base.query(u"SELECT seq, operation FROM change ORDER BY seq DESC LIMIT 1"_s));
    TRY(any, last.next());
    TRY(customers, m_base.single(u"SELECT count(*) FROM customer"_s));
    TRY(entries, m_base.single(u"SELECT count(*) FROM interaction"_s));
    state = IndexState();
    state.stage = Stage::Customers;
    state.cursor = any ? last.integer(0) : 0;
    state.cursorOperation = any ? last.integer(1) : 0;
    state.total = customers.integer() + entries.integer();
    return {};
}

Result<Indexer::Step> Indexer::buildCustomers(IndexState &state) {
    TRY(ids, idsAfter(m_base, u"customer"_s, state.customersTo, kCustomersPage));
    if (ids.isEmpty()) {
        state.stage = Stage::Entries;
        return Step::More;
    }
    TRY_VOID(applyCustomers(ids));
    state.customersTo = ids.last();
    state.done += ids.size();
    return Step::More;
}

Result<Indexer::Step> Indexer::buildEntries(IndexState &state) {
    TRY(ids, idsAfter(m_base, u"interaction"_s, state.entriesTo, kEntriesPage));
    if (ids.isEmpty()) {
        state.stage = Stage::Following;
        state.done = state.total;
        return Step::More;
    }
    TRY_VOID(applyEntries(ids));
    state.entriesTo = ids.last();
    state.done += ids.size();
    return Step::More;
}

Result<Indexer::Step> Indexer::follow(IndexState &state) {
    TRY(page, nextChanges(m_base, state.cursor, state.pieceAt));
    if (page.isEmpty)
        return Step::Done;
    if (page.isRange) {
        // What was inserted and taken back again is no longer in the base, but may be here.
        TRY(known, page.isOfEntries ? m_store.entriesBetween(page.firstId, page.lastId)
                                    : m_store.customersBetween(page.firstId, page.lastId));
        unite(page.isOfEntries ? page.entries : page.customers, known);
    }
    TRY_VOID(leaveOutFresh(page));
    TRY_VOID(applyCustomers(page.customers));
    TRY_VOID(applyEntries(page.entries));
    if (page.cursor != state.cursor)
        state.cursorOperation = page.operation;
    state.cursor = page.cursor;
    state.pieceAt = page.pieceAt;
    return Step::More;
}

// What comes in by thousands is noted table by table: a customer that was read after all of it was committed need not be read again for its
// numbers, tags and own fields.
Result<void> Indexer::leaveOutFresh(ChangePage &page) {
    if (page.lastSeq > m_freshTo || m_fresh.size() > kMostFresh) {
        m_fresh.clear();
        TRY(last, m_base.single(u"SELECT max(seq) FROM change"_s));
        m_freshTo = last.integer();
    }
    page.customers.removeIf([this](qint64 id) { return m_fresh.contains(id); });
    for (const qint64 id : std::as_const(page.customers))
        m_fresh.insert(id);
    return {};
}

Result<void> Indexer::applyCustomers(const QList<qint64> &ids) {
    if (ids.isEmpty())
        return {};
    TRY(texts, m_source->customers(ids));
    QSet<qint64> gone(ids.begin(), ids.end());
    for (const CustomerText &text : std::as_const(texts)) {
        gone.remove(text.id);
        TRY_VOID(m_store.put(makeDocument(text, m_country)));
    }
    for (const qint64 id : std::as_const(gone))
        TRY_VOID(m_store.remove(id));
    return {};
}

Result<void> Indexer::applyEntries(const QList<qint64> &ids) {
    if (ids.isEmpty())
        return {};
    TRY(entries, m_source->entries(ids));
    QSet<qint64> gone(ids.begin(), ids.end());
    for (const EntryText &entry : std::as_const(entries)) {
        gone.remove(entry.id);
        TRY_VOID(m_store.putEntry(entry));
    }
    for (const qint64 id : std::as_const(gone))
        TRY_VOID(m_store.removeEntry(id));
    return {};
}

} // namespace kontor::search
