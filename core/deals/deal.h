// Possible sales, their stages and pipelines.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Pipeline {
    Id id;
    qint64 version = 0;
    QString name;
    qint64 position = 0;

    static constexpr const char *kTable = "pipeline";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("name", &Pipeline::name, QT_TRANSLATE_NOOP("kontor::fields", "Name")),
                          field("position", &Pipeline::position).technical());
    }
};

struct Stage {
    Id id;
    qint64 version = 0;
    Id pipelineId;
    QString name;
    qint64 probability = 0;
    qint64 position = 0;

    static constexpr const char *kTable = "stage";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("pipeline_id", &Stage::pipelineId).technical(),
                          field("name", &Stage::name, QT_TRANSLATE_NOOP("kontor::fields", "Name")),
                          field("probability", &Stage::probability, QT_TRANSLATE_NOOP("kontor::fields", "Probability")),
                          field("position", &Stage::position).technical());
    }
};

struct Deal {
    Id id;
    qint64 version = 0;
    Id customerId;
    std::optional<Id> stageId;
    QString title;
    std::optional<qint64> amount;
    std::optional<qint64> probability;
    QString expectedOn;
    QString state = QStringLiteral("open");
    QString reasonLost;
    QString note;
    std::optional<QString> externalId;
    Instant createdAt;
    std::optional<Instant> trashedAt;

    static constexpr const char *kTable = "deal";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("customer_id", &Deal::customerId).technical(), field("stage_id", &Deal::stageId).technical(),
            field("title", &Deal::title, QT_TRANSLATE_NOOP("kontor::fields", "Title")).searchable(),
            field("amount", &Deal::amount, QT_TRANSLATE_NOOP("kontor::fields", "Amount")).as(FieldKind::Money),
            field("probability", &Deal::probability, QT_TRANSLATE_NOOP("kontor::fields", "Probability")),
            field("expected_on", &Deal::expectedOn, QT_TRANSLATE_NOOP("kontor::fields", "Expected")).as(FieldKind::Date),
            field("state", &Deal::state, QT_TRANSLATE_NOOP("kontor::fields", "State"))
                .choices({QStringLiteral("open"), QStringLiteral("won"), QStringLiteral("lost")}),
            field("reason_lost", &Deal::reasonLost, QT_TRANSLATE_NOOP("kontor::fields", "Reason lost")),
            field("note", &Deal::note, QT_TRANSLATE_NOOP("kontor::fields", "Note")),
            field("external_id", &Deal::externalId).technical(), field("created_at", &Deal::createdAt).technical(),
            field("trashed_at", &Deal::trashedAt).technical());
    }
};

} // namespace kontor
