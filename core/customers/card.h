// Everything that the card shows beside the timeline, read in one go.
#pragma once

#include "custom_fields/custom_field.h"
#include "customers/address.h"
#include "customers/consent.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "customers/important_date.h"
#include "customers/relation.h"
#include "tags/tag.h"

namespace kontor {

struct Card {
    struct Related {
        Relation relation;
        Id otherId; // the other customer, seen from this card; invalid: without a card
        QString otherName;
        bool isInverse = false; // the relation is kept on the other customer's card
    };
    struct OwnField {
        CustomField field;
        CustomValue value;
    };
    struct Shared { // another customer who is reached in the same way
        Id point;   // of this card
        Id customerId;
        QString name;
    };
    Customer customer;
    QList<ContactPoint> contactPoints; // phones, then e-mails, then others, in their order
    QList<Address> addresses;
    QList<Related> relations;
    QList<ImportantDate> dates;
    QList<Consent> consents; // newest first
    QList<Tag> tags;
    QList<OwnField> ownFields;
    QList<CustomField> fieldsOfBase; // those that can be filled
    QList<Shared> shared;
};

// Errors: NotFound.
Result<Card> loadCard(db::Database &database, Id customer);

} // namespace kontor
