#include "segments/value_counts.h"

#include "base/fold.h"
#include "db/text_functions.h"
#include "segments/comparison.h"
#include "segments/problem.h"

#include <QCoreApplication>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

bool hasTexts(Kind kind) { return kind == Kind::Text || kind == Kind::Choice || kind == Kind::Tag || kind == Kind::Consent; }

Result<QList<ValueCount>> ask(db::Database &database, const QString &values, const QString &containing, int limit) {
    const QString query = u"SELECT value, count(*) FROM (%1) WHERE value <> '' GROUP BY value "
                          "HAVING ? = '' OR instr(kontor_fold(value), ?) > 0 ORDER BY count(*) DESC, value LIMIT ?"_s.arg(values);
    const QString needle = fold(containing);
    TRY(statement, database.query(query, {db::Value(needle), db::Value(needle), db::Value(limit)}));
    QList<ValueCount> counts;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return counts;
        counts << ValueCount{statement.text(0), statement.integer(1)};
    }
}

QString live() { return u"(SELECT id FROM customer WHERE trashed_at IS NULL AND merged_into IS NULL)"_s; }

QString valuesOf(const Field &field) {
    if (field.source.rows.isEmpty())
        return u"SELECT %1 AS value FROM customer c WHERE c.trashed_at IS NULL AND c.merged_into IS NULL"_s.arg(
            field.source.value);
    const QString filter = field.source.rowFilter.isEmpty() ? u"1"_s : field.source.rowFilter;
    return u"SELECT DISTINCT r.customer_id, %1 AS value FROM %2 WHERE %3 AND r.customer_id IN %4"_s.arg(
        field.source.value, field.source.rows, filter, live());
}

QString valuesOf(const Field &records, const Field &sub) {
    return u"SELECT %1 AS value FROM %2 WHERE %3"_s.arg(valueExpression(sub.source), records.source.rows,
                                                        records.source.rowFilter);
}

} // namespace

Result<QList<ValueCount>> valueCounts(db::Database &database, const Context &context, const QString &name,
                                      const QString &containing, int limit) {
    TRY_VOID(db::registerTextFunctions(database));
    TRY(catalogue, Catalogue::load(database, context.decimals()));
    const Field *field = catalogue.find(name);
    const Field *records = field ? nullptr : catalogue.find(name.section(u'.', 0, 0));
    const Field *sub = records ? records->sub(name.section(u'.', 1)) : nullptr;
    if (!field && !sub)
        return problem({}, QCoreApplication::translate("kontor::segments", "There is no field named “%1”.").arg(name));
    if (field && field->kind == Kind::Segment)
        return ask(database, u"SELECT name AS value FROM segment WHERE trashed_at IS NULL"_s, containing, limit);
    if (!hasTexts((field ? field : sub)->kind))
        return QList<ValueCount>();
    return ask(database, field ? valuesOf(*field) : valuesOf(*records, *sub), containing, limit);
}

} // namespace kontor::segments
