#include "core/plans/plan_log.h"

#include <QRegularExpression>

#include <sqlite3.h>

namespace kontor::tests {

using namespace Qt::StringLiterals;

namespace {

PlanLog *current = nullptr;

// Not the name of a subquery, nor a list that is small in every base: settings, people, words.
bool isLarge(const QString &table) {
    static const QSet<QString> large{
        u"operation"_s,      u"change"_s,       u"customer"_s,        u"contact_point"_s, u"address"_s,      u"relation"_s,
        u"important_date"_s, u"customer_tag"_s, u"custom_value"_s,    u"consent"_s,       u"interaction"_s,  u"participant"_s,
        u"task"_s,           u"product"_s,      u"purchase"_s,        u"deal"_s,          u"support_case"_s, u"offer"_s,
        u"import_row"_s,     u"attachment"_s,   u"attachment_piece"_s};
    return large.contains(table);
}

// The table behind the name that a plan gives: "customer c", "customer AS c", or itself.
QString tableOf(const QString &sql, const QString &name) {
    static const QSet<QString> notTables{u"from"_s, u"join"_s, u"select"_s};
    const QRegularExpression named(u"\\b(\\w+)(?:\\s+AS)?\\s+%1\\b"_s.arg(QRegularExpression::escape(name)),
                                   QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpressionMatch &match : named.globalMatch(sql))
        if (const QString table = match.captured(1); !notTables.contains(table.toLower()) && table.at(0).isLower())
            return table;
    return name;
}

QStringList planOf(sqlite3 *connection, const QString &sql) {
    sqlite3_stmt *statement = nullptr;
    const QByteArray explained = "EXPLAIN QUERY PLAN " + sql.toUtf8();
    QStringList lines;
    if (sqlite3_prepare_v2(connection, explained.constData(), -1, &statement, nullptr) == SQLITE_OK)
        while (sqlite3_step(statement) == SQLITE_ROW)
            lines << QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 3)));
    sqlite3_finalize(statement);
    return lines;
}

} // namespace

PlanLog::PlanLog(db::Database &base) : m_base(base.handle()) {
    current = this;
    sqlite3_trace_v2(m_base, SQLITE_TRACE_STMT, &PlanLog::note, this);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&PlanLog::watch));
}

PlanLog::~PlanLog() {
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&PlanLog::watch));
    sqlite3_trace_v2(m_base, 0, nullptr, nullptr);
}

int PlanLog::watch(sqlite3 *connection, const char **, const sqlite3_api_routines *) {
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, &PlanLog::note, current);
}

int PlanLog::note(unsigned, void *self, void *statement, void *) {
    auto log = static_cast<PlanLog *>(self);
    const auto handle = static_cast<sqlite3_stmt *>(statement);
    const Seen seen{sqlite3_db_handle(handle), QString::fromUtf8(sqlite3_sql(handle))};
    if (!seen.sql.startsWith("EXPLAIN"_L1) && !log->m_ofAct.contains(seen))
        log->m_ofAct << seen;
    return 0;
}

void PlanLog::begin(const QString &act) {
    lookAt();
    m_act = act;
}

void PlanLog::lookAt() {
    static const QRegularExpression scan(u"^SCAN (\\w+)(?!.*VIRTUAL TABLE)"_s);
    const QList<Seen> statements = std::exchange(m_ofAct, {});
    m_seen += statements.size();
    for (const Seen &seen : statements)
        for (const QString &line : planOf(seen.connection, seen.sql)) {
            const QRegularExpressionMatch match = scan.match(line);
            if (!match.hasMatch() || line == "SCAN CONSTANT ROW"_L1)
                continue;
            const QString table = tableOf(seen.sql, match.captured(1));
            if (!isLarge(table))
                continue;
            m_scans[m_act].insert(table);
            m_statements.insert(m_act + u'/' + table, line + u": "_s + seen.sql);
        }
    m_ofAct.clear();
}

QMap<QString, QSet<QString>> PlanLog::scans() {
    lookAt();
    return m_scans;
}

} // namespace kontor::tests
