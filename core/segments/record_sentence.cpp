#include "segments/record_sentence.h"

#include <QCoreApplication>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::segments", text); }

QString existsClause(const Field &field, const Condition &condition, const Phrases &phrases) {
    const bool wanted = std::get<bool>(condition.values.first());
    if (field.name == "purchases"_L1)
        return wanted ? tr("who bought something") : tr("who bought nothing");
    if (field.name == "interactions"_L1)
        return wanted ? tr("who were in contact") : tr("who were not in contact");
    return wanted ? tr("who have %1").arg(phrases.label(field)) : tr("who have no %1").arg(phrases.label(field));
}

QString countClause(const Field &field, const Condition &condition, const Phrases &phrases) {
    const QString amount = phrases.amount(Kind::Number, condition);
    const bool isOnce = condition.op == Operator::Equals && std::get<double>(condition.values.first()) == 1;
    if (field.name == "purchases"_L1)
        return isOnce ? tr("who bought once") : tr("who bought %1 times").arg(amount);
    if (field.name == "interactions"_L1)
        return isOnce ? tr("who were in contact once") : tr("who were in contact %1 times").arg(amount);
    return tr("whose number of %1 is %2").arg(phrases.label(field), amount);
}

// What stands after "is": an amount, a moment or a text.
QString comparedPhrase(const Field &subject, const Condition &condition, const Phrases &phrases) {
    if (condition.op == Operator::Empty)
        return tr("not known");
    if (condition.op == Operator::NotEmpty)
        return tr("known");
    switch (subject.kind) {
    case Kind::Number:
    case Kind::Money: return phrases.amount(subject.kind, condition);
    case Kind::Date:
        if (condition.op == Operator::Is)
            return std::get<bool>(condition.values.first()) ? tr("yes") : tr("no");
        return condition.op == Operator::AnniversaryWithin ? tr("in any year %1").arg(phrases.moment(condition))
                                                           : phrases.moment(condition);
    case Kind::YesNo: return std::get<bool>(condition.values.first()) ? tr("yes") : tr("no");
    default: break;
    }
    const QString values = phrases.oneOf(condition.values, subject.choiceWords);
    switch (condition.op) {
    case Operator::IsNot: return tr("not %1").arg(values);
    case Operator::Contains: return tr("something with %1").arg(values);
    case Operator::StartsWith: return tr("something that starts with %1").arg(values);
    case Operator::NoneOf: return tr("none of %1").arg(values);
    default: return values;
    }
}

QString aggregateClause(const Field &field, const Condition &condition, const Phrases &phrases) {
    const Field *subject = aggregatedField(field, condition);
    const Aggregate aggregate = aggregateOf(condition);
    const QString compared = comparedPhrase(*subject, condition, phrases);
    const QString label = phrases.label(*subject);
    const QString records = phrases.label(field);
    const bool isTime = subject->name == field.timeField;
    const bool isPurchase = field.name == "purchases"_L1;
    switch (aggregate) {
    case Aggregate::Sum:
        if (isPurchase && subject->kind == Kind::Money)
            return tr("who bought for %1 in total").arg(compared);
        return tr("whose sum of %1 over all %2 is %3").arg(label, records, compared);
    case Aggregate::Average: return tr("whose average %1 of %2 is %3").arg(label, records, compared);
    case Aggregate::Largest: return tr("whose largest %1 of %2 is %3").arg(label, records, compared);
    case Aggregate::First:
        if (isTime && isPurchase)
            return tr("whose first purchase was %1").arg(compared);
        if (isTime && field.name == "interactions"_L1)
            return tr("whose first contact was %1").arg(compared);
        return tr("whose first %1 of %2 is %3").arg(label, records, compared);
    default:
        if (isTime && isPurchase)
            return tr("whose last purchase was %1").arg(compared);
        if (isTime && field.name == "interactions"_L1)
            return tr("whose last contact was %1").arg(compared);
        return tr("whose last %1 of %2 is %3").arg(label, records, compared);
    }
}

// What is said of a record in a word: that it is done, or paid. Empty: it is said with the name of the field.
QString stateClause(const Condition &inner) {
    const bool isDone = inner.field == "done"_L1, isPaid = inner.field == "paid"_L1;
    if (!isDone && !isPaid)
        return {};
    const bool isTruth = inner.op == Operator::Is;
    if (!isTruth && inner.op != Operator::Empty && inner.op != Operator::NotEmpty)
        return {};
    const bool holds = isTruth ? std::get<bool>(inner.values.first()) : inner.op == Operator::NotEmpty;
    if (isDone)
        return holds ? tr("that are done") : tr("that are not done");
    return holds ? tr("that are paid") : tr("that are not paid");
}

// What is told of the records: "that are not done", "where the product is Mower and the brand is Stihl".
QString withWhere(const QString &clause, const Field &field, const Condition &condition, const Phrases &phrases) {
    QString whole = clause, list;
    for (const Condition &inner : condition.where) {
        if (const QString state = stateClause(inner); !state.isEmpty()) {
            whole = tr("%1 %2").arg(whole, state);
            continue;
        }
        const Field *sub = field.sub(inner.field);
        QString part = tr("the %1 is %2").arg(phrases.label(*sub), comparedPhrase(*sub, inner, phrases));
        if (inner.orNever)
            part = tr("%1 or is not known").arg(part);
        list = list.isEmpty() ? part : tr("%1 and %2").arg(list, part);
    }
    return list.isEmpty() ? whole : tr("%1 where %2").arg(whole, list);
}

} // namespace

QString recordClause(const Field &field, const Condition &condition, const Phrases &phrases) {
    QString clause;
    switch (aggregateOf(condition)) {
    case Aggregate::Exists: clause = existsClause(field, condition, phrases); break;
    case Aggregate::Count: clause = countClause(field, condition, phrases); break;
    default: clause = aggregateClause(field, condition, phrases); break;
    }
    if (condition.period)
        clause = tr("%1 %2").arg(clause, phrases.period(*condition.period));
    if (!condition.where.isEmpty())
        clause = withWhere(clause, field, condition, phrases);
    return condition.orNever ? tr("%1 or never").arg(clause) : clause;
}

} // namespace kontor::segments
