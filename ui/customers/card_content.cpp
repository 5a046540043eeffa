#include "customers/card_content.h"

#include "attachments/attachment_repository.h"
#include "customers/field_text.h"
#include "interactions/interaction_repository.h"
#include "tasks/task_repository.h"
#include "widgets/bidi.h"
#include "workspace/feed.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostChanges = 200;
constexpr int kMostLines = 12; // of one change

// What has a row of its own in the timeline.
bool isShownElsewhere(const QString &kind) {
    return QStringList{u"log"_s, u"task"_s, u"task_done"_s, u"purchase"_s}.contains(kind);
}

const db::RecordType *typeOf(const QByteArray &record) {
    if (record == Customer::kTable)
        return &db::recordType<Customer>();
    return record == ContactPoint::kTable ? &db::recordType<ContactPoint>() : nullptr;
}

QString changeLine(const workspace::Change &change) {
    const db::RecordType *type = typeOf(change.record);
    const db::FieldInfo *field = type && change.what == workspace::What::Update ? type->find(change.field) : nullptr;
    if (!field || field->isTechnical || field->isDerived)
        return {};
    const QString before = isolated(change.before.text()), after = isolated(change.after.text());
    if (before.isEmpty())
        //: A field that had no value before, and its value now.
        return QCoreApplication::translate("kontor::ui::Timeline", "%1: %2 added").arg(labelOf(*field), after);
    if (after.isEmpty())
        //: A field that has no value now, and its value before.
        return QCoreApplication::translate("kontor::ui::Timeline", "%1: %2 removed").arg(labelOf(*field), before);
    //: A field, its value before and its value now.
    return QCoreApplication::translate("kontor::ui::Timeline", "%1: from %2 to %3").arg(labelOf(*field), before, after);
}

Result<QList<TimelineChange>> changesOfCard(db::Database &database, Id customer) {
    TRY(operations, workspace::history(database, {customer, 0, kMostChanges}));
    QList<TimelineChange> changes;
    for (const workspace::Operation &operation : operations) {
        if (isShownElsewhere(operation.info.kind))
            continue;
        TimelineChange change{operation.seq, operation.at, operation.author, workspace::historySentence(operation.info), {}};
        TRY(parts, workspace::changesOf(database, operation.id, 0, kMostLines));
        for (const workspace::Change &part : parts)
            if (const QString line = part.aboutId == customer ? changeLine(part) : QString(); !line.isEmpty())
                change.lines.prepend(line);
        changes << change;
    }
    return changes;
}

// At most `entries` of them after the first `loaded`; 0: all.
Result<void> readInteractions(db::Database &database, const CardQuery &query, int loaded, int entries, TimelineContent &timeline) {
    const QStringList kinds = query.shown.what.isEmpty() ? QStringList() : QStringList{query.shown.what};
    TRY(interactions, interactionsOf(database, query.customer, {kinds, entries > 0 ? entries + 1 : 0, loaded}));
    timeline.hasMore = entries > 0 && interactions.size() > entries;
    timeline.interactions = timeline.hasMore ? interactions.first(entries) : interactions;
    return {};
}

Result<void> readTimeline(db::Database &database, const CardQuery &query, TimelineContent &timeline) {
    const TimelineShown &shown = query.shown;
    timeline.shown = shown;
    TRY(tasks, tasksOf(database, query.customer));
    tasks.removeIf([](const Task &task) { return task.doneAt.has_value(); });
    timeline.tasks = tasks;
    const bool onlyPurchases = shown.what == "purchase"_L1;
    if (!onlyPurchases) {
        const QStringList kinds = shown.what.isEmpty() ? QStringList() : QStringList{shown.what};
        TRY_VOID(readInteractions(database, query, 0, shown.search.isEmpty() ? query.entries : 0, timeline));
        TRY(pinned, pinnedInteractionsOf(database, query.customer));
        pinned.removeIf([&](const Interaction &entry) { return !kinds.isEmpty() && !kinds.contains(entry.kind); });
        timeline.pinned = pinned;
        TRY(others, othersIn(database, timeline.interactions + timeline.pinned, query.customer));
        timeline.others = others;
    }
    if (shown.what.isEmpty()) {
        TRY(merged, duplicates::mergedCards(database, query.customer));
        timeline.merged = merged;
    }
    if (shown.changes && shown.what.isEmpty()) {
        TRY(changes, changesOfCard(database, query.customer));
        timeline.changes = changes;
    }
    return {};
}

} // namespace

Result<TimelineContent> loadOlderEntries(db::Database &database, const CardQuery &query, int loaded) {
    TimelineContent page;
    TRY_VOID(readInteractions(database, query, loaded, query.entries, page));
    TRY(others, othersIn(database, page.interactions, query.customer));
    page.others = others;
    return page;
}

Result<CardContent> loadCardContent(db::Database &database, const CardQuery &query, const Clock &clock) {
    CardContent content;
    TRY(card, loadCard(database, query.customer));
    content.card = card;
    TRY_VOID(readTimeline(database, query, content.timeline));
    TRY(purchases, purchasesOf(database, query.customer));
    content.purchases = purchases;
    if (query.shown.what.isEmpty() || query.shown.what == "purchase"_L1)
        content.timeline.purchases = purchases;
    TRY(sums, purchaseSums(database, query.customer, clock));
    content.sums = sums;
    TRY(files, attachmentsOf(database, query.customer));
    content.files = files;
    TRY(newest, workspace::lastChangeSeq(database));
    content.newestChange = newest;
    return content;
}

} // namespace kontor::ui
