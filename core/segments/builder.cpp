#include "segments/builder.h"

#include "db/text_functions.h"
#include "segments/compiler.h"
#include "segments/day_range.h"
#include "segments/segment_query.h"
#include "segments/sentence.h"

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

const Condition *decidingCondition(const Group &group, const Catalogue &catalogue) {
    const Condition *first = nullptr;
    for (const Node &node : group.rules) {
        const Condition *candidate = node.condition() ? node.condition() : decidingCondition(*node.group(), catalogue);
        if (!candidate)
            continue;
        const Field *field = catalogue.find(candidate->field);
        if (field && field->kind == Kind::Records)
            return candidate;
        if (!first)
            first = candidate;
    }
    return first;
}

} // namespace

Result<QList<qint64>> countsWithoutEachLine(db::Database &database, const Rule &rule, const Context &context) {
    QList<qint64> counts;
    for (std::size_t i = 0; i < rule.rules.size(); ++i) {
        Rule shorter = rule;
        shorter.rules.erase(shorter.rules.begin() + std::ptrdiff_t(i));
        TRY(left, count(database, shorter, context));
        counts << left;
    }
    return counts;
}

Result<QList<MemberPreview>> firstMembers(db::Database &database, const Rule &rule, const Context &context, int limit) {
    TRY_VOID(db::registerTextFunctions(database));
    TRY(catalogue, Catalogue::load(database, context.decimals()));
    TRY(condition, Compiler(database, catalogue, context).compile(rule));
    TRY(statement, database.query(memberQuery(u"c.id, c.name"_s, condition) + u" ORDER BY c.sort_key, c.id LIMIT ?"_s,
                                  condition.values + db::Values{db::Value(limit)}));
    const Condition *deciding = decidingCondition(rule, catalogue);
    const QString words = deciding ? conditionSentence(*deciding, catalogue, context) : QString();
    QList<MemberPreview> members;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return members;
        MemberPreview member{statement.id(0), statement.text(1), words, QJsonValue::Null};
        if (deciding) {
            TRY(own, ownValue(database, catalogue, *deciding, context, member.customer));
            member.value = own;
            member.kind = comparedKind(catalogue, *deciding);
        }
        members << member;
    }
}

Result<qint64> boughtInTwelveMonths(db::Database &database, const Rule &rule, const Context &context) {
    TRY_VOID(db::registerTextFunctions(database));
    TRY(catalogue, Catalogue::load(database, context.decimals()));
    TRY(condition, Compiler(database, catalogue, context).compile(rule));
    const DayRange months =
        resolve(Period{.kind = Period::Kind::Rolling, .last = 12, .unit = Unit::Month}, context.clock.today());
    const QString query =
        u"SELECT coalesce(sum(r.amount), 0) FROM purchase r WHERE r.trashed_at IS NULL AND r.purchased_on BETWEEN ? AND ? "
        "AND r.customer_id IN ("_s +
        memberQuery(u"c.id"_s, condition) + u')';
    const db::Values days{db::Value(months.from.toString(Qt::ISODate)), db::Value(months.to.toString(Qt::ISODate))};
    TRY(sum, database.single(query, days + condition.values));
    return sum.integer();
}

Result<qint64> customersInBase(db::Database &database) {
    TRY(customers, database.single(u"SELECT count(*) FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL"_s));
    return customers.integer();
}

} // namespace kontor::segments
