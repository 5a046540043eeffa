// The part of CustomerImport that writes what belongs to a customer.
#include "exchange/customer_import.h"

#include "base/fold.h"
#include "customers/address.h"
#include "customers/customer.h"
#include "customers/important_date.h"
#include "customers/relation.h"
#include "tags/tag.h"

namespace kontor::exchange {

using namespace Qt::StringLiterals;

Result<Id> CustomerImport::tagNamed(const QString &name, ImportWriter &writer) {
    const QString folded = fold(name);
    if (const auto known = m_tags.constFind(folded); known != m_tags.cend())
        return *known;
    m_statements.tagOf.bind(0, QStringView(folded));
    TRY(found, m_statements.tagOf.next());
    Tag tag;
    tag.id = Id{found ? m_statements.tagOf.integer(0) : 0};
    m_statements.tagOf.reset();
    if (!found) {
        tag.name = name;
        TRY(id, writer.recorder().insert(tag));
        tag.id = id;
    }
    m_tags.insert(folded, tag.id);
    return tag.id;
}

Result<bool> CustomerImport::addTags(Id customer, bool isNew, ImportWriter &writer) {
    if (m_draft.tags.isEmpty())
        return false;
    QSet<Id> known;
    m_statements.tagsOfCustomer.bind(0, customer.value);
    while (!isNew) {
        TRY(more, m_statements.tagsOfCustomer.next());
        if (!more)
            break;
        known.insert(Id{m_statements.tagsOfCustomer.integer(0)});
    }
    bool added = false;
    for (const QString &name : std::as_const(m_draft.tags)) {
        TRY(tag, tagNamed(name, writer));
        if (known.contains(tag))
            continue;
        known.insert(tag);
        CustomerTag record;
        record.customerId = customer;
        record.tagId = tag;
        TRY_VOID(writer.insertUnder(customer, db::recordType<CustomerTag>(), db::valuesOf(record)));
        added = true;
    }
    return added;
}

Result<bool> CustomerImport::addAddresses(Id customer, bool isNew, ImportWriter &writer) {
    if (m_draft.addresses.isEmpty())
        return false;
    QList<QStringList> known;
    m_statements.addresses.bind(0, customer.value);
    while (!isNew) {
        TRY(more, m_statements.addresses.next());
        if (!more)
            break;
        known << QStringList{m_statements.addresses.text(0), m_statements.addresses.text(1), m_statements.addresses.text(2),
                             m_statements.addresses.text(3)};
    }
    bool added = false;
    for (const DraftAddress &address : std::as_const(m_draft.addresses)) {
        const QStringList key{address.street, address.postalCode, address.city, address.country};
        if (known.contains(key))
            continue;
        Address record;
        record.customerId = customer;
        record.label = address.label;
        record.street = address.street;
        record.district = address.district;
        record.city = address.city;
        record.region = address.region;
        record.postalCode = address.postalCode;
        record.country = address.country;
        record.position = known.size();
        known << key;
        TRY_VOID(writer.insertUnder(customer, db::recordType<Address>(), db::valuesOf(record)));
        added = true;
    }
    return added;
}

Result<bool> CustomerImport::addDates(Id customer, bool isNew, ImportWriter &writer) {
    bool added = false;
    for (const auto &[label, day] : std::as_const(m_draft.dates)) {
        bool isKnown = false;
        m_statements.dates.bind(0, customer.value);
        while (!isNew) {
            TRY(more, m_statements.dates.next());
            if (!more)
                break;
            isKnown = isKnown || m_statements.dates.text(0) == label;
        }
        if (isKnown)
            continue;
        ImportantDate record;
        record.customerId = customer;
        record.label = label;
        record.dateOn = day;
        TRY_VOID(writer.insertUnder(customer, db::recordType<ImportantDate>(), db::valuesOf(record)));
        added = true;
    }
    return added;
}

Result<bool> CustomerImport::addRelation(Id customer, bool isNew, const QString &kind, Id other, const QString &otherName,
                                         ImportWriter &writer) {
    if (!isNew) {
        m_statements.relations.bind(0, customer.value);
        m_statements.relations.bind(1, QStringView(kind));
        m_statements.relations.bind(2, other.value);
        m_statements.relations.bind(3, QStringView(otherName));
        TRY(found, m_statements.relations.next());
        m_statements.relations.reset();
        if (found)
            return false;
    }
    Relation record;
    record.customerId = customer;
    if (other.isValid())
        record.otherId = other;
    record.otherName = otherName;
    record.kind = kind;
    // With an organisation that this import made the relation goes by bulk: undo takes both back in the right order.
    TRY_VOID(writer.insertUnder(writer.isOwn(other) ? other : customer, db::recordType<Relation>(), db::valuesOf(record)));
    return true;
}

Result<bool> CustomerImport::addRelations(Id customer, bool isNew, ImportWriter &writer) {
    bool added = false;
    for (const auto &[kind, name] : std::as_const(m_draft.relations)) {
        TRY(isAdded, addRelation(customer, isNew, kind, {}, name, writer));
        added = added || isAdded;
    }
    return added;
}

} // namespace kontor::exchange
