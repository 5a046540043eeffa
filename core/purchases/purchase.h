// What a customer bought, or (negative) gave back.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Purchase {
    Id id;
    qint64 version = 0;
    Id customerId;
    QString purchasedOn;
    qint64 amount = 0; // minor units of the base's currency
    QString currency;  // of the original amount, where it is another one
    std::optional<qint64> originalAmount;
    std::optional<Id> productId;
    double quantity = 1;
    bool paid = true;
    QString note;
    std::optional<QString> externalId;
    std::optional<Instant> trashedAt;

    static constexpr const char *kTable = "purchase";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("customer_id", &Purchase::customerId).technical(),
            field("purchased_on", &Purchase::purchasedOn, QT_TRANSLATE_NOOP("kontor::fields", "Date")).as(FieldKind::Date),
            field("amount", &Purchase::amount, QT_TRANSLATE_NOOP("kontor::fields", "Amount")).as(FieldKind::Money),
            field("currency", &Purchase::currency, QT_TRANSLATE_NOOP("kontor::fields", "Currency")),
            field("original_amount", &Purchase::originalAmount, QT_TRANSLATE_NOOP("kontor::fields", "Original amount"))
                .as(FieldKind::Money),
            field("product_id", &Purchase::productId).technical(),
            field("quantity", &Purchase::quantity, QT_TRANSLATE_NOOP("kontor::fields", "Quantity")),
            field("paid", &Purchase::paid, QT_TRANSLATE_NOOP("kontor::fields", "Paid")),
            field("note", &Purchase::note, QT_TRANSLATE_NOOP("kontor::fields", "Note")),
            field("external_id", &Purchase::externalId).technical(), field("trashed_at", &Purchase::trashedAt).technical());
    }
};

} // namespace kontor
