// Takes the records of one kind of file in, row by row: understood first, then matched and written. A row comes back with what became of it.
#pragma once

#include "exchange/import_writer.h"
#include "exchange/read_ahead.h"

namespace kontor::exchange {

// The record that a row met.
struct RowMatch {
    Id record;
    QString name, company;
    QString key; // see MatchedRow
    QString value;
    bool isOfThisFile = false; // an earlier row made it
};

struct RowResult {
    Outcome outcome = Outcome::Rejected;
    Id record;
    QString reason;                     // why it was rejected; or which fields of the file were not taken over
    std::optional<RowMatch> match = {}; // of customers, where it was asked for
};

class RecordImport {
public:
    virtual ~RecordImport() = default;
    // Once, in the first transaction, before any row is read.
    virtual Result<void> begin(ImportWriter &) { return {}; }
    // Before the rows of a transaction: others may have changed the base since the last.
    virtual Result<void> beginStep() { return {}; }
    // Without the base. Called on a thread of its own while take() works on rows before.
    virtual std::unique_ptr<RowDraft> read(const TableRecord &record) = 0;
    // `draft`: from read(), without a problem. `row`: 1 is the first data record. Errors are those of the base, never of the row.
    virtual Result<RowResult> take(RowDraft &draft, qint64 row, ImportWriter &writer) = 0;
};

// The fields in which a row differs from the record that is there, sorted by what is to happen to them.
struct Difference {
    QList<workspace::FieldValue> values; // to be written
    bool fills = false;
    bool changes = false;
    QStringList kept; // columns where both have a value and that of the base stays
};
void compareField(Difference &difference, const db::FieldInfo &field, const db::Value &existing, const db::Value &wanted,
                  OnMatch onMatch);
Outcome outcomeOf(const Difference &difference);
// "Kept as it was: city, phone", empty for nothing.
QString keptReason(const QStringList &columns);
void addSentence(QString &reason, const QString &sentence);

// All fields of a record by its id, quickly.
class RowReader {
public:
    static Result<RowReader> create(db::Database &database, const db::RecordType &type);
    Result<std::optional<db::Row>> read(Id id);

private:
    RowReader(const db::RecordType &type, db::BulkStatement statement) : m_type(&type), m_statement(std::move(statement)) {}
    const db::RecordType *m_type;
    db::BulkStatement m_statement;
};

} // namespace kontor::exchange
