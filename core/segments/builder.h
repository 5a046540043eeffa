// What the segment builder shows beside a rule. Each function is one closure's work for the background reader: Database::interrupt() stops it, the
// result is then Cancelled. Conditions that are not ready yet are left out by readyPart() (rule_check.h) before.
#pragma once

#include "segments/explain.h"

namespace kontor::segments {

// How many would be in it without each line (condition or group) of the outermost group, in their order.
Result<QList<qint64>> countsWithoutEachLine(db::Database &database, const Rule &rule, const Context &context);

struct MemberPreview {
    Id customer;
    QString name;
    QString decidedBy; // the condition in words, empty where the rule has none
    QJsonValue value;  // the customer's own value for it
    Kind kind = Kind::Text; // of that value
};
// The first members in the order of lists, each with its value for the condition that says most: the first on related records, else the first.
Result<QList<MemberPreview>> firstMembers(db::Database &database, const Rule &rule, const Context &context, int limit = 8);

// What all members bought in the last twelve months, in minor units of the base's currency.
Result<qint64> boughtInTwelveMonths(db::Database &database, const Rule &rule, const Context &context);

Result<qint64> customersInBase(db::Database &database); // "38 of 12 048"

} // namespace kontor::segments
