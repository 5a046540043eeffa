#include "segments/rule_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

QJsonValue operandToJson(const Operand &operand) {
    return std::visit([](const auto &value) { return QJsonValue(value); }, operand);
}

QJsonObject periodToJson(const Period &period) {
    switch (period.kind) {
    case Period::Kind::Rolling: return {{u"last"_s, period.last}, {u"unit"_s, wordOf(period.unit)}};
    case Period::Kind::Calendar: return {{u"calendar"_s, wordOf(period.calendar)}};
    case Period::Kind::Dates: break;
    }
    QJsonObject object;
    if (period.from.isValid())
        object.insert(u"from"_s, period.from.toString(Qt::ISODate));
    if (period.to.isValid())
        object.insert(u"to"_s, period.to.toString(Qt::ISODate));
    return object;
}

void writeValues(QJsonObject &object, const Condition &condition) {
    const Arity arity = arityOf(condition.op);
    if (arity == Arity::None || (arity == Arity::One && condition.values.isEmpty()))
        return;
    if (arity == Arity::One) {
        object.insert(u"value"_s, operandToJson(condition.values.first()));
        return;
    }
    QJsonArray list;
    for (const Operand &operand : condition.values)
        list << operandToJson(operand);
    object.insert(u"value"_s, list);
}

QJsonObject groupToJson(const Group &group) {
    QJsonArray rules;
    for (const Node &node : group.rules)
        rules << (node.condition() ? conditionToJson(*node.condition()) : groupToJson(*node.group()));
    return {{u"match"_s, wordOf(group.match)}, {u"rules"_s, rules}};
}

} // namespace

QJsonObject conditionToJson(const Condition &condition) {
    QJsonObject object{{u"field"_s, condition.field}, {u"op"_s, wordOf(condition.op)}};
    writeValues(object, condition);
    if (condition.unit)
        object.insert(u"unit"_s, wordOf(*condition.unit));
    if (condition.orNever)
        object.insert(u"or_never"_s, true);
    if (condition.aggregate)
        object.insert(u"aggregate"_s, wordOf(*condition.aggregate));
    if (!condition.of.isEmpty())
        object.insert(u"of"_s, condition.of);
    if (condition.period)
        object.insert(u"period"_s, periodToJson(*condition.period));
    QJsonArray where;
    for (const Condition &inner : condition.where)
        where << conditionToJson(inner);
    if (!where.isEmpty())
        object.insert(u"where"_s, where);
    return object;
}

QJsonObject ruleToJson(const Rule &rule) {
    QJsonObject object = groupToJson(rule);
    object.insert(u"version"_s, 1);
    return object;
}

QByteArray writeRule(const Rule &rule) { return QJsonDocument(ruleToJson(rule)).toJson(QJsonDocument::Compact); }

} // namespace kontor::segments
