#include "db/record.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace kontor::db {

const FieldInfo *RecordType::find(QByteArrayView column) const {
    const int index = indexOf(column);
    return index < 0 ? nullptr : &fields[index];
}

int RecordType::indexOf(QByteArrayView column) const {
    for (int i = 0; i < fields.size(); ++i)
        if (fields[i].column == column)
            return i;
    return -1;
}

QString columnList(const RecordType &type) {
    QStringList columns{QStringLiteral("id"), QStringLiteral("version")};
    for (const FieldInfo &field : type.fields)
        columns << QString::fromLatin1(field.column);
    return columns.join(QStringLiteral(", "));
}

void addStatements(RecordType &type) {
    const QString table = QString::fromLatin1(type.table), columns = columnList(type);
    const QStringList marks(type.fields.size() + 2, QStringLiteral("?"));
    type.insertSql = QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(table, columns, marks.join(QStringLiteral(", ")));
    type.selectSql = QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(columns, table);
}

namespace {

void addJsonText(QString &json, QStringView text) {
    json += u'"';
    for (const QChar letter : text) {
        if (letter == u'"' || letter == u'\\')
            json += u'\\';
        if (letter.unicode() < 0x20)
            json += QStringLiteral("\\u%1").arg(letter.unicode(), 4, 16, QLatin1Char('0'));
        else
            json += letter;
    }
    json += u'"';
}

void addJson(QString &json, const Value &value) {
    if (value.isInteger())
        json += QString::number(value.integer());
    else if (value.isReal())
        json += QString::number(value.real(), 'g', 17);
    else if (value.isText())
        addJsonText(json, value.text());
    else if (value.isBlob())
        json += QStringLiteral("{\"base64\":\"%1\"}").arg(QString::fromLatin1(value.blob().toBase64()));
    else
        json += QStringLiteral("null");
}

bool isEmptyFromTheStart(const Value &value, const Value &start) {
    return value == start && (value.isNull() || (value.isText() && value.text().isEmpty()));
}

Value fromJson(const FieldInfo &field, const QJsonValue &value) {
    if (value.isDouble())
        return field.kind == FieldKind::Real ? Value(value.toDouble()) : Value(qint64(value.toInteger()));
    if (value.isString())
        return Value(value.toString());
    if (value.isObject())
        return Value(QByteArray::fromBase64(value.toObject().value(QStringLiteral("base64")).toString().toLatin1()));
    return Value();
}

} // namespace

QString rowToJson(const RecordType &type, const Row &row) {
    QString json = QStringLiteral("{\"id\":%1,\"version\":%2").arg(row.id.value).arg(row.version);
    for (int i = 0; i < type.fields.size(); ++i) {
        const FieldInfo &field = type.fields[i];
        if (field.isDerived || isEmptyFromTheStart(row.values[i], type.defaults[i]))
            continue;
        json += QStringLiteral(",\"") + QLatin1StringView(field.column) + QStringLiteral("\":");
        addJson(json, row.values[i]);
    }
    return json += u'}';
}

Result<Row> rowFromJson(const RecordType &type, const QString &json) {
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return Error{Code::Corrupt,
                     QCoreApplication::translate("kontor::db", "The history of this record cannot be read. Nothing was changed."),
                     QStringLiteral("no JSON object for table %1").arg(QString::fromLatin1(type.table)), QByteArray()};
    const QJsonObject object = document.object();
    // Columns that the row does not name (they are newer than it, or derived) begin as the record's own struct does.
    Row row{Id{object.value(QStringLiteral("id")).toInteger()}, object.value(QStringLiteral("version")).toInteger(),
            type.defaults};
    for (int i = 0; i < type.fields.size(); ++i)
        if (const auto value = object.constFind(QString::fromLatin1(type.fields[i].column)); value != object.constEnd())
            row.values[i] = fromJson(type.fields[i], *value);
    return row;
}

Row readRow(const Statement &statement, const RecordType &type, int firstColumn) {
    Row row{statement.id(firstColumn), statement.integer(firstColumn + 1), {}};
    for (int i = 0; i < type.fields.size(); ++i)
        row.values << statement.value(firstColumn + 2 + i);
    return row;
}

Row readRow(const BulkStatement &statement, const RecordType &type) {
    Row row{Id{statement.integer(0)}, statement.integer(1), {}};
    row.values.reserve(type.fields.size());
    for (int i = 0; i < type.fields.size(); ++i)
        row.values << statement.value(i + 2);
    return row;
}

// Undo and bulk changes read a row for each that they write.
Result<std::optional<Row>> findRow(Database &database, const RecordType &type, Id id) {
    TRY(statement, database.cached(type.selectSql));
    statement->bind(0, id.value);
    TRY(found, statement->next());
    return found ? std::optional(readRow(*statement, type)) : std::nullopt;
}

} // namespace kontor::db
