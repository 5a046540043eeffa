// How SQLite carries out the statements of a base and of what is opened after it (the index of find), asked by EXPLAIN QUERY PLAN: which tables each
// act goes through from end to end. The same however few rows there are.
#pragma once

#include "db/database.h"

#include <QMap>
#include <QSet>
#include <QString>

struct sqlite3_api_routines;

namespace kontor::tests {

class PlanLog {
public:
    explicit PlanLog(db::Database &base);
    ~PlanLog();
    PlanLog(const PlanLog &) = delete;
    PlanLog &operator=(const PlanLog &) = delete;

    // What runs from now on belongs to that act; the plans of the act before are looked at.
    void begin(const QString &act);
    // Tables that an act goes through, by act; of acts that go through none there is no entry. Lists that are small in every base are left out.
    QMap<QString, QSet<QString>> scans();
    // The statement behind one of them, for the message of a test.
    QString statementOf(const QString &act, const QString &table) const { return m_statements.value(act + u'/' + table); }
    qsizetype statements() const { return m_seen; }

private:
    static int watch(sqlite3 *connection, const char **, const sqlite3_api_routines *);
    static int note(unsigned, void *self, void *statement, void *);
    void lookAt();

    struct Seen {
        sqlite3 *connection;
        QString sql;
        friend bool operator==(const Seen &, const Seen &) = default;
    };

    sqlite3 *m_base;
    QString m_act;
    QList<Seen> m_ofAct;
    QMap<QString, QSet<QString>> m_scans;
    QHash<QString, QString> m_statements;
    qsizetype m_seen = 0;
};

} // namespace kontor::tests
