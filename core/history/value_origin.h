// Where a value on a card came from: the file and the row that brought it, or who typed it, and when. Derived from the history and the rows of
// imports; nothing of it is stored a second time.
#pragma once

#include "base/clock.h"
#include "db/record.h"

#include <QHash>

namespace kontor::history {

struct ValueOrigin {
    qint64 operation = 0; // the act that wrote the value as it stands
    QString kind;         // of the act: import, edit, add, merge ...
    QString author;
    Instant at;
    // Of a value that a file brought:
    Id batch;         // invalid: no file did
    QString fileName; // without its folder
    QString table;    // within the file; empty where it is one table
    qint64 row = 0;   // 1 is the first data record; 0: not known

    bool isImported() const { return batch.isValid(); }
};

// Of one field of one record (table, id): "customer", "contact_point" ... An empty field, or one that was never changed: of the record itself.
// Undo and redo only bring values back: the act that first wrote the value counts. Nothing where the history does not reach back so far.
// Errors: NotFound (no such record or field), and those of the base.
Result<std::optional<ValueOrigin>> originOf(db::Database &database, const db::RecordType &type, Id id, const QByteArray &field);

// Of a tag that the customer carries. Errors: NotFound (the customer does not), and those of the base.
Result<std::optional<ValueOrigin>> originOfTag(db::Database &database, Id customer, Id tag);

// Of all fields of the record that have a value, by column.
Result<QHash<QByteArray, ValueOrigin>> originsOf(db::Database &database, const db::RecordType &type, Id id);

// "From kunden.csv, row 17, 3 March 2026" or "By Maria, 3 March 2026", in the person's language.
QString originSentence(const ValueOrigin &origin, const Clock &clock);

} // namespace kontor::history
