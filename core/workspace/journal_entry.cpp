#include "workspace/journal_entry.h"

#include "db/packed_bytes.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kForm = 1;

void packChange(QByteArray &bytes, const Change &change) {
    for (const qint64 number :
         {change.seq, change.recordId.value, change.lastId.value, change.aboutId.value, qint64(change.what), change.version})
        db::packNumber(bytes, number);
    db::packBytes(bytes, change.record);
    db::packBytes(bytes, change.field);
    db::packValue(bytes, change.before);
    db::packValue(bytes, change.after);
}

Change unpackChange(db::PackedReader &reader, qint64 operation) {
    Change change;
    change.operation = operation;
    change.seq = reader.number();
    change.recordId = Id{reader.number()};
    change.lastId = Id{reader.number()};
    change.aboutId = Id{reader.number()};
    change.what = What(reader.number());
    change.version = reader.number();
    change.record = reader.bytes();
    change.field = reader.bytes();
    change.before = reader.value();
    change.after = reader.value();
    return change;
}

// Rows of one table: its name, its columns, how many, and each row packed.
class RowBlock {
public:
    RowBlock(QByteArray table, QByteArrayList columns) : m_table(std::move(table)), m_columns(std::move(columns)) {}

    QString select(const QString &condition) const {
        return u"SELECT %1 FROM %2 WHERE %3"_s.arg(QString::fromLatin1(m_columns.join(", ")), QString::fromLatin1(m_table),
                                                   condition);
    }
    // Returns the first column of the last row, or 0.
    Result<qint64> add(db::BulkStatement &rows) {
        qint64 last = 0;
        while (true) {
            TRY(more, rows.next());
            if (!more)
                return last;
            rows.packRow(m_rows);
            last = rows.integer(0);
            ++m_count;
        }
    }
    void end(QByteArray &bytes) const {
        if (m_count == 0)
            return;
        db::packBytes(bytes, m_table);
        db::packBytes(bytes, m_columns.join(','));
        db::packNumber(bytes, m_count);
        bytes += m_rows;
    }

private:
    QByteArray m_table;
    QByteArrayList m_columns;
    QByteArray m_rows;
    qint64 m_count = 0;
};

QByteArrayList keptColumns(const db::RecordType &type) {
    QByteArrayList columns{"id", "version"};
    for (const db::FieldInfo &field : type.fields)
        if (!field.isDerived)
            columns << field.column;
    return columns;
}

Result<void> packOperation(db::Database &database, QByteArray &bytes, qint64 operation) {
    TRY(row, database.prepareBulk(u"SELECT o.seq, o.id, o.writer, o.user_id, o.at, o.kind, o.subject, o.subject_id, o.detail, o.state, "
                                  "o.reverses, coalesce(u.name, ''), w.pc, w.name, w.next_counter "
                                  "FROM operation o JOIN writer w ON w.number = o.writer LEFT JOIN user u ON u.id = o.user_id "
                                  "WHERE o.id = ?"_s));
    row.bind(0, operation);
    TRY(found, row.next());
    if (!found)
        return Error{Code::Internal, QCoreApplication::translate("kontor::workspace", "An act has no row in the history."),
                     u"operation without row"_s, QByteArray()};
    row.packRow(bytes);
    return {};
}

Operation operationFrom(const db::Values &row) {
    Operation operation;
    operation.seq = row[0].integer();
    operation.id = row[1].integer();
    operation.writer = row[2].integer();
    operation.at = Instant{row[4].integer()};
    operation.info = {row[5].text(), row[6].text().toLatin1(), Id{row[7].integer()},
                      QJsonDocument::fromJson(row[8].text().toUtf8()).object(), row[10].integer()};
    operation.state = row[9].text();
    operation.author = row[11].text();
    return operation;
}

constexpr int kOperationColumns = 15;

} // namespace

Result<QByteArray> EntryPacker::pack(db::Database &database, qint64 operation, const QList<Change> &changes) {
    QByteArray bytes;
    db::packNumber(bytes, kForm);
    TRY_VOID(packOperation(database, bytes, operation));
    db::packNumber(bytes, changes.size());
    for (const Change &change : changes)
        packChange(bytes, change);
    TRY_VOID(packRows(database, bytes, changes));
    TRY_VOID(packImport(database, bytes, operation));
    return bytes;
}

Result<void> EntryPacker::packRows(db::Database &database, QByteArray &bytes, const QList<Change> &changes) {
    QByteArrayList tables; // in the order of their first insert
    for (const Change &change : changes)
        if (change.what == What::Insert && !tables.contains(change.record) && m_catalogue.find(change.record))
            tables << change.record;
    for (const QByteArray &table : std::as_const(tables)) {
        RowBlock block(table, keptColumns(*m_catalogue.find(table)->type));
        TRY(rows, database.prepareBulk(block.select(u"id BETWEEN ? AND ?"_s)));
        for (const Change &change : changes) {
            if (change.what != What::Insert || change.record != table)
                continue;
            rows.bind(0, change.recordId.value);
            rows.bind(1, change.lastId.isValid() ? change.lastId.value : change.recordId.value);
            TRY(last, block.add(rows));
            Q_UNUSED(last)
        }
        block.end(bytes);
    }
    return {};
}

// What an import says of its rows is no record and has no changes.
Result<void> EntryPacker::packImport(db::Database &database, QByteArray &bytes, qint64 operation) {
    RowBlock batch("import_batch", {"id", "version", "operation", "file_name", "kind", "at", "mapping", "read_count", "added",
                                    "filled", "changed", "unchanged", "rejected"});
    TRY(batches, database.prepareBulk(batch.select(u"operation = ?"_s)));
    batches.bind(0, operation);
    TRY(id, batch.add(batches));
    if (id == 0)
        return {};
    batch.end(bytes);
    RowBlock runs("import_row", {"id", "batch_id", "first_row", "last_row", "outcome", "first_id", "reason", "row_numbers"});
    TRY(rows, database.prepareBulk(runs.select(u"batch_id = ? AND id > ? ORDER BY id"_s)));
    rows.bind(0, id);
    rows.bind(1, m_importRows.value(operation));
    TRY(last, runs.add(rows));
    m_importRows[operation] = qMax(last, m_importRows.value(operation));
    runs.end(bytes);
    return {};
}

Result<JournalEntry> unpackEntry(const QByteArray &payload) {
    db::PackedReader reader(payload);
    JournalEntry entry;
    const qint64 form = reader.number();
    const db::Values row = reader.values(kOperationColumns);
    entry.operation = operationFrom(row);
    entry.detail = row[8].text();
    entry.user = Id{row[3].integer()};
    entry.pc = row[12].text();
    entry.pcName = row[13].text();
    entry.nextCounter = row[14].integer();
    for (qint64 count = reader.number(); count > 0 && !reader.isBroken(); --count)
        entry.changes << unpackChange(reader, entry.operation.id);
    while (!reader.isAtEnd() && !reader.isBroken()) {
        JournalRows rows{reader.bytes(), reader.bytes().split(','), {}};
        for (qint64 count = reader.number(); count > 0 && !reader.isBroken(); --count)
            rows.rows << reader.values(rows.columns.size());
        entry.rows << rows;
    }
    if (form == kForm && !reader.isBroken())
        return entry;
    return Error{Code::Corrupt, QCoreApplication::translate("kontor::workspace", "A record of the journal cannot be read."),
                 u"form %1"_s.arg(form), QByteArray()};
}

} // namespace kontor::workspace
