// What a card reads when it is opened.
#pragma once

#include "customers/card.h"
#include "duplicates/merged_cards.h"
#include "interactions/interaction_repository.h"
#include "purchases/purchase_repository.h"
#include "support/temporary_base.h"
#include "tasks/task_repository.h"

namespace kontor::tests {

inline void readCard(workspace::Base &base, Id customer) {
    db::Database &database = base.database();
    EXPECT_TRUE(loadCard(database, customer));
    EXPECT_TRUE(tasksOf(database, customer));
    const auto entries = valueOf(interactionsOf(database, customer));
    EXPECT_TRUE(pinnedInteractionsOf(database, customer));
    EXPECT_TRUE(othersIn(database, entries, customer));
    EXPECT_TRUE(duplicates::mergedCards(database, customer));
    EXPECT_TRUE(purchasesOf(database, customer));
    EXPECT_TRUE(purchaseSums(database, customer, base.clock()));
}

} // namespace kontor::tests
