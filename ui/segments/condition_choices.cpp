#include "segments/condition_choices.h"

#include "segments/rule_words.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace segments;

namespace {

constexpr double kUsualDays = 90;
constexpr double kSoonDays = 14;

Operator usualOperator(const Field &field) {
    switch (field.kind) {
    case Kind::Number:
    case Kind::Money: return Operator::MoreThan;
    case Kind::Date: return field.name == "birthday"_L1 ? Operator::AnniversaryWithin : Operator::InLast;
    case Kind::Tag: return Operator::HasAny;
    case Kind::Choice: return Operator::OneOf;
    case Kind::Text:
        return field.section == "reaching"_L1 || field.name == "name"_L1 || field.name == "note"_L1 ? Operator::Contains
                                                                                                    : Operator::OneOf;
    default: return Operator::Is;
    }
}

Condition distance(Condition condition, Operator op, double days) {
    condition.op = op;
    condition.values = {days};
    condition.unit = Unit::Day;
    return condition;
}

// Everything but the operator, the values and what they need.
Condition onRecords(const Field &field, Aggregate aggregate, const QString &of = {}) {
    Condition condition;
    condition.field = field.name;
    condition.aggregate = aggregate;
    condition.of = of;
    const Compared compared = comparedBy(field, condition);
    if (compared.kind == Kind::YesNo)
        condition.values = {true};
    else if (compared.kind == Kind::Date)
        condition = distance(condition, Operator::InLast, kUsualDays);
    else
        condition.op = compared.kind == Kind::Choice || compared.kind == Kind::Text ? Operator::OneOf : Operator::MoreThan;
    return condition;
}

Condition part(const QString &field, Operator op, const QList<Operand> &values = {}) {
    Condition condition;
    condition.field = field;
    condition.op = op;
    condition.values = values;
    return condition;
}

Condition withPart(Condition condition, const Condition &inner) {
    condition.where << inner;
    return condition;
}

} // namespace

QString ConditionChoices::aggregateLabel(const Field &field, Aggregate aggregate, const QString &of) {
    static const QHash<QString, const char *> words{
        {u"purchases/exists/"_s, QT_TR_NOOP("Bought")},
        {u"purchases/count/"_s, QT_TR_NOOP("Number of purchases")},
        {u"purchases/sum/amount"_s, QT_TR_NOOP("Bought in total")},
        {u"purchases/average/amount"_s, QT_TR_NOOP("Average purchase")},
        {u"purchases/largest/amount"_s, QT_TR_NOOP("Largest purchase")},
        {u"purchases/sum/quantity"_s, QT_TR_NOOP("Quantity bought in total")},
        {u"purchases/average/quantity"_s, QT_TR_NOOP("Average quantity bought")},
        {u"purchases/largest/quantity"_s, QT_TR_NOOP("Largest quantity bought")},
        {u"purchases/first/on"_s, QT_TR_NOOP("First purchase")},
        {u"purchases/last/on"_s, QT_TR_NOOP("Last purchase")},
        {u"interactions/exists/"_s, QT_TR_NOOP("Contacted")},
        {u"interactions/count/"_s, QT_TR_NOOP("Number of contacts")},
        {u"interactions/first/at"_s, QT_TR_NOOP("First contact")},
        {u"interactions/last/at"_s, QT_TR_NOOP("Last contact")},
        {u"interactions/last/kind"_s, QT_TR_NOOP("Kind of the last contact")},
        {u"interactions/last/outcome"_s, QT_TR_NOOP("Outcome of the last contact")},
        {u"interactions/sum/duration"_s, QT_TR_NOOP("Minutes of contact in total")},
        {u"interactions/average/duration"_s, QT_TR_NOOP("Average minutes of a contact")},
        {u"interactions/largest/duration"_s, QT_TR_NOOP("Longest contact in minutes")},
        {u"tasks/exists/"_s, QT_TR_NOOP("Has a task")},
        {u"tasks/count/"_s, QT_TR_NOOP("Number of tasks")},
        {u"tasks/first/due"_s, QT_TR_NOOP("First task due")},
        {u"tasks/last/due"_s, QT_TR_NOOP("Last task due")},
        {u"deals/exists/"_s, QT_TR_NOOP("Has a deal")},
        {u"deals/count/"_s, QT_TR_NOOP("Number of deals")},
        {u"deals/sum/amount"_s, QT_TR_NOOP("Deals in total")},
        {u"deals/average/amount"_s, QT_TR_NOOP("Average deal")},
        {u"deals/largest/amount"_s, QT_TR_NOOP("Largest deal")},
        {u"deals/first/expected_on"_s, QT_TR_NOOP("First expected close of a deal")},
        {u"deals/last/expected_on"_s, QT_TR_NOOP("Last expected close of a deal")},
        {u"cases/exists/"_s, QT_TR_NOOP("Has a case")},
        {u"cases/count/"_s, QT_TR_NOOP("Number of cases")},
        {u"cases/first/opened_at"_s, QT_TR_NOOP("First case opened")},
        {u"cases/last/opened_at"_s, QT_TR_NOOP("Last case opened")},
        {u"offers/exists/"_s, QT_TR_NOOP("Was offered something")},
        {u"offers/count/"_s, QT_TR_NOOP("Number of offers")},
        {u"offers/first/on"_s, QT_TR_NOOP("First offer")},
        {u"offers/last/on"_s, QT_TR_NOOP("Last offer")},
    };
    const char *word = words.value(u"%1/%2/%3"_s.arg(field.name, wordOf(aggregate), of));
    if (word)
        return tr(word);
    const Field *subject = field.sub(of);
    const QString what = subject ? subject->label : QString();
    switch (aggregate) {
    case Aggregate::Exists: return field.label;
    case Aggregate::Count:
        //: %1: a kind of records, such as Purchases
        return tr("%1: how many").arg(field.label);
    case Aggregate::Sum: return tr("%1: %2 in total").arg(field.label, what);
    case Aggregate::Average: return tr("%1: average %2").arg(field.label, what);
    case Aggregate::Largest: return tr("%1: largest %2").arg(field.label, what);
    case Aggregate::First: return tr("%1: first %2").arg(field.label, what);
    case Aggregate::Last: break;
    }
    return tr("%1: last %2").arg(field.label, what);
}

// The questions that are asked most, ready with what they need.
QList<ConditionChoice> ConditionChoices::ready(const Field &field) {
    QList<ConditionChoice> list;
    const auto add = [&](const QString &label, const Condition &condition) { list.append({label, {}, condition}); };
    if (field.name == "purchases"_L1) {
        add(tr("Bought product"), withPart(onRecords(field, Aggregate::Exists), part(u"product"_s, Operator::OneOf)));
        add(tr("Bought category"), withPart(onRecords(field, Aggregate::Exists), part(u"category"_s, Operator::OneOf)));
        add(tr("Bought brand"), withPart(onRecords(field, Aggregate::Exists), part(u"brand"_s, Operator::OneOf)));
        add(tr("Not bought for"), distance(onRecords(field, Aggregate::Last, u"on"_s), Operator::MoreThanAgo, kUsualDays));
    } else if (field.name == "interactions"_L1) {
        Condition quiet = distance(onRecords(field, Aggregate::Last, u"at"_s), Operator::MoreThanAgo, kUsualDays);
        quiet.orNever = true;
        add(tr("Not contacted for"), quiet);
        add(tr("Outcome of the last contact"), onRecords(field, Aggregate::Last, u"outcome"_s));
    } else if (field.name == "tasks"_L1) {
        Condition none = withPart(onRecords(field, Aggregate::Exists), part(u"done"_s, Operator::Is, {false}));
        none.values = {false};
        add(tr("No next step"), none);
    }
    return list;
}

QList<ConditionChoice> ConditionChoices::aggregates(const Field &field) {
    QList<ConditionChoice> list;
    const auto add = [&](Aggregate aggregate, const QString &of) {
        if (field.aggregates.contains(aggregate))
            list.append({aggregateLabel(field, aggregate, of), {}, onRecords(field, aggregate, of)});
    };
    for (const Field &sub : field.fields)
        if (sub.kind == Kind::Money)
            for (const Aggregate aggregate : {Aggregate::Sum, Aggregate::Average, Aggregate::Largest})
                add(aggregate, sub.name);
    add(Aggregate::Count, {});
    add(Aggregate::Exists, {});
    add(Aggregate::Last, field.timeField);
    add(Aggregate::First, field.timeField);
    for (const Field &sub : field.fields)
        if (sub.kind == Kind::Number)
            add(Aggregate::Sum, sub.name);
    return list;
}

QList<ConditionChoice> ConditionChoices::all(const Catalogue &catalogue) {
    static const QStringList order{u"profile"_s, u"reaching"_s, u"history"_s, u"purchases"_s,
                                   u"deals"_s,   u"tasks"_s,    u"tags"_s,    u"technical"_s};
    QList<ConditionChoice> list;
    for (const QString &section : order) {
        for (const Field &field : catalogue.fields()) {
            if (field.section != section)
                continue;
            QList<ConditionChoice> own{{field.label, {}, partOf(field)}};
            if (field.kind == Kind::Records)
                own = ready(field) + aggregates(field);
            for (ConditionChoice &choice : own)
                choice.section = RuleWords::section(section);
            list << own;
        }
    }
    return list;
}

QString ConditionChoices::subject(const Condition &condition, const Catalogue &catalogue) {
    const Field *field = catalogue.find(condition.field);
    if (!field)
        return condition.field;
    if (field->kind != Kind::Records)
        return field->label;
    const Field *subject = aggregatedField(*field, condition);
    return aggregateLabel(*field, aggregateOf(condition), subject ? subject->name : QString());
}

Condition ConditionChoices::partOf(const Field &field) {
    Condition condition;
    condition.field = field.name;
    if (field.name == "done"_L1 && field.operators.contains(Operator::Is)) // "done is false" before any date of it
        return part(field.name, Operator::Is, {false});
    condition = withOperator(condition, usualOperator(field), field.kind);
    if (condition.op == Operator::AnniversaryWithin)
        condition.values = {kSoonDays};
    return condition;
}

Condition ConditionChoices::withOperator(Condition condition, Operator op, Kind kind) {
    const bool fits = arityOf(op) == arityOf(condition.op) && takesUnit(op) == takesUnit(condition.op);
    const bool becomesList = arityOf(op) == Arity::List && arityOf(condition.op) == Arity::One && !takesUnit(condition.op);
    const bool wasList = arityOf(condition.op) == Arity::List && arityOf(op) == Arity::One;
    condition.op = op;
    if (wasList)
        condition.values = condition.values.mid(0, 1);
    else if (!fits && !becomesList)
        condition.values.clear();
    if (!takesUnit(op)) {
        condition.unit.reset();
    } else if (!condition.unit) {
        condition.unit = Unit::Day;
        condition.values = {kUsualDays};
    }
    if (kind == Kind::YesNo && condition.values.isEmpty())
        condition.values = {true};
    if (arityOf(op) == Arity::None || isNegative(op))
        condition.orNever = false;
    return condition;
}

} // namespace kontor::ui
