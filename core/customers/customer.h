// A person or an organisation: the card's own fields. Contact points, further addresses, relations, dates, tags and consents are records of their own.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Customer {
    Id id;
    qint64 version = 0;
    QString kind = QStringLiteral("person"); // person, organisation
    QString lifecycle;                       // lead, prospect, customer, former, or empty
    QString name;
    QString givenName;
    QString familyName;
    QString salutation; // form of address
    QString company;
    QString jobTitle;
    QString customerNumber;
    QString street; // the main address
    QString district;
    QString city;
    QString region;
    QString postalCode;
    QString country;
    QString birthdayOn; // YYYY-MM-DD or --MM-DD
    QString gender;
    QString language;
    QString maritalStatus;
    QString education;
    QString occupation;
    QString income;
    std::optional<qint64> householdSize;
    QString hobby;
    QString industry;
    QString companySize;
    QString marketSegment;
    QString source;
    std::optional<qint64> score;
    QString status;
    QString owner;
    QString preferredChannel;
    QString preferredTime;
    QString letterFormat;
    QString deliveryMethod;
    QString discount;
    QString likes;
    QString note;
    std::optional<QString> externalId;
    Instant createdAt;
    Instant changedAt;
    std::optional<Instant> trashedAt;
    std::optional<Id> mergedInto;
    QString nameFolded;
    QByteArray sortKey = QByteArray("");
    std::optional<Instant> lastContactAt;
    QString nextDueOn;
    qint64 boughtTotal = 0; // minor units of the base's currency

    static constexpr const char *kTable = "customer";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("kind", &Customer::kind, QT_TRANSLATE_NOOP("kontor::fields", "Kind"))
                .choices({QStringLiteral("person"), QStringLiteral("organisation")}),
            field("lifecycle", &Customer::lifecycle, QT_TRANSLATE_NOOP("kontor::fields", "Type"))
                .choices(
                    {QStringLiteral("lead"), QStringLiteral("prospect"), QStringLiteral("customer"), QStringLiteral("former")}),
            field("name", &Customer::name, QT_TRANSLATE_NOOP("kontor::fields", "Name")).searchable().personal(),
            field("given_name", &Customer::givenName, QT_TRANSLATE_NOOP("kontor::fields", "Given name")).searchable().personal(),
            field("family_name", &Customer::familyName, QT_TRANSLATE_NOOP("kontor::fields", "Family name"))
                .searchable()
                .personal(),
            field("salutation", &Customer::salutation, QT_TRANSLATE_NOOP("kontor::fields", "Address as")).personal(),
            field("company", &Customer::company, QT_TRANSLATE_NOOP("kontor::fields", "Company")).searchable(),
            field("job_title", &Customer::jobTitle, QT_TRANSLATE_NOOP("kontor::fields", "Job title")).searchable().personal(),
            field("customer_number", &Customer::customerNumber, QT_TRANSLATE_NOOP("kontor::fields", "Customer number"))
                .searchable(),
            field("street", &Customer::street, QT_TRANSLATE_NOOP("kontor::fields", "Street")).searchable().personal(),
            field("district", &Customer::district, QT_TRANSLATE_NOOP("kontor::fields", "District")).searchable().personal(),
            field("city", &Customer::city, QT_TRANSLATE_NOOP("kontor::fields", "City")).searchable().personal(),
            field("region", &Customer::region, QT_TRANSLATE_NOOP("kontor::fields", "Region")).searchable().personal(),
            field("postal_code", &Customer::postalCode, QT_TRANSLATE_NOOP("kontor::fields", "Postal code"))
                .searchable()
                .personal(),
            field("country", &Customer::country, QT_TRANSLATE_NOOP("kontor::fields", "Country")).personal(),
            field("birthday_on", &Customer::birthdayOn, QT_TRANSLATE_NOOP("kontor::fields", "Birthday"))
                .as(FieldKind::Date)
                .personal(),
            field("gender", &Customer::gender, QT_TRANSLATE_NOOP("kontor::fields", "Gender")).personal(),
            field("language", &Customer::language, QT_TRANSLATE_NOOP("kontor::fields", "Language")),
            field("marital_status", &Customer::maritalStatus, QT_TRANSLATE_NOOP("kontor::fields", "Marital status")).personal(),
            field("education", &Customer::education, QT_TRANSLATE_NOOP("kontor::fields", "Education")).personal(),
            field("occupation", &Customer::occupation, QT_TRANSLATE_NOOP("kontor::fields", "Occupation")).searchable().personal(),
            field("income", &Customer::income, QT_TRANSLATE_NOOP("kontor::fields", "Income")).personal(),
            field("household_size", &Customer::householdSize, QT_TRANSLATE_NOOP("kontor::fields", "Household size")).personal(),
            field("hobby", &Customer::hobby, QT_TRANSLATE_NOOP("kontor::fields", "Hobby")).searchable().personal(),
            field("industry", &Customer::industry, QT_TRANSLATE_NOOP("kontor::fields", "Industry")).searchable(),
            field("company_size", &Customer::companySize, QT_TRANSLATE_NOOP("kontor::fields", "Company size")),
            field("market_segment", &Customer::marketSegment, QT_TRANSLATE_NOOP("kontor::fields", "Market segment")),
            field("source", &Customer::source, QT_TRANSLATE_NOOP("kontor::fields", "How they found us")).searchable(),
            field("score", &Customer::score, QT_TRANSLATE_NOOP("kontor::fields", "Score")),
            field("status", &Customer::status, QT_TRANSLATE_NOOP("kontor::fields", "Status")),
            field("owner", &Customer::owner, QT_TRANSLATE_NOOP("kontor::fields", "Looked after by")),
            field("preferred_channel", &Customer::preferredChannel, QT_TRANSLATE_NOOP("kontor::fields", "Prefers")),
            field("preferred_time", &Customer::preferredTime, QT_TRANSLATE_NOOP("kontor::fields", "Best time")),
            field("letter_format", &Customer::letterFormat, QT_TRANSLATE_NOOP("kontor::fields", "Letter format")),
            field("delivery_method", &Customer::deliveryMethod, QT_TRANSLATE_NOOP("kontor::fields", "Delivery")),
            field("discount", &Customer::discount, QT_TRANSLATE_NOOP("kontor::fields", "Discount")),
            field("likes", &Customer::likes, QT_TRANSLATE_NOOP("kontor::fields", "Likes")).searchable().personal(),
            field("note", &Customer::note, QT_TRANSLATE_NOOP("kontor::fields", "Note"))
                .as(FieldKind::LongText)
                .searchable()
                .personal(),
            field("external_id", &Customer::externalId).technical(), field("created_at", &Customer::createdAt).technical(),
            field("changed_at", &Customer::changedAt).derived(), field("trashed_at", &Customer::trashedAt).technical(),
            field("merged_into", &Customer::mergedInto).technical(), field("name_folded", &Customer::nameFolded).derived(),
            field("sort_key", &Customer::sortKey).derived(), field("last_contact_at", &Customer::lastContactAt).derived(),
            field("next_due_on", &Customer::nextDueOn).derived(), field("bought_total", &Customer::boughtTotal).derived());
    }
};

} // namespace kontor
