// One letter to many customers: whose addresses may be used, and who is left out and why.
#pragma once

#include "db/database.h"

#include <QStringList>

namespace kontor::communication {

struct MailList {
    QStringList addresses; // one for each customer, "Anna Petrova <anna@volga.example>", in the order of the customers
    QStringList plain;     // the same without names
    QStringList optedOut;  // names of those who do not want mail
    QStringList without;   // names of those who have no address, or a wrong one
};

Result<MailList> mailList(db::Database &database, const QList<Id> &customers);

// A letter to oneself with all of them as hidden receivers: nobody learns the others' addresses. Nothing where it would be longer than the
// programs of all systems take (2,000 bytes): such a list is copied.
std::optional<QByteArray> hiddenMailtoLink(const QStringList &plainAddresses);

} // namespace kontor::communication
