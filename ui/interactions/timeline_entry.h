// One row of the timeline: a heading, a planned next step, something that happened, a purchase.
#pragma once

#include "interactions/interaction.h"
#include "purchases/purchase_repository.h"
#include "tasks/task.h"

#include <QLatin1StringView>

namespace kontor::ui {

class Formats;

struct TimelineEntry {
    enum class Kind { Heading, Planned, Happened, Bought };

    QByteArray key;
    Kind kind = Kind::Heading;
    QString heading;
    Task task;
    Interaction interaction;
    PurchaseLine purchase;
    bool isExpanded = false;
};

struct TimelineContent {
    QList<Task> tasks;               // open ones, soonest first
    QList<Interaction> interactions; // newest first
    QList<PurchaseLine> purchases;   // newest first
    bool hasMore = false;            // interactions older than these
};

// Planned first, then everything else from the newest, with a heading for each month.
QList<TimelineEntry> timelineEntries(const TimelineContent &content, const Formats &formats);

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

} // namespace kontor::ui
