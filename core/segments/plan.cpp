// Which form the conditions of a group take: the counts that the choice rests on.
#include "segments/compiler.h"

#include "base/fold.h"
#include "db/id_list.h"
#include "db/text_functions.h"
#include "segments/comparison.h"
#include "segments/sample.h"

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

// Looking at the records of one customer costs more than its share of a pass over all: twice at 100,000 customers, eight times at 1,000,000.
constexpr double kCostOfLookingUp = 4;
constexpr int kSample = 300;          // customers: enough to tell a twentieth from a quarter
constexpr qint64 kFewListed = 10'000; // looking at their records takes a hundredth of a second: not worth asking a sample

} // namespace

Result<qint64> Compiler::countUpTo(const Fragment &rows, qint64 limit) {
    TRY(count, m_database.single(u"SELECT count(*) FROM (SELECT 1 FROM %1 LIMIT %2)"_s.arg(rows.sql, QString::number(limit)), rows.values));
    return count.integer();
}

// Takes two thirds of the time that counting them does.
Result<bool> Compiler::hasFewerThan(const Fragment &rows, qint64 limit) {
    TRY(last, m_database.single(u"SELECT 1 FROM %1 LIMIT 1 OFFSET %2"_s.arg(rows.sql, QString::number(limit - 1)), rows.values));
    return last.isNull();
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

// Where an index tells how many customers a condition leaves: what it goes through, as what stands behind FROM.
Result<std::optional<Fragment>> Compiler::indexedRows(const Condition &condition) {
    const Field *field = m_catalogue.find(condition.field);
    if (condition.orNever || isNegative(condition.op) || arityOf(condition.op) == Arity::None || !field)
        return std::optional<Fragment>();
    const Fragment customers(u"customer c WHERE "_s);
    if (field->source.isFewDistinct) {
        TRY(compiled, compileFewDistinct(*field, condition));
        return std::optional(customers + compiled);
    }
    if (field->name == "tag"_L1) {
        Condition first = condition;
        if (condition.op == Operator::HasAll)
            first.values = {condition.values.first()};
        return std::optional(Fragment(field->source.rows + u" WHERE "_s) + compare(field->kind, field->source, first, m_context));
    }
    if (field->name == "name"_L1 && (condition.op == Operator::Is || condition.op == Operator::OneOf))
        return std::optional(customers + compare(field->kind, field->source, condition, m_context));
    return std::optional<Fragment>();
}

// For which share of the customers each condition holds; nothing where it cannot be asked of one customer.
Result<QList<std::optional<double>>> Compiler::shares(const Group &group) {
    QList<std::optional<double>> shares(qsizetype(group.rules.size()));
    TRY_VOID(db::registerTextFunctions(m_database));
    TRY(sample, sampleOfCustomers(m_database, kSample));
    QStringList sums;
    db::Values values;
    QList<qsizetype> asked;
    const int compiledBefore = m_compiled;
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        const Condition *condition = group.rules[i].condition();
        const Field *field = condition ? m_catalogue.find(condition->field) : nullptr;
        if (!field || field->kind == Kind::Segment)
            continue;
        const auto holds = compile(*condition, Form::Correlated, {});
        if (!holds)
            continue; // the compiling itself tells it, with its place
        sums << u"sum(coalesce((%1), 0))"_s.arg(holds->sql);
        values += holds->values;
        asked << qsizetype(i);
    }
    m_compiled = compiledBefore;
    if (sample.isEmpty() || asked.isEmpty())
        return shares;
    TRY(row, m_database.query(u"SELECT %1 FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value"_s.arg(sums.join(u", "_s)),
                              values + db::Values{jsonOf(sample)}));
    TRY(found, row.next());
    for (qsizetype place = 0; found && place < asked.size(); ++place)
        shares[asked.at(place)] = row.real(int(place)) / double(sample.size());
    return shares;
}

// Can the customers for whom it holds be listed without looking at the others?
Result<bool> Compiler::canBeListed(const Condition &condition) {
    if (condition.orNever || isNegative(condition.op))
        return false;
    TRY(rows, indexedRows(condition));
    if (rows)
        return true;
    const Field *field = m_catalogue.find(condition.field);
    if (!field || field->kind != Kind::Records)
        return false;
    const int compiledBefore = m_compiled;
    const auto grouped = compile(condition, Form::Grouped, {});
    m_compiled = compiledBefore;
    return grouped && grouped->sql.startsWith("c.id IN ("_L1);
}

// The condition that leaves the fewest customers by what the indexes tell, where those are few.
Result<std::optional<std::size_t>> Compiler::fewestByIndex(const Group &group) {
    std::vector<std::pair<std::size_t, Fragment>> told;
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        const Condition *condition = group.rules[i].condition();
        if (!condition)
            continue;
        TRY(rows, indexedRows(*condition));
        if (rows)
            told.emplace_back(i, *std::move(rows));
    }
    if (told.size() == 1) {
        TRY(few, hasFewerThan(told.front().second, kFewListed));
        return few ? std::optional(told.front().first) : std::nullopt;
    }
    std::optional<std::size_t> driver;
    qint64 fewest = kFewListed;
    for (const auto &[rule, rows] : told) {
        TRY(left, countUpTo(rows, fewest));
        if (left >= fewest)
            continue;
        fewest = left;
        driver = rule;
    }
    return driver;
}

// The condition of an all-group that leaves so few customers that the others are better asked for each of them.
Result<std::optional<std::size_t>> Compiler::selectiveCondition(const Group &group) {
    if (group.rules.size() < 2)
        return std::optional<std::size_t>();
    TRY(indexed, fewestByIndex(group));
    if (indexed)
        return indexed;
    TRY(shares, this->shares(group));
    double best = 1.0 / kCostOfLookingUp;
    std::optional<std::size_t> driver;
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        const std::optional<double> share = shares.at(qsizetype(i));
        if (!share || *share >= best)
            continue;
        const Condition &condition = *group.rules[i].condition();
        TRY(isListed, canBeListed(condition));
        if (!isListed)
            continue;
        best = *share;
        driver = i;
    }
    return driver;
}

} // namespace kontor::segments
