// The same as Statement on the driver's own handle, for the paths where a benchmark shows that Qt Sql costs too much
// (measured: 500,000 inserts 3.6 s through QSqlQuery, 1.0 s here): import, lists of ids, segments.
#pragma once

#include "base/result.h"
#include "db/value.h"

#include <QStringView>

#include <memory>
#include <unordered_set>

struct sqlite3;
struct sqlite3_stmt;

namespace kontor::db {

// Those of one connection. They are ended with it: one left open would keep the connection, and its locks, alive behind our back.
class OpenStatements {
public:
    void add(sqlite3_stmt *statement) { m_statements.insert(statement); }
    void finalize(sqlite3_stmt *statement);
    void close();
    bool isClosed() const { return m_isClosed; }

private:
    std::unordered_set<sqlite3_stmt *> m_statements;
    bool m_isClosed = false;
};

class BulkStatement {
public:
    // `open`: of the connection; when it was closed, nothing can be read or run any more.
    static Result<BulkStatement> prepare(sqlite3 *handle, std::shared_ptr<OpenStatements> open, const QString &sql);
    BulkStatement(BulkStatement &&) noexcept;
    BulkStatement &operator=(BulkStatement &&) noexcept;
    ~BulkStatement();

    // Positions begin at 0. Text is copied.
    void bind(int position, const Value &value);
    void bind(int position, qint64 number);
    void bind(int position, QStringView text);
    void bindNull(int position);
    void bindAll(const Values &values, int from = 0);
    Result<bool> next();    // true: a row can be read; false: done, and ready to be bound again
    Result<void> execute(); // runs to the end and makes ready for the next row
    void reset();
    void forget(); // resets, and lets go of the values that were bound

    int placeholders() const; // "?" in its text
    int changedRows() const;  // by the last statement of the connection that changed some
    qint64 insertedId() const; // by the last insert of the connection

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    Value value(int column) const;
    int columnCount() const;
    // The whole row as one ValuePacker, without a Value made of each column.
    void packRow(QByteArray &bytes) const;

private:
    BulkStatement(sqlite3 *handle, std::shared_ptr<OpenStatements> open, sqlite3_stmt *statement);

    // nullptr after the connection was closed: SQLite answers it with errors and NULL.
    sqlite3_stmt *live() const { return m_open && !m_open->isClosed() ? m_statement : nullptr; }

    sqlite3 *m_handle = nullptr;
    std::shared_ptr<OpenStatements> m_open;
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace kontor::db
