// A complaint or a request of a customer.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct SupportCase {
    Id id;
    qint64 version = 0;
    Id customerId;
    QString title;
    QString kind;
    std::optional<Id> productId;
    QString severity;
    QString state = QStringLiteral("open");
    Instant openedAt;
    std::optional<Instant> solvedAt;
    QString resolution;
    std::optional<qint64> satisfaction;
    QString note;
    std::optional<QString> externalId;
    std::optional<Instant> trashedAt;

    static constexpr const char *kTable = "support_case";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("customer_id", &SupportCase::customerId).technical(),
            field("title", &SupportCase::title, QT_TRANSLATE_NOOP("kontor::fields", "Title")).searchable(),
            field("kind", &SupportCase::kind, QT_TRANSLATE_NOOP("kontor::fields", "Kind")),
            field("product_id", &SupportCase::productId).technical(),
            field("severity", &SupportCase::severity, QT_TRANSLATE_NOOP("kontor::fields", "Severity")),
            field("state", &SupportCase::state, QT_TRANSLATE_NOOP("kontor::fields", "State"))
                .choices({QStringLiteral("open"), QStringLiteral("waiting"), QStringLiteral("solved"), QStringLiteral("closed")}),
            field("opened_at", &SupportCase::openedAt, QT_TRANSLATE_NOOP("kontor::fields", "Opened")),
            field("solved_at", &SupportCase::solvedAt, QT_TRANSLATE_NOOP("kontor::fields", "Solved")),
            field("resolution", &SupportCase::resolution, QT_TRANSLATE_NOOP("kontor::fields", "Resolution")),
            field("satisfaction", &SupportCase::satisfaction, QT_TRANSLATE_NOOP("kontor::fields", "Satisfaction")),
            field("note", &SupportCase::note, QT_TRANSLATE_NOOP("kontor::fields", "Note")),
            field("external_id", &SupportCase::externalId).technical(), field("trashed_at", &SupportCase::trashedAt).technical());
    }
};

} // namespace kontor
