#include "segments/comparison.h"

#include "base/fold.h"
#include "base/phone.h"

#include <algorithm>
#include <cmath>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

Fragment placeholders(const QStringList &values) {
    Fragment list(u"("_s);
    for (const QString &value : values)
        list += Fragment(list.values.isEmpty() ? u"?"_s : u", ?"_s, {db::Value(value)});
    return list + u")"_s;
}

qint64 lettersOf(const QString &text) { return text.toUcs4().size(); }

// `text`: an expression that is folded already.
Fragment textComparison(const QString &text, Operator op, const QStringList &values) {
    const QString &first = values.first();
    switch (op) {
    case Operator::Contains: return Fragment(u"instr(%1, ?) > 0"_s.arg(text), {db::Value(first)});
    case Operator::StartsWith:
        return Fragment(u"substr(%1, 1, ?) = ?"_s.arg(text), {db::Value(lettersOf(first)), db::Value(first)});
    default:
        if (values.size() == 1)
            return Fragment(text + u" = ?"_s, {db::Value(first)});
        return Fragment(text + u" IN "_s) + placeholders(values);
    }
}

// A number is found in every way of writing it: the digits as dialled are compared too.
Fragment phoneComparison(const QString &normalised, const Condition &condition, const Context &context) {
    Fragment any = truth(false);
    for (const Operand &operand : condition.values) {
        const QString typed = std::get<QString>(operand);
        const Phone phone = parsePhone(typed, context.country);
        if (phone.problem == PhoneProblem::NotANumber || phone.problem == PhoneProblem::Empty)
            continue;
        const bool isPart = condition.op == Operator::Contains || condition.op == Operator::StartsWith;
        const bool isInternational = typed.trimmed().startsWith(u'+');
        const QString digits = isPart ? (isInternational ? u"+"_s : QString()) + phoneDigits(typed) : phone.normalised;
        if (!digits.isEmpty())
            any = either(any, textComparison(normalised, condition.op, {digits}));
    }
    return any;
}

Fragment compareNumber(const QString &value, const Condition &condition, double scale) {
    const auto bound = [&](qsizetype index) {
        const double exact = std::get<double>(condition.values.at(index)) * scale;
        const double whole = std::round(exact);
        return db::Value(std::abs(exact - whole) < 1e-6 ? whole : exact);
    };
    switch (condition.op) {
    case Operator::Equals: return Fragment(value + u" = ?"_s, {bound(0)});
    case Operator::MoreThan: return Fragment(value + u" > ?"_s, {bound(0)});
    case Operator::AtLeast: return Fragment(value + u" >= ?"_s, {bound(0)});
    case Operator::LessThan: return Fragment(value + u" < ?"_s, {bound(0)});
    case Operator::AtMost: return Fragment(value + u" <= ?"_s, {bound(0)});
    default: return Fragment(u"%1 BETWEEN ? AND ?"_s.arg(value), {bound(0), bound(1)});
    }
}

// The value's month and day, MM-DD, lie in the range in any year. 29 February falls on the 28th in years that have no 29th.
Fragment compareAnniversary(const Source &source, const DayRange &range, const Clock &clock) {
    const QString value = valueExpression(source);
    if (range.to >= range.from.addYears(1).addDays(-1))
        return negated(isEmpty(source));
    Fragment day(u"substr(%1, -5)"_s.arg(value));
    if (source.isInstant)
        day = Fragment(u"substr(kontor_local_date(%1, ?), -5)"_s.arg(value), {db::Value(QString::fromLatin1(clock.zone.id()))});
    const db::Value first(range.from.toString(u"MM-dd"_s));
    const db::Value last(range.to.toString(u"MM-dd"_s));
    const bool passesNewYear = range.from.year() != range.to.year();
    Fragment result = day + Fragment(u" >= ?"_s, {first}) + Fragment(passesNewYear ? u" OR "_s : u" AND "_s) + day +
                      Fragment(u" <= ?"_s, {last});
    result = Fragment(u"("_s) + result + u")"_s;
    for (int year = range.from.year(); year <= range.to.year(); ++year) {
        const QDate shortEnd(year, 2, 28);
        if (!QDate::isLeapYear(year) && range.from <= shortEnd && shortEnd <= range.to)
            result = either(result, day + u" = '02-29'"_s);
    }
    return both(negated(isEmpty(source)), result);
}

Fragment compareDate(const Source &source, const Condition &condition, const Context &context) {
    if (condition.op == Operator::Is) { // whether it is done, paid, ...
        const bool wanted = std::get<bool>(condition.values.first());
        return wanted ? negated(isEmpty(source)) : isEmpty(source);
    }
    const DayRange range = resolve(condition, context.clock.today());
    if (condition.op == Operator::AnniversaryWithin)
        return compareAnniversary(source, range, context.clock);
    return inRange(source, range, context.clock);
}

Fragment compareConsent(const Condition &condition) {
    QStringList values;
    for (const Operand &operand : condition.values)
        values << std::get<QString>(operand).trimmed().toLower();
    return either(Fragment(u"r.value IN "_s) + placeholders(values), Fragment(u"r.state IN "_s) + placeholders(values));
}

} // namespace

QString valueExpression(const Source &source) {
    if (source.reference.isEmpty())
        return source.value;
    return u"coalesce((SELECT %1 FROM %2 WHERE id = %3), '')"_s.arg(source.value, source.referenceTable, source.reference);
}

Fragment isEmpty(const Source &source) { return Fragment(u"coalesce(%1, '') = ''"_s.arg(valueExpression(source))); }

Fragment inRange(const Source &source, const DayRange &range, const Clock &clock) {
    const QString value = valueExpression(source);
    if (range.from.isValid() && range.to.isValid() && range.to < range.from)
        return truth(false);
    Fragment result;
    const auto add = [&](const QString &comparison, const db::Value &bound) {
        result += Fragment((result.sql.isEmpty() ? QString() : u" AND "_s) + value + comparison, {bound});
    };
    if (source.isInstant) {
        if (range.from.isValid())
            add(u" >= ?"_s, clock.startOfDay(range.from));
        if (range.to.isValid())
            add(u" < ?"_s, clock.endOfDay(range.to));
        return result.sql.isEmpty() ? negated(isEmpty(source)) : result;
    }
    // Neither an empty text nor a day without its year (--MM-DD) comes before or after anything.
    add(u" >= ?"_s, range.from.isValid() ? range.from.toString(Qt::ISODate) : u"0"_s);
    if (range.to.isValid())
        add(u" <= ?"_s, range.to.toString(Qt::ISODate));
    return result;
}

QStringList foldedValues(const Condition &condition) {
    QStringList values;
    for (const Operand &operand : condition.values)
        values << fold(std::get<QString>(operand));
    return values;
}

bool textHolds(Operator op, const QStringList &values, const QString &text) {
    if (op == Operator::Contains)
        return text.contains(values.first());
    return op == Operator::StartsWith ? text.startsWith(values.first()) : values.contains(text);
}

Fragment compareTextPositively(const Source &source, const Condition &condition, const Context &context) {
    const QString folded = source.folded.isEmpty() ? u"kontor_fold(%1)"_s.arg(source.value) : source.folded;
    const Fragment text = textComparison(folded, condition.op, foldedValues(condition));
    if (!source.reference.isEmpty())
        return Fragment(u"%1 IN (SELECT id FROM %2 WHERE "_s.arg(source.reference, source.referenceTable)) + text + u")"_s;
    return source.normalised.isEmpty() ? text : either(text, phoneComparison(source.normalised, condition, context));
}

Fragment compare(Kind kind, const Source &source, const Condition &condition, const Context &context) {
    if (condition.op == Operator::Empty)
        return isEmpty(source);
    if (condition.op == Operator::NotEmpty)
        return negated(isEmpty(source));
    Fragment result;
    switch (kind) {
    case Kind::Number:
    case Kind::Money: result = compareNumber(source.value, condition, source.scale); break;
    case Kind::Date: result = compareDate(source, condition, context); break;
    case Kind::YesNo: result = Fragment(source.value + u" = ?"_s, {db::Value(std::get<bool>(condition.values.first()))}); break;
    case Kind::Consent: result = compareConsent(condition); break;
    default: result = compareTextPositively(source, condition, context); break;
    }
    if (isNegative(condition.op))
        return negated(result);
    return condition.orNever ? either(result, isEmpty(source)) : result;
}

bool numberHolds(const Condition &condition, double scale, double number) {
    const auto value = [&](qsizetype index) { return std::get<double>(condition.values.at(index)) * scale; };
    switch (condition.op) {
    case Operator::Equals: return number == value(0);
    case Operator::MoreThan: return number > value(0);
    case Operator::AtLeast: return number >= value(0);
    case Operator::LessThan: return number < value(0);
    case Operator::AtMost: return number <= value(0);
    default: return value(0) <= number && number <= value(1);
    }
}

} // namespace kontor::segments
