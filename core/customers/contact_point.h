// A phone, e-mail address, messenger, social, web or video link of a customer: as typed, and normalised for finding.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct ContactPoint {
    Id id;
    qint64 version = 0;
    Id customerId;
    QString kind;
    QString value;      // as typed
    QString normalised; // phone: E.164 and ";ext="; e-mail: lower case; else trimmed
    QString label;
    qint64 position = 0; // the first of its kind is the main one
    bool optedOut = false;
    bool wrong = false;

    static constexpr const char *kTable = "contact_point";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("customer_id", &ContactPoint::customerId).technical(),
            field("kind", &ContactPoint::kind, QT_TRANSLATE_NOOP("kontor::fields", "Kind"))
                .choices({QStringLiteral("phone"), QStringLiteral("email"), QStringLiteral("messenger"), QStringLiteral("social"),
                          QStringLiteral("web"), QStringLiteral("video")}),
            field("value", &ContactPoint::value, QT_TRANSLATE_NOOP("kontor::fields", "Value")).searchable().personal(),
            field("normalised", &ContactPoint::normalised).derived(),
            field("label", &ContactPoint::label, QT_TRANSLATE_NOOP("kontor::fields", "Label")),
            field("position", &ContactPoint::position).technical(),
            field("opted_out", &ContactPoint::optedOut, QT_TRANSLATE_NOOP("kontor::fields", "Opted out")),
            field("wrong", &ContactPoint::wrong, QT_TRANSLATE_NOOP("kontor::fields", "Wrong")));
    }
};

} // namespace kontor
