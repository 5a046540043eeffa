// A further address of a customer (billing, delivery ...); the main one is in the customer's own fields.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Address {
    Id id;
    qint64 version = 0;
    Id customerId;
    QString label;
    QString street;
    QString district;
    QString city;
    QString region;
    QString postalCode;
    QString country;
    qint64 position = 0;

    static constexpr const char *kTable = "address";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("customer_id", &Address::customerId).technical(),
            field("label", &Address::label, QT_TRANSLATE_NOOP("kontor::fields", "Label")),
            field("street", &Address::street, QT_TRANSLATE_NOOP("kontor::fields", "Street")).searchable().personal(),
            field("district", &Address::district, QT_TRANSLATE_NOOP("kontor::fields", "District")).personal(),
            field("city", &Address::city, QT_TRANSLATE_NOOP("kontor::fields", "City")).searchable().personal(),
            field("region", &Address::region, QT_TRANSLATE_NOOP("kontor::fields", "Region")).personal(),
            field("postal_code", &Address::postalCode, QT_TRANSLATE_NOOP("kontor::fields", "Postal code"))
                .searchable()
                .personal(),
            field("country", &Address::country, QT_TRANSLATE_NOOP("kontor::fields", "Country")).personal(),
            field("position", &Address::position).technical());
    }
};

} // namespace kontor
