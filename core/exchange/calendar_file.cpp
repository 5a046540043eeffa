#include "exchange/calendar_file.h"

#include "exchange/byte_source.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFirstRows = 200;
constexpr qint64 kLargestProposal = 1 << 20; // bytes

class CalendarTable final : public Table {
public:
    CalendarTable(bool isOfTasks, std::unique_ptr<ByteSource> source, const TableOptions &options)
        : m_isOfTasks(isOfTasks),
          m_source(std::move(source)),
          m_clock(options.clock),
          m_language(options.language),
          m_decoder(m_source->isUnicode() ? QByteArray() : options.charset) {
        m_titles = calendarTitles(isOfTasks);
        m_hasHeader = true;
    }

    // How many rows there are.
    Result<qint64> look() {
        qint64 rows = 0;
        TRY_VOID(rewind());
        while (true) {
            TRY(row, nextOfKind());
            if (!row)
                break;
            if (++rows <= kFirstRows)
                m_firstRows << row->cells;
        }
        if (m_decoder.settle(m_language)) { // what is not UTF-8 reads otherwise now
            m_firstRows.clear();
            return look();
        }
        TRY_VOID(rewind());
        return rows;
    }

    QString name() const override {
        return m_isOfTasks ? QCoreApplication::translate("kontor::exchange", "Tasks and appointments to come")
                           : QCoreApplication::translate("kontor::exchange", "Appointments that were");
    }
    std::optional<FileKind> kind() const override { return m_isOfTasks ? FileKind::Tasks : FileKind::Interactions; }
    QByteArray charset() const override { return m_source->isUnicode() ? m_source->charset() : m_decoder.usualCharset(); }
    qint64 size() const override { return m_source->size(); }
    qint64 bytesRead() const override { return m_source->bytesRead(); }

    Result<void> rewind() override {
        TRY_VOID(m_source->rewind());
        m_reader = std::make_unique<CalendarReader>([this](QByteArray &bytes) { return m_source->read(bytes); });
        return {};
    }

    Result<bool> next(TableRecord &record) override {
        TRY(row, nextOfKind());
        if (!row)
            return false;
        m_texts = row->cells;
        record.cells.assign(m_texts.cbegin(), m_texts.cend());
        record.line = row->line;
        record.broken = false;
        record.problem = row->problem;
        return true;
    }

private:
    Result<std::optional<CalendarRow>> nextOfKind() {
        CalendarEntry entry;
        while (true) {
            TRY(more, m_reader->next(entry));
            if (!more)
                return std::optional<CalendarRow>();
            CalendarRow row = rowOf(entry, m_reader->isCancellation(), m_decoder, m_clock);
            if (row.isTask == m_isOfTasks)
                return std::optional(std::move(row));
        }
    }

    bool m_isOfTasks;
    std::unique_ptr<ByteSource> m_source;
    Clock m_clock;
    QString m_language;
    TextDecoder m_decoder;
    std::unique_ptr<CalendarReader> m_reader;
    QStringList m_texts; // of the record that was given out last
};

} // namespace

bool isCalendar(const QByteArray &head) {
    for (const QByteArray &line : QByteArray(head).replace('\r', '\n').split('\n')) {
        if (!line.trimmed().isEmpty())
            return line.trimmed().toUpper() == "BEGIN:VCALENDAR";
    }
    return false;
}

std::optional<CalendarProposal> proposalIn(const QString &path, const Clock &clock) {
    if (QFileInfo(path).size() > kLargestProposal || !isCalendar(headOf(path)))
        return std::nullopt;
    auto source = ByteSource::open(path);
    if (!source)
        return std::nullopt;
    CalendarReader reader([&source](QByteArray &bytes) { return (*source)->read(bytes); });
    CalendarEntry entry, further;
    if (!reader.next(entry).value_or(false) || reader.next(further).value_or(false))
        return std::nullopt;
    TextDecoder decoder;
    if (!rowOf(entry, reader.isCancellation(), decoder, clock).problem.isEmpty())
        return std::nullopt;
    return proposalOf(entry, decoder, clock);
}

// The two tables take one "now", so that each appointment stands in one of them. An empty calendar is an empty table of entries.
Result<FileTables> openCalendar(const QString &path, const TableOptions &options) {
    TableOptions fixed = options;
    fixed.clock.fixedNow = options.clock.now();
    FileTables file;
    for (const bool isOfTasks : {true, false}) {
        TRY(source, ByteSource::open(path));
        auto table = std::make_unique<CalendarTable>(isOfTasks, std::move(source), fixed);
        TRY(rows, table->look());
        if (rows > 0 || (!isOfTasks && file.tables.empty()))
            file.tables.push_back(std::move(table));
    }
    return file;
}

} // namespace kontor::exchange
