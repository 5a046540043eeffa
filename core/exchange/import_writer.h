// The import's only way into the base: new records in bulk, changes to records that were there through the recorder, and the log of what
// became of each row.
#pragma once

#include "exchange/import_options.h"
#include "exchange/row_file.h"
#include "workspace/bulk_insert.h"
#include "workspace/bulk_operation.h"
#include "workspace/touched_customers.h"

#include <vector>

namespace kontor::exchange {

enum class Outcome { Added, Filled, Changed, Unchanged, Rejected };

class ImportWriter : public workspace::BulkInsert {
public:
    using BulkInsert::BulkInsert;

    Result<void> endStep(); // with the log

    // A record that hangs on `owner`: in bulk where the owner is this import's own, else noted one by one on the owner's card.
    Result<void> insertUnder(Id owner, const db::RecordType &type, const db::Values &values);
    // A file with its content; `interaction`: the entry that it came with. What hangs on it is as with insertUnder(), of `owner`.
    Result<void> insertFile(Id owner, Id customer, std::optional<Id> interaction, const RowFile &file);
    qint64 bytesOfFiles() const { return m_bytesOfFiles; } // since beginStep(): they are in memory until COMMIT
    // The customer's derived columns that records of `table` feed are refreshed at the end.
    void touch(const QByteArray &table, Id customer) { m_touched.add(table, customer); }
    const workspace::TouchedCustomers &touched() const { return m_touched; }

    // The log: runs of rows with one outcome, whose records follow each other.
    Result<void> beginBatch(const QString &fileName, FileKind kind, const QString &mapping);
    Id batch() const { return m_batch; }
    void noteRow(qint64 row, Outcome outcome, Id record, const QString &reason = {});
    Result<void> finishBatch(const ImportCounts &counts);

private:
    struct Run {
        std::vector<qint64> rows; // of the file
        Outcome outcome = Outcome::Added;
        Id firstId;
        QString reason;
    };

    Result<void> writeRuns();

    workspace::TouchedCustomers m_touched;
    Id m_batch;
    qint64 m_bytesOfFiles = 0;
    std::vector<Run> m_runs;
};

// One transaction of the operation, with what the writer does around it.
template <class F>
Result<void> inStep(workspace::BulkOperation &operation, ImportWriter &writer, F work) {
    return operation.step([&](workspace::Recorder &recorder) -> Result<void> {
        writer.beginStep(recorder);
        TRY_VOID(work());
        return writer.endStep();
    });
}

} // namespace kontor::exchange
