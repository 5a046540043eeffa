#include "db/text_functions.h"

#include "base/clock.h"
#include "base/fold.h"
#include "db/database.h"
#include "db/sqlite_error.h"

#include <sqlite3.h>

namespace kontor::db {

namespace {

QString textOf(sqlite3_value *value) {
    const auto utf8 = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return QString::fromUtf8(utf8, sqlite3_value_bytes(value));
}

void answer(sqlite3_context *context, const QString &text) {
    const QByteArray utf8 = text.toUtf8();
    sqlite3_result_text64(context, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void foldText(sqlite3_context *context, int, sqlite3_value **arguments) {
    if (sqlite3_value_type(arguments[0]) != SQLITE_NULL)
        answer(context, fold(textOf(arguments[0])));
}

// The zone is the same for all rows of a query: SQLite keeps it beside the argument.
const QTimeZone *zoneOf(sqlite3_context *context, sqlite3_value *name) {
    auto zone = static_cast<QTimeZone *>(sqlite3_get_auxdata(context, 1));
    if (!zone) {
        sqlite3_set_auxdata(context, 1, new QTimeZone(timeZoneNamed(textOf(name))),
                            [](void *old) { delete static_cast<QTimeZone *>(old); });
        zone = static_cast<QTimeZone *>(sqlite3_get_auxdata(context, 1)); // nullptr when there was no memory for it
    }
    return zone;
}

void localDate(sqlite3_context *context, int, sqlite3_value **arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        return;
    const QTimeZone *zone = zoneOf(context, arguments[1]);
    if (!zone)
        return sqlite3_result_error_nomem(context);
    answer(context, Clock{*zone, {}}.dateOf(Instant{sqlite3_value_int64(arguments[0])}).toString(Qt::ISODate));
}

using Function = void (*)(sqlite3_context *, int, sqlite3_value **);

Result<void> add(sqlite3 *handle, const char *name, int arguments, Function function) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    if (sqlite3_create_function_v2(handle, name, arguments, flags, nullptr, function, nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(sqlite3_extended_errcode(handle), QString::fromLatin1(name));
    return {};
}

bool isRegistered(sqlite3 *handle) {
    sqlite3_stmt *statement = nullptr;
    const bool known = sqlite3_prepare_v2(handle, "SELECT kontor_local_date(0, 'UTC')", -1, &statement, nullptr) == SQLITE_OK;
    sqlite3_finalize(statement);
    return known;
}

} // namespace

Result<void> registerTextFunctions(Database &database) {
    if (isRegistered(database.handle()))
        return {};
    TRY_VOID(add(database.handle(), "kontor_fold", 1, &foldText));
    return add(database.handle(), "kontor_local_date", 2, &localDate);
}

} // namespace kontor::db
