// Rule -> SQL. The result is a condition on the customer `c`; values are bound, never part of the text.
//
// Conditions on related records and on fields with several values come in two forms: grouped (one pass over the table makes the set of customer
// ids, then membership is tested) and correlated (one look at the records of each customer). Grouped is right for most rules; correlated wins
// where a selective indexed condition leaves few customers. The compiler chooses by counting what that condition leaves.
#pragma once

#include "db/database.h"
#include "segments/catalogue.h"
#include "segments/context.h"
#include "segments/fragment.h"

#include <QHash>

namespace kontor::segments {

enum class Form { Choose, Grouped, Correlated };

class Compiler {
public:
    Compiler(db::Database &database, const Catalogue &catalogue, const Context &context);

    // `excluded`: the name of a saved segment whose rule this is; naming itself, directly or through others, is an error.
    Result<Fragment> compile(const Rule &rule, Form form = Form::Choose, const QString &excluded = {});
    // Without a check: of a rule that was checked.
    Result<Fragment> compile(const Condition &condition, Form form, const QString &path);

    // What a condition compares, as an expression on the customer `c`; of fields with several values and of segments: nothing.
    Result<Fragment> valueOf(const Condition &condition);
    // All values of a field with several, as a query with one column, for the customer bound last.
    static QString valuesQuery(const Field &field);

    const Catalogue &catalogue() const { return m_catalogue; }
    const Context &context() const { return m_context; }

private:
    Result<void> countCondition(const QString &path);
    Result<Fragment> compileGroup(const Group &group, Form form, const QString &path);
    Result<Fragment> compileNode(const Node &node, Form form, const QString &path);
    Result<QList<Fragment>> compileEach(const Group &group, Form form, const QString &path);
    Result<QList<Fragment>> compileForFew(const Group &group, std::size_t driver, const QString &path);
    Result<Fragment> compileSegment(const Condition &condition, Form form, const QString &path);
    Result<Fragment> compileNamedSegment(const QString &name, Form form, const QString &path);
    Result<Fragment> compileColumn(const Field &field, const Condition &condition);
    Result<Fragment> compileFewDistinct(const Field &field, const Condition &condition);
    Result<Fragment> compileRows(const Field &field, const Condition &condition, Form form);
    Fragment hasRow(const Field &field, const Fragment &predicate, Form form) const;

    // related.cpp
    struct RelatedAggregate {
        QString rows;
        Fragment filter; // of the rows
        Fragment holds;  // what is asked of them together
    };
    static bool isRelatedAggregate(const Field &field, const Condition &condition);
    Result<RelatedAggregate> relatedAggregate(const Field &field, const Condition &condition);
    static Fragment askedOfOne(const RelatedAggregate &aggregate);
    Result<Fragment> compileRelated(const Field &field, const Condition &condition, Form form);
    Result<Fragment> compileExists(const Field &field, const Condition &condition, Form form);
    Result<Fragment> compileAggregate(const Field &field, const Condition &condition, Form form);
    Result<Fragment> compileEndRecord(const Field &field, const Condition &condition);
    Result<Fragment> recordFilter(const Field &field, const Condition &condition);
    Result<QString> recordRows(const Field &field);
    Fragment reachOf(const Field &field, const Condition &condition, bool isComplement) const;

    // plan.cpp
    Result<std::optional<std::size_t>> selectiveCondition(const Group &group);
    Result<std::optional<std::size_t>> fewestByIndex(const Group &group);
    Result<QList<std::optional<double>>> shares(const Group &group);
    Result<bool> canBeListed(const Condition &condition);
    Result<std::optional<Fragment>> indexedRows(const Condition &condition);
    Result<qint64> countUpTo(const Fragment &rows, qint64 limit);
    Result<bool> hasFewerThan(const Fragment &rows, qint64 limit);
    Result<QStringList> distinctValues(const Field &field);
    Result<QStringList> matchingValues(const Field &field, const Condition &condition);

    db::Database &m_database;
    const Catalogue &m_catalogue;
    const Context m_context; // with "now" held still, so that all conditions mean the same day
    QStringList m_open;      // folded names of the segments being compiled
    int m_compiled = 0;
    std::optional<bool> m_hasParticipants;
    QHash<QString, QStringList> m_distinct;
};

// The query that a rule becomes: `what` of all members.
QString memberQuery(const QString &what, const Fragment &condition);

} // namespace kontor::segments
