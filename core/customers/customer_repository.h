// The only writer of customers and what belongs to them. Every function is part of one operation: it takes the operation's Recorder.
#pragma once

#include "customers/address.h"
#include "customers/consent.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "customers/important_date.h"
#include "customers/relation.h"
#include "workspace/recorder.h"

namespace kontor {

struct NewCustomer {
    Customer customer;
    QStringList phones; // as typed, the first is the main one
    QStringList emails;
    QStringList tags;
};

// Any one of name, company, phone or e-mail is enough. Errors: Invalid (none of them; a phone without digits; ...).
Result<Id> addCustomer(workspace::Recorder &recorder, const NewCustomer &draft);

struct FieldText {
    QByteArray column; // or the names that rules use: birthday, phone, email, tag, custom.NAME
    QString text;
    // Of custom.NAME: what stood there when it was read, as text. Another value there now is a Conflict; of several values both sides stay.
    std::optional<QString> before = std::nullopt;
};
// Sets fields from text against the version that was read. "phone" and "email" set the main one, "tag" adds one. Returns the customer's version
// afterwards. Errors: Invalid, NotFound, Conflict (the same field was changed since; both values are named).
Result<qint64> setCustomerFields(workspace::Recorder &recorder, Id customer, qint64 versionRead, const QList<FieldText> &fields);

// A field of the customer's own row with its value, checked, to be given to the recorder. Errors: Invalid.
Result<workspace::FieldValue> customerField(db::Database &database, const FieldText &field);

// Adds it at the end of its kind. Errors: Invalid (a phone number without digits, empty value).
Result<Id> addContactPoint(workspace::Recorder &recorder, Id customer, const QString &kind, const QString &value,
                           const QString &label = {});
// An empty value removes it.
Result<void> changeContactPoint(workspace::Recorder &recorder, const ContactPoint &before, const QString &value);

Result<void> trashCustomer(workspace::Recorder &recorder, Id customer);
Result<void> restoreCustomer(workspace::Recorder &recorder, Id customer);

} // namespace kontor
