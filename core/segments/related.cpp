// Conditions on purchases, interactions, tasks, deals, cases and offers.
#include "segments/compiler.h"

#include "segments/comparison.h"

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
    case Aggregate::Sum:
        source.value = u"coalesce(sum(%1), 0)"_s.arg(value);
        break;
    case Aggregate::Average:
        source.value = u"avg(%1)"_s.arg(value);
        break;
    case Aggregate::Largest:
        source.value = u"max(%1)"_s.arg(value);
        break;
    case Aggregate::First:
        source.value = u"min(%1)"_s.arg(present);
        break;
    default:
        source.value = u"max(%1)"_s.arg(present);
        break;
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

bool holdsForNothing(const Condition &condition) {
    const Aggregate aggregate = aggregateOf(condition);
    if (aggregate == Aggregate::Count || aggregate == Aggregate::Sum)
        return numberHolds(condition, 1, 0);
    return condition.orNever || isNegative(condition.op);
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
        filter = both(filter, inRange(time->source, resolve(*condition.period, m_context.clock.today()), m_context.clock));
    }
    for (const Condition &inner : condition.where) {
        const Field *sub = field.sub(inner.field);
        filter = both(filter, compare(sub->kind, sub->source, inner, m_context));
    }
    return filter;
}

Result<Fragment> Compiler::compileRelated(const Field &field, const Condition &condition, Form form) {
    const Aggregate aggregate = aggregateOf(condition);
    if (aggregate == Aggregate::Exists)
        return compileExists(field, condition, form);
    const Field *subject = aggregatedField(field, condition);
    return isEnd(aggregate) && subject->kind != Kind::Date ? compileEndRecord(field, condition, form) : compileAggregate(field, condition, form);
}

Result<Fragment> Compiler::compileExists(const Field &field, const Condition &condition, Form form) {
    TRY(rows, recordRows(field));
    TRY(filter, recordFilter(field, condition));
    const bool wanted = std::get<bool>(condition.values.first());
    const QString query = form == Form::Correlated ? u"EXISTS (SELECT 1 FROM %1 WHERE r.customer_id = c.id AND "_s
                                                   : u"c.id IN (SELECT r.customer_id FROM %1 WHERE r.customer_id IS NOT NULL AND "_s;
    const Fragment exists = Fragment(query.arg(rows)) + filter + u")"_s;
    return wanted ? exists : negated(exists);
}

// Records that cannot decide about the first or last day need not be read.
Fragment Compiler::reachOf(const Field &field, const Condition &condition, bool isComplement) const {
    const Field *subject = aggregatedField(field, condition);
    const Aggregate aggregate = aggregateOf(condition);
    if (!isEnd(aggregate) || arityOf(condition.op) == Arity::None || condition.op == Operator::AnniversaryWithin || condition.op == Operator::Is)
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

Result<Fragment> Compiler::compileAggregate(const Field &field, const Condition &condition, Form form) {
    TRY(rows, recordRows(field));
    TRY(filter, recordFilter(field, condition));
    const Fragment holds = compare(comparedBy(field, condition).kind, aggregateSource(field, condition), condition, m_context);
    if (form == Form::Correlated)
        return Fragment(u"coalesce((SELECT "_s) + holds + Fragment(u" FROM %1 WHERE r.customer_id = c.id AND "_s.arg(rows)) + filter + u"), 0)"_s;
    const bool isComplement = holdsForNothing(condition);
    const QString query = isComplement ? u"c.id NOT IN (SELECT r.customer_id FROM %1 WHERE r.customer_id IS NOT NULL AND "_s
                                       : u"c.id IN (SELECT r.customer_id FROM %1 WHERE r.customer_id IS NOT NULL AND "_s;
    return Fragment(query.arg(rows)) + filter + reachOf(field, condition, isComplement) + Fragment(u" GROUP BY r.customer_id HAVING "_s) +
           (isComplement ? negated(holds) : holds) + u")"_s;
}

// What the first or last record in time says, for example the outcome of the last call. Of records of the same moment the newer counts as later.
Result<Fragment> Compiler::compileEndRecord(const Field &field, const Condition &condition, Form form) {
    TRY(rows, recordRows(field));
    TRY(filter, recordFilter(field, condition));
    const Field *subject = aggregatedField(field, condition);
    const Source &time = field.sub(field.timeField)->source;
    const QString order = aggregateOf(condition) == Aggregate::Last ? u"%1 DESC, r.id DESC"_s.arg(time.value) : u"%1, r.id"_s.arg(time.value);
    const Fragment timed = both(filter, negated(isEmpty(time)));
    const Fragment holds = compare(subject->kind, endSource(*subject), condition, m_context);
    const bool isComplement = holdsForNothing(condition);
    if (form == Form::Correlated) {
        const QString query = u" FROM (SELECT %1 AS v FROM %2 WHERE r.customer_id = c.id AND "_s.arg(valueExpression(subject->source), rows);
        return Fragment(u"coalesce((SELECT "_s) + certain(holds) + Fragment(query) + timed +
               u" ORDER BY %1 LIMIT 1)), %2)"_s.arg(order).arg(isComplement ? 1 : 0);
    }
    const QString query = u"c.id %1 (SELECT customer_id FROM (SELECT r.customer_id, %2 AS v, row_number() OVER (PARTITION BY r.customer_id ORDER BY %3) "
                          "AS place FROM %4 WHERE r.customer_id IS NOT NULL AND "_s.arg(isComplement ? u"NOT IN"_s : u"IN"_s,
                                                                                        valueExpression(subject->source), order, rows);
    return Fragment(query) + timed + Fragment(u") WHERE place = 1 AND "_s) + (isComplement ? negated(holds) : holds) + u")"_s;
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
    const Source &time = field->sub(field->timeField)->source;
    const QString order = aggregate == Aggregate::Last ? u" ORDER BY %1 DESC, r.id DESC LIMIT 1)"_s : u" ORDER BY %1, r.id LIMIT 1)"_s;
    return Fragment(u"(SELECT "_s + valueExpression(subject->source) + own) + both(filter, negated(isEmpty(time))) + order.arg(time.value);
}

QString Compiler::valuesQuery(const Field &field) {
    const QString filter = field.source.rowFilter.isEmpty() ? QString() : field.source.rowFilter + " AND "_L1;
    return u"SELECT DISTINCT %1 FROM %2 WHERE %3 r.customer_id = ? ORDER BY 1"_s.arg(field.source.value, field.source.rows, filter);
}

} // namespace kontor::segments
