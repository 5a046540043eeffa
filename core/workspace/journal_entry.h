// One transaction of an operation, complete, as the journal keeps it: the operation, its changes, and every value of what it inserted.
#pragma once

#include "workspace/operation.h"
#include "workspace/record_catalogue.h"

namespace kontor::workspace {

// Rows of one table, by the names of their columns: programs of other versions may have others.
struct JournalRows {
    QByteArray table;
    QByteArrayList columns;
    QList<db::Values> rows;
};

struct JournalEntry {
    Operation operation; // as it stood after the transaction
    QString detail;      // of the operation, to the letter
    Id user;
    QString pc;
    QString pcName;
    qint64 nextCounter = 0; // of the writer
    QList<Change> changes;
    QList<JournalRows> rows; // without derived columns
};

class EntryPacker {
public:
    explicit EntryPacker(const RecordCatalogue &catalogue) : m_catalogue(catalogue) {}

    // In the transaction that made the changes, at its end; or later, when a row is no longer as it was inserted but as newer changes left it.
    Result<QByteArray> pack(db::Database &database, qint64 operation, const QList<Change> &changes);

private:
    Result<void> packRows(db::Database &database, QByteArray &bytes, const QList<Change> &changes);
    Result<void> packImport(db::Database &database, QByteArray &bytes, qint64 operation);

    const RecordCatalogue &m_catalogue;
    QHash<qint64, qint64> m_importRows; // the last row of an import that was packed, by operation
};

// Errors: Corrupt.
Result<JournalEntry> unpackEntry(const QByteArray &payload);

} // namespace kontor::workspace
