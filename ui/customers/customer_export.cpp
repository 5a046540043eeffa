// The list as a table for spreadsheets, written by pages: a reading transaction keeps writers waiting, so each is short.
#include "customers/customer_bulk_acts.h"

#include "exchange/csv_writer.h"
#include "main_window/shell.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kRowsAPage = 500;
}

struct CustomerBulkActs::Export {
    Table table;
    exchange::CsvWriter writer;
    std::shared_ptr<Work> work;
    qsizetype next = 0;
    qint64 rows = 0;
};

void CustomerBulkActs::exportTable(const Table &table) {
    if (isWorking() || table.customers.isEmpty())
        return;
    //: In the title of the dialog that asks for a file.
    const QString what = tr("%1, %2").arg(tr("%Ln customer(s)", nullptr, int(table.customers.size())),
                                          tr("%Ln column(s)", nullptr, int(table.titles.size())));
    auto *dialog = new QFileDialog(m_page, tr("Export %1").arg(what),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Tables for spreadsheets (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(tr("Customers"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, table](const QString &path) { exportTo(path, table); });
    dialog->open();
}

void CustomerBulkActs::exportTo(const QString &path, const Table &table) {
    if (isWorking())
        return;
    const auto work = begin(tr("Exporting"), table.customers.size());
    const char16_t delimiter = m_shell.formats().locale().decimalPoint() == ","_L1 ? u';' : u',';
    std::shared_ptr<Export> running(new Export{table, exchange::CsvWriter(path, delimiter), work});
    if (const auto opened = running->writer.open(); !opened) {
        end();
        return m_shell.showError(opened.error());
    }
    if (const auto written = running->writer.writeRow(table.titles); !written) {
        end();
        return m_shell.showError(written.error());
    }
    exportNext(running);
}

void CustomerBulkActs::exportNext(const std::shared_ptr<Export> &running) {
    m_workspace.read(
        this,
        [running, today = m_shell.formats().today()](db::Database &database) -> Result<void> {
            TRY(rows, customerRows(database, running->table.customers.mid(running->next, kRowsAPage), today));
            for (const CustomerRow &row : std::as_const(rows))
                TRY_VOID(running->writer.writeRow(running->table.cells(row)));
            running->next += kRowsAPage;
            running->rows += rows.size();
            running->work->done = running->rows;
            return running->next < running->table.customers.size() ? Result<void>() : running->writer.commit();
        },
        [this, running](Result<void> written) {
            const bool isOver = running->next >= running->table.customers.size();
            if (written && !isOver && !running->work->isStopped)
                return exportNext(running);
            end();
            if (!written)
                m_shell.showError(written.error());
            else if (!isOver)
                m_shell.showToast({tr("The export was stopped. No file was written."), {}, {}});
            else
                m_shell.showToast({tr("%1 exported to %2.")
                                       .arg(tr("%Ln customer(s)", nullptr, int(running->rows)),
                                            QFileInfo(running->writer.path()).fileName()),
                                   {},
                                   {}});
            emit done();
        },
        workspace::Urgency::Background);
}

} // namespace kontor::ui
