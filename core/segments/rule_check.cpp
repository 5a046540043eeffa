#include "segments/rule_check.h"

#include "base/fold.h"
#include "segments/problem.h"

#include <QCoreApplication>

#include <cmath>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestList = 5'000; // SQLite takes 32,766 values in one query
constexpr qsizetype kMostTogether = 100;  // values that all must be there, each a question of its own

QString tr(const char *text) { return QCoreApplication::translate("kontor::segments", text); }

QString child(const QString &path, const QString &name) { return path.isEmpty() ? name : path + u'.' + name; }

Result<void> checkText(const Operand &operand, const QString &path) {
    const QString *text = std::get_if<QString>(&operand);
    if (!text)
        return problem(path, tr("Enter a text."));
    if (fold(*text).isEmpty())
        return problem(path, tr("Enter a text. To look for empty values, choose “empty”."));
    return {};
}

Result<void> checkNumber(const Operand &operand, const QString &path) {
    const double *number = std::get_if<double>(&operand);
    if (!number || !std::isfinite(*number))
        return problem(path, tr("Enter a number."));
    return {};
}

Result<void> checkDate(const Operand &operand, const QString &path) {
    const QString *text = std::get_if<QString>(&operand);
    if (!text || !dateFromText(*text))
        return problem(path, tr("Enter a date such as 2025-12-31."));
    return {};
}

Result<void> checkConsent(const Operand &operand, const QString &path) {
    TRY_VOID(checkText(operand, path));
    const QString state = std::get<QString>(operand).section(u':', -1).trimmed().toLower();
    if (state != "given"_L1 && state != "refused"_L1 && state != "withdrawn"_L1)
        return problem(path, tr("Enter given, refused or withdrawn, or one of these after a channel, such as email:given."));
    return {};
}

Result<void> checkDistance(const Operand &operand, const QString &path) {
    TRY_VOID(checkNumber(operand, path));
    TRY(count, checkCount(std::get<double>(operand), path));
    Q_UNUSED(count)
    return {};
}

Result<void> checkValue(Kind kind, Operator op, const Operand &operand, const QString &path) {
    if (takesUnit(op))
        return checkDistance(operand, path);
    if (kind == Kind::YesNo || (kind == Kind::Date && op == Operator::Is)) {
        if (!std::holds_alternative<bool>(operand))
            return problem(path, tr("Choose true or false."));
        return {};
    }
    if (kind == Kind::Number || kind == Kind::Money)
        return checkNumber(operand, path);
    if (kind == Kind::Date)
        return checkDate(operand, path);
    return kind == Kind::Consent ? checkConsent(operand, path) : checkText(operand, path);
}

Result<void> checkOrder(Kind kind, const Condition &condition, const QString &path) {
    if (condition.op != Operator::Between)
        return {};
    const Operand &low = condition.values.at(0);
    const Operand &high = condition.values.at(1);
    const bool isDate = kind == Kind::Date;
    const bool isReversed =
        isDate ? std::get<QString>(high) < std::get<QString>(low) : std::get<double>(high) < std::get<double>(low);
    if (isReversed)
        return problem(path, tr("The second value must not be smaller than the first."));
    return {};
}

Result<void> checkValues(Kind kind, const Condition &condition, const QString &path) {
    const QString place = child(path, u"value"_s);
    const Arity arity = arityOf(condition.op);
    const qsizetype count = condition.values.size();
    if (arity == Arity::None && count != 0)
        return problem(place, tr("The operator “%1” takes no value.").arg(wordOf(condition.op)));
    if ((arity == Arity::One && count != 1) || (arity == Arity::Two && count != 2) || (arity == Arity::List && count == 0))
        return problem(place, tr("The operator “%1” needs a value.").arg(wordOf(condition.op)));
    for (qsizetype i = 0; i < count; ++i)
        TRY_VOID(
            checkValue(kind, condition.op, condition.values.at(i), arity == Arity::One ? place : u"%1[%2]"_s.arg(place).arg(i)));
    return checkOrder(kind, condition, place);
}

Result<void> checkUnit(const Condition &condition, const QString &path) {
    if (takesUnit(condition.op) && !condition.unit)
        return problem(child(path, u"unit"_s), tr("Choose a unit: day, week, month or year."));
    if (!takesUnit(condition.op) && condition.unit)
        return problem(child(path, u"unit"_s), tr("The operator “%1” takes no unit.").arg(wordOf(condition.op)));
    return {};
}

Result<void> checkComparison(const Compared &compared, const Condition &condition, const QString &path) {
    if (!compared.operators.contains(condition.op))
        return problem(child(path, u"op"_s), tr("“%1” cannot be compared with “%2”.").arg(condition.field, wordOf(condition.op)));
    TRY_VOID(checkValues(compared.kind, condition, path));
    return checkUnit(condition, path);
}

Result<void> checkAggregate(const Field &field, const Condition &condition, const QString &path) {
    const Aggregate aggregate = aggregateOf(condition);
    if (!field.aggregates.contains(aggregate))
        return problem(child(path, u"aggregate"_s), tr("“%1” has no “%2”.").arg(field.name, wordOf(aggregate)));
    const QString of = child(path, u"of"_s);
    if (aggregate == Aggregate::Exists || aggregate == Aggregate::Count) {
        if (!condition.of.isEmpty())
            return problem(of, tr("“%1” counts records and needs no field.").arg(wordOf(aggregate)));
        return {};
    }
    const Field *subject = aggregatedField(field, condition);
    if (!subject)
        return problem(of, condition.of.isEmpty() ? tr("Choose the field for “%1”.").arg(wordOf(aggregate))
                                                  : tr("“%1” has no field named “%2”.").arg(field.name, condition.of));
    const bool isNumber = subject->kind == Kind::Number || subject->kind == Kind::Money;
    if (!isNumber && aggregate != Aggregate::First && aggregate != Aggregate::Last)
        return problem(of, tr("“%1” is not a number.").arg(subject->name));
    return {};
}

Result<void> checkPeriod(const Period &period, const QString &path) {
    if (period.kind == Period::Kind::Rolling) {
        TRY(count, checkCount(period.last, child(path, u"last"_s)));
        Q_UNUSED(count)
    }
    return {};
}

Result<void> checkRelated(const Field &field, const Condition &condition, const QString &path) {
    TRY_VOID(checkAggregate(field, condition, path));
    if (condition.period)
        TRY_VOID(checkPeriod(*condition.period, child(path, u"period"_s)));
    for (qsizetype i = 0; i < condition.where.size(); ++i) {
        const Condition &inner = condition.where.at(i);
        const QString place = u"%1[%2]"_s.arg(child(path, u"where"_s)).arg(i);
        const Field *sub = field.sub(inner.field);
        if (!sub)
            return problem(child(place, u"field"_s), tr("“%1” has no field named “%2”.").arg(field.name, inner.field));
        TRY_VOID(checkComparison(comparedBy(*sub, inner), inner, place));
    }
    return {};
}

Result<void> checkGroup(const Group &group, const Catalogue &catalogue, const QString &path, int depth) {
    if (depth > kDeepestGroup)
        return problem(path, tr("Groups can stand inside each other three deep, not deeper."));
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        const Node &node = group.rules[i];
        const QString place = u"%1[%2]"_s.arg(child(path, u"rules"_s)).arg(i);
        TRY_VOID(node.condition() ? checkCondition(*node.condition(), catalogue, place)
                                  : checkGroup(*node.group(), catalogue, place, depth + 1));
    }
    return {};
}

std::optional<Group> readyGroup(const Group &group, const Catalogue &catalogue) {
    Group ready{group.match, {}};
    for (const Node &node : group.rules) {
        if (const Condition *condition = node.condition()) {
            if (checkCondition(*condition, catalogue))
                ready.rules.push_back(node);
        } else if (const std::optional<Group> inner = readyGroup(*node.group(), catalogue)) {
            ready.rules.push_back(Node{*inner});
        }
    }
    return ready.rules.empty() ? std::nullopt : std::optional(ready);
}

} // namespace

Result<void> checkCondition(const Condition &condition, const Catalogue &catalogue, const QString &path) {
    const Field *field = catalogue.find(condition.field);
    if (!field)
        return problem(child(path, u"field"_s),
                       tr("There is no field named “%1”. Choose another or remove the line.").arg(condition.field));
    if (field->kind == Kind::Records) {
        TRY_VOID(checkRelated(*field, condition, path));
    } else if (condition.aggregate || !condition.of.isEmpty() || condition.period || !condition.where.isEmpty()) {
        const QString part = condition.aggregate       ? u"aggregate"_s
                             : !condition.of.isEmpty() ? u"of"_s
                             : condition.period        ? u"period"_s
                                                       : u"where"_s;
        return problem(child(path, part),
                       tr("“%1” is one value, not a list of records: it takes no “%2”.").arg(condition.field, part));
    }
    return checkComparison(comparedBy(*field, condition), condition, path);
}

Result<void> checkRule(const Rule &rule, const Catalogue &catalogue) { return checkGroup(rule, catalogue, {}, 1); }

Rule readyPart(const Rule &rule, const Catalogue &catalogue) {
    return readyGroup(rule, catalogue).value_or(Rule{rule.match, {}});
}

} // namespace kontor::segments
