// One row of the timeline: a heading, a planned next step, something that happened, a purchase.
#pragma once

#include "duplicates/merged_cards.h"
#include "interactions/interaction.h"
#include "purchases/purchase_repository.h"
#include "tasks/task.h"

#include <QHash>
#include <QLatin1StringView>

namespace kontor::ui {

class Formats;

// What was changed on the card, when and by whom.
struct TimelineChange {
    qint64 seq = 0;
    Instant at;
    QString author;
    QString sentence;
    QStringList lines; // "City: Malmö → Lund"
};

struct TimelineEntry {
    enum class Kind { Heading, Planned, Happened, Bought, Changed, Merged, Unread };

    QByteArray key;
    Kind kind = Kind::Heading;
    QString heading;
    Task task;
    Interaction interaction;
    PurchaseLine purchase;
    TimelineChange change;
    duplicates::MergedCard merged;
    QStringList others; // who took part beside this customer
    bool isExpanded = false;

    qint64 version() const { return qMax(qMax(task.version, interaction.version), purchase.purchase.version); }
};

// What of the timeline is wanted.
struct TimelineShown {
    QString what;   // empty: everything; a kind of interaction; "purchase"
    QString search; // words that each row must have
    bool changes = false;

    bool isFiltered() const { return !what.isEmpty() || !search.isEmpty(); }
    friend bool operator==(const TimelineShown &, const TimelineShown &) = default;
};

struct TimelineContent {
    QList<Task> tasks;               // open ones, soonest first
    QList<Interaction> interactions; // newest first
    QList<PurchaseLine> purchases;   // newest first
    QList<Interaction> pinned;
    QHash<Id, QStringList> others; // names of those who took part, by interaction
    QList<TimelineChange> changes; // newest first
    QList<duplicates::MergedCard> merged; // cards that became part of this one, newest first
    bool hasMore = false;          // interactions older than these
    TimelineShown shown;
};

// Planned first, then everything else from the newest, with a heading for each month.
QList<TimelineEntry> timelineEntries(const TimelineContent &content, const Formats &formats);

// What follows below them when older interactions are there: `page` holds those alone.
QList<TimelineEntry> olderEntries(const TimelineContent &shown, const TimelineContent &page, const Formats &formats);

// What an entry says, for painting and for screen readers.
struct TimelineWords {
    QLatin1StringView icon;
    QString title; // "Call, reached"
    QString time;  // "Today 14:05"
    QString exact; // for the tool tip
    QString text;
    bool isLate = false;
};
TimelineWords timelineWords(const TimelineEntry &entry, const Formats &formats);
QString timelineSummary(const TimelineEntry &entry, const Formats &formats);
QString interactionKindsText(const QString &kind); // "Calls": in the filter

} // namespace kontor::ui
