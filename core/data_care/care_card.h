// What data care reads of a customer: plain texts of the card, phone numbers and e-mail addresses, what else there is.
#pragma once

#include "data_care/care_fields.h"
#include "db/field.h"

#include <QHash>
#include <QSet>

namespace kontor::data_care {

struct CarePoint {
    Id id;
    bool isPhone = false; // else an e-mail address
    QString value;
    QString label;
    bool isWrong = false; // the person knows already
};

struct CareCard {
    Id id;
    bool isOrganisation = false;
    QStringList texts; // by careColumns()
    QList<CarePoint> points;
    bool hasTags = false;
    QSet<Id> ownFields; // that have a value
    qint64 lastContactAt = 0; // UTC milliseconds; 0: never
    qint64 changedAt = 0;
};

// Columns of customer whose texts are read: all that a person can fill in, but for numbers and long texts.
const QList<const db::FieldInfo *> &careColumns();
int careColumn(QByteArrayView column); // its place in them; -1: none

// Cards with an id above `after`, in the order of ids, at most `limit`; nobody from the trash and none that became part of another.
Result<QList<CareCard>> careCardsAfter(db::Database &database, Id after, int limit);
// Of these customers, as far as they are there.
Result<QList<CareCard>> careCards(db::Database &database, const QList<Id> &customers);

} // namespace kontor::data_care
