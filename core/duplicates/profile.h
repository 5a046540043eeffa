// What of a customer is compared when duplicates are looked for, made ready for comparing.
#pragma once

#include "base/id.h"
#include "customers/customer.h"
#include "db/database.h"
#include "duplicates/name_key.h"

#include <QHash>

namespace kontor::duplicates {

struct Profile {
    Id id;
    QString shownName;
    bool isOrganisation = false;
    ComparableName name; // empty: only a number or an address stands there
    ComparablePlace city;
    ComparablePlace company;
    QString street;     // with the postal code
    QString birthdayOn; // only with its year
    QString gender;
    QString externalSystem; // of "system:id"
    QString externalId;
    QString customerNumber;
    QStringList phones; // normalised
    QStringList emails;
};

// The customer's fields alone; phones and e-mails are added by addPoint(), and then removeMadeName() is called once.
Profile profileOf(const Customer &customer);
void addPoint(Profile &profile, QStringView kind, const QString &normalised, QStringView label);
// A card that was named by its number or address has no name.
void removeMadeName(Profile &profile);

// Reads profiles page by page; keeps its statements. Customers in the trash or merged into others are not read.
class ProfileSource {
public:
    static Result<std::unique_ptr<ProfileSource>> open(db::Database &database);

    // The next `limit` after that id, in the order of ids.
    Result<QList<Profile>> after(Id id, int limit, bool withPoints);
    Result<QHash<Id, Profile>> of(const QList<Id> &ids);

private:
    ProfileSource(db::BulkStatement page, db::BulkStatement pagePoints, db::BulkStatement some, db::BulkStatement somePoints);
    static Result<QList<Profile>> readCustomers(db::BulkStatement &statement);
    static Result<void> readPoints(db::BulkStatement &statement, QHash<Id, Profile *> &profiles);

    db::BulkStatement m_page, m_pagePoints, m_some, m_somePoints;
};

// The last digits of a number, by which national and international forms meet; empty where there are too few to tell anybody.
QString phoneTail(const QString &normalised);
bool isSamePhone(const QString &a, const QString &b);
// info@, office@ ...: of a firm, not of a person.
bool isRoleAddress(const QString &email);

} // namespace kontor::duplicates
