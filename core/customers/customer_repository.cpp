#include "customers/customer_repository.h"

#include "base/phone.h"
#include "custom_fields/custom_field_repository.h"
#include "customers/customer_type.h"
#include "customers/field_text.h"
#include "tags/tag_repository.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

constexpr QByteArrayView kCustomPrefix("custom.");

QString tr(const char *text) { return QCoreApplication::translate("kontor::customers", text); }

Error noSuchCustomer() { return Error{Code::NotFound, tr("There is no such customer."), QString(), QByteArrayLiteral("id")}; }

Result<void> checkContactPoint(const QString &kind, const QString &value, const QString &country) {
    if (value.isEmpty())
        return Error{Code::Invalid, tr("A way to reach a customer cannot be empty. Enter a number or an address."), QString(),
                     kind.toLatin1()};
    if (kind == "phone"_L1)
        if (const Phone phone = parsePhone(value, country); phone.normalised.isEmpty())
            return Error{Code::Invalid, phoneProblemText(phone.problem), QString(), QByteArrayLiteral("phone")};
    return {};
}

// A customer is called by the first thing that is known.
QString nameFor(const NewCustomer &draft) {
    const Customer &customer = draft.customer;
    const QString parts = (customer.givenName + u' ' + customer.familyName).simplified();
    for (const QString &candidate : {customer.name.simplified(), parts, customer.company.simplified()})
        if (!candidate.isEmpty())
            return candidate;
    if (!draft.phones.isEmpty())
        return draft.phones.first().simplified();
    return draft.emails.isEmpty() ? QString() : draft.emails.first().simplified();
}

Result<std::optional<ContactPoint>> mainContactPoint(Recorder &recorder, Id customer, const QString &kind) {
    TRY(points, db::select<ContactPoint>(recorder.database(), u"customer_id = ? AND kind = ? ORDER BY position, id LIMIT 1"_s,
                                         {customer, kind}));
    return points.isEmpty() ? std::optional<ContactPoint>() : points.first();
}

Result<void> setMainContactPoint(Recorder &recorder, Id customer, const QString &kind, const QString &value) {
    TRY(point, mainContactPoint(recorder, customer, kind));
    if (point)
        return changeContactPoint(recorder, *point, value);
    if (value.trimmed().isEmpty())
        return {};
    TRY_VOID(addContactPoint(recorder, customer, kind, value));
    return {};
}

// The fields that are records of their own. true: it was one of them.
Result<bool> setRelatedField(Recorder &recorder, Id customer, const FieldText &field) {
    if (field.column == "phone" || field.column == "email") {
        TRY_VOID(setMainContactPoint(recorder, customer, QString::fromLatin1(field.column), field.text));
        return true;
    }
    if (field.column == "tag" || field.column == "tags") {
        for (const QString &name : field.text.split(u';', Qt::SkipEmptyParts))
            TRY_VOID(tagCustomer(recorder, customer, name));
        return true;
    }
    if (field.column.startsWith(kCustomPrefix)) {
        TRY_VOID(setCustomValue(recorder, customer, QString::fromUtf8(field.column.mid(kCustomPrefix.size())), field.text,
                                field.before));
        return true;
    }
    return false;
}

Result<void> setTrashed(Recorder &recorder, Id customer, std::optional<Instant> trashedAt) {
    TRY(found, db::find<Customer>(recorder.database(), customer));
    if (!found)
        return noSuchCustomer();
    Customer changed = *found;
    changed.trashedAt = trashedAt;
    return recorder.update(*found, changed);
}

} // namespace

Result<Id> addCustomer(Recorder &recorder, const NewCustomer &draft) {
    Customer customer = draft.customer;
    customer.name = nameFor(draft);
    if (customer.name.isEmpty())
        return Error{Code::Invalid, tr("Enter a name, a company, a phone number or an e-mail address: one of them is enough."),
                     QString(), QByteArrayLiteral("name")};
    customer.createdAt = recorder.now();
    TRY(id, recorder.insert(customer));
    for (const QString &phone : draft.phones)
        TRY_VOID(addContactPoint(recorder, id, u"phone"_s, phone));
    for (const QString &email : draft.emails)
        TRY_VOID(addContactPoint(recorder, id, u"email"_s, email));
    for (const QString &tag : draft.tags)
        TRY_VOID(tagCustomer(recorder, id, tag));
    return id;
}

Result<workspace::FieldValue> customerField(db::Database &database, const FieldText &field) {
    const db::FieldInfo *info = editableField(db::recordType<Customer>(), field.column);
    if (!info)
        return Error{Code::Invalid, tr("There is no field “%1”.").arg(QString::fromUtf8(field.column)), QString(), field.column};
    TRY(value, customerValueFromText(database, *info, field.text));
    if (info->column == "name" && value.text().isEmpty())
        return Error{Code::Invalid, tr("A customer needs a name. Enter one, or undo to get the old one back."), QString(),
                     field.column};
    return workspace::FieldValue{info->column, value};
}

Result<qint64> setCustomerFields(Recorder &recorder, Id customer, qint64 versionRead, const QList<FieldText> &fields) {
    TRY(found, recorder.database().single(u"SELECT id FROM customer WHERE id = ?"_s, {customer}));
    if (found.isNull())
        return noSuchCustomer();
    QList<workspace::FieldValue> values;
    for (const FieldText &field : fields) {
        TRY(isRelated, setRelatedField(recorder, customer, field));
        if (isRelated)
            continue;
        TRY(value, customerField(recorder.database(), field));
        values << value;
    }
    return recorder.updateFields(Customer::kTable, customer, versionRead, values);
}

Result<Id> addContactPoint(Recorder &recorder, Id customer, const QString &kind, const QString &value, const QString &label) {
    TRY_VOID(checkContactPoint(kind, value.trimmed(), recorder.context().country));
    TRY(position,
        recorder.database().single(
            u"SELECT coalesce(max(position) + 1, 0) FROM contact_point WHERE customer_id = ? AND kind = ?"_s, {customer, kind}));
    ContactPoint point;
    point.customerId = customer;
    point.kind = kind;
    point.value = value.trimmed();
    point.label = label;
    point.position = position.integer();
    return recorder.insert(point);
}

Result<void> changeContactPoint(Recorder &recorder, const ContactPoint &before, const QString &value) {
    if (value.trimmed().isEmpty())
        return recorder.remove<ContactPoint>(before.id);
    TRY_VOID(checkContactPoint(before.kind, value.trimmed(), recorder.context().country));
    ContactPoint after = before;
    after.value = value.trimmed();
    after.wrong = false;
    return recorder.update(before, after);
}

Result<void> trashCustomer(Recorder &recorder, Id customer) { return setTrashed(recorder, customer, recorder.now()); }
Result<void> restoreCustomer(Recorder &recorder, Id customer) { return setTrashed(recorder, customer, std::nullopt); }

} // namespace kontor
