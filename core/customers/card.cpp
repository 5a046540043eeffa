#include "customers/card.h"

#include "custom_fields/custom_field_repository.h"
#include "tags/tag_repository.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

Result<QList<Card::Related>> relationsOf(db::Database &database, Id customer) {
    TRY(relations, db::select<Relation>(database, u"customer_id = ? OR other_id = ? ORDER BY id"_s, {customer, customer}));
    QList<Card::Related> related;
    for (const Relation &relation : relations) {
        Card::Related entry{relation, relation.otherId.value_or(Id{}), relation.otherName, relation.customerId != customer};
        if (entry.isInverse)
            entry.otherId = relation.customerId;
        if (entry.otherId.isValid()) {
            TRY(name, database.single(u"SELECT name FROM customer WHERE id = ?"_s, {entry.otherId}));
            entry.otherName = name.text();
        }
        related << entry;
    }
    return related;
}

Result<QList<Card::OwnField>> ownFieldsOf(db::Database &database, Id customer) {
    TRY(values, db::select<CustomValue>(database, u"customer_id = ? ORDER BY custom_field_id, id"_s, {customer}));
    QList<Card::OwnField> fields;
    for (const CustomValue &value : values) {
        TRY(field, db::find<CustomField>(database, value.customFieldId));
        if (field)
            fields.append({*field, value});
    }
    return fields;
}

Result<QList<Card::Shared>> sharedPoints(db::Database &database, Id customer) {
    TRY(rows,
        database.query(u"SELECT mine.id, other.customer_id, customer.name FROM contact_point mine "
                       "JOIN contact_point other ON other.normalised = mine.normalised AND other.customer_id <> mine.customer_id "
                       "JOIN customer ON customer.id = other.customer_id "
                       "WHERE mine.customer_id = ? AND other.normalised <> '' AND mine.kind IN ('phone', 'email') "
                       "AND customer.trashed_at IS NULL AND customer.merged_into IS NULL "
                       "GROUP BY mine.id, other.customer_id ORDER BY mine.id, other.customer_id LIMIT 20"_s,
                       {customer}));
    QList<Card::Shared> shared;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return shared;
        shared.append({Id{rows.integer(0)}, Id{rows.integer(1)}, rows.text(2)});
    }
}

} // namespace

Result<Card> loadCard(db::Database &database, Id customer) {
    Card card;
    TRY(found, db::find<Customer>(database, customer));
    if (!found)
        return Error{Code::NotFound, QCoreApplication::translate("kontor::customers", "There is no such customer."), QString(),
                     QByteArrayLiteral("id")};
    card.customer = *found;
    TRY(points,
        db::select<ContactPoint>(
            database,
            u"customer_id = ? ORDER BY CASE kind WHEN 'phone' THEN 0 WHEN 'email' THEN 1 ELSE 2 END, kind, position, id"_s,
            {customer}));
    card.contactPoints = points;
    TRY(addresses, db::select<Address>(database, u"customer_id = ? ORDER BY position, id"_s, {customer}));
    card.addresses = addresses;
    TRY(relations, relationsOf(database, customer));
    card.relations = relations;
    TRY(dates, db::select<ImportantDate>(database, u"customer_id = ? ORDER BY date_on, id"_s, {customer}));
    card.dates = dates;
    TRY(consents, db::select<Consent>(database, u"customer_id = ? ORDER BY decided_at DESC, id DESC"_s, {customer}));
    card.consents = consents;
    TRY(tags, tagsOf(database, customer));
    card.tags = tags;
    TRY(ownFields, ownFieldsOf(database, customer));
    card.ownFields = ownFields;
    TRY(fieldsOfBase, customFields(database));
    card.fieldsOfBase = fieldsOfBase;
    TRY(shared, sharedPoints(database, customer));
    card.shared = shared;
    return card;
}

} // namespace kontor
