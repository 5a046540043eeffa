// Prepared statements of one connection that wait to be used again, by their text: preparing costs more than most of them do. One thread at a time,
// that of the connection.
#pragma once

#include "db/bulk_statement.h"

#include <QString>

#include <memory>
#include <optional>
#include <unordered_map>

namespace kontor::db {

class StatementCache {
public:
    // One that waits; nothing where there is none.
    std::optional<BulkStatement> take(const QString &sql);
    // To wait, without the values that it carried.
    void giveBack(const QString &sql, BulkStatement statement);

private:
    std::unordered_multimap<QString, BulkStatement> m_waiting;
};

// A statement of the cache in use: gone, it is reset and waits again. Where the connection was closed meanwhile it is thrown away.
class CachedStatement {
public:
    CachedStatement(std::weak_ptr<StatementCache> cache, QString sql, BulkStatement statement)
        : m_cache(std::move(cache)), m_sql(std::move(sql)), m_statement(std::move(statement)) {}
    CachedStatement(CachedStatement &&) noexcept = default;
    CachedStatement &operator=(CachedStatement &&) = delete;
    ~CachedStatement();

    BulkStatement *operator->() { return &m_statement; }
    BulkStatement &operator*() { return m_statement; }

private:
    std::weak_ptr<StatementCache> m_cache; // empty: this one is not kept, or was moved away
    QString m_sql;
    BulkStatement m_statement;
};

} // namespace kontor::db
