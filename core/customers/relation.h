// How a customer is related to another one, or to a person or pet without a card.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Relation {
    Id id;
    qint64 version = 0;
    Id customerId;
    std::optional<Id> otherId;
    QString otherName;
    QString kind; // works_at, spouse, child, pet, partner, supplier ...
    QString role; // decides, influences, buys, uses ...
    QString birthdayOn;
    QString fromOn;
    QString untilOn;
    QString note;

    static constexpr const char *kTable = "relation";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("customer_id", &Relation::customerId).technical(), field("other_id", &Relation::otherId).technical(),
            field("other_name", &Relation::otherName, QT_TRANSLATE_NOOP("kontor::fields", "Name")).searchable().personal(),
            field("kind", &Relation::kind, QT_TRANSLATE_NOOP("kontor::fields", "Relation")),
            field("role", &Relation::role, QT_TRANSLATE_NOOP("kontor::fields", "Role")),
            field("birthday_on", &Relation::birthdayOn, QT_TRANSLATE_NOOP("kontor::fields", "Birthday"))
                .as(FieldKind::Date)
                .personal(),
            field("from_on", &Relation::fromOn, QT_TRANSLATE_NOOP("kontor::fields", "From")).as(FieldKind::Date),
            field("until_on", &Relation::untilOn, QT_TRANSLATE_NOOP("kontor::fields", "Until")).as(FieldKind::Date),
            field("note", &Relation::note, QT_TRANSLATE_NOOP("kontor::fields", "Note")).personal());
    }
};

} // namespace kontor
