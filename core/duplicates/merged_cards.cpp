#include "duplicates/merged_cards.h"

#include "workspace/feed.h"

#include <algorithm>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestChain = 100;

// The act that set merged_into may be the merge itself, one that was done again, or the taking back of a split.
qint64 mergeBehind(const workspace::Operation &operation) {
    if (operation.info.kind == "redo"_L1)
        return operation.info.reverses;
    if (operation.info.kind == "undo"_L1)
        return operation.info.detail.value(u"of_detail"_s).toObject().value(u"of"_s).toInteger();
    return operation.id;
}

Result<std::optional<workspace::Operation>> lastMerging(db::Database &database, Id merged) {
    TRY(operation,
        database.single(u"SELECT operation FROM change WHERE about_id = ? AND record = 'customer' AND record_id = ? AND "
                        "field = 'merged_into' AND old IS NULL AND new IS NOT NULL ORDER BY seq DESC LIMIT 1"_s,
                        {merged, merged}));
    return workspace::findOperation(database, operation.integer());
}

} // namespace

Result<Id> keptCustomer(db::Database &database, Id customer) {
    for (int i = 0; i < kLongestChain; ++i) {
        TRY(into, database.single(u"SELECT merged_into FROM customer WHERE id = ?"_s, {customer}));
        if (into.isNull())
            break;
        customer = Id{into.integer()};
    }
    return customer;
}

Result<qint64> standingMerge(db::Database &database, Id merged) {
    TRY(into, database.single(u"SELECT merged_into FROM customer WHERE id = ?"_s, {merged}));
    if (into.isNull())
        return 0;
    TRY(operation, lastMerging(database, merged));
    return operation ? mergeBehind(*operation) : 0;
}

Result<QList<MergedCard>> mergedCards(db::Database &database, Id kept) {
    TRY(rows, database.query(u"SELECT id, name FROM customer WHERE merged_into = ?"_s, {kept}));
    QList<MergedCard> cards;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            break;
        MergedCard card;
        card.customer = rows.id(0);
        card.name = rows.text(1);
        cards << card;
    }
    for (MergedCard &card : cards) {
        TRY(operation, lastMerging(database, card.customer));
        if (!operation)
            continue;
        card.operation = mergeBehind(*operation);
        card.at = operation->at;
        card.author = operation->author;
    }
    std::sort(cards.begin(), cards.end(), [](const MergedCard &a, const MergedCard &b) {
        return std::pair(b.at.milliseconds, b.operation) < std::pair(a.at.milliseconds, a.operation);
    });
    return cards;
}

} // namespace kontor::duplicates
