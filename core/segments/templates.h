// Ready segments to begin with (ui.md 5.9): rules whose numbers a person changes.
#pragma once

#include "segments/context.h"
#include "segments/rule.h"

#include "db/database.h"

namespace kontor::segments {

struct SegmentTemplate {
    QByteArray key; // stable: sleeping_big_buyers, bought_once ...
    QString name;   // translated
    Rule rule;
    QStringList toChange; // places in the rule that the builder marks for editing, such as "rules[0].value"
};

// Some depend on the base: the sum that the best fifth of the buyers reached in twelve months, the brand or product bought most.
Result<QList<SegmentTemplate>> segmentTemplates(db::Database &database, const Context &context);

} // namespace kontor::segments
