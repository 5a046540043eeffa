// What happened with a customer: a call, an e-mail, a meeting, a note ...
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Interaction {
    Id id;
    qint64 version = 0;
    Id customerId;
    QString kind; // call, email, meeting, message, sms, visit, note ...
    QString direction;
    QString outcome; // reached, call_again, no_answer, busy, sent_offer, not_interested, wrong_number, do_not_call
    Instant at;
    std::optional<qint64> durationSeconds;
    QString text;
    std::optional<Id> userId;
    std::optional<Id> contactPointId;
    bool pinned = false;
    std::optional<QString> externalId;
    std::optional<Instant> trashedAt;

    static constexpr const char *kTable = "interaction";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("customer_id", &Interaction::customerId).technical(),
            field("kind", &Interaction::kind, QT_TRANSLATE_NOOP("kontor::fields", "Kind")),
            field("direction", &Interaction::direction, QT_TRANSLATE_NOOP("kontor::fields", "Direction"))
                .choices({QStringLiteral("in"), QStringLiteral("out")}),
            field("outcome", &Interaction::outcome, QT_TRANSLATE_NOOP("kontor::fields", "Outcome")),
            field("at", &Interaction::at, QT_TRANSLATE_NOOP("kontor::fields", "When")),
            field("duration_seconds", &Interaction::durationSeconds, QT_TRANSLATE_NOOP("kontor::fields", "Duration")),
            field("text", &Interaction::text, QT_TRANSLATE_NOOP("kontor::fields", "Text"))
                .as(FieldKind::LongText)
                .searchable()
                .personal(),
            field("user_id", &Interaction::userId).technical(),
            field("contact_point_id", &Interaction::contactPointId).technical(),
            field("pinned", &Interaction::pinned).technical(), field("external_id", &Interaction::externalId).technical(),
            field("trashed_at", &Interaction::trashedAt).technical());
    }
};

struct Participant {
    Id id;
    qint64 version = 0;
    Id interactionId;
    Id customerId;
    QString role;

    static constexpr const char *kTable = "participant";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("interaction_id", &Participant::interactionId).technical(),
                          field("customer_id", &Participant::customerId).technical(),
                          field("role", &Participant::role, QT_TRANSLATE_NOOP("kontor::fields", "Role")));
    }
};

} // namespace kontor
