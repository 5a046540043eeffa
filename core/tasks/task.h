// What is to happen: a next step, with or without a time.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct Task {
    Id id;
    qint64 version = 0;
    std::optional<Id> customerId;
    QString title;
    QString kind;                 // call, email, meeting; empty: something else. Ticking a call asks how it went
    QString dueOn;                // local date of the base; empty: some day
    std::optional<Instant> dueAt; // only where a time was named
    std::optional<Instant> remindAt;
    QString repeat; // RFC 5545 RRULE (repeat.h); the open task of a series has it, those that are done do not
    std::optional<Instant> doneAt;
    std::optional<Id> userId;
    std::optional<Id> interactionId; // the entry whose outcome made it
    QString note;
    std::optional<QString> externalId;
    Instant createdAt;
    std::optional<Instant> trashedAt;

    static constexpr const char *kTable = "task";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("customer_id", &Task::customerId).technical(),
                          field("title", &Task::title, QT_TRANSLATE_NOOP("kontor::fields", "What")).searchable(),
                          field("kind", &Task::kind, QT_TRANSLATE_NOOP("kontor::fields", "Kind")),
                          field("due_on", &Task::dueOn, QT_TRANSLATE_NOOP("kontor::fields", "Due")).as(FieldKind::Date),
                          field("due_at", &Task::dueAt, QT_TRANSLATE_NOOP("kontor::fields", "Time")),
                          field("remind_at", &Task::remindAt, QT_TRANSLATE_NOOP("kontor::fields", "Remind")),
                          field("repeat", &Task::repeat, QT_TRANSLATE_NOOP("kontor::fields", "Repeat")),
                          field("done_at", &Task::doneAt, QT_TRANSLATE_NOOP("kontor::fields", "Done")),
                          field("user_id", &Task::userId).technical(), field("interaction_id", &Task::interactionId).technical(),
                          field("note", &Task::note, QT_TRANSLATE_NOOP("kontor::fields", "Note")).as(FieldKind::LongText),
                          field("external_id", &Task::externalId).technical(), field("created_at", &Task::createdAt).technical(),
                          field("trashed_at", &Task::trashedAt).technical());
    }
};

} // namespace kontor
