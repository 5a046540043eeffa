#include "segments/segment_query.h"

#include "db/text_functions.h"
#include "segments/compiler.h"

#include <algorithm>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

Result<Fragment> compiled(db::Database &database, const Rule &rule, const Context &context, Form form = Form::Choose) {
    TRY_VOID(db::registerTextFunctions(database));
    TRY(catalogue, Catalogue::load(database, context.decimals()));
    return Compiler(database, catalogue, context).compile(rule, form);
}

} // namespace

Result<qint64> count(db::Database &database, const Rule &rule, const Context &context) {
    TRY(condition, compiled(database, rule, context));
    TRY(statement, database.prepareBulk(memberQuery(u"count(*)"_s, condition), condition.values));
    TRY(found, statement.next());
    return found ? statement.integer(0) : 0;
}

Result<QList<Id>> list(db::Database &database, const Rule &rule, const Context &context) {
    TRY(condition, compiled(database, rule, context));
    TRY(statement, database.prepareBulk(memberQuery(u"c.id"_s, condition), condition.values));
    QList<Id> ids;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        ids << Id{statement.integer(0)};
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

Result<bool> isMember(db::Database &database, const Rule &rule, const Context &context, Id customer) {
    TRY(condition, compiled(database, rule, context, Form::Correlated));
    const QString query = memberQuery(u"c.id"_s, condition) + u" AND c.id = ?"_s;
    TRY(statement, database.prepareBulk(query, condition.values + db::Values{db::Value(customer)}));
    return statement.next();
}

} // namespace kontor::segments
