#include "duplicates/profile.h"

#include "base/email.h"
#include "base/fold.h"
#include "base/partial_date.h"
#include "base/phone.h"
#include "db/id_list.h"

#include <QSet>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTailDigits = 8;
constexpr int kFewestDigits = 7; // shorter ones are extensions and service numbers that many share
constexpr int kAgreeingDigits = 9;

constexpr auto kColumns =
    "id, kind, name, given_name, family_name, city, company, street, postal_code, birthday_on, gender, external_id, customer_number"_L1;
constexpr auto kPoints =
    "SELECT customer_id, kind, normalised, label FROM contact_point WHERE kind IN ('phone', 'email') AND "_L1;

QString withoutExtension(const QString &normalised) { return normalised.section(u";ext="_s, 0, 0); }
QString extensionOf(const QString &normalised) { return normalised.section(u";ext="_s, 1); }

void splitExternalId(Profile &profile, const QString &externalId) {
    const qsizetype colon = externalId.indexOf(u':');
    profile.externalSystem = colon > 0 ? fold(externalId.first(colon)) : QString();
    profile.externalId = fold(externalId.mid(colon > 0 ? colon + 1 : 0));
}

} // namespace

Profile profileOf(const Customer &customer) {
    Profile profile;
    profile.id = customer.id;
    profile.shownName = customer.name;
    profile.isOrganisation = customer.kind == "organisation"_L1;
    const QString parts = (customer.givenName + u' ' + customer.familyName).simplified();
    profile.name = comparableName(customer.name.isEmpty() ? parts : customer.name, profile.isOrganisation);
    profile.city = comparablePlace(customer.city);
    profile.company = comparablePlace(customer.company);
    profile.street = customer.street.isEmpty() ? QString() : plainKey(customer.street + u' ' + customer.postalCode);
    if (const auto birthday = parsePartialDate(customer.birthdayOn); birthday && birthday->year)
        profile.birthdayOn = customer.birthdayOn;
    profile.gender = fold(customer.gender);
    splitExternalId(profile, customer.externalId.value_or(QString()));
    profile.customerNumber = fold(customer.customerNumber);
    return profile;
}

void addPoint(Profile &profile, QStringView kind, const QString &normalised, QStringView label) {
    if (kind == "email"_L1 && normalised.contains(u'@'))
        profile.emails << normalised;
    else if (kind == "phone"_L1 && label != "fax"_L1 && phoneDigits(withoutExtension(normalised)).size() >= kFewestDigits)
        profile.phones << normalised;
}

void removeMadeName(Profile &profile) {
    const QString name = profile.shownName.trimmed();
    const bool isAddress = name.contains(u'@') && parseEmail(name).plausible;
    const bool isNumber = std::none_of(name.cbegin(), name.cend(), [](QChar c) { return c.isLetter(); });
    if (isAddress || isNumber)
        profile.name = {};
}

ProfileSource::ProfileSource(db::BulkStatement page, db::BulkStatement pagePoints, db::BulkStatement some,
                             db::BulkStatement somePoints)
    : m_page(std::move(page)),
      m_pagePoints(std::move(pagePoints)),
      m_some(std::move(some)),
      m_somePoints(std::move(somePoints)) {}

Result<std::unique_ptr<ProfileSource>> ProfileSource::open(db::Database &database) {
    const QString customers = u"SELECT %1 FROM customer WHERE +trashed_at IS NULL AND +merged_into IS NULL AND "_s.arg(kColumns);
    TRY(page, database.prepareBulk(customers + u"id > ? ORDER BY id LIMIT ?"_s));
    TRY(pagePoints, database.prepareBulk(kPoints + u"customer_id BETWEEN ? AND ? ORDER BY customer_id, kind, position, id"_s));
    TRY(some, database.prepareBulk(customers + u"id IN (SELECT value FROM json_each(?))"_s));
    TRY(somePoints, database.prepareBulk(
                        kPoints + u"customer_id IN (SELECT value FROM json_each(?)) ORDER BY customer_id, kind, position, id"_s));
    return std::unique_ptr<ProfileSource>(
        new ProfileSource(std::move(page), std::move(pagePoints), std::move(some), std::move(somePoints)));
}

Result<QList<Profile>> ProfileSource::readCustomers(db::BulkStatement &statement) {
    QList<Profile> profiles;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return profiles;
        Customer customer;
        customer.id = Id{statement.integer(0)};
        QString *const texts[] = {&customer.kind,       &customer.name,    &customer.givenName, &customer.familyName,
                                  &customer.city,       &customer.company, &customer.street,    &customer.postalCode,
                                  &customer.birthdayOn, &customer.gender};
        int column = 1;
        for (QString *text : texts)
            *text = statement.text(column++);
        if (!statement.isNull(column))
            customer.externalId = statement.text(column);
        customer.customerNumber = statement.text(column + 1);
        profiles << profileOf(customer);
    }
}

Result<void> ProfileSource::readPoints(db::BulkStatement &statement, QHash<Id, Profile *> &profiles) {
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        if (Profile *profile = profiles.value(Id{statement.integer(0)}))
            addPoint(*profile, statement.text(1), statement.text(2), statement.text(3));
    }
    for (Profile *profile : std::as_const(profiles))
        removeMadeName(*profile);
    return {};
}

Result<QList<Profile>> ProfileSource::after(Id id, int limit, bool withPoints) {
    m_page.bind(0, id.value);
    m_page.bind(1, qint64(limit));
    TRY(profiles, readCustomers(m_page));
    if (profiles.isEmpty())
        return profiles;
    if (!withPoints) {
        for (Profile &profile : profiles)
            removeMadeName(profile);
        return profiles;
    }
    QHash<Id, Profile *> byId;
    for (Profile &profile : profiles)
        byId.insert(profile.id, &profile);
    m_pagePoints.bind(0, profiles.first().id.value);
    m_pagePoints.bind(1, profiles.last().id.value);
    TRY_VOID(readPoints(m_pagePoints, byId));
    return profiles;
}

Result<QHash<Id, Profile>> ProfileSource::of(const QList<Id> &ids) {
    const QString json = jsonOf(ids);
    m_some.bind(0, QStringView(json));
    TRY(profiles, readCustomers(m_some));
    QHash<Id, Profile *> byId;
    for (Profile &profile : profiles)
        byId.insert(profile.id, &profile);
    m_somePoints.bind(0, QStringView(json));
    TRY_VOID(readPoints(m_somePoints, byId));
    QHash<Id, Profile> found;
    for (Profile &profile : profiles)
        found.insert(profile.id, std::move(profile));
    return found;
}

QString phoneTail(const QString &normalised) {
    const QString digits = phoneDigits(withoutExtension(normalised));
    return digits.size() < kFewestDigits ? QString() : digits.right(kTailDigits) + u';' + extensionOf(normalised);
}

// One that names no country may be the national form of the other.
bool isSamePhone(const QString &a, const QString &b) {
    if (a == b)
        return true;
    if ((a.startsWith(u'+') && b.startsWith(u'+')) || extensionOf(a) != extensionOf(b))
        return false;
    const QString first = phoneDigits(withoutExtension(a)), second = phoneDigits(withoutExtension(b));
    return qMin(first.size(), second.size()) >= kAgreeingDigits && first.right(kAgreeingDigits) == second.right(kAgreeingDigits);
}

bool isRoleAddress(const QString &email) {
    static const QSet<QString> roles{u"info"_s,   u"office"_s,  u"kontakt"_s, u"contact"_s,  u"sales"_s,
                                     u"mail"_s,   u"admin"_s,   u"support"_s, u"service"_s,  u"post"_s,
                                     u"hello"_s,  u"zakaz"_s,   u"verkauf"_s, u"vertrieb"_s, u"order"_s,
                                     u"orders"_s, u"billing"_s, u"buero"_s,   u"team"_s,     u"reception"_s};
    return roles.contains(email.section(u'@', 0, 0));
}

} // namespace kontor::duplicates
