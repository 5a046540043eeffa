#include "db/statement_cache.h"

#include <utility>

namespace kontor::db {

namespace {

constexpr size_t kMostWaiting = 64; // a few kilobytes each

} // namespace

std::optional<BulkStatement> StatementCache::take(const QString &sql) {
    const auto waiting = m_waiting.find(sql);
    if (waiting == m_waiting.end())
        return std::nullopt;
    return std::move(m_waiting.extract(waiting).mapped());
}

void StatementCache::giveBack(const QString &sql, BulkStatement statement) {
    statement.forget();
    if (m_waiting.size() >= kMostWaiting)
        m_waiting.erase(m_waiting.begin());
    m_waiting.emplace(sql, std::move(statement));
}

CachedStatement::~CachedStatement() {
    if (const std::shared_ptr<StatementCache> cache = m_cache.lock())
        cache->giveBack(m_sql, std::move(m_statement));
}

} // namespace kontor::db
