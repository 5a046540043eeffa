// What a column of a file can be, and what a file can hold.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace kontor::exchange {

enum class FileKind { Customers, Interactions, Purchases, Products, Deals };

// The words of the command line: "customers", "interactions" ...
QString fileKindName(FileKind kind);
std::optional<FileKind> fileKindNamed(QStringView name);

enum class Field {
    None,
    ExternalId,
    CustomerRef, // the external id of the customer that the row belongs to
    // customers
    Kind,
    Lifecycle,
    Name,
    GivenName,
    MiddleName,
    FamilyName,
    NamePrefix,
    NameSuffix,
    Title, // a form of address or a job title: the values tell
    Salutation,
    Company,
    JobTitle,
    CustomerNumber,
    Street,
    Street2, // further lines of the street
    District,
    City,
    Region,
    PostalCode,
    Country,
    AddressLabel,
    Birthday,
    BirthYear,
    BirthMonth,
    BirthDay,
    Gender,
    Language,
    MaritalStatus,
    Education,
    Occupation,
    Income,
    HouseholdSize,
    Hobby,
    Industry,
    CompanySize,
    MarketSegment,
    Source,
    Score,
    Status,
    Owner,
    PreferredChannel,
    PreferredTime,
    LetterFormat,
    DeliveryMethod,
    Discount,
    Likes,
    Note,
    Tags,
    CreatedOn,
    Phone,
    Email,
    Messenger,
    Social,
    Web,
    Video,
    PhoneLabel,
    EmailLabel,
    ImportantDate,
    Relation,
    Custom,
    // interactions
    At,
    Time,
    InteractionKind,
    Direction,
    Outcome,
    DurationMinutes,
    DurationSeconds,
    Subject,
    Text,
    // purchases and products
    PurchasedOn,
    Product,
    Category,
    Brand,
    Quantity,
    Amount,
    Currency,
    Paid,
    Price,
    // deals
    DealTitle,
    Stage,
    Probability,
    ExpectedOn,
    DealState,
    ReasonLost,
};

// The name that "--map Column=field" takes and `kontor-cli fields` prints; "custom.NAME" and qualified ones ("phone.work") are not among them.
QByteArray fieldName(Field field);
std::optional<Field> fieldNamed(QByteArrayView name);

} // namespace kontor::exchange
