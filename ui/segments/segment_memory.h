// What this PC remembers of the segments of a base, beside the file: how many were in each on earlier days, and when each was last used.
#pragma once

#include "base/id.h"
#include "base/instant.h"

#include <QDate>
#include <QHash>
#include <QMap>
#include <QString>

#include <optional>

namespace kontor::ui {

class SegmentMemory {
public:
    // Reads the file; one that is missing or unreadable is empty. An empty name: nothing is kept.
    explicit SegmentMemory(QString file);

    // Once a day is enough: the first count of a day stays.
    void noteCount(Id segment, QDate day, qint64 count);
    // The newest count that is a week old or older, but not over a month; nothing where there is none.
    std::optional<qint64> countBefore(Id segment, QDate today) const;
    void noteUsed(Id segment, Instant at);
    std::optional<Instant> lastUsed(Id segment) const;

    // The file of a base in the user's data folder.
    static QString fileFor(const QString &baseId);

private:
    struct Entry {
        QMap<QDate, qint64> counts;
        std::optional<Instant> usedAt;
    };
    void write() const;

    QString m_file;
    QHash<Id, Entry> m_entries;
};

} // namespace kontor::ui
