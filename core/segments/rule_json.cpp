#include "segments/rule_json.h"

#include "segments/problem.h"
#include "segments/rule_check.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <initializer_list>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::segments", text); }

QString child(const QString &path, const QString &name) { return path.isEmpty() ? name : path + u'.' + name; }
QString item(const QString &path, const QString &name, qsizetype index) { return u"%1[%2]"_s.arg(child(path, name)).arg(index); }

Result<void> refuseUnknownKeys(const QJsonObject &object, const QString &path, std::initializer_list<QLatin1StringView> known) {
    for (const QString &key : object.keys())
        if (std::find(known.begin(), known.end(), key) == known.end())
            return problem(child(path, key), tr("A rule has no part named “%1”.").arg(key));
    return {};
}

Result<QString> textAt(const QJsonObject &object, const QString &path, const QString &key) {
    const QJsonValue value = object.value(key);
    if (value.isUndefined())
        return problem(child(path, key), tr("The rule lacks “%1”.").arg(key));
    if (!value.isString())
        return problem(child(path, key), tr("“%1” must be a text.").arg(key));
    return value.toString();
}

// A word of a fixed list, such as a unit or an operator.
template <class T>
Result<T> wordAt(const QJsonObject &object, const QString &path, const QString &key, std::optional<T> (*find)(QStringView)) {
    TRY(word, textAt(object, path, key));
    const std::optional<T> value = find(word);
    if (!value)
        return problem(child(path, key), tr("“%1” is not known as “%2”.").arg(word, key));
    return *value;
}

Result<Operand> readOperand(const QJsonValue &value, const QString &path) {
    switch (value.type()) {
    case QJsonValue::Bool: return Operand(value.toBool());
    case QJsonValue::Double: return Operand(value.toDouble());
    case QJsonValue::String: return Operand(value.toString());
    default: return problem(path, tr("A value must be a text, a number, true or false."));
    }
}

Result<QList<Operand>> readList(const QJsonArray &array, const QString &path) {
    QList<Operand> values;
    for (qsizetype i = 0; i < array.size(); ++i) {
        TRY(value, readOperand(array.at(i), u"%1[%2]"_s.arg(path).arg(i)));
        values << value;
    }
    return values;
}

Result<QList<Operand>> readValues(const QJsonObject &object, const QString &path, Operator op) {
    const QString place = child(path, u"value"_s);
    const QJsonValue value = object.value(u"value"_s);
    const Arity arity = arityOf(op);
    if (arity == Arity::None) {
        if (!value.isUndefined())
            return problem(place, tr("The operator “%1” takes no value.").arg(wordOf(op)));
        return QList<Operand>();
    }
    if (value.isUndefined())
        return problem(place, tr("The operator “%1” needs a value.").arg(wordOf(op)));
    if (arity == Arity::One && value.isArray())
        return problem(place, tr("The operator “%1” takes one value, not a list.").arg(wordOf(op)));
    if (arity == Arity::Two && (!value.isArray() || value.toArray().size() != 2))
        return problem(place, tr("The operator “%1” takes a list of two values.").arg(wordOf(op)));
    if (value.isArray())
        return readList(value.toArray(), place);
    TRY(operand, readOperand(value, place)); // a list of one may be written without its brackets
    return QList<Operand>{operand};
}

Result<QDate> readDate(const QJsonObject &object, const QString &path, const QString &key) {
    TRY(text, textAt(object, path, key));
    const std::optional<QDate> date = dateFromText(text);
    if (!date)
        return problem(child(path, key), tr("“%1” is not a date. Write it as 2025-12-31.").arg(text));
    return *date;
}

Result<Period> readRolling(const QJsonObject &object, const QString &path) {
    TRY_VOID(refuseUnknownKeys(object, path, {"last"_L1, "unit"_L1}));
    TRY(count, readCount(object.value(u"last"_s), child(path, u"last"_s)));
    TRY(unit, wordAt(object, path, u"unit"_s, &unitFromWord));
    return Period{.kind = Period::Kind::Rolling, .last = count, .unit = unit};
}

Result<Period> readCalendar(const QJsonObject &object, const QString &path) {
    TRY_VOID(refuseUnknownKeys(object, path, {"calendar"_L1}));
    TRY(calendar, wordAt(object, path, u"calendar"_s, &calendarFromWord));
    return Period{.kind = Period::Kind::Calendar, .calendar = calendar};
}

Result<Period> readDates(const QJsonObject &object, const QString &path) {
    TRY_VOID(refuseUnknownKeys(object, path, {"from"_L1, "to"_L1}));
    Period period{.kind = Period::Kind::Dates};
    if (object.contains("from"_L1)) {
        TRY(from, readDate(object, path, u"from"_s));
        period.from = from;
    }
    if (object.contains("to"_L1)) {
        TRY(to, readDate(object, path, u"to"_s));
        period.to = to;
    }
    if (!period.from.isValid() && !period.to.isValid())
        return problem(path, tr("A period needs “last”, “calendar”, “from” or “to”."));
    if (period.from.isValid() && period.to.isValid() && period.to < period.from)
        return problem(child(path, u"to"_s), tr("The period ends before it begins."));
    return period;
}

Result<Period> readPeriod(const QJsonValue &value, const QString &path) {
    if (!value.isObject())
        return problem(path, tr("A period needs “last”, “calendar”, “from” or “to”."));
    const QJsonObject object = value.toObject();
    if (object.contains("last"_L1))
        return readRolling(object, path);
    return object.contains("calendar"_L1) ? readCalendar(object, path) : readDates(object, path);
}

Result<bool> readOrNever(const QJsonObject &object, const QString &path) {
    const QJsonValue value = object.value(u"or_never"_s);
    if (!value.isUndefined() && !value.isBool())
        return problem(child(path, u"or_never"_s), tr("“or_never” must be true or false."));
    return value.toBool(false);
}

Result<Condition> readCondition(const QJsonObject &object, const QString &path, bool inWhere);

Result<void> readRelatedParts(const QJsonObject &object, const QString &path, Condition &condition) {
    if (object.contains("aggregate"_L1)) {
        TRY(aggregate, wordAt(object, path, u"aggregate"_s, &aggregateFromWord));
        condition.aggregate = aggregate;
    }
    if (object.contains("of"_L1)) {
        TRY(of, textAt(object, path, u"of"_s));
        condition.of = of;
    }
    if (object.contains("period"_L1)) {
        TRY(period, readPeriod(object.value(u"period"_s), child(path, u"period"_s)));
        condition.period = period;
    }
    const QJsonValue where = object.value(u"where"_s);
    if (where.isUndefined())
        return {};
    if (!where.isArray())
        return problem(child(path, u"where"_s), tr("“where” must be a list of conditions."));
    const QJsonArray list = where.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        TRY(inner, readCondition(list.at(i).toObject(), item(path, u"where"_s, i), true));
        condition.where << inner;
    }
    return {};
}

Result<Condition> readCondition(const QJsonObject &object, const QString &path, bool inWhere) {
    if (inWhere)
        TRY_VOID(refuseUnknownKeys(object, path, {"field"_L1, "op"_L1, "value"_L1, "unit"_L1, "or_never"_L1}));
    TRY_VOID(refuseUnknownKeys(
        object, path,
        {"field"_L1, "op"_L1, "value"_L1, "unit"_L1, "or_never"_L1, "aggregate"_L1, "of"_L1, "period"_L1, "where"_L1}));
    Condition condition;
    TRY(field, textAt(object, path, u"field"_s));
    condition.field = field;
    TRY_VOID(readRelatedParts(object, path, condition));
    TRY(op, wordAt(object, path, u"op"_s, &operatorFromWord));
    condition.op = op;
    TRY(values, readValues(object, path, op));
    condition.values = values;
    if (object.contains("unit"_L1)) {
        TRY(unit, wordAt(object, path, u"unit"_s, &unitFromWord));
        condition.unit = unit;
    }
    TRY(orNever, readOrNever(object, path));
    condition.orNever = orNever;
    return condition;
}

Result<Group> readGroup(const QJsonObject &object, const QString &path, int depth) {
    if (depth > kDeepestGroup)
        return problem(path, tr("Groups can stand inside each other three deep, not deeper."));
    Group group;
    TRY(match, wordAt(object, path, u"match"_s, &matchFromWord));
    group.match = match;
    const QJsonValue rules = object.value(u"rules"_s);
    if (!rules.isArray())
        return problem(child(path, u"rules"_s), tr("“rules” must be a list of conditions and groups."));
    const QJsonArray list = rules.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = item(path, u"rules"_s, i);
        if (!list.at(i).isObject())
            return problem(place, tr("“rules” must be a list of conditions and groups."));
        const QJsonObject entry = list.at(i).toObject();
        if (entry.contains("field"_L1) || !(entry.contains("match"_L1) || entry.contains("rules"_L1))) {
            TRY(condition, readCondition(entry, place, false));
            group.rules.push_back(Node{condition});
        } else {
            TRY_VOID(refuseUnknownKeys(entry, place, {"match"_L1, "rules"_L1}));
            TRY(inner, readGroup(entry, place, depth + 1));
            group.rules.push_back(Node{inner});
        }
    }
    return group;
}

} // namespace

Result<Rule> parseRule(const QByteArray &json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        Error invalid = problem({}, tr("The rule could not be read: it is not a JSON object."));
        invalid.detail = u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset);
        return invalid;
    }
    const QJsonObject object = document.object();
    TRY_VOID(refuseUnknownKeys(object, {}, {"version"_L1, "match"_L1, "rules"_L1}));
    const QJsonValue version = object.value(u"version"_s);
    if (!version.isDouble() || version.toDouble() != 1)
        return problem(u"version"_s, tr("The rule is of a version that this program does not know. It reads version 1."));
    return readGroup(object, {}, 1);
}

Result<Rule> readRule(const QByteArray &json, const Catalogue &catalogue) {
    TRY(rule, parseRule(json));
    TRY_VOID(checkRule(rule, catalogue));
    return rule;
}

} // namespace kontor::segments
