// Which form the conditions of a group take: the counts that the choice rests on.
#include "segments/compiler.h"

#include "base/fold.h"
#include "segments/comparison.h"

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

// Looking at the records of one customer costs more than its share of a pass over all: twice at 100,000 customers, eight times at 1,000,000.
constexpr qint64 kCostOfLookingUp = 4;

} // namespace

Result<qint64> Compiler::countUpTo(const QString &rows, const db::Values &values, qint64 limit) {
    const QString query = u"SELECT count(*) FROM (SELECT 1 FROM %1 LIMIT %2)"_s.arg(rows).arg(limit);
    TRY(count, m_database.single(query, values));
    return count.integer();
}

// The values that the index has, one seek each.
Result<QStringList> Compiler::distinctValues(const Field &field) {
    const auto known = m_distinct.constFind(field.name);
    if (known != m_distinct.constEnd())
        return *known;
    const QString column = field.source.value.section(u'.', 1);
    const QString query = u"WITH RECURSIVE d(v) AS (SELECT min(%1) FROM customer UNION ALL SELECT (SELECT min(%1) FROM customer "
                          u"WHERE %1 > v) FROM d "
                          "WHERE v IS NOT NULL) SELECT v FROM d WHERE v <> ''"_s.arg(column);
    TRY(statement, m_database.prepareBulk(query));
    QStringList values;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        values << statement.text(0);
    }
    m_distinct.insert(field.name, values);
    return values;
}

Result<QStringList> Compiler::matchingValues(const Field &field, const Condition &condition) {
    TRY(all, distinctValues(field));
    const QStringList wanted = foldedValues(condition);
    const Operator op = isNegative(condition.op) ? Operator::OneOf : condition.op;
    QStringList matching;
    for (const QString &value : all)
        if (textHolds(op, wanted, fold(value)))
            matching << value;
    return matching;
}

// About how many customers a condition leaves, where an index tells; nothing where none does.
Result<std::optional<qint64>> Compiler::estimate(const Condition &condition, qint64 limit) {
    const Field *field = m_catalogue.find(condition.field);
    if (condition.orNever || isNegative(condition.op) || arityOf(condition.op) == Arity::None || !field)
        return std::optional<qint64>();
    if (field->source.isFewDistinct) {
        TRY(compiled, compileFewDistinct(*field, condition));
        TRY(count, countUpTo(u"customer c WHERE "_s + compiled.sql, compiled.values, limit));
        return std::optional(count);
    }
    if (field->name == "tag"_L1) {
        Condition first = condition;
        if (condition.op == Operator::HasAll)
            first.values = {condition.values.first()};
        const Fragment predicate = compare(field->kind, field->source, first, m_context);
        TRY(count, countUpTo(field->source.rows + u" WHERE "_s + predicate.sql, predicate.values, limit));
        return std::optional(count);
    }
    if (field->name == "name"_L1 && (condition.op == Operator::Is || condition.op == Operator::OneOf)) {
        const Fragment predicate = compare(field->kind, field->source, condition, m_context);
        TRY(count, countUpTo(u"customer c WHERE "_s + predicate.sql, predicate.values, limit));
        return std::optional(count);
    }
    return std::optional<qint64>();
}

// The condition of an all-group that leaves so few customers that the others are better asked for each of them.
Result<std::optional<std::size_t>> Compiler::selectiveCondition(const Group &group) {
    if (group.rules.size() < 2)
        return std::optional<std::size_t>();
    TRY(customers, m_database.single(u"SELECT count(*) FROM customer"_s));
    qint64 best = customers.integer() / kCostOfLookingUp;
    std::optional<std::size_t> driver;
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        const Condition *condition = group.rules[i].condition();
        if (!condition)
            continue;
        TRY(left, estimate(*condition, best));
        if (left && *left < best) {
            best = *left;
            driver = i;
        }
    }
    return driver;
}

} // namespace kontor::segments
