// The import of one table of a file: looked at, planned, run.
#pragma once

#include "exchange/cell_reading.h"
#include "exchange/grouped_table.h"
#include "exchange/match_list.h"
#include "exchange/record_import.h"
#include "exchange/reject_file.h"
#include "exchange/table_mapping.h"
#include "workspace/bulk_operation.h"

namespace kontor::exchange {

class FileImport {
public:
    // `fingerprint`: of the whole file.
    static Result<std::unique_ptr<FileImport>> plan(const QString &path, const QString &fingerprint, std::unique_ptr<Table> table,
                                                    const workspace::Base &base, const ImportOptions &options,
                                                    const ImportTools &tools);

    FileKind kind() const { return m_map.kind; }
    // Its rows are to come after those of other files of its kind.
    bool refersToCustomers() const;
    qint64 size() const { return m_table->size(); }
    QString fileName() const;
    const QStringList &others() const { return m_others; }
    void nameOthers(const QStringList &tables) { m_others = tables; } // of the file, that are not taken in

    // Hears of rows and bytes of this file; false: stop with Cancelled.
    using GoOn = std::function<bool(qint64 rows, qint64 bytes)>;
    // On an error what was written is taken back.
    Result<FileReport> run(workspace::Base &base, const GoOn &goOn);

private:
    FileImport(const ImportOptions &options, const ImportTools &tools) : m_options(options), m_tools(tools) {}
    Result<std::unique_ptr<RecordImport>> makeImport(workspace::Base &base, const ReadingContext &context) const;
    std::unique_ptr<RowDraft> read(RecordImport &import, const TableRecord &record);
    Result<std::unique_ptr<GroupedTable>> groupRows(workspace::Base &base, const GoOn &goOn);
    qint64 progressWith(const GroupedTable &rows) const;
    QString problemOf(const TableRecord &record) const;
    QHash<qint64, OnMatch> exceptions() const; // of this table, by row
    Result<bool> takeRows(ReadAhead &rows, ImportWriter &writer, RecordImport &import, RejectFile &rejects, qint64 milliseconds);
    Result<void> takeRow(ReadRow &row, ImportWriter &writer, RecordImport &import, RejectFile &rejects);
    void addProblem(qint64 row, const TableRecord &record, const QString &reason);
    void keepFirstProblems();
    QString mappingText() const;
    FileReport report() const;

    const ImportOptions &m_options;
    const ImportTools &m_tools;
    QString m_path;
    QStringList m_others;
    std::unique_ptr<Table> m_table;
    ColumnMap m_map;
    QList<DateStyle> m_dateStyles; // by column
    QList<DateQuestion> m_dateQuestions;
    QString m_fingerprint;
    ImportCounts m_counts;
    qint64 m_bytesRead = 0; // up to the last row taken
    qint64 m_rowsRead = 0;  // of the thread that reads ahead
    QList<ProblemRow> m_problems;
    MatchList m_matches; // of a dry run
};

} // namespace kontor::exchange
