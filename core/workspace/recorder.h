// The only way records are written: inside one transaction of one operation, with every change noted in the history.
// Used by the closure of Base::write or BulkOperation::step, on that connection's thread, and gone afterwards.
#pragma once

#include "workspace/operation.h"
#include "workspace/record_catalogue.h"

namespace kontor::workspace {

struct FieldValue {
    QByteArray column;
    db::Value value;
};

// Of one writer's counter: [first, end).
struct IdRange {
    qint64 first = 0;
    qint64 end = 0;
};

class Recorder {
public:
    struct Identity {
        qint64 writer = 0;
        Id user;
        qint64 operation = 0; // id
        Instant now;
    };

    Recorder(db::Database &database, const RecordCatalogue &catalogue, const DeriveContext &context, Identity identity,
             OperationInfo info, bool operationExists);
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

    db::Database &database() { return m_database; }
    const DeriveContext &context() const { return m_context; }
    const RecordCatalogue &catalogue() const { return m_catalogue; }
    Instant now() const { return m_identity.now; }
    Id user() const { return m_identity.user; }
    qint64 operationId() const { return m_identity.operation; }
    OperationInfo &info() { return m_info; } // may be completed until the first write

    // Gives the record its id (unless it has one) and version 1.
    template <class R>
    Result<Id> insert(R &record) {
        db::Row row{record.id, 1, db::valuesOf(record)};
        TRY(id, insertRow(db::recordType<R>().table, row));
        row.id = id;
        record = db::fromRow<R>(row);
        return id;
    }

    // Writes the fields in which `after` differs from `before`, as one act against the version that `before` was read at.
    // Errors: Conflict when someone else changed one of those fields since; NotFound.
    template <class R>
    Result<void> update(const R &before, const R &after) {
        QList<FieldValue> values;
        for (const db::FieldInfo &field : db::recordType<R>().fields)
            if (const db::Value value = field.get(&after); !field.isDerived && value != field.get(&before))
                values.append({field.column, value});
        TRY(version, updateFields(db::recordType<R>().table, before.id, before.version, values));
        Q_UNUSED(version)
        return {};
    }

    template <class R>
    Result<void> remove(Id id) {
        return removeRow(db::recordType<R>().table, id);
    }

    Result<Id> insertRow(QByteArrayView table, db::Row &row);
    // Returns the record's version afterwards (unchanged when every value already stood there).
    Result<qint64> updateFields(QByteArrayView table, Id id, qint64 versionRead, const QList<FieldValue> &values);
    // The same over whatever stands there now, which `current` is: for acts on thousands, none of which shall stop for a change a second ago.
    Result<qint64> updateRow(QByteArrayView table, const db::Row &current, const QList<FieldValue> &values);
    Result<void> removeRow(QByteArrayView table, Id id);

    // For bulk paths that write rows themselves: a range of ids, and the one line of history for what was inserted from it.
    Result<Id> newIds(qint64 count);
    Result<void> noteInsertedRange(QByteArrayView table, Id first, Id last);
    Result<void> noteChange(Change change);
    // The customer's derived columns fed by `table` are refreshed before COMMIT.
    void touch(QByteArrayView table, Id customer) { m_touched[table.toByteArray()].insert(customer); }

    // When the act is repeated: ids that a record got in the try that failed were never given, so it gets another.
    void renewIds(IdRange leftOver) { m_leftOver = leftOver; }
    IdRange givenIds() const { return {m_storedCounter, m_nextCounter}; }

    // Writes what was put off to the end. Called once before COMMIT; true: something was changed.
    Result<bool> finish();
    const ChangeSet &changes() const { return m_changes; }
    const QList<Change> &noted() const { return m_noted; } // each of them

private:
    Result<const RecordEntry *> entryOf(QByteArrayView table) const;
    Result<void> ensureOperation();
    bool isLeftOver(Id id) const;
    Result<void> checkConflicts(const db::RecordType &type, const db::Row &current, qint64 versionRead,
                                const QList<FieldValue> &values);
    Result<qint64> updateRow(const RecordEntry &entry, const db::Row &current, const QList<FieldValue> &values);
    Result<void> noteFields(const db::RecordType &type, const db::Row &before, const db::Row &after);
    Result<void> writeColumns(const db::RecordType &type, const db::Row &before, const db::Row &after);
    Id aboutOf(const db::RecordType &type, const db::Row &row) const;
    void touchAbout(const db::RecordType &type, const db::Row &row);

    db::Database &m_database;
    const RecordCatalogue &m_catalogue;
    const DeriveContext &m_context;
    Identity m_identity;
    OperationInfo m_info;
    bool m_operationExists;
    ChangeSet m_changes;
    QList<Change> m_noted;
    QHash<QByteArray, QSet<Id>> m_touched;
    IdRange m_leftOver;
    qint64 m_nextCounter = 0; // 0: not read yet
    qint64 m_storedCounter = 0;
};

} // namespace kontor::workspace
