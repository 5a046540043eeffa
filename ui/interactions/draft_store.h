// What was begun in the composer and not saved, for each customer: kept in a small file of this user on this PC, so that it outlives the
// page, the program and a crash.
#pragma once

#include "base/id.h"
#include "base/instant.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QTime>

#include <optional>

namespace kontor::ui {

struct DraftStep {
    QString kind; // of the task
    QString title;
    QDate day;
    std::optional<QTime> time;

    friend bool operator==(const DraftStep &, const DraftStep &) = default;
};

struct DraftPerson {
    Id id;
    QString name;

    friend bool operator==(const DraftPerson &, const DraftPerson &) = default;
};

// When it happened (no day: now), how long it took, who else took part.
struct DraftDetails {
    QDate day;
    std::optional<QTime> time;
    int minutes = 0;
    QList<DraftPerson> people;

    bool isEmpty() const { return !day.isValid() && minutes == 0 && people.isEmpty(); }
};

struct EntryDraft {
    QString kind = QStringLiteral("note");
    QString direction;
    QString outcome;
    QString text;
    std::optional<DraftStep> step;
    Id contactPoint;
    Instant keptAt;
    DraftDetails details = {};

    bool isEmpty() const { return text.trimmed().isEmpty() && outcome.isEmpty() && !step; }
};

class DraftStore {
public:
    // Reads the file; one that is missing or unreadable is empty.
    explicit DraftStore(QString file);

    std::optional<EntryDraft> find(Id customer);
    // Writes the file; an empty draft goes from it. False: the file could not be written, the draft lives as long as the program.
    bool keep(Id customer, const EntryDraft &draft);
    bool contains(Id customer) const { return m_drafts.contains(customer); }
    QSet<Id> customers() const { return {m_drafts.keyBegin(), m_drafts.keyEnd()}; } // who have one

    // The file of a base in the user's data folder.
    static QString fileFor(const QString &baseId);

private:
    void read();
    bool write() const;

    QString m_file;
    bool m_isStored = true; // what is kept stands in the file too
    QHash<Id, QJsonObject> m_drafts;
    QSet<Id> m_own; // given out or taken here: only these may go when they are empty
};

} // namespace kontor::ui
