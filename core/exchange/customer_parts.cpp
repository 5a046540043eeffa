// The part of CustomerImport that writes what belongs to a customer.
#include "exchange/customer_import.h"

#include "base/fold.h"
#include "custom_fields/custom_field_repository.h"
#include "customers/address.h"
#include "customers/customer.h"
#include "customers/important_date.h"
#include "customers/relation.h"
#include "tags/tag.h"

namespace kontor::exchange {

using namespace Qt::StringLiterals;

// Fields of the user's own that the mapping names and the base does not have yet are made, as texts unless it is said what they hold.
Result<void> CustomerImport::begin(ImportWriter &writer) {
    TRY(known, customFields(writer.recorder().database()));
    for (int column = 0; column < m_setup.map.columns.size(); ++column) {
        if (m_setup.map.columns.at(column).field != Field::Custom)
            continue;
        const QString name = m_setup.map.columns.at(column).label;
        if (!customFieldCalled(known, name)) {
            TRY(made, addCustomField(writer.recorder(), name, m_setup.ownFieldKinds.value(name, u"text"_s)));
            known << made;
        }
        const CustomField &field = *customFieldCalled(known, name);
        m_ownFields.insert(column, {field.id, field.kind, titleOf(m_setup.titles, column)});
    }
    return {};
}

QString CustomerImport::readOwnValues(Draft &draft) const {
    for (const DraftCustomValue &value : std::as_const(draft.customer.customValues)) {
        const OwnField field = m_ownFields.value(value.column);
        QString problem;
        if (field.kind == "number"_L1 || field.kind == "money"_L1) {
            const auto number = readNumber(value.text, field.title);
            problem = number.problem;
            draft.ownValues << OwnValue{field.id, {}, number.value};
        } else if (field.kind == "yes_no"_L1) {
            const auto answer = readYesNo(value.text, field.title, m_setup.context);
            problem = answer.problem;
            draft.ownValues << OwnValue{field.id, {}, answer.value ? std::optional(*answer.value ? 1.0 : 0.0) : std::nullopt};
        } else if (field.kind == "date"_L1) {
            const auto day = readDay(value.text, field.title, {}, m_setup.context, true);
            problem = day.problem;
            draft.ownValues << OwnValue{field.id, day.value.value_or(QString()), {}};
        } else if (field.kind == "choices"_L1) {
            for (const QString &choice : splitTags(value.text))
                draft.ownValues << OwnValue{field.id, choice, {}};
        } else {
            draft.ownValues << OwnValue{field.id, value.text, {}};
        }
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

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

Result<bool> CustomerImport::addOwnValues(Id customer, bool isNew, ImportWriter &writer) {
    QHash<Id, bool> known;
    bool added = false;
    for (const OwnValue &value : std::as_const(m_ownValues)) {
        if (!isNew && !known.contains(value.field)) {
            m_statements.ownValues.bind(0, customer.value);
            m_statements.ownValues.bind(1, value.field.value);
            TRY(found, m_statements.ownValues.next());
            m_statements.ownValues.reset();
            known.insert(value.field, found);
        }
        if (known.value(value.field) || (value.text.isEmpty() && !value.number))
            continue;
        CustomValue record;
        record.customerId = customer;
        record.customFieldId = value.field;
        record.text = value.text;
        record.number = value.number;
        TRY_VOID(writer.insertUnder(customer, db::recordType<CustomValue>(), db::valuesOf(record)));
        added = true;
    }
    return added;
}

} // namespace kontor::exchange
