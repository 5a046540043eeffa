#include "segments/compiler.h"

#include "base/fold.h"
#include "segments/comparison.h"
#include "segments/problem.h"
#include "segments/rule_check.h"
#include "segments/rule_json.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostConditions = 400;   // through segments of segments of segments
constexpr int kMostListedValues = 500; // above it a list of distinct values costs more than it saves

QString tr(const char *text) { return QCoreApplication::translate("kontor::segments", text); }

QString place(const QString &path, const QString &part) { return path.isEmpty() ? part : path + u'.' + part; }

// Every condition with one value out of several; the others become conditions of their own.
Condition withOneValue(const Condition &condition, qsizetype index) {
    Condition one = condition;
    one.values = {condition.values.at(index)};
    return one;
}

Context atOneMoment(Context context) {
    context.clock.fixedNow = context.clock.now();
    return context;
}

} // namespace

Compiler::Compiler(db::Database &database, const Catalogue &catalogue, const Context &context)
    : m_database(database), m_catalogue(catalogue), m_context(atOneMoment(context)) {}

Result<Fragment> Compiler::compile(const Rule &rule, Form form, const QString &excluded) {
    TRY_VOID(checkRule(rule, m_catalogue));
    m_compiled = 0;
    m_open.clear();
    if (!excluded.isEmpty())
        m_open << fold(excluded);
    return compileGroup(rule, form, {});
}

Result<void> Compiler::countCondition(const QString &path) {
    if (++m_compiled > kMostConditions)
        return problem(path, tr("The rule has too many conditions, counted with those of the segments that it names."));
    return {};
}

Result<Fragment> Compiler::compileNode(const Node &node, Form form, const QString &path) {
    return node.condition() ? compile(*node.condition(), form, path) : compileGroup(*node.group(), form, path);
}

// The condition that leaves few customers first, then what is asked of each of them: aggregates over the same records in one look at these.
Result<QList<Fragment>> Compiler::compileForFew(const Group &group, std::size_t driver, const QString &path) {
    TRY(first, compileNode(group.rules[driver], Form::Grouped, place(path, u"rules[%1]"_s.arg(driver))));
    QList<Fragment> parts{first};
    QList<RelatedAggregate> aggregates;
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        if (i == driver)
            continue;
        const QString childPath = place(path, u"rules[%1]"_s.arg(i));
        const Condition *condition = group.rules[i].condition();
        const Field *field = condition ? m_catalogue.find(condition->field) : nullptr;
        if (!field || !isRelatedAggregate(*field, *condition)) {
            TRY(part, compileNode(group.rules[i], Form::Correlated, childPath));
            parts << part;
            continue;
        }
        TRY_VOID(countCondition(childPath));
        TRY(asked, relatedAggregate(*field, *condition));
        const auto same = std::find_if(aggregates.begin(), aggregates.end(), [&](const RelatedAggregate &known) {
            return known.rows == asked.rows && known.filter.sql == asked.filter.sql && known.filter.values == asked.filter.values;
        });
        if (same == aggregates.end())
            aggregates << asked;
        else
            same->holds = Fragment(u"("_s) + same->holds + u") AND ("_s + asked.holds + u")"_s;
    }
    for (const RelatedAggregate &asked : std::as_const(aggregates))
        parts << askedOfOne(asked);
    return parts;
}

Result<QList<Fragment>> Compiler::compileEach(const Group &group, Form form, const QString &path) {
    QList<Fragment> parts;
    for (std::size_t i = 0; i < group.rules.size(); ++i) {
        TRY(part, compileNode(group.rules[i], form, place(path, u"rules[%1]"_s.arg(i))));
        parts << part;
    }
    return parts;
}

Result<Fragment> Compiler::compileGroup(const Group &group, Form form, const QString &path) {
    std::optional<std::size_t> driver;
    if (form == Form::Choose && group.match == Match::All) {
        TRY(selective, selectiveCondition(group));
        driver = selective;
    }
    TRY(parts, driver ? compileForFew(group, *driver, path) : compileEach(group, form, path));
    Fragment result;
    for (const Fragment &part : std::as_const(parts)) {
        if (!result.sql.isEmpty())
            result.sql += group.match == Match::All ? "\n AND "_L1 : "\n OR "_L1;
        result += part;
    }
    if (result.sql.isEmpty())
        return truth(group.match != Match::Any);
    return group.match == Match::None ? negated(result) : Fragment(u"("_s) + result + u")"_s;
}

Result<Fragment> Compiler::compile(const Condition &condition, Form form, const QString &path) {
    TRY_VOID(countCondition(path));
    const Field *field = m_catalogue.find(condition.field);
    if (!field)
        return problem(place(path, u"field"_s),
                       tr("There is no field named “%1”. Choose another or remove the line.").arg(condition.field));
    if (field->kind == Kind::Segment)
        return compileSegment(condition, form, path);
    if (field->kind == Kind::Records)
        return compileRelated(*field, condition, form);
    if (!field->source.rows.isEmpty())
        return compileRows(*field, condition, form);
    return compileColumn(*field, condition);
}

Result<Fragment> Compiler::compileColumn(const Field &field, const Condition &condition) {
    if (field.source.isFewDistinct && arityOf(condition.op) != Arity::None)
        return compileFewDistinct(field, condition);
    return compare(field.kind, field.source, condition, m_context);
}

// The different values are folded here, so that the index can be used and no row is folded.
Result<Fragment> Compiler::compileFewDistinct(const Field &field, const Condition &condition) {
    TRY(values, matchingValues(field, condition));
    if (values.size() > kMostListedValues)
        return compare(field.kind, field.source, condition, m_context);
    Fragment list = truth(false);
    if (!values.isEmpty()) {
        list = Fragment(field.source.value + u" IN ("_s);
        for (const QString &value : values)
            list += Fragment(list.values.isEmpty() ? u"?"_s : u", ?"_s, {db::Value(value)});
        list.sql += u')';
    }
    if (isNegative(condition.op))
        return negated(list);
    return condition.orNever ? either(list, isEmpty(field.source)) : list;
}

Fragment Compiler::hasRow(const Field &field, const Fragment &predicate, Form form) const {
    const Source &source = field.source;
    Fragment filter = predicate;
    if (!source.rowFilter.isEmpty())
        filter = filter.sql.isEmpty() ? Fragment(source.rowFilter) : both(Fragment(source.rowFilter), filter);
    if (form == Form::Correlated) {
        const Fragment own = filter.sql.isEmpty() ? Fragment() : Fragment(u" AND "_s) + filter;
        return Fragment(u"EXISTS (SELECT 1 FROM %1 WHERE r.customer_id = c.id"_s.arg(source.rows)) + own + u")"_s;
    }
    const Fragment where = filter.sql.isEmpty() ? Fragment() : Fragment(u" WHERE "_s) + filter;
    return Fragment(u"c.id IN (SELECT r.customer_id FROM %1"_s.arg(source.rows)) + where + u")"_s;
}

// A field with several values: a positive operator needs one of them, a negative one all of them.
Result<Fragment> Compiler::compileRows(const Field &field, const Condition &condition, Form form) {
    const Fragment anyValue = hasRow(field, {}, form);
    if (condition.op == Operator::Empty)
        return negated(anyValue);
    if (condition.op == Operator::NotEmpty)
        return anyValue;
    Condition positive = condition;
    positive.orNever = false;
    if (isNegative(condition.op))
        positive.op = Operator::OneOf;
    Fragment result;
    if (condition.op == Operator::HasAll) {
        result = truth(true);
        for (qsizetype i = 0; i < condition.values.size(); ++i)
            result = both(result, hasRow(field, compare(field.kind, field.source, withOneValue(positive, i), m_context), form));
        result = Fragment(u"("_s) + result + u")"_s;
    } else {
        result = hasRow(field, compare(field.kind, field.source, positive, m_context), form);
    }
    if (isNegative(condition.op))
        return negated(result);
    return condition.orNever ? either(result, negated(anyValue)) : result;
}

Result<Fragment> Compiler::compileSegment(const Condition &condition, Form form, const QString &path) {
    Fragment any = truth(false);
    for (qsizetype i = 0; i < condition.values.size(); ++i) {
        const QString suffix = arityOf(condition.op) == Arity::List ? u"[%1]"_s.arg(i) : QString();
        TRY(member, compileNamedSegment(std::get<QString>(condition.values.at(i)), form, place(path, u"value"_s) + suffix));
        any = either(any, member);
    }
    return isNegative(condition.op) ? negated(any) : any;
}

Result<Fragment> Compiler::compileNamedSegment(const QString &name, Form form, const QString &path) {
    const QString key = fold(name);
    if (m_open.contains(key))
        return problem(path, tr("The segment “%1” would contain itself.").arg(name));
    TRY(statement,
        m_database.query(u"SELECT rule FROM segment WHERE name_folded = ? AND trashed_at IS NULL"_s, {db::Value(key)}));
    TRY(found, statement.next());
    if (!found)
        return problem(path, tr("There is no segment named “%1”. Choose another or remove the line.").arg(name));
    auto rule = readRule(statement.text(0).toUtf8(), m_catalogue);
    if (!rule) {
        Error error = problem(path, tr("The rule of the segment “%1” needs mending first: %2").arg(name, rule.error().message));
        return error;
    }
    m_open << key;
    auto compiled = compileGroup(*rule, form, path);
    m_open.removeLast();
    if (!compiled)
        compiled.error().field = path.toUtf8();
    return compiled;
}

QString memberQuery(const QString &what, const Fragment &condition) {
    return u"SELECT %1 FROM customer c WHERE +c.trashed_at IS NULL AND +c.merged_into IS NULL AND "_s.arg(what) + condition.sql;
}

} // namespace kontor::segments
