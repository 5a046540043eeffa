#include "segments/sentence.h"

#include "segments/phrases.h"
#include "segments/record_sentence.h"
#include "segments/rule_check.h"

#include <QCoreApplication>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::segments", text); }

QString textClause(const Field &field, const Condition &condition, const Phrases &phrases) {
    const QString label = phrases.label(field);
    const QString values = condition.values.isEmpty() ? QString() : phrases.oneOf(condition.values, field.choiceWords);
    switch (condition.op) {
    case Operator::IsNot: return tr("whose %1 is not %2").arg(label, values);
    case Operator::Contains: return tr("whose %1 contains %2").arg(label, values);
    case Operator::StartsWith: return tr("whose %1 starts with %2").arg(label, values);
    case Operator::NoneOf: return tr("whose %1 is none of %2").arg(label, values);
    case Operator::Empty: return tr("whose %1 is not known").arg(label);
    case Operator::NotEmpty: return tr("whose %1 is known").arg(label);
    default: return tr("whose %1 is %2").arg(label, values);
    }
}

QString tagClause(const Condition &condition, const Phrases &phrases) {
    const QString values = condition.values.isEmpty() ? QString() : phrases.oneOf(condition.values);
    switch (condition.op) {
    case Operator::HasAny: return tr("who have one of the tags %1").arg(values);
    case Operator::HasAll: return tr("who have all of the tags %1").arg(values);
    case Operator::HasNone: return tr("who have none of the tags %1").arg(values);
    case Operator::Empty: return tr("who have no tag");
    case Operator::NotEmpty: return tr("who have a tag");
    default: return tr("who have the tag %1").arg(values);
    }
}

QString choicesClause(const Field &field, const Condition &condition, const Phrases &phrases) {
    const QString label = phrases.label(field);
    const QString values = condition.values.isEmpty() ? QString() : phrases.oneOf(condition.values);
    switch (condition.op) {
    case Operator::HasAll: return tr("whose %1 has all of %2").arg(label, values);
    case Operator::HasNone: return tr("whose %1 has none of %2").arg(label, values);
    case Operator::Empty: return tr("whose %1 is not known").arg(label);
    case Operator::NotEmpty: return tr("whose %1 is known").arg(label);
    default: return tr("whose %1 has %2").arg(label, values);
    }
}

QString dateClause(const Field &field, const Condition &condition, const Phrases &phrases) {
    const QString moment = phrases.moment(condition);
    if (field.name == "created"_L1)
        return tr("who were added %1").arg(moment);
    if (field.name == "changed"_L1)
        return tr("whose card was changed %1").arg(moment);
    if (condition.op != Operator::AnniversaryWithin)
        return tr("whose %1 is %2").arg(phrases.label(field), moment);
    return tr("whose %1 comes round %2").arg(phrases.label(field), moment);
}

QString segmentClause(const Condition &condition, const Phrases &phrases) {
    const QString values = phrases.oneOf(condition.values);
    return isNegative(condition.op) ? tr("who are not in the segment %1").arg(values)
                                    : tr("who are in the segment %1").arg(values);
}

QString plainClause(const Field &field, const Condition &condition, const Phrases &phrases) {
    const bool isEmptiness = arityOf(condition.op) == Arity::None;
    switch (field.kind) {
    case Kind::Number:
    case Kind::Money:
        return isEmptiness ? textClause(field, condition, phrases)
                           : tr("whose %1 is %2").arg(phrases.label(field), phrases.amount(field.kind, condition));
    case Kind::Date: return isEmptiness ? textClause(field, condition, phrases) : dateClause(field, condition, phrases);
    case Kind::Tag: return field.name == "tag"_L1 ? tagClause(condition, phrases) : choicesClause(field, condition, phrases);
    case Kind::YesNo:
        return std::get<bool>(condition.values.first()) ? tr("whose %1 is yes").arg(phrases.label(field))
                                                        : tr("whose %1 is no").arg(phrases.label(field));
    case Kind::Segment: return segmentClause(condition, phrases);
    default: return textClause(field, condition, phrases);
    }
}

QString conditionClause(const Condition &condition, const Catalogue &catalogue, const Phrases &phrases) {
    const Field *field = catalogue.find(condition.field);
    if (!field)
        return tr("whose %1 is not known any more").arg(condition.field);
    if (!checkCondition(condition, catalogue))
        return tr("whose %1 is still to be decided").arg(phrases.label(*field));
    if (field->kind == Kind::Records)
        return recordClause(*field, condition, phrases);
    const QString clause = plainClause(*field, condition, phrases);
    return condition.orNever ? tr("%1 or is not known").arg(clause) : clause;
}

QString groupClause(const Group &group, const Catalogue &catalogue, const Phrases &phrases, bool isOutermost) {
    QString clause;
    for (const Node &node : group.rules) {
        const QString part = node.condition() ? conditionClause(*node.condition(), catalogue, phrases)
                                              : groupClause(*node.group(), catalogue, phrases, false);
        if (clause.isEmpty())
            clause = part;
        else
            clause = group.match == Match::All ? tr("%1, and %2").arg(clause, part) : tr("%1, or %2").arg(clause, part);
    }
    if (group.rules.empty())
        return group.match == Match::Any ? tr("of whom there are none") : tr("of every kind");
    if (group.match == Match::None)
        return tr("who are not among those (%1)").arg(clause);
    return isOutermost || group.rules.size() == 1 ? clause : tr("(%1)").arg(clause);
}

} // namespace

QString sentence(const Rule &rule, const Catalogue &catalogue, const Context &context) {
    if (rule.rules.empty())
        return rule.match == Match::Any ? tr("No customers.") : tr("All customers.");
    const Phrases phrases(context);
    return tr("Customers %1.").arg(groupClause(rule, catalogue, phrases, true));
}

QString conditionSentence(const Condition &condition, const Catalogue &catalogue, const Context &context) {
    return conditionClause(condition, catalogue, Phrases(context));
}

QString resolvedDays(const Period &period, const Context &context) {
    return Phrases(context).days(resolve(period, context.clock.today(), context.calendar()));
}

QString resolvedDays(const Condition &condition, const Context &context) {
    const DayRange range = resolve(condition, context.clock.today());
    return range.from.isValid() || range.to.isValid() ? Phrases(context).days(range) : QString();
}

} // namespace kontor::segments
