#include "history/record_name.h"

#include "db/id_list.h"

namespace kontor::history {

using namespace Qt::StringLiterals;

namespace {

QByteArray tableOf(QByteArrayView column) {
    static const QHash<QByteArray, QByteArray> tables{
        {"customer_id", "customer"},          {"other_id", "customer"},  {"merged_into", "customer"}, {"tag_id", "tag"},
        {"custom_field_id", "custom_field"},  {"product_id", "product"}, {"stage_id", "stage"},       {"pipeline_id", "pipeline"},
        {"contact_point_id", "contact_point"}};
    return tables.value(column.toByteArray());
}

} // namespace

QByteArray nameColumn(const db::RecordType &type) {
    static const QHash<QByteArray, QByteArray> own{{"custom_field", "label"},  {"contact_point", "value"},
                                                   {"address", "street"},      {"important_date", "label"},
                                                   {"relation", "other_name"}, {"interaction", "text"}};
    for (const QByteArray &column : {own.value(type.table), QByteArray("name"), QByteArray("title")})
        if (!column.isEmpty() && type.find(column))
            return column;
    return {};
}

Result<QHash<Id, QString>> namesOf(db::Database &database, const db::RecordType &type, const QList<Id> &ids) {
    const QByteArray column = nameColumn(type);
    QHash<Id, QString> names;
    if (column.isEmpty() || ids.isEmpty())
        return names;
    TRY(rows, database.query(u"SELECT id, %1 FROM %2 WHERE id IN (SELECT value FROM json_each(?))"_s.arg(
                                 QString::fromLatin1(column), QString::fromLatin1(type.table)),
                             {jsonOf(ids)}));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return names;
        names.insert(rows.id(0), rows.text(1));
    }
}

Result<QString> ReferenceNames::name(db::Database &database, QByteArrayView column, const db::Value &value) {
    const QByteArray table = tableOf(column);
    const workspace::RecordEntry *entry = table.isEmpty() || value.isNull() ? nullptr : m_catalogue.find(table);
    if (!entry)
        return QString();
    const QPair<QByteArray, qint64> key{table, value.integer()};
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
        return *known;
    TRY(names, namesOf(database, *entry->type, {Id{value.integer()}}));
    return *m_known.insert(key, names.value(Id{value.integer()}));
}

Result<QHash<QByteArray, QString>> ReferenceNames::ofRow(db::Database &database, const db::RecordType &type, const db::Row &row) {
    QHash<QByteArray, QString> names;
    for (int i = 0; i < type.fields.size(); ++i) {
        if (tableOf(type.fields[i].column).isEmpty())
            continue;
        TRY(found, name(database, type.fields[i].column, row.values[i]));
        if (!found.isEmpty())
            names.insert(type.fields[i].column, found);
    }
    return names;
}

} // namespace kontor::history
