#include "db/statement.h"

#include "db/sqlite_error.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

namespace kontor::db {

namespace {

QVariant toVariant(const Value &value) {
    if (value.isInteger())
        return value.integer();
    if (value.isReal())
        return value.real();
    if (value.isText())
        return value.text();
    if (value.isBlob())
        return value.blob();
    return QVariant();
}

Error errorOf(const QSqlQuery &query) { return sqliteError(query.lastError().nativeErrorCode().toInt(), query.lastQuery()); }

} // namespace

Statement::Statement(std::unique_ptr<QSqlQuery> query) : m_query(std::move(query)) {}
Statement::Statement(Statement &&) noexcept = default;
Statement &Statement::operator=(Statement &&) noexcept = default;

Statement::~Statement() {
    if (m_query)
        m_query->finish();
}

Result<void> Statement::execute(const Values &values) {
    for (int i = 0; i < values.size(); ++i)
        m_query->bindValue(i, toVariant(values[i]));
    if (!m_query->exec())
        return errorOf(*m_query);
    return {};
}

Result<bool> Statement::next() {
    if (m_query->next())
        return true;
    const bool failed = m_query->lastError().isValid();
    if (failed)
        return errorOf(*m_query);
    m_query->finish();
    return false;
}

int Statement::changedRows() const { return m_query->numRowsAffected(); }
bool Statement::isNull(int column) const { return m_query->isNull(column); }
qint64 Statement::integer(int column) const { return m_query->value(column).toLongLong(); }
double Statement::real(int column) const { return m_query->value(column).toDouble(); }
QString Statement::text(int column) const { return m_query->value(column).toString(); }
QByteArray Statement::blob(int column) const { return m_query->value(column).toByteArray(); }
int Statement::columnCount() const { return m_query->record().count(); }
QString Statement::columnName(int column) const { return m_query->record().fieldName(column); }

Value Statement::value(int column) const {
    const QVariant value = m_query->value(column);
    if (value.isNull())
        return Value();
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int: return Value(qint64(value.toLongLong()));
    case QMetaType::Double: return Value(value.toDouble());
    case QMetaType::QByteArray: return Value(value.toByteArray());
    default: return Value(value.toString());
    }
}

} // namespace kontor::db
