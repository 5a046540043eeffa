#include "statement_log.h"

#include <sqlite3.h>

#include <QStringList>

#include <mutex>

namespace kontor::tests {

namespace {

std::mutex mutex; // three threads of a workspace run statements
QStringList statements;

int note(unsigned, void *, void *statement, void *) {
    char *text = sqlite3_expanded_sql(static_cast<sqlite3_stmt *>(statement));
    const std::lock_guard lock(mutex);
    statements << QString::fromUtf8(text);
    sqlite3_free(text);
    return 0;
}

int watch(sqlite3 *database, const char **, const sqlite3_api_routines *) {
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, &note, nullptr);
}

void (*const kWatch)() = reinterpret_cast<void (*)()>(&watch);

} // namespace

StatementLog::StatementLog() {
    clear();
    sqlite3_auto_extension(kWatch);
}

StatementLog::~StatementLog() { sqlite3_cancel_auto_extension(kWatch); }

void StatementLog::clear() {
    const std::lock_guard lock(mutex);
    statements.clear();
}

qsizetype StatementLog::count(const QRegularExpression &pattern) const {
    const std::lock_guard lock(mutex);
    return statements.filter(pattern).size();
}

} // namespace kontor::tests
