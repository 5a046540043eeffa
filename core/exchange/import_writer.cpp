#include "exchange/import_writer.h"

#include "attachments/attachment_repository.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QString outcomeWordOf(Outcome outcome) {
    static constexpr std::array words{"added", "filled", "changed", "unchanged", "rejected"};
    return QString::fromLatin1(words[size_t(outcome)]);
}

// Four bytes a row, the lowest first; NULL where they follow each other.
db::Value rowNumbers(const std::vector<qint64> &rows) {
    const auto gap = std::adjacent_find(rows.cbegin(), rows.cend(), [](qint64 row, qint64 next) { return next != row + 1; });
    if (gap == rows.cend())
        return {};
    QByteArray numbers;
    numbers.reserve(qsizetype(rows.size() * sizeof(quint32)));
    for (qint64 row : rows) {
        const quint32 number = qToLittleEndian(quint32(row));
        numbers.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    return numbers;
}

} // namespace

Result<void> ImportWriter::endStep() {
    TRY_VOID(writeRuns());
    m_bytesOfFiles = 0;
    return BulkInsert::endStep();
}

Result<void> ImportWriter::insertUnder(Id owner, const db::RecordType &type, const db::Values &values) {
    if (isOwn(owner)) {
        TRY(id, newId());
        return insertPrepared(type, id, values);
    }
    db::Row row{Id{}, 1, values};
    TRY(id, recorder().insertRow(type.table, row));
    Q_UNUSED(id)
    return {};
}

// The pieces come before their file, as they do where one is added by hand: then nobody ever sees it without them.
Result<void> ImportWriter::insertFile(Id owner, Id customer, std::optional<Id> interaction, const RowFile &file) {
    const bool isBulk = isOwn(owner);
    TRY(id, isBulk ? newId() : recorder().newIds(1));
    TRY(pieces, database().prepareBulk(u"INSERT INTO attachment_piece (attachment_id, number, content) VALUES (?, ?, ?)"_s));
    for (qint64 number = 0; number * kPieceSize < file.content.size(); ++number) {
        pieces.bind(0, id.value);
        pieces.bind(1, number);
        pieces.bind(2, db::Value(file.content.mid(number * kPieceSize, kPieceSize)));
        TRY_VOID(pieces.execute());
    }
    m_bytesOfFiles += file.content.size();
    Attachment attachment;
    attachment.customerId = customer;
    attachment.interactionId = interaction;
    attachment.name = plainFileName(file.name);
    attachment.size = file.content.size();
    attachment.sha256 = QString::fromLatin1(QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex());
    attachment.addedAt = recorder().now();
    const db::Values values = db::valuesOf(attachment);
    if (isBulk)
        return insertPrepared(db::recordType<Attachment>(), id, values);
    db::Row row{id, 1, values};
    TRY(inserted, recorder().insertRow(Attachment::kTable, row));
    Q_UNUSED(inserted)
    return {};
}

Result<void> ImportWriter::beginBatch(const QString &fileName, FileKind kind, const QString &mapping) {
    TRY(id, recorder().newIds(1));
    m_batch = id;
    return recorder().database().execute(
        u"INSERT INTO import_batch (id, operation, file_name, kind, at, mapping) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {id, recorder().operationId(), fileName, fileKindName(kind), recorder().now(), mapping});
}

void ImportWriter::noteRow(qint64 row, Outcome outcome, Id record, const QString &reason) {
    if (!m_runs.empty()) {
        Run &run = m_runs.back();
        const bool follows = !record.isValid() || run.firstId.value + qint64(run.rows.size()) == record.value;
        if (run.outcome == outcome && run.reason == reason && follows && run.firstId.isValid() == record.isValid()) {
            run.rows.push_back(row);
            return;
        }
    }
    m_runs.push_back({{row}, outcome, record, reason});
}

Result<void> ImportWriter::writeRuns() {
    if (m_runs.empty())
        return {};
    TRY(statement, recorder().database().prepareBulk(u"INSERT INTO import_row (id, batch_id, first_row, last_row, outcome, "
                                                     u"first_id, reason, row_numbers) VALUES (?, ?, ?, ?, "
                                                     "?, ?, ?, ?)"_s));
    for (const Run &run : m_runs) {
        TRY(id, newId());
        const qint64 firstRow = *std::min_element(run.rows.cbegin(), run.rows.cend());
        statement.bind(0, id.value);
        statement.bind(1, m_batch.value);
        statement.bind(2, firstRow);
        statement.bind(3, firstRow + qint64(run.rows.size()) - 1);
        statement.bind(4, QStringView(outcomeWordOf(run.outcome)));
        statement.bind(5, run.firstId.value);
        statement.bind(6, QStringView(run.reason));
        statement.bind(7, rowNumbers(run.rows));
        TRY_VOID(statement.execute());
    }
    m_runs.clear();
    return {};
}

Result<void> ImportWriter::finishBatch(const ImportCounts &counts) {
    return recorder().database().execute(
        u"UPDATE import_batch SET read_count = ?, added = ?, filled = ?, changed = ?, unchanged = ?, rejected = ? WHERE id = ?"_s,
        {counts.read, counts.added, counts.filled, counts.changed, counts.unchanged, counts.rejected, m_batch});
}

} // namespace kontor::exchange
