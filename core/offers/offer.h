// What was offered to a customer, and the reaction.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Offer {
    Id id;
    qint64 version = 0;
    Id customerId;
    QString offeredOn;
    std::optional<Id> productId;
    std::optional<qint64> amount;
    std::optional<qint64> probability;
    QString reaction;
    QString note;
    std::optional<QString> externalId;
    std::optional<Instant> trashedAt;

    static constexpr const char *kTable = "offer";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("customer_id", &Offer::customerId).technical(),
                          field("offered_on", &Offer::offeredOn, QT_TRANSLATE_NOOP("kontor::fields", "Date")).as(FieldKind::Date),
                          field("product_id", &Offer::productId).technical(),
                          field("amount", &Offer::amount, QT_TRANSLATE_NOOP("kontor::fields", "Amount")).as(FieldKind::Money),
                          field("probability", &Offer::probability, QT_TRANSLATE_NOOP("kontor::fields", "Probability")),
                          field("reaction", &Offer::reaction, QT_TRANSLATE_NOOP("kontor::fields", "Reaction")),
                          field("note", &Offer::note, QT_TRANSLATE_NOOP("kontor::fields", "Note")),
                          field("external_id", &Offer::externalId).technical(),
                          field("trashed_at", &Offer::trashedAt).technical());
    }
};

} // namespace kontor
