#include "exchange/file_import.h"

#include "base/money.h"
#include "db/cache_memory.h"
#include "exchange/customer_import.h"
#include "exchange/linked_import.h"
#include "workspace/refresh_steps.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace kontor::exchange {

using namespace Qt::StringLiterals;
using workspace::BulkOperation;

namespace {

constexpr int kRowsPerStep = 20'000;       // where they are quick, and the time does not end a transaction before
constexpr int kFewestRowsPerStep = 250;    // on a busy computer a COMMIT for each few rows would cost more than they do
constexpr qint64 kFilesPerStep = 16 << 20; // bytes of photos and attachments, which the journal has in memory too

constexpr qint64 kShareOfGrouping = 8; // of the time that a file takes, one part in so many

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

Error stopped() { return {Code::Cancelled, tr("The import was stopped. Everything it had taken in was taken back."), {}, {}}; }

QString rejectPath(const workspace::Base &base, Id batch) {
    const QFileInfo info(base.path());
    return info.absolutePath() + u"/%1-rejects-%2.csv"_s.arg(info.completeBaseName()).arg(batch.value);
}

} // namespace

Result<std::unique_ptr<FileImport>> FileImport::plan(const QString &path, const QString &fingerprint,
                                                     std::unique_ptr<Table> table, const workspace::Base &base,
                                                     const ImportOptions &options, const ImportTools &tools) {
    std::unique_ptr<FileImport> import(new FileImport(options, tools));
    import->m_path = path;
    import->m_table = std::move(table);
    TRY(map, mapTable(*import->m_table, import->fileName(), options, tools));
    import->m_map = std::move(map);
    import->m_fingerprint = fingerprint + import->m_table->name();
    TRY(dates, dateColumnsOf(*import->m_table, import->m_map.columns, options.dateOrders, base.settings().country, tools.words));
    import->m_dateStyles = dates.styles;
    import->m_dateQuestions = dates.questions;
    return import;
}

QString FileImport::fileName() const { return QFileInfo(m_path).fileName(); }

bool FileImport::refersToCustomers() const { return m_map.indexOf(Field::CompanyRef) >= 0; }

Result<std::unique_ptr<RecordImport>> FileImport::makeImport(workspace::Base &base, const ReadingContext &context) const {
    db::Database &database = base.database();
    if (m_map.kind == FileKind::Customers) {
        TRY(rule, parseMatchKeys(m_options.matchBy));
        rule.idIsEnough = !m_table->idsAreOfAddressBook();
        TRY(known, KnownRows::load(database, m_fingerprint));
        return CustomerImport::create(database, {CustomerReader(m_map, m_table->titles(), m_dateStyles, context), m_map,
                                                 m_table->titles(), context, m_options.onMatch, m_options.companies,
                                                 m_options.tag, std::move(rule), std::move(known), exceptions(), m_options.dryRun,
                                                 m_options.feed, m_options.ownFieldKinds});
    }
    LinkedSetup setup{m_map, m_table->titles(), m_dateStyles, context, m_options.onMatch};
    switch (m_map.kind) {
    case FileKind::Purchases: return createPurchaseImport(database, std::move(setup));
    case FileKind::Products: return createProductImport(database, std::move(setup));
    case FileKind::Deals: return createDealImport(database, std::move(setup));
    case FileKind::Tasks: return createTaskImport(database, std::move(setup));
    case FileKind::Cases: return createCaseImport(database, std::move(setup));
    default: return createInteractionImport(database, std::move(setup));
    }
}

QHash<qint64, OnMatch> FileImport::exceptions() const {
    QHash<qint64, OnMatch> rows;
    for (auto exception = m_options.exceptions.cbegin(); exception != m_options.exceptions.cend(); ++exception) {
        if (exception.key().path == m_path && exception.key().table == m_table->name())
            rows.insert(exception.key().row, exception.value());
    }
    return rows;
}

Result<FileReport> FileImport::run(workspace::Base &base, const GoOn &goOn) {
    LocalTimes times(base.clock());
    const ReadingContext context{m_tools.words, times, base.settings().country, base.settings().currency,
                                 currencyDecimals(base.settings().currency)};
    TRY(import, makeImport(base, context));
    TRY(operation,
        BulkOperation::begin(base, {u"import"_s, {}, {}, {{u"file"_s, fileName()}, {u"kind"_s, fileKindName(m_map.kind)}}}));
    ImportWriter writer(base);
    TRY_VOID(inStep(*operation, writer, [&]() -> Result<void> {
        TRY_VOID(writer.beginBatch(fileName(), m_map.kind, mappingText()));
        return import->begin(writer);
    }));
    TRY(grouped, groupRows(base, goOn));
    RejectFile rejects(m_options.dryRun ? QString() : rejectPath(base, writer.batch()), base.options().cacheFolder,
                       m_table->titles(), m_table->hasHeader(), m_table->delimiter() ? m_table->delimiter() : u',');
    Table &table = grouped ? *grouped : *m_table;
    ReadAhead rows(table, [this, &import](const TableRecord &record) { return read(*import, record); });
    for (bool more = true; more;) {
        TRY_VOID(inStep(*operation, writer, [&]() -> Result<void> {
            TRY_VOID(import->beginStep());
            TRY(isMore, takeRows(rows, writer, *import, rejects, operation->millisecondsOfStep()));
            more = isMore;
            return {};
        }));
        if (!goOn(m_counts.read, grouped ? progressWith(*grouped) : m_bytesRead))
            return stopped();
    }
    TRY_VOID(refreshInSteps(*operation, writer.touched()));
    TRY_VOID(inStep(*operation, writer, [&] { return writer.finishBatch(m_counts); }));
    TRY_VOID(rejects.commit());
    TRY_VOID(operation->finish());
    keepFirstProblems();
    FileReport done = report();
    done.batch = writer.batch();
    done.operation = operation->id();
    done.rejects = rejects.path();
    if (!m_options.feed.isEmpty()) {
        TRY(differences, feedDifferences(base.database(), done.batch, done.operation, m_options.feed, m_table->name()));
        done.differences = std::move(differences);
    }
    return done;
}

// nullptr: the rows are taken as they stand in the file. A trial takes the first ones.
Result<std::unique_ptr<GroupedTable>> FileImport::groupRows(workspace::Base &base, const GoOn &goOn) {
    TRY(order, RowOrder::create(base.database(), m_map));
    if (!order || m_options.trial > 0)
        return std::unique_ptr<GroupedTable>();
    return GroupedTable::read(*m_table, *order, base.options().cacheFolder, [&](qint64 bytes) -> Result<void> {
        return goOn(0, bytes / kShareOfGrouping) ? Result<void>() : stopped();
    });
}

qint64 FileImport::progressWith(const GroupedTable &rows) const {
    return rows.size() / kShareOfGrouping + m_bytesRead - m_bytesRead / kShareOfGrouping;
}

// On the thread that reads ahead.
std::unique_ptr<RowDraft> FileImport::read(RecordImport &import, const TableRecord &record) {
    const qint64 number = record.row > 0 ? record.row : ++m_rowsRead;
    const auto correction = m_options.corrections.constFind({m_path, m_table->name(), number});
    TableRecord corrected;
    if (correction != m_options.corrections.cend())
        corrected.cells.assign(correction->cbegin(), correction->cend());
    corrected.files = record.files;
    const TableRecord &row = correction != m_options.corrections.cend() ? corrected : record;
    const QString problem = problemOf(row);
    auto draft = problem.isEmpty() ? import.read(row) : std::make_unique<RowDraft>();
    if (!problem.isEmpty())
        draft->problem = problem;
    return draft;
}

// Why a row cannot be taken in, whatever its cells say; empty for nothing.
QString FileImport::problemOf(const TableRecord &record) const {
    const QStringList &titles = m_table->titles();
    if (record.broken)
        return tr("A quotation mark is opened in this line and never closed. Close it, or write it twice where it "
                  "belongs to the text.");
    if (!record.problem.isEmpty())
        return record.problem;
    if (m_map.isEmpty())
        return tr("no known column");
    if (m_table->repeatsTitles(record))
        return tr("The row repeats the titles.");
    const bool hasSurplus =
        std::any_of(record.cells.cbegin() + std::min<qsizetype>(qsizetype(record.cells.size()), titles.size()),
                    record.cells.cend(), [](QStringView cell) { return !cell.trimmed().isEmpty(); });
    if (m_table->hasHeader() && hasSurplus)
        return tr("The row has %1 cells, but there are %2 titles: something in it is not quoted, or a title is missing.")
            .arg(record.cells.size())
            .arg(titles.size());
    return {};
}

// The rows of one transaction; false: that was all.
Result<bool> FileImport::takeRows(ReadAhead &rows, ImportWriter &writer, RecordImport &import, RejectFile &rejects,
                                  qint64 milliseconds) {
    QElapsedTimer timer;
    timer.start();
    for (int taken = 0; taken < kRowsPerStep; ++taken) {
        if (m_options.trial > 0 && m_counts.read >= m_options.trial)
            return false;
        TRY(row, rows.next());
        if (!row)
            return false;
        TRY_VOID(takeRow(*row, writer, import, rejects));
        m_bytesRead = row->bytesRead;
        if (writer.bytesOfFiles() >= kFilesPerStep)
            break;
        const bool isTimeToLook = taken >= kFewestRowsPerStep && taken % 16 == 0;
        // Rows whose index entries lie far apart change a page each.
        if (isTimeToLook && (timer.elapsed() >= milliseconds || db::isCacheFull(writer.database())))
            break;
    }
    return true;
}

Result<void> FileImport::takeRow(ReadRow &read, ImportWriter &writer, RecordImport &import, RejectFile &rejects) {
    ++m_counts.read;
    const qint64 row = read.record.row > 0 ? read.record.row : m_counts.read;
    RowResult result{Outcome::Rejected, {}, read.draft->problem};
    if (read.record.isSettled) {
        result.outcome = Outcome::Unchanged;
    } else if (result.reason.isEmpty()) {
        TRY(taken, import.take(*read.draft, row, writer));
        result = taken;
    }
    if (result.match)
        m_matches.add(*result.match, {m_path, m_table->name(), row}, read.record);
    if (m_options.dryRun && result.outcome == Outcome::Added)
        m_matches.noteAdded(result.record, row);
    switch (result.outcome) {
    case Outcome::Added: ++m_counts.added; break;
    case Outcome::Filled: ++m_counts.filled; break;
    case Outcome::Changed: ++m_counts.changed; break;
    case Outcome::Unchanged: ++m_counts.unchanged; break;
    case Outcome::Rejected:
        ++m_counts.rejected;
        addProblem(row, read.record, result.reason);
        TRY_VOID(rejects.add(read.record, row, result.reason));
        break;
    }
    writer.noteRow(row, result.outcome, result.record, result.outcome == Outcome::Rejected ? QString() : result.reason);
    return {};
}

// The first ones of the file, in whatever order its rows come.
void FileImport::addProblem(qint64 row, const TableRecord &record, const QString &reason) {
    m_problems.append({{m_path, m_table->name(), row}, textsOf(record), reason});
    if (m_problems.size() >= 2 * kMostProblems)
        keepFirstProblems();
}

void FileImport::keepFirstProblems() {
    std::sort(m_problems.begin(), m_problems.end(),
              [](const ProblemRow &a, const ProblemRow &b) { return a.place.row < b.place.row; });
    m_problems.resize(std::min<qsizetype>(m_problems.size(), kMostProblems));
}

QString FileImport::mappingText() const {
    QJsonArray columns;
    for (int i = 0; i < m_table->titles().size(); ++i) {
        const Column &column = m_map.columns.at(i);
        columns << QJsonObject{{u"title"_s, m_table->titles().value(i)}, {u"field"_s, QString::fromUtf8(fieldNameOf(column))}};
    }
    QJsonObject mapping{{u"charset"_s, QString::fromLatin1(m_table->charset())},
                        {u"delimiter"_s, QString(QChar(m_table->delimiter()))},
                        {u"header"_s, m_table->hasHeader()},
                        {u"columns"_s, columns},
                        {u"fingerprint"_s, m_fingerprint}};
    if (m_map.preset)
        mapping.insert(u"preset"_s, QString::fromLatin1(m_map.preset->name));
    if (!m_table->name().isEmpty())
        mapping.insert(u"table"_s, m_table->name());
    if (!m_options.feed.isEmpty())
        mapping.insert(u"feed"_s, m_options.feed);
    return QString::fromUtf8(QJsonDocument(mapping).toJson(QJsonDocument::Compact));
}

FileReport FileImport::report() const {
    FileReport report;
    report.path = m_path;
    report.table = m_table->name();
    report.otherTables = m_others;
    report.kind = m_map.kind;
    report.counts = m_counts;
    report.charset = m_table->charset();
    report.delimiter = m_table->delimiter();
    report.hasHeader = m_table->hasHeader();
    report.problems = m_problems;
    report.matches = m_matches.rows();
    report.matched = m_matches.count();
    report.dateQuestions = m_dateQuestions;
    if (m_map.preset)
        report.preset = recognised(*m_map.preset);
    for (int i = 0; i < m_table->titles().size(); ++i) {
        report.columns << std::pair{m_table->titles().value(i), fieldNameOf(m_map.columns.at(i))};
        if (m_map.columns.at(i).field == Field::None && !m_table->titles().value(i).isEmpty())
            report.leftOut << m_table->titles().value(i);
    }
    return report;
}

} // namespace kontor::exchange
