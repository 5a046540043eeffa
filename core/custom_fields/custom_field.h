// The user's own fields and their values.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct CustomField {
    Id id;
    qint64 version = 0;
    QString name; // custom.NAME in rules and mappings
    QString label;
    QString kind = QStringLiteral("text");
    QString choices = QStringLiteral("[]"); // JSON array of texts
    qint64 position = 0;
    QString group; // of the card: reach, about, buys; else a title of the person's own; empty: "Own fields"
    std::optional<Instant> trashedAt;

    static constexpr const char *kTable = "custom_field";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("name", &CustomField::name, QT_TRANSLATE_NOOP("kontor::fields", "Name")),
            field("label", &CustomField::label, QT_TRANSLATE_NOOP("kontor::fields", "Label")),
            field("kind", &CustomField::kind, QT_TRANSLATE_NOOP("kontor::fields", "Kind"))
                .choices({QStringLiteral("text"), QStringLiteral("number"), QStringLiteral("date"), QStringLiteral("choice"),
                          QStringLiteral("choices"), QStringLiteral("yes_no"), QStringLiteral("money"), QStringLiteral("link")}),
            field("choices", &CustomField::choices).technical(), field("position", &CustomField::position).technical(),
            field("field_group", &CustomField::group, QT_TRANSLATE_NOOP("kontor::fields", "Group")),
            field("trashed_at", &CustomField::trashedAt).technical());
    }
};

struct CustomValue {
    Id id;
    qint64 version = 0;
    Id customerId;
    Id customFieldId;
    QString text;                 // text, date (ISO), choice, link; one record for each of several choices
    std::optional<double> number; // number, yes_no (0, 1), money (main units)

    static constexpr const char *kTable = "custom_value";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("customer_id", &CustomValue::customerId).technical(),
                          field("custom_field_id", &CustomValue::customFieldId).technical(),
                          field("text", &CustomValue::text, QT_TRANSLATE_NOOP("kontor::fields", "Value")).searchable().personal(),
                          field("number", &CustomValue::number, QT_TRANSLATE_NOOP("kontor::fields", "Number")));
    }
};

} // namespace kontor
