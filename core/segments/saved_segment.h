// A segment with a name: the rule as its JSON text, version 1.
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor::segments {

struct SavedSegment {
    Id id;
    qint64 version = 0;
    QString name;
    QString rule; // JSON
    bool pinned = false;
    qint64 position = 0;
    QString note;
    std::optional<Instant> trashedAt;
    QString nameFolded;

    static constexpr const char *kTable = "segment";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("name", &SavedSegment::name, QT_TRANSLATE_NOOP("kontor::fields", "Name")),
                          field("rule", &SavedSegment::rule, QT_TRANSLATE_NOOP("kontor::fields", "Rule")),
                          field("pinned", &SavedSegment::pinned, QT_TRANSLATE_NOOP("kontor::fields", "Pinned")),
                          field("position", &SavedSegment::position).technical(),
                          field("note", &SavedSegment::note, QT_TRANSLATE_NOOP("kontor::fields", "Note")).as(FieldKind::LongText),
                          field("trashed_at", &SavedSegment::trashedAt).technical(),
                          field("name_folded", &SavedSegment::nameFolded).derived());
    }
};

} // namespace kontor::segments
