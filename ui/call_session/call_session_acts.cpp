// What a call session writes: the call with its outcome and next step, the note alone; and the way back when a call is taken back.
#include "call_session/call_session_page.h"

#include "call_session/call_desk.h"
#include "communication/contact_launcher.h"
#include "communication/proposed_step.h"
#include "forms/date_words_edit.h"
#include "interactions/interaction_repository.h"
#include "widgets/bidi.h"
#include "workspace/feed.h"

#include <QPointer>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct LoggedCall {
    Logged logged;
    qint64 operation = 0;
};

} // namespace

void CallSessionPage::logOutcome(const QString &outcome) {
    if (!isCalling() || m_desk->isSaving() || m_workspace.isReadOnly())
        return;
    LogDraft draft;
    draft.interaction.customerId = m_session->currentCustomer();
    draft.interaction.kind = u"call"_s;
    draft.interaction.direction = u"out"_s;
    draft.interaction.outcome = outcome;
    draft.interaction.text = m_desk->note().trimmed();
    draft.nextStep = communication::proposedStep(m_shell.formats().outcomes(), outcome, m_desk->preferredTime(), m_shell.formats().clock());
    m_session->note = m_desk->note();
    m_desk->setSaving(true);
    const QString note = m_desk->note();
    const Id customer = draft.interaction.customerId;
    m_workspace.write(
        {u"log"_s, "customer", customer},
        [draft](workspace::Recorder &recorder) -> Result<LoggedCall> {
            TRY(logged, logInteraction(recorder, draft));
            return LoggedCall{logged, recorder.operationId()};
        },
        this,
        [this, customer, outcome, note, step = draft.nextStep](const Result<LoggedCall> &call) {
            m_desk->setSaving(false);
            if (!call) {
                //: After the reason why a call could not be saved.
                m_desk->setProblem(
                    tr("%1 The note is still here. Choose the outcome again to try again.").arg(call.error().message));
                return m_shell.announce(call.error().message);
            }
            if (!m_session)
                return;
            m_last = {call->operation, customer, note};
            m_session->results.insert(customer, {outcome, call->logged.task.isValid()});
            QString text = tr("%1.").arg(m_shell.formats().outcomes().label(outcome));
            if (step)
                text += u' ' + tr("Next: %1.").arg(isolated(DateWordsEdit::wording(step->dueOn, step->dueAt, m_shell.formats())));
            m_shell.showToast({text, tr("Undo"), [page = QPointer<CallSessionPage>(this), operation = call->operation] {
                                   if (page)
                                       page->m_workspace.undoOperation(operation, page, [page](const auto &undone) {
                                           if (!undone)
                                               page->m_shell.showError(undone.error());
                                       });
                               }});
            m_desk->setNote({});
            m_session->note.clear();
            const int next = m_session->nextOpen(m_session->current);
            if (next < 0)
                end();
            else
                goTo(next);
        });
}

void CallSessionPage::saveNote() {
    const QString note = m_desk->note().trimmed();
    if (!isCalling() || m_desk->isSaving() || note.isEmpty() || m_workspace.isReadOnly())
        return;
    LogDraft draft;
    draft.interaction.customerId = m_session->currentCustomer();
    draft.interaction.kind = u"note"_s;
    draft.interaction.text = note;
    m_desk->setSaving(true);
    m_workspace.write(
        {u"log"_s, "customer", draft.interaction.customerId},
        [draft](workspace::Recorder &recorder) { return logInteraction(recorder, draft); }, this,
        [this](const Result<Logged> &logged) {
            m_desk->setSaving(false);
            if (!logged)
                return m_desk->setProblem(logged.error().message);
            m_desk->setNote({});
            keep();
            m_shell.showUndoToast(tr("Note saved."));
            showCustomer();
        });
}

// The call was taken back, here or with Ctrl+Z: its customer is to be called again, and the note is as it was.
void CallSessionPage::returnTo(const QString &note, Id customer) {
    const int row = m_session ? int(m_session->queue.indexOf(customer)) : -1;
    if (row < 0)
        return;
    m_session->results.remove(customer);
    if (!m_desk->note().trimmed().isEmpty()) // another note is being written: it stays where it is
        return keep();
    goTo(row);
    m_session->note = note;
    m_desk->setNote(note);
    keep();
}

void CallSessionPage::onChanged(const workspace::ChangeSet &changes) {
    if (m_last.operation != 0 && m_session && changes.touches("interaction")) {
        const LastCall last = m_last;
        m_workspace.read(
            this, [last](db::Database &database) { return workspace::findOperation(database, last.operation); },
            [this, last](const Result<std::optional<workspace::Operation>> &found) {
                if (!found || !*found || (*found)->state != "undone"_L1 || m_last.operation != last.operation)
                    return;
                m_last = {};
                returnTo(last.note, last.customer);
            });
    }
    if (isCalling() && changes.isAbout(m_session->currentCustomer()))
        showCustomer();
}

void CallSessionPage::dial() {
    if (isCalling() && m_content.card.customer.id == m_session->currentCustomer()) {
        ContactLauncher(*m_opener, m_shell, m_workspace.settings().country).launch(m_content.card, communication::Channel::Call);
        m_desk->focusNote();
    }
}

} // namespace kontor::ui
