#include "today/today_content.h"

#include "customers/customer.h"
#include "segments/rule_json.h"
#include "segments/segment_query.h"
#include "workspace/feed.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOperationsLookedAt = 200;
constexpr qsizetype kMostRecent = 5;

const QByteArray kBirthdays = R"({"version": 1, "match": "all", "rules": [
    {"field": "birthday", "op": "anniversary_within", "value": 7, "unit": "day"}]})";
const QByteArray kNoNextStep = R"({"version": 1, "match": "all", "rules": [
    {"field": "tasks", "aggregate": "exists", "where": [{"field": "done", "op": "is", "value": false}], "op": "is", "value": false}]})";

Result<qint64> countOf(db::Database &database, const QByteArray &rule, const segments::Context &context) {
    TRY(parsed, segments::parseRule(rule));
    return segments::count(database, parsed, context);
}

} // namespace

Result<QList<TodayHint>> loadTodayHints(db::Database &database, const segments::Context &context) {
    QList<TodayHint> hints;
    for (const auto &[kind, rule] :
         {std::pair{TodayHint::Kind::Birthdays, kBirthdays}, std::pair{TodayHint::Kind::NoNextStep, kNoNextStep}}) {
        TRY(count, countOf(database, rule, context));
        if (count > 0)
            hints.append({kind, {}, rule, count});
    }
    return hints;
}

Result<QList<RecentCustomer>> loadRecentCustomers(db::Database &database, const QString &author) {
    workspace::HistoryFilter filter;
    filter.limit = kOperationsLookedAt;
    TRY(operations, workspace::history(database, filter));
    QList<Id> ids;
    for (const workspace::Operation &operation : std::as_const(operations))
        if (operation.author == author && operation.info.subject == "customer" && operation.info.subjectId.isValid() &&
            !ids.contains(operation.info.subjectId) && ids.size() < 2 * kMostRecent)
            ids << operation.info.subjectId;
    QList<RecentCustomer> recent;
    for (const Id id : std::as_const(ids)) {
        TRY(customer, db::find<Customer>(database, id));
        if (customer && !customer->trashedAt && !customer->mergedInto && recent.size() < kMostRecent)
            recent.append({id, customer->name, customer->company});
    }
    return recent;
}

} // namespace kontor::ui
