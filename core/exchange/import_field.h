// What a column of a file can be, and what a file can hold.
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace kontor::exchange {

enum class FileKind { Customers, Interactions, Purchases, Products, Deals, Tasks, Cases };
// All of them, in the order in which they are offered.
inline constexpr std::array kFileKinds{FileKind::Customers, FileKind::Interactions, FileKind::Purchases, FileKind::Products,
                                       FileKind::Deals,     FileKind::Tasks,        FileKind::Cases};

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
    CompanyRef, // the external id of the organisation that the person works for
    Street,
    Street2,     // further lines of the street
    AddressText, // the whole address in one cell: taken where its parts are empty
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
    ValueLabel, // what the value of the same number is: "Event 1 - Label"
    ImportantDate,
    Relation,
    Custom,
    // what a customer allowed and forbade; the label is the channel
    OptOut,          // yes: not to be contacted that way
    ConsentAt,       // when it was given
    ConsentEvidence, // what proves it
    WithdrawnAt,
    WithdrawnReason,
    Bounced, // mails to the first address come back
    Deleted, // yes: the other program has it in its trash, or as another record
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
    // tasks
    DueOn,
    Done,
    // cases
    Severity,
    CaseState,
    SolvedAt,
};

// The name that "--map Column=field" takes and `kontor-cli fields` prints; "custom.NAME" and qualified ones ("phone.work") are not among them.
QByteArray fieldName(Field field);
std::optional<Field> fieldNamed(QByteArrayView name);

} // namespace kontor::exchange
