// The list, or the cards behind it, as a file: the table as it is shown, written by pages so that each read is short; or everything that the cards
// hold, read on a connection of its own.
#include "customers/customer_bulk_acts.h"

#include "exchange/csv_writer.h"
#include "exchange/file_work.h"
#include "exchange/xlsx_writer.h"
#include "main_window/shell.h"
#include "widgets/bidi.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRowsAPage = 500;

struct Form {
    CustomerExportForm form;
    const char *name;
    QLatin1StringView suffix;
    const char *preset; // of exportCustomers(); empty: the table as it is shown
};

constexpr Form kForms[] = {
    {CustomerExportForm::ShownTable, QT_TRANSLATE_NOOP("kontor::ui::CustomerBulkActs", "The list as shown, for spreadsheets"),
     "csv"_L1, ""},
    {CustomerExportForm::ShownWorkbook, QT_TRANSLATE_NOOP("kontor::ui::CustomerBulkActs", "The list as shown, Excel workbook"),
     "xlsx"_L1, ""},
    {CustomerExportForm::CardsTable, QT_TRANSLATE_NOOP("kontor::ui::CustomerBulkActs", "All fields of the cards, for spreadsheets"),
     "csv"_L1, "csv"},
    {CustomerExportForm::CardsWorkbook, QT_TRANSLATE_NOOP("kontor::ui::CustomerBulkActs", "All fields of the cards, Excel workbook"),
     "xlsx"_L1, "xlsx"},
    {CustomerExportForm::VCard4, QT_TRANSLATE_NOOP("kontor::ui::CustomerBulkActs", "Contacts for new programs, vCard 4.0"),
     "vcf"_L1, "vcard4"},
    {CustomerExportForm::VCard3, QT_TRANSLATE_NOOP("kontor::ui::CustomerBulkActs", "Contacts for phones and mail programs, vCard 3.0"),
     "vcf"_L1, "vcard3"},
};

QString filterOf(const Form &form) {
    return u"%1 (*.%2)"_s.arg(CustomerBulkActs::tr(form.name), QString(form.suffix));
}

// What the ending says goes before what was chosen: a file is what it is called.
const Form &formOf(const QString &filter, const QString &path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    const Form *chosen = &kForms[0];
    for (const Form &form : kForms)
        if (filterOf(form) == filter)
            chosen = &form;
    if (suffix == chosen->suffix)
        return *chosen;
    for (const Form &form : kForms)
        if (form.suffix == suffix)
            return form;
    return *chosen;
}

// Either of the two writers of tables.
struct TableWriter {
    std::unique_ptr<exchange::CsvWriter> csv;
    std::unique_ptr<exchange::XlsxWriter> workbook;

    Result<void> open() { return csv ? csv->open() : workbook->open(); }
    Result<void> writeRow(const QStringList &cells) { return csv ? csv->writeRow(cells) : workbook->writeRow(cells); }
    Result<void> commit() { return csv ? csv->commit() : workbook->commit(); }
};

} // namespace

struct CustomerBulkActs::Export {
    Table table;
    TableWriter writer;
    QString path;
    std::shared_ptr<Work> work;
    qsizetype next = 0;
    qint64 rows = 0;

    QStringList cells(const CustomerRow &row) const { return writer.csv ? table.cells(row) : table.workbookCells(row); }
};

void CustomerBulkActs::exportTable(const Table &table) {
    if (isWorking() || table.customers.isEmpty())
        return;
    //: In the title of the dialog that asks for a file.
    const QString what = tr("%1, %2").arg(tr("%Ln customer(s)", nullptr, int(table.customers.size())),
                                          tr("%Ln column(s)", nullptr, int(table.titles.size())));
    QStringList filters;
    for (const Form &form : kForms)
        filters << filterOf(form);
    auto *dialog =
        new QFileDialog(m_page, tr("Export %1").arg(what), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(tr("Customers"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(QString(formOf(filter, {}).suffix)); });
    connect(dialog, &QFileDialog::fileSelected, this, [this, table, dialog](const QString &path) {
        exportTo(path, formOf(dialog->selectedNameFilter(), path).form, table);
    });
    dialog->open();
}

void CustomerBulkActs::exportTo(const QString &path, CustomerExportForm form, const Table &table) {
    if (isWorking())
        return;
    if (form != CustomerExportForm::ShownTable && form != CustomerExportForm::ShownWorkbook)
        return exportCards(path, form, table.customers);
    std::shared_ptr<Export> running(new Export{table, {}, path, begin(tr("Exporting"), table.customers.size())});
    if (form == CustomerExportForm::ShownTable) {
        running->writer.csv =
            std::make_unique<exchange::CsvWriter>(path, exchange::usualDelimiter(m_shell.formats().locale()));
    } else {
        running->writer.workbook = std::make_unique<exchange::XlsxWriter>(path, tr("Customers"), m_shell.formats().clock());
        running->writer.workbook->setKinds(table.kinds);
    }
    Result<void> begun = running->writer.open();
    if (begun)
        begun = running->writer.writeRow(table.titles);
    if (begun)
        return exportNext(running);
    end();
    m_shell.showError(begun.error());
}

void CustomerBulkActs::exportNext(const std::shared_ptr<Export> &running) {
    m_workspace.read(
        this,
        [running, today = m_shell.formats().today()](db::Database &database) -> Result<void> {
            TRY(rows, customerRows(database, running->table.customers.mid(running->next, kRowsAPage), today));
            for (const CustomerRow &row : std::as_const(rows))
                TRY_VOID(running->writer.writeRow(running->cells(row)));
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
                tellExported(running->rows, running->path);
            emit done();
        },
        workspace::Urgency::Background);
}

void CustomerBulkActs::exportCards(const QString &path, CustomerExportForm form, const QList<Id> &customers) {
    exchange::ExportOptions options;
    options.customers = customers;
    options.delimiter = exchange::usualDelimiter(m_shell.formats().locale());
    for (const Form &known : kForms)
        if (known.form == form)
            options.preset = QString::fromLatin1(known.preset);
    const auto work = begin(tr("Exporting"), customers.size());
    auto *job = new FileWork(this);
    connect(job, &FileWork::progressed, this, [job, work] {
        work->done = job->done();
        if (work->isStopped)
            job->stop();
    });
    const auto over = [this, job] {
        job->deleteLater();
        end();
    };
    connect(job, &FileWork::finished, this, [this, over](const exchange::ExportReport &report) {
        over();
        tellExported(report.rows, report.file);
        emit done();
    });
    connect(job, &FileWork::stopped, this, [this, over](const QString &sentence) {
        over();
        m_shell.showToast({sentence, {}, {}});
        emit done();
    });
    connect(job, &FileWork::failed, this, [this, over](const Error &error) {
        over();
        m_shell.showError(error);
        emit done();
    });
    job->start([path, options, base = m_workspace.path(), open = m_workspace.options()](const FileWork::Progress &progress)
                       -> Result<exchange::ExportReport> {
        TRY(reader, openForReading(base, open));
        exchange::ExportOptions told = options;
        told.progress = progress;
        return exchange::exportCustomers(*reader, path, told);
    });
}

void CustomerBulkActs::tellExported(qint64 customers, const QString &path) {
    m_shell.showToast({tr("%1 exported to %2.").arg(tr("%Ln customer(s)", nullptr, int(customers)),
                                                    isolatedLtr(QFileInfo(path).fileName())),
                       tr("Show in folder"), [path] { showInFolder(path); }});
}

} // namespace kontor::ui
