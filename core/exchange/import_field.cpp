#include "exchange/import_field.h"

#include <array>
#include <utility>

namespace kontor::exchange {

namespace {

constexpr std::array<std::pair<FileKind, const char *>, 7> kKinds{{{FileKind::Customers, "customers"},
                                                                   {FileKind::Interactions, "interactions"},
                                                                   {FileKind::Purchases, "purchases"},
                                                                   {FileKind::Products, "products"},
                                                                   {FileKind::Deals, "deals"},
                                                                   {FileKind::Tasks, "tasks"},
                                                                   {FileKind::Cases, "cases"}}};

// The first name of a field is the one that is printed.
constexpr std::array<std::pair<Field, const char *>, 109> kNames{{
    {Field::None, "ignore"},
    {Field::ExternalId, "id"},
    {Field::ExternalId, "external_id"},
    {Field::CustomerRef, "customer_id"},
    {Field::Kind, "kind"},
    {Field::Kind, "type"},
    {Field::Lifecycle, "lifecycle"},
    {Field::Name, "name"},
    {Field::GivenName, "given_name"},
    {Field::MiddleName, "middle_name"},
    {Field::FamilyName, "family_name"},
    {Field::NamePrefix, "name_prefix"},
    {Field::NameSuffix, "name_suffix"},
    {Field::Salutation, "salutation"},
    {Field::Company, "company"},
    {Field::JobTitle, "job_title"},
    {Field::CustomerNumber, "customer_number"},
    {Field::CompanyRef, "company_id"},
    {Field::Street, "street"},
    {Field::Street2, "street2"},
    {Field::AddressText, "address_text"},
    {Field::District, "district"},
    {Field::City, "city"},
    {Field::Region, "region"},
    {Field::PostalCode, "postal_code"},
    {Field::Country, "country"},
    {Field::AddressLabel, "address_label"},
    {Field::Birthday, "birthday"},
    {Field::Birthday, "birthday_on"},
    {Field::BirthYear, "birth_year"},
    {Field::BirthMonth, "birth_month"},
    {Field::BirthDay, "birth_day"},
    {Field::Gender, "gender"},
    {Field::Language, "language"},
    {Field::MaritalStatus, "marital_status"},
    {Field::Education, "education"},
    {Field::Occupation, "occupation"},
    {Field::Income, "income"},
    {Field::HouseholdSize, "household_size"},
    {Field::Hobby, "hobby"},
    {Field::Industry, "industry"},
    {Field::CompanySize, "company_size"},
    {Field::MarketSegment, "market_segment"},
    {Field::Source, "source"},
    {Field::Source, "lead_source"},
    {Field::Score, "score"},
    {Field::Status, "status"},
    {Field::Owner, "owner"},
    {Field::PreferredChannel, "preferred_channel"},
    {Field::PreferredTime, "preferred_time"},
    {Field::LetterFormat, "letter_format"},
    {Field::DeliveryMethod, "delivery_method"},
    {Field::Discount, "discount"},
    {Field::Likes, "likes"},
    {Field::Note, "note"},
    {Field::Tags, "tags"},
    {Field::Tags, "tag"},
    {Field::CreatedOn, "created_on"},
    {Field::CreatedOn, "created"},
    {Field::Phone, "phone"},
    {Field::Email, "email"},
    {Field::Messenger, "messenger"},
    {Field::Social, "social"},
    {Field::Web, "website"},
    {Field::Web, "web"},
    {Field::Video, "video"},
    {Field::PhoneLabel, "phone_label"},
    {Field::EmailLabel, "email_label"},
    {Field::ValueLabel, "value_label"},
    {Field::ImportantDate, "important_date"},
    {Field::Relation, "relation"},
    {Field::OptOut, "opt_out"},
    {Field::ConsentAt, "consent_at"},
    {Field::ConsentEvidence, "consent_evidence"},
    {Field::WithdrawnAt, "withdrawn_at"},
    {Field::WithdrawnReason, "withdrawn_reason"},
    {Field::Bounced, "bounced"},
    {Field::Deleted, "deleted"},
    {Field::At, "at"},
    {Field::At, "date"},
    {Field::Time, "time"},
    {Field::InteractionKind, "interaction_kind"},
    {Field::Direction, "direction"},
    {Field::Outcome, "outcome"},
    {Field::DurationMinutes, "duration_min"},
    {Field::DurationSeconds, "duration_seconds"},
    {Field::Subject, "subject"},
    {Field::Text, "text"},
    {Field::Text, "summary"},
    {Field::PurchasedOn, "purchased_on"},
    {Field::Product, "product"},
    {Field::Category, "category"},
    {Field::Brand, "brand"},
    {Field::Quantity, "quantity"},
    {Field::Amount, "amount"},
    {Field::Currency, "currency"},
    {Field::Paid, "paid"},
    {Field::Price, "price"},
    {Field::DealTitle, "title"},
    {Field::Stage, "stage"},
    {Field::Probability, "probability"},
    {Field::ExpectedOn, "expected_on"},
    {Field::DealState, "state"},
    {Field::ReasonLost, "reason_lost"},
    {Field::DueOn, "due_on"},
    {Field::Done, "done"},
    {Field::Severity, "severity"},
    {Field::CaseState, "case_state"},
    {Field::SolvedAt, "solved_at"},
}};

} // namespace

QString fileKindName(FileKind kind) {
    for (const auto &[value, name] : kKinds) {
        if (value == kind)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<FileKind> fileKindNamed(QStringView name) {
    for (const auto &[value, word] : kKinds) {
        if (name == QLatin1String(word))
            return value;
    }
    return std::nullopt;
}

QByteArray fieldName(Field field) {
    for (const auto &[value, name] : kNames) {
        if (value == field)
            return name;
    }
    return {};
}

std::optional<Field> fieldNamed(QByteArrayView name) {
    for (const auto &[value, word] : kNames) {
        if (name == QByteArrayView(word))
            return value;
    }
    return std::nullopt;
}

} // namespace kontor::exchange
