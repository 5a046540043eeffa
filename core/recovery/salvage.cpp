#include "recovery/salvage.h"

#include "recovery/table_scan.h"

#include <QJsonDocument>
#include <QSet>

namespace kontor::recovery {

using namespace Qt::StringLiterals;
using workspace::Change;
using workspace::JournalEntry;
using workspace::What;

namespace {

constexpr int kRowsPerTransaction = 20'000;

Result<QStringList> names(db::Database &database, const QString &sql) {
    TRY(rows, database.query(sql));
    QStringList names;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return names;
        names << rows.text(0);
    }
}

Result<QStringList> columnsOf(db::Database &database, const QString &table) {
    return names(database, u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
}

// Copies one table, in transactions of a size that stays in memory.
class TableCopy {
public:
    TableCopy(db::Database &into, SalvageCounts &counts) : m_into(into), m_counts(counts) {}

    Result<void> copy(db::Database &damaged, const QString &table) {
        TRY(wanted, columnsOf(m_into, table));
        const auto known = columnsOf(damaged, table);
        if (!known)
            return {};
        const QSet<QString> there(known->cbegin(), known->cend());
        wanted.removeIf([&there](const QString &column) { return !there.contains(column); });
        if (wanted.isEmpty())
            return {}; // of an older version that did not have it
        // The settings that a new base begins with give way.
        const QString verb = table == "setting"_L1 ? u"REPLACE"_s : u"IGNORE"_s;
        TRY(insert, m_into.prepareBulk(u"INSERT OR %1 INTO %2 (%3) VALUES (%4)"_s.arg(
                        verb, table, wanted.join(u", "_s), QStringList(wanted.size(), u"?"_s).join(u", "_s))));
        TableScan scan(damaged, table, wanted);
        TRY_VOID(scan.run([&](const db::BulkStatement &row) { return take(insert, row, int(wanted.size())); }));
        if (scan.holes() > 0)
            m_counts.holes.insert(table, scan.holes());
        return end();
    }

private:
    Result<void> take(db::BulkStatement &insert, const db::BulkStatement &row, int count) {
        if (!m_transaction) {
            TRY(begun, db::WriteTransaction::begin(m_into));
            m_transaction = std::move(begun);
        }
        for (int i = 0; i < count; ++i)
            insert.bind(i, row.value(i + 1));
        if (const auto done = insert.execute(); done)
            ++m_counts.rows;
        else if (done.error().code == Code::Invalid)
            ++m_counts.refused;
        else
            return done;
        return ++m_inTransaction % kRowsPerTransaction == 0 ? end() : Result<void>();
    }

    Result<void> end() {
        if (!m_transaction)
            return {};
        TRY_VOID(m_transaction->commit());
        m_transaction.reset();
        return {};
    }

    db::Database &m_into;
    SalvageCounts &m_counts;
    std::unique_ptr<db::WriteTransaction> m_transaction;
    int m_inTransaction = 0;
};

} // namespace

Result<SalvageCounts> salvageInto(db::Database &damaged, db::Database &into) {
    SalvageCounts counts;
    into.setFence(false);
    TRY_VOID(into.execute(u"PRAGMA foreign_keys=OFF"_s));
    TRY(tables, names(into, u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"_s));
    for (const QString &table : std::as_const(tables))
        TRY_VOID(TableCopy(into, counts).copy(damaged, table));
    return counts;
}

QString salvagedBaseId(db::Database &damaged) {
    const auto id = damaged.single(u"SELECT value FROM setting WHERE name = 'base_id'"_s);
    return id ? id->text() : QString();
}

namespace {

What whatOf(const QString &word) {
    return word == "insert"_L1 ? What::Insert : word == "delete"_L1 ? What::Delete : What::Update;
}

class OperationSalvage {
public:
    OperationSalvage(db::Database &damaged, db::Database &known, const workspace::RecordCatalogue &catalogue, const EntryDone &done)
        : m_damaged(damaged), m_known(known), m_catalogue(catalogue), m_done(done) {}

    Result<void> run(qint64 after) {
        TableScan scan(m_damaged, u"change"_s,
                       {u"operation"_s, u"record"_s, u"record_id"_s, u"last_id"_s, u"about_id"_s, u"what"_s, u"field"_s, u"old"_s,
                        u"new"_s, u"version"_s});
        const auto highest = m_damaged.single(u"SELECT max(seq) FROM change"_s);
        const qint64 last = highest && !highest->isNull() ? highest->integer() : after + kSeqsToLookThrough;
        TRY_VOID(scan.run(after + 1, last, [this](const db::BulkStatement &row) { return take(row); }));
        return end();
    }

private:
    static constexpr qint64 kSeqsToLookThrough = 1'000'000;

    Result<void> take(const db::BulkStatement &row) {
        Change change;
        change.seq = row.integer(0);
        change.operation = row.integer(1);
        change.record = row.text(2).toLatin1();
        change.recordId = Id{row.integer(3)};
        change.lastId = Id{row.integer(4)};
        change.aboutId = Id{row.integer(5)};
        change.what = whatOf(row.text(6));
        change.field = row.text(7).toLatin1();
        change.before = row.value(8);
        change.after = row.value(9);
        change.version = row.integer(10);
        TRY(there, m_known.single(u"SELECT 1 FROM change WHERE seq = ? AND operation = ?"_s, {change.seq, change.operation}));
        if (!there.isNull())
            return {};
        if (!m_changes.isEmpty() && m_changes.last().operation != change.operation)
            TRY_VOID(end());
        m_changes << change;
        return {};
    }

    // Changes of one operation that stand together: one entry, if the operation itself can be read.
    Result<void> end() {
        if (m_changes.isEmpty())
            return {};
        JournalEntry entry;
        entry.changes = std::exchange(m_changes, {});
        if (!readOperation(entry))
            return {};
        for (const Change &change : std::as_const(entry.changes))
            if (change.what == What::Insert)
                TRY_VOID(readRows(entry, change));
        return m_done(entry);
    }

    bool readOperation(JournalEntry &entry) {
        auto row = m_damaged.query(u"SELECT o.seq, o.id, o.writer, o.user_id, o.at, o.kind, o.subject, o.subject_id, o.detail, o.state, "
                                   "o.reverses FROM operation o WHERE o.id = ?"_s,
                                   {entry.changes.first().operation});
        if (!row || !row->next().value_or(false))
            return false;
        workspace::Operation &operation = entry.operation;
        operation.seq = row->integer(0);
        operation.id = row->integer(1);
        operation.writer = row->integer(2);
        operation.at = row->instant(4);
        operation.info = {row->text(5), row->text(6).toLatin1(), row->id(7),
                          QJsonDocument::fromJson(row->text(8).toUtf8()).object(), row->integer(10)};
        operation.state = row->text(9);
        entry.detail = row->text(8);
        entry.user = row->id(3);
        if (auto user = m_damaged.single(u"SELECT name FROM user WHERE id = ?"_s, {entry.user}))
            operation.author = user->text();
        entry.pc = u"lost-%1"_s.arg(operation.writer);
        if (auto pc = m_damaged.query(u"SELECT pc, name, next_counter FROM writer WHERE number = ?"_s, {operation.writer});
            pc && pc->next().value_or(false)) {
            entry.pc = pc->text(0);
            entry.pcName = pc->text(1);
            entry.nextCounter = pc->integer(2);
        }
        return true;
    }

    Result<void> readRows(JournalEntry &entry, const Change &change) {
        const workspace::RecordEntry *record = m_catalogue.find(change.record);
        if (!record)
            return {};
        workspace::JournalRows rows{change.record, {"id", "version"}, {}};
        for (const db::FieldInfo &field : record->type->fields)
            if (!field.isDerived)
                rows.columns << field.column;
        QStringList columns;
        for (const QByteArray &column : std::as_const(rows.columns))
            columns << QString::fromLatin1(column);
        const int count = int(columns.size());
        TableScan scan(m_damaged, QString::fromLatin1(change.record), columns);
        TRY_VOID(scan.run(change.recordId.value, change.lastId.isValid() ? change.lastId.value : change.recordId.value,
                          [&](const db::BulkStatement &row) -> Result<void> {
                              db::Values values;
                              for (int i = 0; i < count; ++i)
                                  values << row.value(i + 1);
                              rows.rows << values;
                              return {};
                          }));
        entry.rows << rows;
        return {};
    }

    db::Database &m_damaged;
    db::Database &m_known;
    const workspace::RecordCatalogue &m_catalogue;
    const EntryDone &m_done;
    QList<Change> m_changes;
};

} // namespace

Result<void> salvageOperations(db::Database &damaged, db::Database &known, qint64 seq, const workspace::RecordCatalogue &catalogue,
                               const EntryDone &done) {
    return OperationSalvage(damaged, known, catalogue, done).run(seq);
}

} // namespace kontor::recovery
