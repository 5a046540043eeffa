// Reads the searchable text of customers and entries from the base.
#pragma once

#include "base/instant.h"
#include "db/database.h"
#include "search/document.h"

#include <vector>

namespace kontor::search {

struct EntryText {
    qint64 id = 0;
    qint64 customerId = 0;
    QString text; // as typed
    QString kind; // call, note ...
    Instant at;
};

// Keeps its statements: use one object for many pages. Customers in the trash or merged into others are not read.
class DocumentSource {
public:
    static Result<std::unique_ptr<DocumentSource>> open(db::Database &base);

    // In ascending order of id; ids that are not there are left out.
    Result<QList<CustomerText>> customers(const QList<qint64> &ids);
    Result<QList<EntryText>> entries(const QList<qint64> &ids);

private:
    explicit DocumentSource(std::vector<db::BulkStatement> statements) : m_statements(std::move(statements)) {}

    Result<void> addContactPoints(const QString &ids, QList<CustomerText> &texts);
    Result<void> addTags(const QString &ids, QList<CustomerText> &texts);
    Result<void> addOthers(const QString &ids, QList<CustomerText> &texts);

    std::vector<db::BulkStatement> m_statements;
};

// Changes when other fields become searchable: an index made of the old ones is made anew.
QString searchableFieldsKey();

} // namespace kontor::search
