#include "widgets/file_dialogs.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace kontor::ui {

namespace {

// Not everybody has a folder of documents.
QString usualFolder() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo::exists(documents) ? documents : QDir::homePath();
}

QFileDialog *makeDialog(QWidget *parent, const QString &title, const QString &folder, const QStringList &filters,
                        FileChosen chosen) {
    auto *dialog = new QFileDialog(parent, title, folder.isEmpty() ? usualFolder() : folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!filters.isEmpty())
        dialog->setNameFilters(filters);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    return dialog;
}

} // namespace

void askForFile(QWidget *parent, const QString &title, const QStringList &filters, FileChosen chosen, const QString &folder) {
    QFileDialog *dialog = makeDialog(parent, title, folder, filters, std::move(chosen));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void askForNewFile(QWidget *parent, const QString &title, const QString &filter, const QString &suffix, const QString &name,
                   FileChosen chosen) {
    QFileDialog *dialog = makeDialog(parent, title, {}, {filter}, std::move(chosen));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    dialog->open();
}

} // namespace kontor::ui
