// The stable JSON form of a rule, version 1 (architecture.md 8). Reading looks at the form only; whether fields exist and take the operator is
// asked of the catalogue by checkRule(). readRule() does both.
//
// Errors: Invalid; Error.field names the place, such as "version", "rules[1].op" or "rules[0].where[2].value".
#pragma once

#include "base/result.h"
#include "segments/catalogue.h"
#include "segments/rule.h"

#include <QByteArray>
#include <QJsonObject>

namespace kontor::segments {

Result<Rule> parseRule(const QByteArray &json);
Result<Rule> readRule(const QByteArray &json, const Catalogue &catalogue);

QJsonObject ruleToJson(const Rule &rule);
QJsonObject conditionToJson(const Condition &condition);
QByteArray writeRule(const Rule &rule); // one line

} // namespace kontor::segments
