// A prepared statement of everyday size, through Qt Sql. Values are bound by position, one to each "?" (Qt Sql
// does not take "?1" twice); rows are read forward once.
// Belongs to its Database and to that Database's thread.
#pragma once

#include "base/result.h"
#include "db/value.h"

#include <memory>

class QSqlQuery;

namespace kontor::db {

class Statement {
public:
    explicit Statement(std::unique_ptr<QSqlQuery> query);
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) noexcept;
    ~Statement(); // finishes: a statement left half read would block every writer

    Result<void> execute(const Values &values = {});
    Result<bool> next(); // true: a row can be read; false: no more rows
    int changedRows() const;

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    Value value(int column) const;
    Id id(int column) const { return Id{integer(column)}; }
    Instant instant(int column) const { return Instant{integer(column)}; }
    int columnCount() const;
    QString columnName(int column) const;

private:
    std::unique_ptr<QSqlQuery> m_query;
};

} // namespace kontor::db
