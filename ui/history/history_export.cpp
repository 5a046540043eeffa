#include "history/history_export.h"

#include "base/isolate.h"
#include "exchange/csv_writer.h"
#include "history/history_words.h"
#include "main_window/shell.h"
#include "widgets/file_dialogs.h"

#include <QFileInfo>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using history::Act;
using history::ChangeLine;

namespace {
constexpr int kActsAPage = 200;
constexpr int kLinesAPage = 500;
} // namespace

struct HistoryExport::Work {
    history::HistoryQuery query;
    exchange::CsvWriter writer;
    Formats formats;
    std::shared_ptr<const workspace::RecordCatalogue> catalogue;
    qint64 before = 0;
    qint64 lines = 0;
    bool isEnd = false;

    Result<void> writeLine(const Act &act, const QString &what, const ChangeLine *line) {
        const QString at = formats.clock().toIso(act.operation.at);
        const ChangeWords words = line ? changeWords(*line, false, formats) : ChangeWords();
        const QString customer = line && !line->customerName.isEmpty() ? line->customerName : act.customerName;
        ++lines;
        QStringList cells{at, act.operation.author, what, customer, words.what, words.before, words.after};
        for (QString &cell : cells)
            cell = withoutIsolates(cell);
        return writer.writeRow(cells);
    }

    // Bulk inserts are one line for each range; everything else says each value.
    Result<void> writeAct(db::Database &database, const Act &act) {
        const QString what = actWords(act, formats).what;
        if (act.first.isEmpty())
            return writeLine(act, what, nullptr);
        QList<ChangeLine> some = act.first;
        while (!some.isEmpty()) {
            for (const ChangeLine &line : std::as_const(some))
                TRY_VOID(writeLine(act, what, &line));
            TRY(more, history::changeLines(database, *catalogue, act.operation.id, query.customer, some.last().change.seq,
                                           kLinesAPage));
            some = more;
        }
        return {};
    }

    Result<void> writePage(db::Database &database) {
        TRY(page, history::readHistory(database, *catalogue, query, before, kActsAPage));
        for (const Act &act : std::as_const(page.acts))
            TRY_VOID(writeAct(database, act));
        before = page.nextBefore;
        isEnd = page.isEnd;
        return isEnd ? writer.commit() : Result<void>();
    }
};

HistoryExport::HistoryExport(workspace::Workspace &workspace, Shell &shell, QWidget *page)
    : QObject(page), m_workspace(workspace), m_shell(shell), m_page(page) {}

void HistoryExport::askForFile(const history::HistoryQuery &query, const QString &name) {
    askForNewFile(m_page, tr("Export the history"), tr("Tables for spreadsheets (*.csv)"), u"csv"_s, withoutIsolates(name),
                  [this, query](const QString &path) { write(query, path); });
}

void HistoryExport::write(const history::HistoryQuery &query, const QString &path) {
    const Formats &formats = m_shell.formats();
    const char16_t delimiter = exchange::usualDelimiter(formats.locale());
    std::shared_ptr<Work> work(
        new Work{query, exchange::CsvWriter(path, delimiter), formats, m_workspace.options().catalogue, 0, 0, false});
    auto begun = work->writer.open();
    if (begun)
        begun =
            work->writer.writeRow({tr("When"), tr("Who"), tr("What"), tr("Customer"), tr("Change"), tr("Before"), tr("After")});
    if (!begun)
        return m_shell.showError(begun.error());
    writeNext(work);
}

void HistoryExport::writeNext(const std::shared_ptr<Work> &work) {
    m_workspace.read(
        this, [work](db::Database &database) { return work->writePage(database); },
        [this, work](const Result<void> &written) {
            if (written && !work->isEnd)
                return writeNext(work);
            if (!written)
                m_shell.showError(written.error());
            else
                m_shell.showToast({tr("%Ln line(s) of the history exported to %1.", nullptr, int(work->lines))
                                       .arg(QFileInfo(work->writer.path()).fileName()),
                                   {},
                                   {}});
            emit done();
        },
        workspace::Urgency::Background);
}

} // namespace kontor::ui
