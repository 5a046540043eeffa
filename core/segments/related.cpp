// Conditions on purchases, interactions, tasks, deals, cases and offers.
#include "segments/compiler.h"

#include "segments/comparison.h"

#include <algorithm>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

bool isEnd(Aggregate aggregate) { return aggregate == Aggregate::First || aggregate == Aggregate::Last; }

// The value of an aggregate over the records `r`.
Source aggregateSource(const Field &field, const Condition &condition) {
    const Aggregate aggregate = aggregateOf(condition);
    const Field *subject = aggregatedField(field, condition);
    Source source;
    if (!subject) {
        source.value = u"count(*)"_s;
        return source;
    }
    source.isInstant = subject->source.isInstant;
    source.scale = subject->source.scale;
    const QString value = subject->source.value;
    const QString present = source.isInstant ? value : u"nullif(%1, '')"_s.arg(value);
    switch (aggregate) {
    case Aggregate::Sum: source.value = u"coalesce(sum(%1), 0)"_s.arg(value); break;
    case Aggregate::Average: source.value = u"avg(%1)"_s.arg(value); break;
    case Aggregate::Largest: source.value = u"max(%1)"_s.arg(value); break;
    case Aggregate::First: source.value = u"min(%1)"_s.arg(present); break;
    default: source.value = u"max(%1)"_s.arg(present); break;
    }
    return source;
}

// What the first or last record says, once it is found: a column `v`.
Source endSource(const Field &subject) {
    Source source = subject.source;
    source.value = u"v"_s;
    source.folded.clear();
    source.reference.clear();
    return source;
}

// The pass over the table: along the index by customer where that holds everything that is asked, else in the order of the rows (a unary plus
// keeps SQLite from the index; measured six times faster at 500,000 rows).
QString customerColumn(const Field &field, const Condition &condition) {
    const Field *subject = aggregatedField(field, condition);
    const auto isInIndex = [](const Field *sub) { return !sub || sub->source.isInCustomerIndex; };
    const bool isWhole =
        isInIndex(subject) && std::all_of(condition.where.begin(), condition.where.end(),
                                          [&](const Condition &inner) { return isInIndex(field.sub(inner.field)); });
    return isWhole ? u"r.customer_id"_s : u"+r.customer_id"_s;
}

// Leaves the first or last record of those that have a time.
Fragment endOrder(const Field &field, const Condition &condition) {
    const Source &time = field.sub(field.timeField)->source;
    const QString order =
        aggregateOf(condition) == Aggregate::Last ? u" ORDER BY %1 DESC, r.id DESC LIMIT 1"_s : u" ORDER BY %1, r.id LIMIT 1"_s;
    return Fragment(u" AND "_s) + negated(isEmpty(time)) + order.arg(time.value);
}

bool holdsForNothing(const Condition &condition) {
    const Aggregate aggregate = aggregateOf(condition);
    if (aggregate == Aggregate::Count || aggregate == Aggregate::Sum)
        return numberHolds(condition, 1, 0);
    return isNegative(condition.op) || (condition.orNever && condition.op != Operator::NotEmpty);
}

} // namespace

Result<QString> Compiler::recordRows(const Field &field) {
    if (field.name != "interactions"_L1)
        return field.source.rows;
    if (!m_hasParticipants) {
        TRY(exists, m_database.single(u"SELECT EXISTS (SELECT 1 FROM participant)"_s));
        m_hasParticipants = exists.integer() != 0;
    }
    if (!*m_hasParticipants)
        return field.source.rows;
    return uR"((SELECT id, customer_id, at, kind, direction, outcome, duration_seconds, text, trashed_at FROM interaction
          UNION ALL
          SELECT i.id, p.customer_id, i.at, i.kind, i.direction, i.outcome, i.duration_seconds, i.text, i.trashed_at
          FROM (SELECT DISTINCT interaction_id, customer_id FROM participant) p
          JOIN interaction i ON i.id = p.interaction_id AND i.customer_id <> p.customer_id) r)"_s;
}

Result<Fragment> Compiler::recordFilter(const Field &field, const Condition &condition) {
    Fragment filter(field.source.rowFilter);
    if (condition.period) {
        const Field *time = field.sub(field.timeField);
        filter = both(filter, inRange(time->source, resolve(*condition.period, m_context.clock.today(), m_context.calendar()),
                                      m_context.clock));
    }
    for (const Condition &inner : condition.where) {
        const Field *sub = field.sub(inner.field);
        filter = both(filter, compare(sub->kind, sub->source, inner, m_context));
    }
    return filter;
}

// Of all its records together; else it asks whether there are any, or what the first or last of them says.
bool Compiler::isRelatedAggregate(const Field &field, const Condition &condition) {
    if (field.kind != Kind::Records || aggregateOf(condition) == Aggregate::Exists)
        return false;
    return !isEnd(aggregateOf(condition)) || aggregatedField(field, condition)->kind == Kind::Date;
}

Result<Fragment> Compiler::compileRelated(const Field &field, const Condition &condition, Form form) {
    if (isRelatedAggregate(field, condition))
        return compileAggregate(field, condition, form);
    return aggregateOf(condition) == Aggregate::Exists ? compileExists(field, condition, form)
                                                       : compileEndRecord(field, condition);
}

Result<Fragment> Compiler::compileExists(const Field &field, const Condition &condition, Form form) {
    TRY(rows, recordRows(field));
    TRY(filter, recordFilter(field, condition));
    const bool wanted = std::get<bool>(condition.values.first());
    const QString query = form == Form::Correlated
                              ? u"EXISTS (SELECT 1 FROM %1 WHERE r.customer_id = c.id AND "_s
                              : u"c.id IN (SELECT r.customer_id FROM %1 WHERE +r.customer_id IS NOT NULL AND "_s;
    const Fragment exists = Fragment(query.arg(rows)) + filter + u")"_s;
    return wanted ? exists : negated(exists);
}

// Records that cannot decide about the first or last day need not be read.
Fragment Compiler::reachOf(const Field &field, const Condition &condition, bool isComplement) const {
    const Field *subject = aggregatedField(field, condition);
    const Aggregate aggregate = aggregateOf(condition);
    if (!isEnd(aggregate) || arityOf(condition.op) == Arity::None || condition.op == Operator::AnniversaryWithin ||
        condition.op == Operator::Is)
        return {};
    const bool isLast = aggregate == Aggregate::Last;
    const DayRange range = resolve(condition, m_context.clock.today());
    DayRange reach;
    if (!isComplement)
        reach = isLast ? DayRange{range.from, {}} : DayRange{{}, range.to};
    else if (isLast && !range.from.isValid())
        reach.from = range.to.addDays(1);
    else if (!isLast && !range.to.isValid())
        reach.to = range.from.addDays(-1);
    if (!reach.from.isValid() && !reach.to.isValid())
        return {};
    return Fragment(u" AND "_s) + inRange(subject->source, reach, m_context.clock);
}

// NULL is no, as of every condition: negated() makes it certain first.
Fragment Compiler::askedOfOne(const RelatedAggregate &aggregate) {
    return Fragment(u"(SELECT "_s) + aggregate.holds +
           Fragment(u" FROM %1 WHERE r.customer_id = c.id AND "_s.arg(aggregate.rows)) + aggregate.filter + u")"_s;
}

Result<Compiler::RelatedAggregate> Compiler::relatedAggregate(const Field &field, const Condition &condition) {
    TRY(rows, recordRows(field));
    TRY(filter, recordFilter(field, condition));
    return RelatedAggregate{rows, filter,
                            compare(comparedBy(field, condition).kind, aggregateSource(field, condition), condition, m_context)};
}

Result<Fragment> Compiler::compileAggregate(const Field &field, const Condition &condition, Form form) {
    TRY(aggregate, relatedAggregate(field, condition));
    if (form == Form::Correlated)
        return askedOfOne(aggregate);
    const bool isComplement = holdsForNothing(condition);
    const QString query = u"c.id %1 (SELECT r.customer_id FROM %2 WHERE +r.customer_id IS NOT NULL AND "_s.arg(
        isComplement ? u"NOT IN"_s : u"IN"_s, aggregate.rows);
    return Fragment(query) + aggregate.filter + reachOf(field, condition, isComplement) +
           Fragment(u" GROUP BY %1 HAVING "_s.arg(customerColumn(field, condition))) +
           (isComplement ? negated(aggregate.holds) : aggregate.holds) + u")"_s;
}

// What the first or last record in time says, for example the outcome of the last call. Of records of the same moment the newer counts as later.
// The index by customer gives that record with one seek, so there is no grouped form: sorting all records took twice as long.
Result<Fragment> Compiler::compileEndRecord(const Field &field, const Condition &condition) {
    TRY(rows, recordRows(field));
    TRY(filter, recordFilter(field, condition));
    const Field *subject = aggregatedField(field, condition);
    const Fragment holds = certain(compare(subject->kind, endSource(*subject), condition, m_context));
    const QString record =
        u" FROM (SELECT %1 AS v FROM %2 WHERE r.customer_id = c.id AND "_s.arg(valueExpression(subject->source), rows);
    return Fragment(u"coalesce((SELECT "_s) + holds + Fragment(record) + filter + endOrder(field, condition) +
           (holdsForNothing(condition) ? u")), 1)"_s : u")), 0)"_s);
}

Result<Fragment> Compiler::valueOf(const Condition &condition) {
    const Field *field = m_catalogue.find(condition.field);
    if (!field || field->kind == Kind::Segment || (field->kind != Kind::Records && !field->source.rows.isEmpty()))
        return Fragment();
    if (field->kind != Kind::Records)
        return Fragment(valueExpression(field->source));
    TRY(rows, recordRows(*field));
    TRY(filter, recordFilter(*field, condition));
    const Aggregate aggregate = aggregateOf(condition);
    const Field *subject = aggregatedField(*field, condition);
    const QString own = u" FROM %1 WHERE r.customer_id = c.id AND "_s.arg(rows);
    if (aggregate == Aggregate::Exists)
        return Fragment(u"EXISTS (SELECT 1"_s + own) + filter + u")"_s;
    if (!isEnd(aggregate) || subject->kind == Kind::Date)
        return Fragment(u"(SELECT "_s + aggregateSource(*field, condition).value + own) + filter + u")"_s;
    return Fragment(u"(SELECT "_s + valueExpression(subject->source) + own) + filter + endOrder(*field, condition) + u")"_s;
}

QString Compiler::valuesQuery(const Field &field) {
    const QString filter = field.source.rowFilter.isEmpty() ? QString() : field.source.rowFilter + " AND "_L1;
    return u"SELECT DISTINCT %1 FROM %2 WHERE %3 r.customer_id = ? ORDER BY 1"_s.arg(field.source.value, field.source.rows,
                                                                                     filter);
}

} // namespace kontor::segments
