// Records without their C++ type: what undo, import, forms and history work with, made once from a struct's field table.
#pragma once

#include "base/result.h"
#include "db/database.h"
#include "db/field.h"

#include <optional>

namespace kontor::db {

struct RecordType {
    QByteArray table;
    QByteArray aboutColumn; // whose card shows it: a column of this table, empty where the record stands for itself
    QList<FieldInfo> fields;
    Values defaults; // of a new struct, in the order of `fields`
    QString insertSql = {}; // of one row: id, version and the values of `fields`
    QString selectSql = {}; // of one row by its id

    const FieldInfo *find(QByteArrayView column) const; // nullptr if there is none
    int indexOf(QByteArrayView column) const;           // -1 if there is none
};

// One row as it stands in its table: values in the order of RecordType::fields.
struct Row {
    Id id;
    qint64 version = 0;
    Values values;
};

Result<std::optional<Row>> findRow(Database &database, const RecordType &type, Id id);
QString columnList(const RecordType &type); // "id, version, name, ..."

void addStatements(RecordType &type); // from its table and fields

// A whole row as text, as the history keeps deleted records: {"id": .., "version": .., "name": ..}, without derived columns.
QString rowToJson(const RecordType &type, const Row &row);
Result<Row> rowFromJson(const RecordType &type, const QString &json);

namespace detail {

// The accessors are plain functions; the member pointer they need is found again in the record's own field table by its position.
template <class R, std::size_t I>
Value getField(const void *record) {
    static const auto fields = R::fields();
    return Value(static_cast<const R *>(record)->*(std::get<I>(fields).member));
}

template <class R, std::size_t I>
void setField(void *record, const Value &value) {
    static const auto fields = R::fields();
    using Type = typename std::tuple_element_t<I, std::decay_t<decltype(fields)>>::Type;
    static_cast<R *>(record)->*(std::get<I>(fields).member) = Convert<Type>::from(value);
}

template <class R, std::size_t... I>
QList<FieldInfo> fieldInfos(std::index_sequence<I...>) {
    const auto fields = R::fields();
    QList<FieldInfo> infos;
    const auto add = [&infos](FieldInfo info, auto get, auto set) {
        info.get = get;
        info.set = set;
        infos << info;
    };
    (add(std::get<I>(fields).info, &getField<R, I>, &setField<R, I>), ...);
    return infos;
}

template <class R>
RecordType makeRecordType() {
    RecordType type;
    type.table = R::kTable;
    if constexpr (requires { R::kAbout; })
        type.aboutColumn = R::kAbout;
    type.fields = fieldInfos<R>(std::make_index_sequence<std::tuple_size_v<decltype(R::fields())>>());
    const R empty;
    for (const FieldInfo &field : std::as_const(type.fields))
        type.defaults << field.get(&empty);
    addStatements(type);
    return type;
}

} // namespace detail

template <class R>
const RecordType &recordType() {
    static const RecordType type = detail::makeRecordType<R>();
    return type;
}

template <class R>
Values valuesOf(const R &record) {
    Values values;
    for (const FieldInfo &field : recordType<R>().fields)
        values << field.get(&record);
    return values;
}

template <class R>
R fromRow(const Row &row) {
    R record;
    const RecordType &type = recordType<R>();
    record.id = row.id;
    record.version = row.version;
    for (int i = 0; i < type.fields.size(); ++i)
        type.fields[i].set(&record, row.values[i]);
    return record;
}

// Reads the columns of columnList() of the statement's current row, beginning at `firstColumn`.
Row readRow(const Statement &statement, const RecordType &type, int firstColumn = 0);
Row readRow(const BulkStatement &statement, const RecordType &type);

template <class R>
Result<std::optional<R>> find(Database &database, Id id) {
    TRY(row, findRow(database, recordType<R>(), id));
    return row ? std::optional<R>(fromRow<R>(*row)) : std::optional<R>();
}

// All records where `condition` (SQL after WHERE, may go on with ORDER BY) holds.
template <class R>
Result<QList<R>> select(Database &database, const QString &condition, const Values &values = {}) {
    const RecordType &type = recordType<R>();
    TRY(statement,
        database.query(
            QStringLiteral("SELECT %1 FROM %2 WHERE %3").arg(columnList(type), QString::fromLatin1(type.table), condition),
            values));
    QList<R> records;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return records;
        records << fromRow<R>(readRow(statement, type));
    }
}

} // namespace kontor::db
