// Everything that a file holds as one export, a new file made of such an export, and what is pasted or dropped.
#include "customers/signature.h"
#include "dialogs/new_customer_dialog.h"
#include "exchange/base_json_export.h"
#include "exchange/base_json_import.h"
#include "exchange/file_work_dialog.h"
#include "main_window/main_window.h"
#include "main_window/page_table.h"
#include "widgets/bidi.h"
#include "widgets/file_dialogs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

// Written under another name first: one that was cut short is never taken for a whole one.
Result<exchange::ExportReport> makeBase(const QString &json, const QString &path, const workspace::OpenOptions &options,
                                        const FileWork::Progress &progress) {
    const QString unfinished = path + ".part"_L1;
    QFile::remove(unfinished);
    exchange::ExportReport report{path, 0};
    const Result<void> made = [&]() -> Result<void> {
        TRY(settings, exchange::settingsInBaseJson(json));
        TRY(base, workspace::Base::create(unfinished, settings, options));
        exchange::ImportOptions told;
        told.progress = [&](const exchange::ImportProgress &done) { return progress(done.rows); };
        TRY(taken, exchange::importBaseJson(*base, json, told));
        report.rows = taken.counts.added;
        return {};
    }();
    if (!made) {
        QFile::remove(unfinished);
        return made.error();
    }
    QFile::remove(path); // the person was asked about it
    if (!QFile::rename(unfinished, path))
        return Error{Code::Gone,
                     MainWindow::tr("The new file could not be given its name. Choose another folder."),
                     path,
                     {}};
    return report;
}

} // namespace

void MainWindow::exportEverything() {
    if (!isBaseOpen())
        return;
    const QString name = QFileInfo(m_workspace->path()).completeBaseName();
    askForNewFile(this, tr("Export everything"), tr("Exports of a whole file (*.json)"), u"json"_s, name, [this](const QString &path) {
        auto *work = new FileWork(this);
        auto *shown = new FileWorkDialog(work, tr("Export everything"), tr("Everything in this file is being written."), m_formats, this);
        connect(work, &FileWork::finished, shown, [this, shown](const exchange::ExportReport &report) {
            const QString text = tr("Everything in this file was written to %1: customers, history of contacts, tasks, purchases and files.")
                                     .arg(isolatedLtr(QFileInfo(report.file).fileName()));
            shown->showResult(text, report.file);
            announce(text);
        });
        connect(work, &FileWork::stopped, this, [this](const QString &sentence) { showToast({sentence, {}, {}}); });
        connect(work, &FileWork::failed, this, [this](const Error &error) { showError(error); });
        work->start([path, base = m_workspace->path(), options = m_options](const FileWork::Progress &progress)
                        -> Result<exchange::ExportReport> {
            TRY(reader, openForReading(base, options));
            return exchange::exportBaseAsJson(*reader, path, progress);
        });
        shown->show();
    });
}

void MainWindow::chooseExport() {
    askForFile(this, tr("Choose an export"), {tr("Exports of a whole file (*.json)")},
               [this](const QString &path) { makeBaseOfExport(path); });
}

void MainWindow::openFileOrExport(const QString &path) {
    if (exchange::isBaseJson(path))
        makeBaseOfExport(path);
    else
        openBase(path);
}

void MainWindow::makeBaseOfExport(const QString &json) {
    if (!exchange::isBaseJson(json))
        return showError({Code::Invalid,
                          tr("“%1” is no export of a whole file. Lists and contacts come in by File > Import.")
                              .arg(isolatedLtr(QFileInfo(json).fileName())),
                          {},
                          {}});
    askForNewFile(this, tr("Where the new file goes"), tr("Kontor files (*.kontor)"), u"kontor"_s, QFileInfo(json).completeBaseName(),
                  [this, json](const QString &path) { makeBaseOfExport(json, path); });
}

void MainWindow::makeBaseOfExport(const QString &json, const QString &path) {
    if (isBaseOpen() && QFileInfo(path) == QFileInfo(m_workspace->path()))
        return showError({Code::Invalid, tr("That file is open. Choose another name for the new one."), {}, {}});
    auto *work = new FileWork(this);
    auto *shown = new FileWorkDialog(work, tr("New file from an export"), tr("The new file is being made."), m_formats, this);
    connect(work, &FileWork::finished, this, [this, shown](const exchange::ExportReport &report) {
        shown->accept();
        if (openBase(report.file))
            showToast({tr("The new file holds everything that was in the export."), {}, {}});
    });
    connect(work, &FileWork::stopped, this, [this](const QString &sentence) { showToast({sentence, {}, {}}); });
    connect(work, &FileWork::failed, this, [this](const Error &error) { showError(error); });
    work->start([json, path, options = m_options](const FileWork::Progress &progress) { return makeBase(json, path, options, progress); });
    shown->show();
}

// The import shows what came before anything is written, and takes the whole back in one act.
void MainWindow::takeText(const QString &text) {
    if (!isBaseOpen() || text.trimmed().isEmpty())
        return;
    if (m_workspace->isReadOnly())
        return showToast({tr("This file cannot be changed now."), {}, {}});
    if (!text.contains(u'\t')) {
        const Signature signature = parseSignature(text);
        if (!signature.hasSeveralParts())
            return showToast({tr("What was copied is neither a table nor an address. Copy cells, or the lines below an e-mail."), {}, {}});
        if (NewCustomerDialog *dialog = showNewCustomer())
            dialog->prefill(signature);
        return;
    }
    m_pasted = std::make_unique<QTemporaryDir>();
    QFile file(m_pasted->filePath(tr("Copied table") + ".tsv"_L1));
    if (!m_pasted->isValid() || !file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return showError({Code::Full, tr("The copied table could not be kept for the import. Nothing was changed."), file.errorString(), {}});
    file.close();
    go({page::kImport, {}, {{u"file"_s, file.fileName()}}});
}

} // namespace kontor::ui
