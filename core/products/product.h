// Something that is sold.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Product {
    Id id;
    qint64 version = 0;
    QString name;
    QString category;
    QString brand;
    std::optional<qint64> price;
    std::optional<QString> externalId;
    std::optional<Instant> trashedAt;
    QString nameFolded;

    static constexpr const char *kTable = "product";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("name", &Product::name, QT_TRANSLATE_NOOP("kontor::fields", "Name")).searchable(),
                          field("category", &Product::category, QT_TRANSLATE_NOOP("kontor::fields", "Category")),
                          field("brand", &Product::brand, QT_TRANSLATE_NOOP("kontor::fields", "Brand")),
                          field("price", &Product::price, QT_TRANSLATE_NOOP("kontor::fields", "Price")).as(FieldKind::Money),
                          field("external_id", &Product::externalId).technical(),
                          field("trashed_at", &Product::trashedAt).technical(),
                          field("name_folded", &Product::nameFolded).derived());
    }
};

} // namespace kontor
