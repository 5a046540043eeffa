// What stands for a record where there is only a line for it: the name of a customer, the title of a task, the words of an entry.
#pragma once

#include "db/record.h"
#include "workspace/record_catalogue.h"

#include <QHash>

namespace kontor::history {

// The column that names a record of this type; empty where none does (an entry's text comes nearest).
QByteArray nameColumn(const db::RecordType &type);
// Names of those that are there, by id.
Result<QHash<Id, QString>> namesOf(db::Database &database, const db::RecordType &type, const QList<Id> &ids);

// The names that a row's references stand for, by column: "tag_id" -> "garden".
class ReferenceNames {
public:
    explicit ReferenceNames(const workspace::RecordCatalogue &catalogue) : m_catalogue(catalogue) {}

    // Empty where the column is no reference, or nobody is there any more.
    Result<QString> name(db::Database &database, QByteArrayView column, const db::Value &value);
    Result<QHash<QByteArray, QString>> ofRow(db::Database &database, const db::RecordType &type, const db::Row &row);

private:
    const workspace::RecordCatalogue &m_catalogue;
    QHash<QPair<QByteArray, qint64>, QString> m_known;
};

} // namespace kontor::history
