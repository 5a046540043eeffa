#include "backups/bring_back.h"

#include "backups/bring_back_dialog.h"
#include "main_window/page_table.h"
#include "main_window/shell.h"
#include "widgets/bidi.h"

#include <QCoreApplication>

namespace kontor::ui {

namespace {

QString tr(const char *text, int count = -1) {
    return QCoreApplication::translate("kontor::ui::BringBack", text, nullptr, count);
}

QString outcomeWords(const recovery::RestoreOutcome &outcome) {
    QStringList sentences;
    if (outcome.records > 0)
        sentences << tr(QT_TRANSLATE_N_NOOP("kontor::ui::BringBack", "%Ln record(s) came back."), int(outcome.records));
    if (outcome.values > 0)
        sentences << tr(QT_TRANSLATE_N_NOOP("kontor::ui::BringBack", "%Ln value(s) are again as in the backup."),
                        int(outcome.values));
    if (outcome.refused > 0)
        sentences << tr(
            QT_TRANSLATE_N_NOOP("kontor::ui::BringBack", "%Ln record(s) stayed out: their name or number is taken by now."),
            int(outcome.refused));
    return sentences.join(u' ');
}

void bringBack(workspace::Workspace &workspace, Shell &shell, const BackupWish &wish, QWidget *window) {
    workspace.writeWith(
        [wish](workspace::Base &base) {
            return wish.customer.isValid() ? recovery::restoreCard(base, wish.backup, wish.customer)
                                           : recovery::restoreDay(base, wish.backup, wish.day);
        },
        window,
        [&shell, wish](Result<recovery::RestoreOutcome> outcome) {
            if (!outcome)
                return shell.showError(outcome.error());
            if (wish.customer.isValid())
                shell.go({page::kCustomers, wish.customer});
            if (outcome->operation == 0)
                shell.showToast(
                    {tr(QT_TRANSLATE_NOOP("kontor::ui::BringBack", "Everything is there as in the backup. Nothing was changed.")),
                     {},
                     {}});
            else
                shell.showUndoToast(outcomeWords(*outcome));
        });
}

} // namespace

void openBringBack(workspace::Workspace &workspace, Shell &shell, Id customer, QWidget *window) {
    auto *dialog = new BringBackDialog(workspace, shell.formats(), window);
    QObject::connect(dialog, &QDialog::accepted, window,
                     [dialog, &workspace, &shell, window] { bringBack(workspace, shell, dialog->wish(), window); });
    dialog->open();
    dialog->start(customer);
}

} // namespace kontor::ui
