// A file on a customer's card: kept in the base in pieces, or linked by its path.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Attachment {
    Id id;
    qint64 version = 0;
    Id customerId;
    std::optional<Id> interactionId; // the entry that it came with
    QString name;
    qint64 size = 0;
    QString sha256;
    QString path; // of a linked file
    Instant addedAt;
    std::optional<Instant> trashedAt;

    bool isLinked() const { return !path.isEmpty(); }

    static constexpr const char *kTable = "attachment";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field;
        return std::tuple(field("customer_id", &Attachment::customerId).technical(),
                          field("interaction_id", &Attachment::interactionId).technical(),
                          field("name", &Attachment::name, QT_TRANSLATE_NOOP("kontor::fields", "File")).searchable(),
                          field("size", &Attachment::size).technical(), field("sha256", &Attachment::sha256).technical(),
                          field("path", &Attachment::path, QT_TRANSLATE_NOOP("kontor::fields", "Path")),
                          field("added_at", &Attachment::addedAt).technical(),
                          field("trashed_at", &Attachment::trashedAt).technical());
    }
};

} // namespace kontor
