// One customer as they stood after an act of the history: shown first, then restored.
#include "history/history_model.h"
#include "history/history_page.h"
#include "history/history_view.h"
#include "history/version.h"
#include "history/version_dialog.h"
#include "widgets/bidi.h"
#include "workspace/feed.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

// Whose version the chosen act stands for; invalid: it is about several, or the file takes no changes.
Id HistoryPage::versionCustomer() const {
    const history::Act *act = m_model->actAt(m_view->currentIndex());
    if (!act || m_workspace.isReadOnly())
        return {};
    return m_customer.isValid() ? m_customer : act->customer;
}

void HistoryPage::openVersion() {
    const Id customer = versionCustomer();
    const history::Act *act = m_model->actAt(m_view->currentIndex());
    if (!customer.isValid() || !act)
        return;
    //: A moment, and what was done then.
    const QString moment = tr("%1, after: %2").arg(isolated(m_shell.formats().dateTime(act->operation.at)),
                                                   workspace::historySentence(act->operation.info));
    auto *dialog = new VersionDialog(m_customer.isValid() ? m_customerName : act->customerName, moment, this);
    connect(dialog, &QDialog::accepted, this,
            [this, customer, operation = act->operation.id] { restoreVersion(customer, operation); });
    m_workspace.read(
        dialog,
        [customer, operation = act->operation.id, catalogue = m_workspace.options().catalogue](db::Database &database) {
            return history::differencesTo(database, *catalogue, customer, operation);
        },
        [this, dialog](Result<QList<history::ChangeLine>> lines) {
            if (lines)
                return dialog->setDifferences(*lines, m_shell.formats());
            dialog->reject();
            m_shell.showError(lines.error());
        });
    dialog->open();
}

void HistoryPage::restoreVersion(Id customer, qint64 operation) {
    m_workspace.write(
        history::restoreVersionInfo(customer),
        [customer, operation](workspace::Recorder &recorder) { return history::restoreVersion(recorder, customer, operation); },
        this, [this](Result<int> done) {
            if (!done)
                return m_shell.showError(done.error());
            m_shell.showUndoToast(tr("Older version restored, %Ln change(s).", nullptr, *done));
        });
}

} // namespace kontor::ui
