// What a customer allowed or forbade, for a purpose and a channel: the newest decision counts.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Consent {
    Id id;
    qint64 version = 0;
    Id customerId;
    QString purpose; // empty: any
    QString channel; // phone, email, sms, messenger, post; empty: any
    QString state;
    Instant decidedAt;
    QString how;
    QString evidence;

    static constexpr const char *kTable = "consent";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("customer_id", &Consent::customerId).technical(),
                          field("purpose", &Consent::purpose, QT_TRANSLATE_NOOP("kontor::fields", "Purpose")),
                          field("channel", &Consent::channel, QT_TRANSLATE_NOOP("kontor::fields", "Channel")),
                          field("state", &Consent::state, QT_TRANSLATE_NOOP("kontor::fields", "Decision"))
                              .choices({QStringLiteral("given"), QStringLiteral("refused"), QStringLiteral("withdrawn")}),
                          field("decided_at", &Consent::decidedAt, QT_TRANSLATE_NOOP("kontor::fields", "When")),
                          field("how", &Consent::how, QT_TRANSLATE_NOOP("kontor::fields", "How")),
                          field("evidence", &Consent::evidence, QT_TRANSLATE_NOOP("kontor::fields", "Evidence")));
    }
};

} // namespace kontor
