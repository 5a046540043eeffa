#include "exchange/linked_import.h"

#include "base/email.h"
#include "base/phone.h"
#include "exchange/preset.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostKnownCustomers = 65'536; // two blocks of RowOrder: about 4 MB

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

} // namespace

Result<LinkedImport::Statements> LinkedImport::prepare(db::Database &database, const db::RecordType &type,
                                                       const QString &sameSql) {
    TRY(matcher, CustomerMatcher::create(database, {}));
    TRY(reader, RowReader::create(database, type));
    TRY(external, database.prepareBulk(u"SELECT id FROM %1 WHERE external_id = ?"_s.arg(QString::fromLatin1(type.table))));
    TRY(same, database.prepareBulk(sameSql));
    TRY(ownerOfDeal, database.prepareBulk(u"SELECT customer_id FROM deal WHERE external_id = ?"_s));
    TRY(commitsOfOthers, database.prepareBulk(u"PRAGMA data_version"_s)); // of this connection's own it counts none
    return Statements{std::move(matcher), std::move(reader),      std::move(external),
                      std::move(same),    std::move(ownerOfDeal), std::move(commitsOfOthers)};
}

Result<void> LinkedImport::beginStep() {
    TRY(hasRow, m_statements.commitsOfOthers.next());
    const qint64 commits = hasRow ? m_statements.commitsOfOthers.integer(0) : 0;
    m_statements.commitsOfOthers.reset();
    if (commits != m_commitsOfOthers)
        m_customers.clear();
    m_commitsOfOthers = commits;
    return {};
}

LinkedImport::LinkedImport(const db::RecordType &type, LinkedSetup setup, Statements statements)
    : m_type(type), m_setup(std::move(setup)), m_statements(std::move(statements)) {}

void LinkedDraft::set(const char *column, const db::Value &value) {
    const int field = type.indexOf(column);
    values[field] = value;
    if (!given.contains(field))
        given << field;
}

QString LinkedImport::setInstant(int column, const QString &text, const char *field, LinkedDraft &draft) const {
    const auto at = readInstant(text, title(column), m_setup.dateStyles.value(column), m_setup.context);
    if (at.value)
        draft.set(field, db::Value(*at.value));
    return at.problem;
}

QString LinkedImport::setDay(int column, const QString &text, const char *field, LinkedDraft &draft) const {
    const auto day = readDay(text, title(column), m_setup.dateStyles.value(column), m_setup.context, true);
    if (day.value)
        draft.set(field, db::Value(*day.value));
    return day.problem;
}

QString LinkedImport::setCreated(int column, const QString &text, LinkedDraft &draft) const {
    const auto at = readInstant(text, title(column), m_setup.dateStyles.value(column), m_setup.context);
    if (at.value)
        draft.values[m_type.indexOf("created_at")] = db::Value(*at.value);
    return at.problem;
}

void LinkedImport::createNow(LinkedDraft &draft, ImportWriter &writer) const {
    if (draft.value("created_at").integer() == 0)
        draft.values[m_type.indexOf("created_at")] = db::Value(writer.recorder().now());
}

QString LinkedImport::readCells(const TableRecord &record, LinkedDraft &draft) {
    beginRow();
    bool anything = false;
    for (int column = 0; column < m_setup.map.columns.size(); ++column) {
        const Column &target = m_setup.map.columns.at(column);
        const QStringView cell = cellOf(record, target, column);
        anything = anything || (!cell.isEmpty() && target.constant.isEmpty());
        if (cell.isEmpty())
            continue;
        QString problem;
        switch (target.field) {
        case Field::None: break;
        case Field::ExternalId: draft.externalId = keptId(target.idPrefix, cell.toString()); break;
        case Field::CustomerRef:
            for (const QString &id : target.idPrefix.isEmpty() ? QStringList{cell.toString()} : splitIds(cell.toString()))
                draft.customerRefs << keptId(target.idPrefix, id);
            break;
        case Field::Email:
            for (const QString &address : splitEmails(cell.toString()))
                draft.emails.append({address, target.label});
            break;
        case Field::Deleted:
            if (m_setup.context.words.yesNo(cell).value_or(false))
                problem = tr("The record is in the trash of the other program.");
            break;
        case Field::Phone: draft.phone = cell.toString(); break;
        default: problem = readCell(column, cell.toString(), draft); break;
        }
        if (!problem.isEmpty())
            return problem;
    }
    return anything ? finishReading(draft) : tr("The row is empty.");
}

std::unique_ptr<RowDraft> LinkedImport::read(const TableRecord &record) {
    auto draft = std::make_unique<LinkedDraft>(m_type);
    draft->problem = readCells(record, *draft);
    draft->files = record.files;
    return draft;
}

Result<Id> LinkedImport::findByEmails(LinkedDraft &draft) {
    Id customer;
    for (const LinkedAddress &address : std::as_const(draft.emails)) {
        TRY(found, m_statements.matcher->findContact(u"email"_s, parseEmail(address.text).normalised));
        if (!found.isValid() || found == customer || draft.others.contains(found))
            continue;
        if (customer.isValid()) {
            draft.others << found;
        } else {
            customer = found;
            draft.matchedLabel = address.label;
        }
    }
    return customer;
}

// An id may also be that of a deal, whose customer it then is.
Result<Id> LinkedImport::customerOf(const QString &ref) {
    if (const auto known = m_customers.constFind(ref); known != m_customers.cend())
        return *known;
    TRY(customer, m_statements.matcher->findExternal(ref));
    if (customer.isValid()) {
        if (m_customers.size() >= kMostKnownCustomers)
            m_customers.clear();
        m_customers.insert(ref, customer);
        return customer;
    }
    m_statements.ownerOfDeal.bind(0, QStringView(ref));
    TRY(isDeal, m_statements.ownerOfDeal.next());
    const Id owner{isDeal ? m_statements.ownerOfDeal.integer(0) : 0};
    m_statements.ownerOfDeal.reset();
    return owner;
}

Result<Id> LinkedImport::findByRefs(LinkedDraft &draft) {
    Id customer;
    for (const QString &ref : std::as_const(draft.customerRefs)) {
        TRY(id, customerOf(ref));
        if (!id.isValid() || id == customer || draft.others.contains(id))
            continue;
        if (customer.isValid())
            draft.others << id;
        else
            customer = id;
    }
    return customer;
}

Result<QString> LinkedImport::findCustomer(LinkedDraft &draft) {
    if (mayLackCustomer() && draft.customerRefs.isEmpty() && draft.emails.isEmpty() && draft.phone.isEmpty())
        return QString();
    TRY(byRefs, findByRefs(draft));
    Id customer = byRefs;
    if (!customer.isValid() && !draft.customerRefs.isEmpty())
        return tr("No customer has the id “%1”. Take the file of customers in first, or together with this one.")
            .arg(draft.customerRefs.first());
    if (!customer.isValid()) {
        TRY(found, findByEmails(draft));
        customer = found;
    }
    if (!customer.isValid() && !draft.phone.isEmpty()) {
        TRY(found, m_statements.matcher->findContact(u"phone"_s, parsePhone(draft.phone, m_setup.context.country).normalised));
        customer = found;
    }
    if (!customer.isValid() && draft.emails.isEmpty() && draft.phone.isEmpty())
        return tr("The row does not say which customer it belongs to. Add the customer's id.");
    if (!customer.isValid())
        return tr("No customer has this e-mail address or phone number. Take the file of customers in first, or add the "
                  "customer's id.");
    draft.values[m_type.indexOf("customer_id")] = db::Value(customer);
    return QString();
}

Result<Id> LinkedImport::findExisting(LinkedDraft &draft, ImportWriter &writer) {
    if (!draft.externalId.isEmpty()) {
        m_statements.external.bind(0, QStringView(draft.externalId));
        TRY(found, m_statements.external.next());
        const Id id{found ? m_statements.external.integer(0) : 0};
        m_statements.external.reset();
        if (m_setup.onMatch != OnMatch::Add)
            return id;
        if (id.isValid())
            draft.externalId.clear(); // it belongs to one record only
        return Id{};
    }
    if (m_setup.onMatch == OnMatch::Add)
        return Id{};
    // The next import of a file with equal rows meets their records one by one.
    bindSame(draft, m_statements.same);
    while (true) {
        TRY(more, m_statements.same.next());
        if (!more)
            return Id{};
        const Id id{m_statements.same.integer(0)};
        if (repeatsAreOne() || (!writer.isOwn(id) && !m_met.contains(id))) {
            m_met.insert(id);
            m_statements.same.reset();
            return id;
        }
    }
}

Result<RowResult> LinkedImport::merge(Id existing, const LinkedDraft &draft, ImportWriter &writer) {
    TRY(row, m_statements.reader.read(existing));
    if (!row)
        return RowResult{Outcome::Unchanged, existing, {}};
    Difference difference;
    QList<int> fields = draft.given;
    if (needsCustomer() && !draft.value("customer_id").isNull())
        fields << m_type.indexOf("customer_id");
    for (int field : std::as_const(fields))
        compareField(difference, m_type.fields.at(field), row->values.at(field), draft.values.at(field), m_setup.onMatch);
    if (!row->values.at(m_type.indexOf("trashed_at")).isNull()) { // the file has it again, so it comes back
        difference.values.append({"trashed_at", db::Value()});
        difference.changes = true;
    }
    if (!difference.values.isEmpty()) {
        TRY(version, writer.recorder().updateFields(m_type.table, existing, row->version, difference.values));
        Q_UNUSED(version)
    }
    return RowResult{outcomeOf(difference), existing, keptReason(difference.kept)};
}

Result<RowResult> LinkedImport::take(RowDraft &row, qint64, ImportWriter &writer) {
    LinkedDraft &draft = static_cast<LinkedDraft &>(row);
    if (needsCustomer()) {
        TRY(problem, findCustomer(draft));
        if (!problem.isEmpty())
            return RowResult{Outcome::Rejected, {}, problem};
    }
    TRY_VOID(complete(draft, writer));
    TRY(existing, isTriedAsNew(draft) ? Result<Id>(Id{}) : findExisting(draft, writer));
    if (!existing.isValid()) {
        TRY(added, add(draft, writer));
        m_wasNew = added.has_value();
        if (added)
            return *added;
        TRY(known, findExisting(draft, writer));
        existing = known;
    }
    m_wasNew = false;
    return m_setup.onMatch == OnMatch::Keep ? Result<RowResult>(RowResult{Outcome::Unchanged, existing, {}})
                                            : merge(existing, draft, writer);
}

// After a new row the next one mostly is new too: then the insert tells whether its own id is known, and it is not looked up before.
bool LinkedImport::isTriedAsNew(const LinkedDraft &draft) const {
    return m_wasNew && m_setup.onMatch != OnMatch::Add && ownIdIsUnique() && !draft.externalId.isEmpty() &&
           missingForNew(draft).isEmpty();
}

Result<std::optional<RowResult>> LinkedImport::add(LinkedDraft &draft, ImportWriter &writer) {
    if (const QString missing = missingForNew(draft); !missing.isEmpty())
        return std::optional(RowResult{Outcome::Rejected, {}, missing});
    if (!draft.externalId.isEmpty())
        draft.values[m_type.indexOf("external_id")] = db::Value(draft.externalId);
    TRY(id, writer.newRowId());
    if (draft.externalId.isEmpty() || !ownIdIsUnique()) {
        TRY_VOID(writer.insert(m_type, id, draft.values));
    } else {
        TRY(isNew, writer.insertUnlessKnown(m_type, id, draft.values));
        if (!isNew)
            return std::optional<RowResult>();
    }
    TRY_VOID(addUnder(id, draft, writer));
    if (needsCustomer() && !draft.value("customer_id").isNull())
        writer.touch(m_type.table, Id{draft.value("customer_id").integer()});
    QString noted;
    for (const RowFile &file : std::as_const(draft.files))
        addSentence(noted, file.problem.isEmpty() ? QString() : u"%1: %2"_s.arg(file.name, file.problem));
    return std::optional(RowResult{Outcome::Added, id, noted});
}

} // namespace kontor::exchange
