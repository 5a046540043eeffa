#include "exchange/customer_import.h"

#include "base/fold.h"
#include "customers/customer.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

const db::RecordType &customerType() { return db::recordType<Customer>(); }

} // namespace

CustomerImport::CustomerImport(Setup setup, std::unique_ptr<CustomerMatcher> matcher, Statements statements)
    : m_setup(std::move(setup)), m_matcher(std::move(matcher)), m_statements(std::move(statements)) {}

Result<std::unique_ptr<RecordImport>> CustomerImport::create(db::Database &database, Setup setup) {
    TRY(matcher, CustomerMatcher::create(database, setup.matchRule));
    TRY(customer, RowReader::create(database, customerType()));
    TRY(points,
        database.prepareBulk(
            u"SELECT id, kind, value, normalised, label FROM contact_point WHERE customer_id = ? ORDER BY position, id"_s));
    TRY(tagOf, database.prepareBulk(u"SELECT id FROM tag WHERE name_folded = ?"_s));
    TRY(tagsOfCustomer, database.prepareBulk(u"SELECT tag_id FROM customer_tag WHERE customer_id = ?"_s));
    TRY(addresses, database.prepareBulk(u"SELECT street, postal_code, city, country FROM address WHERE customer_id = ?"_s));
    TRY(dates, database.prepareBulk(u"SELECT label, date_on FROM important_date WHERE customer_id = ?"_s));
    TRY(relations,
        database.prepareBulk(
            u"SELECT 1 FROM relation WHERE customer_id = ? AND kind = ? AND coalesce(other_id, 0) = ? AND other_name = ?"_s));
    TRY(ownValues, database.prepareBulk(u"SELECT id, version, text, number FROM custom_value WHERE customer_id = ? AND custom_field_id = ? ORDER BY id"_s));
    TRY(organisation,
        database.prepareBulk(
            u"SELECT id FROM customer WHERE name_folded = ? AND kind = 'organisation' AND trashed_at IS NULL AND merged_into IS NULL ORDER BY id"_s));
    TRY(consents, database.prepareBulk(u"SELECT channel, state, decided_at, evidence FROM consent WHERE customer_id = ?"_s));
    TRY(files, database.prepareBulk(u"SELECT id, version, name, sha256, trashed_at FROM attachment WHERE customer_id = ?"_s));
    Statements statements{std::move(customer),     std::move(points),   std::move(tagOf),     std::move(tagsOfCustomer),
                          std::move(addresses),    std::move(dates),    std::move(relations), std::move(ownValues),
                          std::move(organisation), std::move(consents), std::move(files)};
    return std::unique_ptr<RecordImport>(new CustomerImport(std::move(setup), std::move(matcher), std::move(statements)));
}

std::unique_ptr<RowDraft> CustomerImport::read(const TableRecord &record) {
    auto draft = std::make_unique<Draft>();
    const auto problem = m_setup.reader.read(record, draft->customer);
    draft->problem = problem ? *problem : readOwnValues(*draft);
    draft->files = record.files;
    if (!m_setup.tag.isEmpty() && !draft->customer.tags.contains(m_setup.tag))
        draft->customer.tags << m_setup.tag;
    return draft;
}

Result<RowResult> CustomerImport::take(RowDraft &draft, qint64 row, ImportWriter &writer) {
    m_draft = std::move(static_cast<Draft &>(draft).customer);
    m_ownValues = std::move(static_cast<Draft &>(draft).ownValues);
    m_files = std::move(static_cast<Draft &>(draft).files);
    TRY_VOID(takeCompanyName());
    m_onMatch = m_setup.exceptions.value(row, m_setup.onMatch);
    TRY(existing, m_onMatch == OnMatch::Add && !m_setup.tellsMatches ? Result<Id>(Id{}) : match(row, writer));
    TRY(met, m_setup.tellsMatches ? describe(existing, writer) : Result<std::optional<RowMatch>>(std::nullopt));
    TRY(result, takeAs(existing, writer));
    result.match = std::move(met);
    return result;
}

Result<RowResult> CustomerImport::takeAs(Id existing, ImportWriter &writer) {
    if (m_onMatch == OnMatch::Add && !m_draft.externalId.isEmpty()) {
        TRY(taken, m_matcher->findExternal(m_draft.externalId));
        if (taken.isValid())
            m_draft.externalId.clear(); // it belongs to one customer only
    }
    if (!existing.isValid() || m_onMatch == OnMatch::Add)
        return add(writer);
    return m_onMatch == OnMatch::Keep ? Result<RowResult>(RowResult{Outcome::Unchanged, existing, {}}) : merge(existing, writer);
}

Result<Id> CustomerImport::match(qint64 row, const ImportWriter &writer) {
    const CustomerFields &fields = m_setup.reader.fields();
    m_isKnownRow = m_matcher->isWeak(m_draft, fields);
    m_isMetById = false;
    if (!m_isKnownRow) {
        TRY(found, m_matcher->find(m_draft, fields, [&writer](Id id) { return writer.isOwn(id); }));
        m_isMetById = found.isValid() && m_matcher->common().key == MatchKey::ExternalId;
        return found;
    }
    const Id known = m_setup.knownRows.recordOf(row);
    if (!known.isValid())
        return Id{};
    TRY(customer, m_statements.customer.read(known));
    const bool isStill = customer && customer->values.at(customerType().indexOf("trashed_at")).isNull() &&
                         fold(customer->values.at(fields.name).text()) == fold(m_draft.text(fields.name));
    return isStill ? known : Id{};
}

// Whom match() found, for the person.
Result<std::optional<RowMatch>> CustomerImport::describe(Id existing, const ImportWriter &writer) {
    if (!existing.isValid())
        return std::optional<RowMatch>();
    TRY(customer, m_statements.customer.read(existing));
    if (!customer)
        return std::optional<RowMatch>();
    const CustomerFields &fields = m_setup.reader.fields();
    RowMatch met{existing,
                 customer->values.at(fields.name).text(),
                 customer->values.at(fields.company).text(),
                 {},
                 {},
                 writer.isOwn(existing)};
    if (!m_isKnownRow) {
        met.key = matchKeyWord(m_matcher->common().key);
        met.value = m_matcher->common().value;
    }
    return std::optional(met);
}

Result<RowResult> CustomerImport::add(ImportWriter &writer) {
    const CustomerFields &fields = m_setup.reader.fields();
    if (m_draft.text(fields.name).isEmpty())
        return RowResult{Outcome::Rejected,
                         {},
                         QCoreApplication::translate("kontor::exchange",
                                                     "No customer has this id yet, and the row has no name, company, "
                                                     "phone number or e-mail address to make one of. Add one of them.")};
    TRY(id, writer.newRowId());
    if (!m_draft.externalId.isEmpty())
        m_draft.values[fields.externalId] = db::Value(m_draft.externalId);
    if (m_draft.values.at(fields.createdAt).integer() == 0)
        m_draft.values[fields.createdAt] = db::Value(writer.recorder().now());
    TRY_VOID(writer.insert(customerType(), id, m_draft.values));
    TRY_VOID(addPoints(id, true, writer, nullptr, nullptr));
    TRY_VOID(addTags(id, true, writer));
    TRY_VOID(addAddresses(id, true, writer));
    TRY_VOID(addDates(id, true, writer));
    TRY_VOID(addRelations(id, true, writer));
    TRY_VOID(addOwnValues(id, writer));
    TRY_VOID(addConsents(id, true, writer));
    TRY_VOID(linkCompany(id, writer));
    QString noted;
    TRY_VOID(linkCompanyIds(id, writer, noted));
    TRY_VOID(addFiles(id, writer, noted, nullptr));
    return RowResult{Outcome::Added, id, noted};
}

// What the row has of the customer's own fields, against what is there.
void CustomerImport::compareOwnFields(Difference &difference, const db::Row &existing) {
    const CustomerFields &fields = m_setup.reader.fields();
    for (int field : std::as_const(m_draft.given)) {
        if (field == fields.name && m_draft.nameIsMade)
            continue;
        // A person of one name: other programs have it as the family name, which tells nothing new.
        const bool isOnlyName = field == fields.familyName && m_draft.text(fields.givenName).isEmpty() &&
                                m_draft.text(field) == existing.values.at(fields.name).text();
        if (isOnlyName && existing.values.at(field).text().isEmpty())
            continue;
        compareField(difference, customerType().fields.at(field), existing.values.at(field), m_draft.values.at(field), m_onMatch);
    }
    if (!m_draft.externalId.isEmpty() && existing.values.at(fields.externalId).isNull())
        compareField(difference, customerType().fields.at(fields.externalId), {}, db::Value(m_draft.externalId), m_onMatch);
    const int trashedAt = customerType().indexOf("trashed_at");
    if (!existing.values.at(trashedAt).isNull()) { // the file has the customer again, so it comes back
        difference.values.append({"trashed_at", db::Value()});
        difference.changes = true;
    }
}

Result<RowResult> CustomerImport::merge(Id existing, ImportWriter &writer) {
    TRY(customer, m_statements.customer.read(existing));
    if (!customer)
        return add(writer);
    Difference difference;
    compareOwnFields(difference, *customer);
    bool more = false;
    const auto also = [&more](Result<bool> added) -> Result<void> {
        if (!added)
            return added.error();
        more = more || *added;
        return {};
    };
    TRY_VOID(also(addPoints(existing, false, writer, &*customer, &difference)));
    TRY_VOID(also(addTags(existing, false, writer)));
    TRY_VOID(also(addAddresses(existing, false, writer)));
    TRY_VOID(also(addDates(existing, false, writer)));
    TRY_VOID(also(addRelations(existing, false, writer)));
    TRY_VOID(mergeOwnValues(existing, writer, difference));
    TRY_VOID(also(addConsents(existing, false, writer)));
    TRY_VOID(also(markBounced(existing, writer)));
    TRY_VOID(also(linkCompany(existing, writer)));
    QString left;
    TRY_VOID(also(addFiles(existing, writer, left, &difference)));
    QString noted = keptReason(difference.kept);
    addSentence(noted, left);
    TRY_VOID(also(linkCompanyIds(existing, writer, noted)));
    if (!difference.values.isEmpty()) {
        TRY(version, writer.recorder().updateFields("customer", existing, customer->version, difference.values));
        Q_UNUSED(version)
    }
    difference.fills = difference.fills || more;
    return RowResult{outcomeOf(difference), existing, noted};
}

} // namespace kontor::exchange
