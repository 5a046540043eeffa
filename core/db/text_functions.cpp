#include "db/text_functions.h"

#include "base/clock.h"
#include "base/fold.h"
#include "db/database.h"
#include "db/sqlite_error.h"

#include <sqlite3.h>

#include <array>

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

// What was folded lately: columns with few different values (kinds, states, cities) come again and again. Measured on 500,000 kinds of
// interactions: 310 ms became 220.
class FoldMemo {
public:
    const QByteArray &folded(QByteArrayView text) {
        Entry &entry = m_entries[qHash(text) % m_entries.size()];
        if (entry.text != text || entry.text.isNull()) {
            entry.text = text.toByteArray();
            entry.folded = fold(QString::fromUtf8(text)).toUtf8();
        }
        return entry.folded;
    }

private:
    struct Entry {
        QByteArray text;
        QByteArray folded;
    };
    std::array<Entry, 512> m_entries;
};

constexpr int kLongestRemembered = 48; // bytes: longer texts seldom come twice

void foldText(sqlite3_context *context, int, sqlite3_value **arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        return;
    const auto utf8 = reinterpret_cast<const char *>(sqlite3_value_text(arguments[0]));
    const int size = sqlite3_value_bytes(arguments[0]);
    if (size > kLongestRemembered)
        return answer(context, fold(QString::fromUtf8(utf8, size)));
    const QByteArray &folded = static_cast<FoldMemo *>(sqlite3_user_data(context))->folded(QByteArrayView(utf8, size));
    sqlite3_result_text64(context, folded.constData(), sqlite3_uint64(folded.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
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

constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

Result<void> checked(sqlite3 *handle, int code) {
    return code == SQLITE_OK ? Result<void>()
                             : Result<void>(sqliteError(sqlite3_extended_errcode(handle), QStringLiteral("create function")));
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
    sqlite3 *handle = database.handle();
    const auto forget = [](void *memo) { delete static_cast<FoldMemo *>(memo); };
    TRY_VOID(checked(
        handle, sqlite3_create_function_v2(handle, "kontor_fold", 1, kFlags, new FoldMemo, &foldText, nullptr, nullptr, forget)));
    return checked(handle, sqlite3_create_function_v2(handle, "kontor_local_date", 2, kFlags, nullptr, &localDate, nullptr,
                                                      nullptr, nullptr));
}

} // namespace kontor::db
