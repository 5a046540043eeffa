// Counts what SQLite does on a connection while it lives: a measure that is the same on every machine, unlike a clock.
#pragma once

#include "db/database.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <sqlite3.h>

namespace kontor::tests {

class WorkCounter {
public:
    explicit WorkCounter(db::Database &database) : m_handle(database.handle()) {
        sqlite3_trace_v2(m_handle, SQLITE_TRACE_PROFILE, &WorkCounter::note, this);
    }
    ~WorkCounter() { sqlite3_trace_v2(m_handle, 0, nullptr, nullptr); }
    WorkCounter(const WorkCounter &) = delete;
    WorkCounter &operator=(const WorkCounter &) = delete;

    qint64 statements() const { return m_statements; }
    qint64 statements(const QString &part) const { // in whose text it stands
        qint64 found = 0;
        for (auto text = m_texts.cbegin(); text != m_texts.cend(); ++text)
            found += text.key().contains(part) ? *text : 0;
        return found;
    }
    qint64 steps() const { return m_steps; } // of SQLite's virtual machine: grows with the rows that are read
    // Statements that went through a whole table of more than a few rows, each once.
    QStringList scans() const { return m_scans; }

private:
    static constexpr int kFewRows = 50;

    static int note(unsigned, void *self, void *statement, void *) {
        auto counter = static_cast<WorkCounter *>(self);
        auto handle = static_cast<sqlite3_stmt *>(statement);
        ++counter->m_statements;
        counter->m_steps += sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_VM_STEP, 1);
        const QString text = QString::fromUtf8(sqlite3_sql(handle));
        ++counter->m_texts[text];
        if (sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1) > kFewRows && !counter->m_scans.contains(text))
            counter->m_scans << text;
        return 0;
    }

    sqlite3 *m_handle;
    qint64 m_statements = 0;
    qint64 m_steps = 0;
    QHash<QString, qint64> m_texts;
    QStringList m_scans;
};

} // namespace kontor::tests
