#include "segments/explain.h"

#include "db/text_functions.h"
#include "segments/compiler.h"
#include "segments/rule_json.h"
#include "segments/sentence.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

QJsonValue toJson(const db::Value &value, Kind kind, const Source &source, const Clock &clock) {
    if (value.isNull() || (value.isText() && value.text().isEmpty()))
        return QJsonValue::Null;
    switch (kind) {
    case Kind::Number:
    case Kind::Money: return value.real() / source.scale;
    case Kind::YesNo: return value.integer() != 0;
    case Kind::Date: return source.isInstant ? clock.toIso(Instant{value.integer()}) : value.text();
    default: return value.text();
    }
}

class Explainer {
public:
    Explainer(db::Database &database, const Catalogue &catalogue, const Context &context, Id customer)
        : m_database(database),
          m_catalogue(catalogue),
          m_context(context),
          m_compiler(database, catalogue, context),
          m_customer(customer) {}

    Result<Explanation> explain(const Rule &rule) {
        TRY(checked, m_compiler.compile(rule, Form::Correlated)); // says what is wrong with it, if anything is
        Q_UNUSED(checked)
        TRY(isLive, liveness());
        TRY(holds, explainGroup(rule, {}));
        m_explanation.member = isLive && holds;
        return m_explanation;
    }

    Result<QJsonValue> value(const Condition &condition) {
        const Field *field = m_catalogue.find(condition.field);
        if (field->kind == Kind::Segment)
            return QJsonValue(QJsonValue::Null);
        if (field->kind != Kind::Records && !field->source.rows.isEmpty())
            return severalValues(*field);
        TRY(expression, m_compiler.valueOf(condition));
        TRY(value, ask(expression));
        const Compared compared = comparedBy(*field, condition);
        return toJson(value, compared.kind, compared.subject ? compared.subject->source : Source(), m_context.clock);
    }

private:
    Result<db::Value> ask(const Fragment &expression) {
        return m_database.single(u"SELECT %1 FROM customer c WHERE c.id = ?"_s.arg(expression.sql),
                                 expression.values + db::Values{db::Value(m_customer)});
    }

    Result<bool> liveness() {
        TRY(live, ask(Fragment(u"c.trashed_at IS NULL AND c.merged_into IS NULL"_s)));
        if (live.isNull())
            return Error{Code::NotFound,
                         QCoreApplication::translate("kontor::segments", "There is no customer %1.").arg(m_customer.value),
                         {},
                         "customer"};
        return live.integer() != 0;
    }

    Result<bool> explainGroup(const Group &group, const QString &path) {
        const qsizetype own = m_explanation.groups.size();
        m_explanation.groups << GroupReport{path, group.match, false};
        int holding = 0;
        for (std::size_t i = 0; i < group.rules.size(); ++i) {
            const QString place = (path.isEmpty() ? QString() : path + u'.') + u"rules[%1]"_s.arg(i);
            const Node &node = group.rules[i];
            TRY(holds, node.condition() ? explainCondition(*node.condition(), place) : explainGroup(*node.group(), place));
            holding += holds ? 1 : 0;
        }
        const bool all = holding == int(group.rules.size());
        const bool holds = group.match == Match::All ? all : group.match == Match::Any ? holding > 0 : holding == 0;
        m_explanation.groups[own].holds = holds;
        return holds;
    }

    Result<bool> explainCondition(const Condition &condition, const QString &path) {
        TRY(compiled, m_compiler.compile(condition, Form::Correlated, path));
        TRY(answer, ask(compiled));
        TRY(own, value(condition));
        const Field *field = m_catalogue.find(condition.field);
        m_explanation.conditions << ConditionReport{path,
                                                    condition,
                                                    conditionSentence(condition, m_catalogue, m_context),
                                                    answer.integer() != 0,
                                                    own,
                                                    field ? field->choiceWords : QHash<QString, QString>(),
                                                    comparedKind(m_catalogue, condition)};
        return answer.integer() != 0;
    }

    Result<QJsonValue> severalValues(const Field &field) {
        TRY(statement, m_database.query(Compiler::valuesQuery(field), {db::Value(m_customer)}));
        QJsonArray values;
        while (true) {
            TRY(more, statement.next());
            if (!more)
                break;
            values << toJson(statement.value(0), field.kind, field.source, m_context.clock);
        }
        const bool isOne = field.kind == Kind::Number || field.kind == Kind::YesNo || field.kind == Kind::Date;
        return values.isEmpty() ? QJsonValue(QJsonValue::Null) : isOne ? values.first() : QJsonValue(values);
    }

    db::Database &m_database;
    const Catalogue &m_catalogue;
    const Context &m_context;
    Compiler m_compiler;
    Id m_customer;
    Explanation m_explanation;
};

} // namespace

Result<Explanation> explain(db::Database &database, const Rule &rule, const Context &context, Id customer) {
    TRY_VOID(db::registerTextFunctions(database));
    TRY(catalogue, Catalogue::load(database, context.decimals()));
    return Explainer(database, catalogue, context, customer).explain(rule);
}

QJsonObject explanationToJson(const Explanation &explanation) {
    QJsonArray conditions;
    for (const ConditionReport &report : explanation.conditions)
        conditions << QJsonObject{{u"rule"_s, conditionToJson(report.condition)},
                                  {u"path"_s, report.path},
                                  {u"text"_s, report.sentence},
                                  {u"holds"_s, report.holds},
                                  {u"value"_s, report.value}};
    return {{u"member"_s, explanation.member}, {u"conditions"_s, conditions}};
}

Result<QJsonValue> ownValue(db::Database &database, const Catalogue &catalogue, const Condition &condition,
                            const Context &context, Id customer) {
    return Explainer(database, catalogue, context, customer).value(condition);
}

} // namespace kontor::segments
