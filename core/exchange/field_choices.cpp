// The part of import_preview.h that names the places where columns can go.
#include "exchange/import_preview.h"

#include <QCoreApplication>

namespace kontor::exchange {

namespace {

struct Label {
    Field field;
    const char *text;
};

#define LABEL(field, text) \
    Label { Field::field, QT_TRANSLATE_NOOP("kontor::exchange", text) }

const std::vector<Label> &customerLabels() {
    static const std::vector<Label> labels{
        LABEL(Name, "Name"),
        LABEL(GivenName, "Given name"),
        LABEL(MiddleName, "Middle name"),
        LABEL(FamilyName, "Family name"),
        LABEL(Company, "Company"),
        LABEL(CompanyRef, "Company's number in the other program"),
        LABEL(Phone, "Phone"),
        LABEL(Email, "E-mail"),
        LABEL(Messenger, "Messenger"),
        LABEL(Social, "Social network"),
        LABEL(Web, "Website"),
        LABEL(Street, "Street"),
        LABEL(Street2, "Further line of the street"),
        LABEL(PostalCode, "Postal code"),
        LABEL(City, "City"),
        LABEL(Region, "Region"),
        LABEL(Country, "Country"),
        LABEL(Birthday, "Birthday"),
        LABEL(Tags, "Tags"),
        LABEL(Note, "Note"),
        LABEL(Lifecycle, "Type"),
        LABEL(Kind, "Person or company"),
        LABEL(Source, "How they found us"),
        LABEL(JobTitle, "Job title"),
        LABEL(Salutation, "Form of address"),
        LABEL(Gender, "Gender"),
        LABEL(Language, "Language"),
        LABEL(CustomerNumber, "Customer number"),
        LABEL(ExternalId, "Number in the other program"),
        LABEL(CreatedOn, "Customer since"),
        LABEL(Status, "Status"),
        LABEL(Owner, "Responsible"),
        LABEL(Industry, "Industry"),
        LABEL(CompanySize, "Company size"),
        LABEL(Occupation, "Occupation"),
        LABEL(Hobby, "Hobby"),
        LABEL(Likes, "Likes"),
        LABEL(Discount, "Discount"),
        LABEL(PreferredChannel, "Preferred channel"),
        LABEL(PreferredTime, "Best time"),
        LABEL(Score, "Score"),
        LABEL(OptOut, "Does not want to be contacted"),
        LABEL(ConsentAt, "Consent given on"),
        LABEL(ConsentEvidence, "What proves the consent"),
        LABEL(WithdrawnAt, "Consent withdrawn on"),
        LABEL(WithdrawnReason, "Why it was withdrawn"),
        LABEL(Bounced, "E-mail does not arrive"),
        LABEL(Deleted, "Deleted in the other program"),
        LABEL(NamePrefix, "Title before the name"),
        LABEL(NameSuffix, "Title behind the name"),
        LABEL(AddressText, "Whole address"),
        LABEL(AddressLabel, "Which address it is"),
        LABEL(District, "District"),
        LABEL(PhoneLabel, "Which phone it is"),
        LABEL(EmailLabel, "Which e-mail it is"),
        LABEL(ValueLabel, "What the value beside it is"),
        LABEL(ImportantDate, "Important date"),
        LABEL(Relation, "Related person"),
        LABEL(Video, "Video call"),
        LABEL(BirthYear, "Year of birth"),
        LABEL(BirthMonth, "Month of birth"),
        LABEL(BirthDay, "Day of birth"),
        LABEL(MaritalStatus, "Marital status"),
        LABEL(Education, "Education"),
        LABEL(Income, "Income"),
        LABEL(HouseholdSize, "People in the household"),
        LABEL(MarketSegment, "Market segment"),
        LABEL(LetterFormat, "Format of letters"),
        LABEL(DeliveryMethod, "Way of delivery"),
    };
    return labels;
}

const std::vector<Label> &ownerLabels() {
    static const std::vector<Label> labels{
        LABEL(CustomerRef, "Customer's number in the other program"),
        LABEL(Email, "Customer's e-mail"),
        LABEL(Phone, "Customer's phone"),
        LABEL(ExternalId, "Number in the other program"),
    };
    return labels;
}

const std::vector<Label> &otherLabels(FileKind kind) {
    static const std::vector<Label> interactions{LABEL(At, "Date"),
                                                 LABEL(Time, "Time of day"),
                                                 LABEL(InteractionKind, "Kind of contact"),
                                                 LABEL(Text, "Text"),
                                                 LABEL(Subject, "Subject"),
                                                 LABEL(Direction, "Direction"),
                                                 LABEL(Outcome, "Outcome"),
                                                 LABEL(DurationMinutes, "Duration in minutes"),
                                                 LABEL(DurationSeconds, "Duration in seconds")};
    static const std::vector<Label> purchases{LABEL(PurchasedOn, "Date of purchase"),
                                              LABEL(Amount, "Amount"),
                                              LABEL(Product, "Product"),
                                              LABEL(Category, "Category"),
                                              LABEL(Quantity, "Quantity"),
                                              LABEL(Currency, "Currency"),
                                              LABEL(Paid, "Paid"),
                                              LABEL(Note, "Note")};
    static const std::vector<Label> products{LABEL(Product, "Product"), LABEL(Category, "Category"), LABEL(Brand, "Brand"),
                                             LABEL(Price, "Price"), LABEL(Currency, "Currency")};
    static const std::vector<Label> deals{
        LABEL(DealTitle, "Title"),         LABEL(Amount, "Amount"),        LABEL(Stage, "Stage"),
        LABEL(Probability, "Probability"), LABEL(ExpectedOn, "Expected"),  LABEL(DealState, "Open, won or lost"),
        LABEL(ReasonLost, "Why lost"),     LABEL(CreatedOn, "Created on"), LABEL(Note, "Note")};
    static const std::vector<Label> tasks{LABEL(Subject, "Subject"), LABEL(DueOn, "Due"), LABEL(Done, "Done"),
                                          LABEL(InteractionKind, "Kind of contact"), LABEL(Text, "Text")};
    static const std::vector<Label> cases{LABEL(Subject, "Subject"),
                                          LABEL(Text, "Text"),
                                          LABEL(InteractionKind, "Kind of contact"),
                                          LABEL(Severity, "Severity"),
                                          LABEL(CaseState, "State of the case"),
                                          LABEL(At, "Date"),
                                          LABEL(SolvedAt, "Solved on")};
    switch (kind) {
    case FileKind::Tasks: return tasks;
    case FileKind::Cases: return cases;
    case FileKind::Purchases: return purchases;
    case FileKind::Products: return products;
    case FileKind::Deals: return deals;
    default: return interactions;
    }
}

#undef LABEL

QString translated(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

void append(QList<FieldChoice> &choices, const std::vector<Label> &labels) {
    for (const Label &label : labels)
        choices.append({fieldName(label.field), translated(label.text)});
}

} // namespace

QList<FieldChoice> fieldChoices(FileKind kind) {
    QList<FieldChoice> choices;
    append(choices, kind == FileKind::Customers ? customerLabels() : otherLabels(kind));
    if (kind != FileKind::Customers)
        append(choices, ownerLabels());
    return choices;
}

QString fieldLabel(Field field) {
    for (FileKind kind : kFileKinds)
        for (const FieldChoice &choice : fieldChoices(kind))
            if (choice.name == fieldName(field))
                return choice.label;
    return QString::fromLatin1(fieldName(field));
}

} // namespace kontor::exchange
