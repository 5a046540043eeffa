#include "history/value_origin.h"

#include "db/database.h"
#include "tags/tag.h"

#include <QCoreApplication>
#include <QLocale>
#include <QtEndian>

namespace kontor::history {

using namespace Qt::StringLiterals;

namespace {

struct Written {
    qint64 operation = 0;
    QByteArray field; // empty: the record was inserted
    db::Value value;
};

QString tableOf(const db::RecordType &type) { return QString::fromLatin1(type.table); }

// On whose card the record stands: the record itself where it stands for itself.
Id aboutOf(const db::RecordType &type, const db::Row &row) {
    return type.aboutColumn.isEmpty() ? row.id : Id{row.values.at(type.indexOf(type.aboutColumn)).integer()};
}

// What was written into the record, the newest first; without what undo and redo brought back.
Result<QList<Written>> writtenInto(db::Database &database, const db::RecordType &type, const db::Row &row) {
    QList<Written> written;
    TRY(changes,
        database.query(u"SELECT c.operation, c.what, c.field, c.new FROM change c JOIN operation o ON o.id = c.operation "
                       "WHERE c.about_id = ? AND c.record = ? AND c.record_id = ? AND c.what <> 'delete' AND "
                       "o.kind NOT IN ('undo', 'redo') ORDER BY c.seq DESC"_s,
                       {aboutOf(type, row), tableOf(type), row.id}));
    while (true) {
        TRY(more, changes.next());
        if (!more)
            break;
        const bool isInsert = changes.text(1) == "insert"_L1;
        written << Written{changes.integer(0), isInsert ? QByteArray() : changes.text(2).toUtf8(), changes.value(3)};
    }
    TRY(range, database.single(u"SELECT operation FROM change WHERE record = ? AND what = 'insert' AND last_id IS NOT NULL AND "
                               "record_id <= ? AND last_id >= ? ORDER BY record_id DESC LIMIT 1"_s,
                               {tableOf(type), row.id, row.id}));
    if (!range.isNull())
        written << Written{range.integer(), {}, {}};
    return written;
}

// The row of the record at `place` of a run, see import_row.
qint64 rowOfRun(qint64 firstRow, qint64 place, const QByteArray &rowNumbers) {
    const qsizetype offset = place * qsizetype(sizeof(quint32));
    if (offset + qsizetype(sizeof(quint32)) > rowNumbers.size())
        return firstRow + place;
    return qFromLittleEndian<quint32>(rowNumbers.constData() + offset);
}

// The row of the file that made or met the record; what stands on a card came with the customer's row.
Result<void> findRowOfFile(db::Database &database, Id record, ValueOrigin &origin) {
    TRY(batch,
        database.query(
            u"SELECT id, file_name, coalesce(json_extract(mapping, '$.table'), '') FROM import_batch WHERE operation = ?"_s,
            {origin.operation}));
    TRY(found, batch.next());
    if (!found)
        return {};
    origin.batch = batch.id(0);
    origin.fileName = batch.text(1);
    origin.table = batch.text(2);
    TRY(runs,
        database.query(u"SELECT first_row, ? - first_id, row_numbers FROM import_row WHERE batch_id = ? AND first_id <> 0 AND "
                       "first_id <= ? AND first_id + (last_row - first_row) >= ? ORDER BY first_row LIMIT 1"_s,
                       {record, origin.batch, record, record}));
    TRY(isThere, runs.next());
    if (isThere)
        origin.row = rowOfRun(runs.integer(0), runs.integer(1), runs.value(2).blob());
    return {};
}

Result<std::optional<ValueOrigin>> originAt(db::Database &database, const db::RecordType &type, const db::Row &row,
                                            qint64 operation) {
    TRY(act,
        database.query(
            u"SELECT o.kind, coalesce(u.name, ''), o.at FROM operation o LEFT JOIN user u ON u.id = o.user_id WHERE o.id = ?"_s,
            {operation}));
    TRY(found, act.next());
    if (!found)
        return std::optional<ValueOrigin>();
    ValueOrigin origin{operation, act.text(0), act.text(1), act.instant(2), {}, {}, {}, 0};
    if (origin.kind == "import"_L1) {
        TRY_VOID(findRowOfFile(database, row.id, origin));
        if (origin.row == 0 && aboutOf(type, row) != row.id)
            TRY_VOID(findRowOfFile(database, aboutOf(type, row), origin));
    }
    return std::optional(origin);
}

// The newest act that wrote the value which stands there; 0: none is known.
qint64 writerOf(const QList<Written> &written, const QByteArray &field, const db::Value &value) {
    for (const Written &act : written) {
        if (act.field.isEmpty() || (act.field == field && act.value == value))
            return act.operation;
    }
    return 0;
}

Error noRecord() {
    return {Code::NotFound, QCoreApplication::translate("kontor::history", "This record is not there any more."), {}, {}};
}

} // namespace

Result<std::optional<ValueOrigin>> originOf(db::Database &database, const db::RecordType &type, Id id, const QByteArray &field) {
    TRY(row, db::findRow(database, type, id));
    if (!row || (!field.isEmpty() && type.indexOf(field) < 0))
        return noRecord();
    TRY(written, writtenInto(database, type, *row));
    const db::Value value = field.isEmpty() ? db::Value() : row->values.at(type.indexOf(field));
    return originAt(database, type, *row, writerOf(written, field, value));
}

Result<std::optional<ValueOrigin>> originOfTag(db::Database &database, Id customer, Id tag) {
    TRY(carried, db::select<CustomerTag>(database, u"customer_id = ? AND tag_id = ?"_s, {customer, tag}));
    if (carried.isEmpty())
        return noRecord();
    return originOf(database, db::recordType<CustomerTag>(), carried.first().id, {});
}

Result<QHash<QByteArray, ValueOrigin>> originsOf(db::Database &database, const db::RecordType &type, Id id) {
    TRY(row, db::findRow(database, type, id));
    if (!row)
        return noRecord();
    TRY(written, writtenInto(database, type, *row));
    QHash<QByteArray, ValueOrigin> origins;
    QHash<qint64, ValueOrigin> known;
    for (int i = 0; i < type.fields.size(); ++i) {
        const db::FieldInfo &field = type.fields.at(i);
        const db::Value &value = row->values.at(i);
        const bool isEmpty = value.isNull() || (value.isText() && value.text().isEmpty());
        const qint64 operation = writerOf(written, field.column, value);
        if (field.isDerived || field.isTechnical || isEmpty || operation == 0)
            continue;
        if (!known.contains(operation)) {
            TRY(origin, originAt(database, type, *row, operation));
            if (!origin)
                continue;
            known.insert(operation, *origin);
        }
        origins.insert(field.column, known.value(operation));
    }
    return origins;
}

QString originSentence(const ValueOrigin &origin, const Clock &clock) {
    const auto tr = [](const char *text) { return QCoreApplication::translate("kontor::history", text); };
    const QString day = QLocale().toString(clock.dateOf(origin.at), QLocale::LongFormat);
    const QString file = origin.table.isEmpty() ? origin.fileName : origin.fileName + u" / "_s + origin.table;
    if (origin.isImported())
        return origin.row > 0 ? tr(QT_TRANSLATE_NOOP("kontor::history", "From %1, row %2, %3")).arg(file).arg(origin.row).arg(day)
                              : tr(QT_TRANSLATE_NOOP("kontor::history", "From %1, %2")).arg(file, day);
    return origin.author.isEmpty() ? day : tr(QT_TRANSLATE_NOOP("kontor::history", "By %1, %2")).arg(origin.author, day);
}

} // namespace kontor::history
