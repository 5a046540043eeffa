// Why a customer is in a segment, or why not: each condition with whether it holds and the customer's own value.
#pragma once

#include "db/database.h"
#include "segments/catalogue.h"
#include "segments/context.h"
#include "segments/rule.h"

#include <QHash>
#include <QJsonObject>

namespace kontor::segments {

struct ConditionReport {
    QString path; // place in the rule: "rules[2].rules[0]"
    Condition condition;
    QString sentence; // the condition in words
    bool holds = false;
    QJsonValue value; // the customer's own: text, number in main units, ISO date or time, a list of texts; null if empty
    QHash<QString, QString> choiceWords = {}; // what people call such a value, where the base says it
    Kind kind = Kind::Text; // of the value
};

struct GroupReport {
    QString path; // empty: the whole rule
    Match match = Match::All;
    bool holds = false;
};

struct Explanation {
    bool member = false;               // trashed and merged customers never are, whatever holds
    QList<ConditionReport> conditions; // every condition of the tree in reading order
    QList<GroupReport> groups;         // the outermost first
};

// Errors: NotFound (no such customer), Invalid (the rule).
Result<Explanation> explain(db::Database &database, const Rule &rule, const Context &context, Id customer);

// {"member", "conditions": [{"rule", "path", "text", "holds", "value"}]}
QJsonObject explanationToJson(const Explanation &explanation);

// A customer's own value for one condition, as in ConditionReport.
Result<QJsonValue> ownValue(db::Database &database, const Catalogue &catalogue, const Condition &condition,
                            const Context &context, Id customer);

} // namespace kontor::segments
