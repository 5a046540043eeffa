#include "customers/card_content.h"

#include "interactions/interaction_repository.h"
#include "tasks/task_repository.h"

namespace kontor::ui {

Result<CardContent> loadCardContent(db::Database &database, Id customer, const Clock &clock, int entries) {
    CardContent content;
    TRY(card, loadCard(database, customer));
    content.card = card;
    TRY(tasks, tasksOf(database, customer));
    tasks.removeIf([](const Task &task) { return task.doneAt.has_value(); });
    content.timeline.tasks = tasks;
    TRY(interactions, interactionsOf(database, customer, {{}, entries + 1, 0}));
    content.timeline.hasMore = interactions.size() > entries;
    content.timeline.interactions = interactions.first(qMin<qsizetype>(entries, interactions.size()));
    TRY(purchases, purchasesOf(database, customer));
    content.timeline.purchases = purchases;
    TRY(sums, purchaseSums(database, customer, clock));
    content.sums = sums;
    return content;
}

} // namespace kontor::ui
