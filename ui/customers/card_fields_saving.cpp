// What becomes of a value that was typed: saved, saved together with what others changed, decided between two, or kept until the drive is back.
#include "customers/card_conflict.h"
#include "customers/card_fields_model.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_news.h"
#include "customers/customer_repository.h"
#include "main_window/shell.h"
#include "widgets/bidi.h"
#include "workspace/workspace.h"

#include <QMessageBox>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using workspace::AuthoredChange;

namespace {

QString waitingWords() { return CardFieldsPane::tr("Waiting. This is kept on this computer and saved when the drive is back."); }

} // namespace

void CardFieldsPane::save(const FieldEdit &edit) {
    const Customer customer = m_model->card().customer;
    const int row = m_model->find(edit.field.key);
    const bool isTyped = row >= 0 && m_model->row(row).state == CardField::State::Saving;
    const FieldDraft draft = draftOf(edit, isTyped ? m_model->row(row).typed : edit.typed, customer,
                                     m_shell.formats().clock().now(), FieldDraft::Why::Waiting);
    m_workspace.write(
        operationOf(edit, customer.id),
        [edit, id = customer.id](workspace::Recorder &recorder) -> Result<QList<AuthoredChange>> {
            TRY_VOID(writeField(recorder, id, edit));
            return fieldChangesSince(recorder.database(), id, edit.seqRead);
        },
        this, [this, edit, draft](const Result<QList<AuthoredChange>> &saved) {
            if (!saved)
                return onRefused(edit, draft, saved.error());
            m_drafts.drop(draft.customer, draft.key);
            tellTogether(*saved);
            if (m_model->card().customer.id == draft.customer)
                onSaved(edit);
        });
}

// Other fields of others, and mine: nobody had to be asked.
void CardFieldsPane::tellTogether(const QList<AuthoredChange> &changes) {
    QStringList people;
    for (const AuthoredChange &authored : changes) {
        const QString who = whoWords(authored.author, m_workspace.options().userName);
        if (!m_workspace.isOwnOperation(authored.change.operation) && !people.contains(who))
            people << who;
    }
    if (!people.isEmpty())
        m_shell.showToast({tr("Saved together with %1's changes.").arg(joined(people)), {}, {}});
}

void CardFieldsPane::onSaved(const FieldEdit &edit) {
    m_model->finish(edit.field.key, {});
    m_shell.announce(tr("%1 saved").arg(edit.field.label));
    emit reloadWanted();
}

void CardFieldsPane::onRefused(const FieldEdit &edit, const FieldDraft &draft, const Error &error) {
    const bool isHere = m_model->card().customer.id == draft.customer;
    if (error.code == Code::Conflict && error.field == kTrashedMeanwhile)
        return askAboutTrashed(edit, draft);
    if (error.code == Code::Conflict && edit.field.source != CardField::Source::Tags) {
        keep(draft, FieldDraft::Why::Undecided);
        return isHere ? decide({draft}) : m_shell.showError(error);
    }
    if (error.code == Code::Gone || error.code == Code::Full) {
        keep(draft, FieldDraft::Why::Waiting);
        return m_shell.announce(tr("%1 was not saved yet. %2").arg(edit.field.label, waitingWords()));
    }
    if (!isHere)
        return m_shell.showError(error);
    m_model->finish(edit.field.key, error.message);
    m_shell.announce(tr("%1 was not saved. %2").arg(edit.field.label, error.message));
    if (m_view->hasFocus() && !m_view->isEditing())
        m_view->editField(edit.field.key);
}

void CardFieldsPane::keep(FieldDraft draft, FieldDraft::Why why) {
    draft.why = why;
    m_drafts.keep(draft);
    showKept();
}

// The values that were kept stand in their lines.
void CardFieldsPane::showKept() {
    QSet<QByteArray> keys;
    for (const FieldDraft &draft : m_drafts.of(m_model->card().customer.id)) {
        keys.insert(draft.key);
        const bool isUndecided = draft.why == FieldDraft::Why::Undecided;
        m_model->setKept(draft.key, draft.typed, isUndecided ? CardField::State::Undecided : CardField::State::Waiting,
                         isUndecided ? tr("Somebody entered another value. Enter decides, Esc gives yours up.") : waitingWords());
    }
    m_model->keepOnly(keys);
}

// Asked of all lines of this customer that wait for it.
void CardFieldsPane::decideAll() {
    QList<FieldDraft> undecided = m_drafts.of(m_model->card().customer.id);
    undecided.removeIf([](const FieldDraft &draft) { return draft.why != FieldDraft::Why::Undecided; });
    decide(undecided);
}

void CardFieldsPane::decide(const QList<FieldDraft> &drafts) {
    if (drafts.isEmpty() || m_question)
        return;
    m_workspace.read(
        this,
        [drafts, formats = m_shell.formats()](db::Database &database) -> Result<QList<FieldConflict>> {
            QList<FieldConflict> conflicts;
            for (const FieldDraft &draft : drafts) {
                TRY(conflict, loadConflict(database, draft, formats));
                conflicts << conflict;
            }
            return conflicts;
        },
        [this](const Result<QList<FieldConflict>> &conflicts) {
            if (!conflicts)
                return m_shell.showError(conflicts.error());
            askWhich(*conflicts);
        });
}

void CardFieldsPane::askWhich(const QList<FieldConflict> &conflicts) {
    if (m_question)
        return;
    const FieldConflict &first = conflicts.first();
    const Formats &formats = m_shell.formats();
    const auto time = [&](Instant at) {
        const bool isToday = formats.clock().dateOf(at) == formats.today();
        return isToday ? formats.time(at) : formats.when(at);
    };
    QList<ConflictLine> lines;
    for (const FieldConflict &conflict : conflicts)
        lines << conflictLine(conflict);
    const ConflictHeads heads{first.mine.name, whoWords(first.author, m_workspace.options().userName), time(first.mine.at),
                              time(first.at)};
    auto *dialog = new ConflictDialog(heads, lines, window());
    m_question = dialog;
    connect(dialog, &ConflictDialog::decided, this, [this, conflicts](const QList<ConflictDialog::Choice> &choices) {
        QList<FieldDecision> decisions;
        for (qsizetype i = 0; i < choices.size(); ++i)
            decisions.append({conflicts[i], choices[i]});
        writeDecided(decisions);
    });
    connect(dialog, &ConflictDialog::putOff, this, [this] {
        m_shell.announce(tr("Kept. The field is marked until it is decided."));
        emit reloadWanted();
    });
    dialog->open();
}

void CardFieldsPane::writeDecided(const QList<FieldDecision> &decisions) {
    const FieldConflict &first = decisions.first().conflict;
    m_workspace.write(
        operationOf(first.edit, first.mine.customer),
        [decisions](workspace::Recorder &recorder) {
            return writeDecisions(recorder, decisions.first().conflict.mine.customer, decisions);
        },
        this, [this, decisions](const Result<void> &result) {
            QList<FieldDraft> drafts;
            for (const FieldDecision &decision : decisions)
                drafts << decision.conflict.mine;
            if (!result)
                return result.error().code == Code::Conflict ? decide(drafts) : m_shell.showError(result.error());
            for (const FieldDraft &draft : std::as_const(drafts))
                m_drafts.drop(draft.customer, draft.key);
            showKept();
            m_shell.showUndoToast(tr("Decided. The other value is in History."));
            emit reloadWanted();
        });
}

void CardFieldsPane::askAboutTrashed(const FieldEdit &edit, const FieldDraft &draft) {
    m_workspace.read(
        this,
        [id = draft.customer](db::Database &database) {
            return workspace::newestChangeOf(database, id, Customer::kTable, id, kTrashedMeanwhile);
        },
        [this, edit, draft](const Result<std::optional<AuthoredChange>> &trashed) {
            const QString author = trashed && *trashed ? (*trashed)->author : QString();
            auto *box = new QMessageBox(QMessageBox::NoIcon, tr("In the trash"),
                                        tr("%1 moved %2 to the trash while you were editing.")
                                            .arg(whoWords(author, m_workspace.options().userName), isolated(draft.name)),
                                        QMessageBox::NoButton, window());
            box->setAttribute(Qt::WA_DeleteOnClose);
            const QPushButton *restore = box->addButton(tr("Restore with my changes"), QMessageBox::AcceptRole);
            QPushButton *leave = box->addButton(tr("Leave in trash"), QMessageBox::RejectRole);
            box->setEscapeButton(leave);
            connect(restore, &QPushButton::clicked, this, [this, edit, draft] { restoreAndSave(edit, draft); });
            connect(leave, &QPushButton::clicked, this, [this, draft] {
                if (const int row = m_model->find(draft.key); row >= 0 && m_model->card().customer.id == draft.customer)
                    m_model->dropTyped(row);
                emit reloadWanted();
            });
            box->open();
        });
}

void CardFieldsPane::restoreAndSave(const FieldEdit &edit, const FieldDraft &draft) {
    m_workspace.write(
        {u"restore"_s, Customer::kTable, draft.customer},
        [edit, id = draft.customer](workspace::Recorder &recorder) -> Result<void> {
            TRY_VOID(restoreCustomer(recorder, id));
            return writeField(recorder, id, edit);
        },
        this, [this, edit, draft](const Result<void> &result) {
            if (!result)
                return onRefused(edit, draft, result.error());
            m_shell.showUndoToast(tr("Customer restored."));
            if (m_model->card().customer.id == draft.customer)
                onSaved(edit);
        });
}

void CardFieldsPane::tellLocked() {
    const QString reason = m_workspace.isOffline() ? tr("The drive cannot be reached: what is stored cannot be changed now.")
                                                   : tr("This file can be read here, but not changed.");
    m_shell.announce(reason);
    m_shell.showToast({reason, {}, {}});
}

void CardFieldsPane::showLock() {
    const bool isLocked = m_workspace.isReadOnly() || m_workspace.isOffline();
    m_model->setReadOnly(isLocked);
    m_add->setVisible(!isLocked);
}

} // namespace kontor::ui
