#include "db/bulk_statement.h"

#include "db/packed_bytes.h"
#include "db/sqlite_error.h"

#include <QStringEncoder>

#include <sqlite3.h>

#include <array>
#include <utility>

namespace kontor::db {

namespace {

constexpr qsizetype kShortText = 256; // UTF-16 units that are encoded without taking memory

} // namespace

void OpenStatements::finalize(sqlite3_stmt *statement) {
    if (m_statements.erase(statement) > 0)
        sqlite3_finalize(statement);
}

void OpenStatements::close() {
    for (sqlite3_stmt *statement : m_statements)
        sqlite3_finalize(statement);
    m_statements.clear();
    m_isClosed = true;
}

BulkStatement::BulkStatement(sqlite3 *handle, std::shared_ptr<OpenStatements> open, sqlite3_stmt *statement)
    : m_handle(handle), m_open(std::move(open)), m_statement(statement) {}

BulkStatement::BulkStatement(BulkStatement &&other) noexcept
    : m_handle(other.m_handle), m_open(std::move(other.m_open)), m_statement(std::exchange(other.m_statement, nullptr)) {}

BulkStatement &BulkStatement::operator=(BulkStatement &&other) noexcept {
    std::swap(m_handle, other.m_handle);
    std::swap(m_open, other.m_open);
    std::swap(m_statement, other.m_statement);
    return *this;
}

BulkStatement::~BulkStatement() {
    if (m_open)
        m_open->finalize(m_statement);
}

Result<BulkStatement> BulkStatement::prepare(sqlite3 *handle, std::shared_ptr<OpenStatements> open, const QString &sql) {
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    const int code =
        sqlite3_prepare_v3(handle, utf8.constData(), int(utf8.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(sqlite3_extended_errcode(handle),
                           sql + QStringLiteral(" -- ") + QString::fromUtf8(sqlite3_errmsg(handle)));
    open->add(statement);
    return BulkStatement(handle, std::move(open), statement);
}

void BulkStatement::bind(int position, const Value &value) {
    if (value.isInteger())
        sqlite3_bind_int64(live(), position + 1, value.integer());
    else if (value.isReal())
        sqlite3_bind_double(live(), position + 1, value.real());
    else if (value.isText())
        bind(position, QStringView(value.text()));
    else if (value.isBlob()) {
        const QByteArray blob = value.blob();
        sqlite3_bind_blob64(live(), position + 1, blob.isNull() ? "" : blob.constData(), sqlite3_uint64(blob.size()),
                            SQLITE_TRANSIENT);
    } else
        bindNull(position);
}

void BulkStatement::bind(int position, qint64 number) { sqlite3_bind_int64(live(), position + 1, number); }

void BulkStatement::bind(int position, QStringView text) {
    if (text.isEmpty()) { // most columns of most rows: nothing to copy
        sqlite3_bind_text(live(), position + 1, "", 0, SQLITE_STATIC);
        return;
    }
    if (text.size() <= kShortText) {
        std::array<char, kShortText * 3> utf8;
        QStringEncoder encode(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
        const char *end = encode.appendToBuffer(utf8.data(), text);
        sqlite3_bind_text64(live(), position + 1, utf8.data(), sqlite3_uint64(end - utf8.data()), SQLITE_TRANSIENT, SQLITE_UTF8);
        return;
    }
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(live(), position + 1, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void BulkStatement::bindNull(int position) { sqlite3_bind_null(live(), position + 1); }

void BulkStatement::bindAll(const Values &values, int from) {
    for (int i = 0; i < values.size(); ++i)
        bind(from + i, values.at(i));
}

Result<bool> BulkStatement::next() {
    if (!live())
        return sqliteError(SQLITE_IOERR, QStringLiteral("the connection was opened anew"));
    const int code = sqlite3_step(live());
    if (code == SQLITE_ROW)
        return true;
    const int extended = code == SQLITE_DONE ? SQLITE_OK : sqlite3_extended_errcode(m_handle);
    sqlite3_reset(live());
    if (code != SQLITE_DONE)
        return sqliteError(extended, QString::fromUtf8(sqlite3_sql(live())));
    return false;
}

Result<void> BulkStatement::execute() {
    TRY(row, next());
    if (row)
        reset();
    return {};
}

void BulkStatement::reset() { sqlite3_reset(live()); }

void BulkStatement::forget() {
    if (!live())
        return;
    reset();
    sqlite3_clear_bindings(live());
}

int BulkStatement::placeholders() const { return live() ? sqlite3_bind_parameter_count(live()) : 0; }
int BulkStatement::changedRows() const { return live() ? sqlite3_changes(m_handle) : 0; }
qint64 BulkStatement::insertedId() const { return live() ? sqlite3_last_insert_rowid(m_handle) : 0; }

bool BulkStatement::isNull(int column) const { return sqlite3_column_type(live(), column) == SQLITE_NULL; }
qint64 BulkStatement::integer(int column) const { return sqlite3_column_int64(live(), column); }
double BulkStatement::real(int column) const { return sqlite3_column_double(live(), column); }
int BulkStatement::columnCount() const { return sqlite3_column_count(live()); }

QString BulkStatement::text(int column) const {
    const auto utf8 = reinterpret_cast<const char *>(sqlite3_column_text(live(), column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(live(), column));
}

QByteArray BulkStatement::blob(int column) const {
    const auto bytes = static_cast<const char *>(sqlite3_column_blob(live(), column));
    return QByteArray(bytes, sqlite3_column_bytes(live(), column));
}

Value BulkStatement::value(int column) const {
    switch (sqlite3_column_type(live(), column)) {
    case SQLITE_INTEGER: return Value(integer(column));
    case SQLITE_FLOAT: return Value(real(column));
    case SQLITE_TEXT: return Value(text(column));
    case SQLITE_BLOB: return Value(blob(column));
    default: return Value();
    }
}

void BulkStatement::packRow(QByteArray &bytes) const {
    ValuePacker packer(bytes);
    const auto content = [this](int column, const void *data) {
        return QByteArrayView(static_cast<const char *>(data), sqlite3_column_bytes(live(), column));
    };
    for (int column = 0, count = columnCount(); column < count; ++column) {
        switch (sqlite3_column_type(live(), column)) {
        case SQLITE_INTEGER: packer.integer(integer(column)); break;
        case SQLITE_FLOAT: packer.real(real(column)); break;
        case SQLITE_TEXT: packer.text(content(column, sqlite3_column_text(live(), column))); break;
        case SQLITE_BLOB: packer.blob(content(column, sqlite3_column_blob(live(), column))); break;
        default: packer.null();
        }
    }
}

} // namespace kontor::db
