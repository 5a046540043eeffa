// What is done on the card: the commands, and what they write.
#include "customers/customer_card_page.h"

#include "communication/contact_launcher.h"
#include "communication/link_opener.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_header.h"
#include "customers/card_popovers.h"
#include "forms/date_words_edit.h"
#include "interactions/composer.h"
#include "interactions/interaction_repository.h"
#include "main_window/action_table.h"
#include "purchases/purchase_repository.h"
#include "tasks/task_repository.h"

#include <QDateTime>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using communication::Channel;

namespace {

LogDraft logDraft(const EntryDraft &draft, Id customer, const Clock &clock) {
    LogDraft log;
    log.interaction.customerId = customer;
    log.interaction.kind = draft.kind;
    log.interaction.direction = draft.direction;
    log.interaction.outcome = draft.outcome;
    log.interaction.text = draft.text.trimmed();
    if (draft.contactPoint.isValid())
        log.interaction.contactPointId = draft.contactPoint;
    if (draft.step) {
        NextStep step{draft.step->kind, draft.step->title, draft.step->day, std::nullopt};
        if (draft.step->time)
            step.dueAt = Instant{QDateTime(draft.step->day, *draft.step->time, clock.zone).toMSecsSinceEpoch()};
        log.nextStep = step;
    }
    return log;
}

} // namespace

template <class Act>
void CustomerCardPage::act(const workspace::OperationInfo &info, Act act, const QString &toast) {
    m_workspace.write(info, std::move(act), this, [this, toast](auto result) {
        if (!result)
            return m_shell.showError(result.error());
        m_shell.showUndoToast(toast);
        m_shell.announce(toast);
    });
}

QString CustomerCardPage::reasonAgainst(QLatin1StringView id) const {
    if (!isShown())
        return tr("The card is being read.");
    if (id == action::kDial)
        return refusal(m_content.card, Channel::Call);
    if (id == action::kWriteEmail)
        return refusal(m_content.card, Channel::Email);
    return m_workspace.isReadOnly() ? tr("This file can be read here, but not changed.") : QString();
}

bool CustomerCardPage::canPerform(QLatin1StringView id) const {
    for (const auto known : {action::kLogCall, action::kDial, action::kLogNote, action::kLogMeeting, action::kWriteEmail,
                             action::kWriteEntry, action::kNewTask, action::kNewPurchase, action::kTags})
        if (id == known)
            return reasonAgainst(id).isEmpty();
    return false;
}

void CustomerCardPage::perform(QLatin1StringView id) {
    if (id == action::kLogCall)
        m_composer->begin(u"call"_s);
    else if (id == action::kLogNote)
        m_composer->begin(u"note"_s);
    else if (id == action::kLogMeeting)
        m_composer->begin(u"meeting"_s);
    else if (id == action::kWriteEntry)
        m_composer->focusText();
    else if (id == action::kTags)
        m_fields->editField("tags");
    else if (id == action::kDial || id == action::kWriteEmail) {
        const CardField *field = m_fields->view()->hasFocus() ? m_fields->view()->currentField() : nullptr;
        const bool isCall = id == action::kDial;
        const bool fits = field && field->source == CardField::Source::Point && field->column == (isCall ? "phone" : "email");
        isCall ? dial(fits ? field->point.id : Id()) : write(fits ? field->point.id : Id());
    } else if (id == action::kNewTask) {
        if (!m_taskForm) {
            m_taskForm = new TaskPopover(m_shell.formats(), this);
            connect(m_taskForm, &TaskPopover::taskReady, this, &CustomerCardPage::addTask);
        }
        m_taskForm->open(anchorOf(id));
    } else if (id == action::kNewPurchase) {
        if (!m_purchaseForm) {
            m_purchaseForm = new PurchasePopover(m_shell.formats(), this);
            connect(m_purchaseForm, &PurchasePopover::purchaseReady, this, &CustomerCardPage::addPurchase);
        }
        m_purchaseForm->open(anchorOf(id));
    } else {
        m_shell.perform(id); // what the head's menu offers and the window or the list carries out
    }
}

void CustomerCardPage::saveEntry() {
    const EntryDraft draft = m_composer->draft();
    const LogDraft log = logDraft(draft, shown(), m_shell.formats().clock());
    QString toast = loggedSentence(draft.kind);
    if (draft.step)
        toast += u' ' + (draft.step->day.isValid()
                             ? tr("Next: %1.").arg(DateWordsEdit::wording({draft.step->day, draft.step->time}, m_shell.formats()))
                             : tr("Next: %1, some day.").arg(draft.step->title));
    m_composer->setSaving(true);
    m_workspace.write(
        {u"log"_s, Customer::kTable, shown()}, [log](workspace::Recorder &recorder) { return logInteraction(recorder, log); },
        this,
        [this, toast, customer = shown()](Result<Logged> logged) {
            m_composer->setSaving(false);
            if (!logged) {
                m_composer->setProblem(logged.error().message);
                return m_shell.announce(logged.error().message);
            }
            m_drafts->keep(customer, {});
            if (customer == shown()) {
                m_composer->setDraft({});
                m_composer->focusText();
            }
            m_shell.showUndoToast(toast);
            m_shell.announce(toast);
        });
}

void CustomerCardPage::dial(Id point) {
    if (const auto used = m_launcher->launch(m_content.card, Channel::Call, point))
        m_composer->beginOutgoing(u"call"_s, used->id);
}

void CustomerCardPage::write(Id point) {
    if (const auto used = m_launcher->launch(m_content.card, Channel::Email, point))
        m_composer->beginOutgoing(u"email"_s, used->id);
}

void CustomerCardPage::launch(const CardField &field) {
    if (field.column == "phone")
        dial(field.point.id);
    else if (field.column == "email")
        write(field.point.id);
    else
        m_launcher->openPage(field.point.value);
}

void CustomerCardPage::addTask(const Task &draft) {
    Task task = draft;
    task.customerId = shown();
    act(
        {u"task"_s, Customer::kTable, shown()}, [task](workspace::Recorder &recorder) { return kontor::addTask(recorder, task); },
        tr("Task added."));
}

void CustomerCardPage::addPurchase(const Purchase &draft, const QString &product) {
    Purchase purchase = draft;
    purchase.customerId = shown();
    act(
        {u"purchase"_s, Customer::kTable, shown()},
        [purchase, product](workspace::Recorder &recorder) { return kontor::addPurchase(recorder, purchase, product); },
        tr("Purchase of %1 recorded.").arg(m_shell.formats().money(purchase.amount)));
}

void CustomerCardPage::setDone(Id task) {
    if (!m_workspace.isReadOnly())
        act(
            {u"task_done"_s, Customer::kTable, shown()},
            [task](workspace::Recorder &recorder) { return setTaskDone(recorder, task, true); }, tr("Task done."));
}

void CustomerCardPage::trashEntry(Id interaction) {
    if (!m_workspace.isReadOnly())
        act(
            {u"trash"_s, Customer::kTable, shown()},
            [interaction](workspace::Recorder &recorder) { return trashInteraction(recorder, interaction); },
            tr("Entry moved to the trash."));
}

void CustomerCardPage::saveEntryText(const Interaction &before, const QString &text) {
    m_workspace.write(
        {u"edit"_s, Customer::kTable, shown(), {{u"field"_s, u"Text"_s}}},
        [before, text](workspace::Recorder &recorder) { return changeInteractionText(recorder, before, text); }, this,
        [this](Result<void> result) {
            if (!result)
                m_shell.showError(result.error());
            read();
        });
}

CardView *createCard(workspace::Workspace &workspace, Shell &shell, QWidget *parent) {
    return new CustomerCardPage(workspace, shell, std::make_unique<SystemLinkOpener>(), DraftStore::fileFor(workspace.baseId()),
                                parent);
}

} // namespace kontor::ui
