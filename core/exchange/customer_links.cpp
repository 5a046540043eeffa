// The part of CustomerImport for organisations that people work for, and for what a customer allowed and forbade.
#include "exchange/customer_import.h"

#include "base/fold.h"
#include "customers/consent.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "exchange/preset.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

Result<Id> CustomerImport::organisationNamed(const QString &name, ImportWriter &writer) {
    const QString folded = fold(name);
    if (const auto known = m_organisations.constFind(folded); known != m_organisations.cend())
        return *known;
    m_statements.organisation.bind(0, QStringView(folded));
    TRY(found, m_statements.organisation.next());
    Id id{found ? m_statements.organisation.integer(0) : 0};
    m_statements.organisation.reset();
    if (!found) {
        Customer organisation;
        organisation.kind = u"organisation"_s;
        organisation.name = name;
        organisation.company = name;
        organisation.createdAt = writer.recorder().now();
        TRY(fresh, writer.newId());
        id = fresh;
        TRY_VOID(writer.insert(db::recordType<Customer>(), id, db::valuesOf(organisation)));
    }
    m_organisations.insert(folded, id);
    return id;
}

Result<bool> CustomerImport::linkCompany(Id customer, ImportWriter &writer) {
    const CustomerFields &fields = m_setup.reader.fields();
    const QString company = m_draft.text(fields.company);
    if (!m_setup.companies || company.isEmpty() || m_draft.text(fields.kind) == "organisation"_L1)
        return false;
    TRY(organisation, organisationNamed(company, writer));
    if (organisation == customer)
        return false;
    return addRelation(customer, false, u"works_at"_s, organisation, {}, writer);
}

// A row that names its company by id alone gets the name too, so that it is matched and shown by it.
Result<void> CustomerImport::takeCompanyName() {
    const CustomerFields &fields = m_setup.reader.fields();
    if (m_draft.companyRefs.isEmpty() || !m_draft.text(fields.company).isEmpty())
        return {};
    TRY(id, m_matcher->findExternal(m_draft.companyRefs.first()));
    if (!id.isValid())
        return {};
    TRY(organisation, m_statements.customer.read(id));
    if (organisation) {
        m_draft.values[fields.company] = organisation->values.at(fields.name);
        if (!m_draft.given.contains(fields.company))
            m_draft.given << fields.company;
    }
    return {};
}

Result<bool> CustomerImport::linkCompanyIds(Id customer, ImportWriter &writer, QString &noted) {
    bool added = false;
    for (const QString &ref : std::as_const(m_draft.companyRefs)) {
        TRY(organisation, m_matcher->findExternal(ref));
        if (!organisation.isValid()) {
            noted += (noted.isEmpty() ? QString() : u"; "_s) +
                     QCoreApplication::translate("kontor::exchange", "the company that it names is not in the base");
            continue;
        }
        if (organisation == customer)
            continue;
        TRY(isAdded, addRelation(customer, false, u"works_at"_s, organisation, {}, writer));
        added = added || isAdded;
    }
    return added;
}

// A decision is taken over once: the same one of a later file adds nothing, so that what the customer decided since counts.
Result<bool> CustomerImport::addConsents(Id customer, bool isNew, ImportWriter &writer) {
    if (m_draft.consents.isEmpty())
        return false;
    QList<QStringList> known;
    m_statements.consents.bind(0, customer.value);
    while (!isNew) {
        TRY(more, m_statements.consents.next());
        if (!more)
            break;
        known << QStringList{m_statements.consents.text(0), m_statements.consents.text(1),
                             QString::number(m_statements.consents.integer(2)), m_statements.consents.text(3)};
    }
    bool added = false;
    for (const DraftConsent &draft : std::as_const(m_draft.consents)) {
        const bool isKnown = std::any_of(known.cbegin(), known.cend(), [&draft](const QStringList &other) {
            const bool isSameTime = draft.decidedAt && other.at(2) == QString::number(draft.decidedAt->milliseconds);
            return other.at(0) == draft.channel && other.at(1) == draft.state && (isSameTime || other.at(3) == draft.evidence);
        });
        if (isKnown)
            continue;
        Consent consent;
        consent.customerId = customer;
        consent.channel = draft.channel;
        consent.state = draft.state;
        consent.decidedAt = draft.decidedAt.value_or(writer.recorder().now());
        consent.how = m_setup.map.preset ? QString::fromLatin1(m_setup.map.preset->program)
                                         : QCoreApplication::translate("kontor::exchange", "Import");
        consent.evidence = draft.evidence;
        TRY_VOID(writer.insertUnder(customer, db::recordType<Consent>(), db::valuesOf(consent)));
        added = true;
    }
    return added;
}

// Of a customer who was there before: the address that the row names.
Result<bool> CustomerImport::markBounced(Id customer, ImportWriter &writer) {
    const auto email = std::find_if(m_draft.points.cbegin(), m_draft.points.cend(),
                                    [](const DraftPoint &point) { return point.kind == "email"_L1; });
    if (!m_draft.isBounced || email == m_draft.points.cend())
        return false;
    TRY(points, db::select<ContactPoint>(writer.recorder().database(),
                                         u"customer_id = ? AND kind = 'email' AND normalised = ? AND wrong = 0"_s,
                                         {customer, email->normalised}));
    for (const ContactPoint &point : std::as_const(points)) {
        ContactPoint marked = point;
        marked.wrong = true;
        TRY_VOID(writer.recorder().update(point, marked));
    }
    return !points.isEmpty();
}

} // namespace kontor::exchange
