// The user's own tags, and which customer carries which.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Tag {
    Id id;
    qint64 version = 0;
    QString name;
    qint64 colour = 0; // 0..7, the pairs of the theme
    QString nameFolded;

    static constexpr const char *kTable = "tag";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("name", &Tag::name, QT_TRANSLATE_NOOP("kontor::fields", "Name")).searchable(),
                          field("colour", &Tag::colour, QT_TRANSLATE_NOOP("kontor::fields", "Colour")),
                          field("name_folded", &Tag::nameFolded).derived());
    }
};

struct CustomerTag {
    Id id;
    qint64 version = 0;
    Id customerId;
    Id tagId;

    static constexpr const char *kTable = "customer_tag";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("customer_id", &CustomerTag::customerId).technical(),
                          field("tag_id", &CustomerTag::tagId).technical());
    }
};

} // namespace kontor
