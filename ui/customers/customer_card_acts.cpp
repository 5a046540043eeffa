// What is done on the card: the commands, and what they write.
#include "customers/customer_card_page.h"

#include "communication/contact_launcher.h"
#include "communication/link_opener.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_files.h"
#include "customers/card_form.h"
#include "customers/card_header.h"
#include "customers/card_links_view.h"
#include "customers/card_origin.h"
#include "customers/card_purchase_form.h"
#include "customers/card_suggestions.h"
#include "customers/card_tags_popover.h"
#include "forms/date_words_edit.h"
#include "forms/task_form.h"
#include "interactions/composer.h"
#include "interactions/interaction_repository.h"
#include "interactions/outcome_question.h"
#include "interactions/timeline_bar.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "purchases/purchase_repository.h"
#include "tags/tag_repository.h"
#include "tasks/task_repository.h"
#include "widgets/bidi.h"

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
    for (const DraftPerson &person : draft.details.people)
        log.otherParticipants << person.id;
    if (draft.details.minutes > 0)
        log.interaction.durationSeconds = draft.details.minutes * 60;
    if (draft.details.day.isValid()) {
        log.interaction.at = clock.at(draft.details.day, draft.details.time.value_or(clock.timeOf(clock.now())));
    }
    if (draft.step)
        log.nextStep =
            NextStep{draft.step->kind, draft.step->title, draft.step->day, clock.at(draft.step->day, draft.step->time)};
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

void CustomerCardPage::run(const workspace::OperationInfo &info, std::function<Result<void>(workspace::Recorder &)> write,
                           const QString &toast) {
    if (!m_workspace.isReadOnly())
        act(info, std::move(write), toast);
}

QString CustomerCardPage::reasonAgainst(QLatin1StringView id) const {
    if (!isShown())
        return tr("The card is being read.");
    if (id == action::kDial)
        return refusal(m_content.card, Channel::Call);
    if (id == action::kWriteEmail)
        return refusal(m_content.card, Channel::Email);
    if (id == action::kFilter || id == kValueOrigin)
        return {};
    if (m_workspace.isOffline() && id != action::kLogCall && id != action::kLogNote)
        return tr("The drive cannot be reached: what is stored cannot be changed now.");
    return m_workspace.isReadOnly() ? tr("This file can be read here, but not changed.") : QString();
}

bool CustomerCardPage::canPerform(QLatin1StringView id) const {
    for (const auto known : {action::kLogCall, action::kDial, action::kLogNote, action::kLogMeeting, action::kWriteEmail,
                             action::kWriteEntry, action::kNewTask, action::kNewPurchase, action::kTags, action::kFilter, kValueOrigin})
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
        openTags();
    else if (id == action::kDial || id == action::kWriteEmail) {
        reachCurrent(id == action::kDial ? Channel::Call : Channel::Email);
    } else if (id == action::kNewTask) {
        openTaskForm();
    } else if (id == action::kNewPurchase) {
        purchaseForm().open(anchorOf(id));
    } else if (id == kAddFiles) {
        showFileMenu();
    } else if (id == kValueOrigin) {
        m_fields->showOrigin();
    } else if (id == action::kFilter) {
        m_bar->focusSearch();
    } else if (id == kAddRelation) {
        m_fields->openRelation({}, linkAnchor("people"));
    } else {
        m_shell.perform(id); // what the head's menu offers and the window or the list carries out
    }
}

void CustomerCardPage::openTags() {
    if (!m_tagsForm) {
        m_tagsForm = new TagsPopover(this);
        connect(m_tagsForm, &TagsPopover::toggled, this, [this](const QString &name, Id tag, bool isCarried) {
            run(
                {u"tag"_s, Customer::kTable, m_customer},
                [name, tag, isCarried, customer = m_customer](workspace::Recorder &recorder) {
                    return isCarried ? untagCustomer(recorder, customer, tag) : tagCustomer(recorder, customer, name);
                },
                isCarried ? tr("Tag “%1” taken off.").arg(isolated(name)) : tr("Tag “%1” put on.").arg(isolated(name)));
        });
        connect(m_tagsForm, &TagsPopover::colourWanted, this, [this](Id tag, int colour) {
            run(
                {u"tag"_s, Tag::kTable, tag},
                [tag, colour](workspace::Recorder &recorder) { return colourTag(recorder, tag, colour); },
                tr("Colour of the tag changed."));
        });
    }
    readTags();
    m_tagsForm->open(m_header->geometry());
}

// All tags of the file; those of this customer come with the card.
void CustomerCardPage::readTags() {
    m_workspace.read(
        this, [](db::Database &database) { return allTags(database); },
        [this](Result<QList<Tag>> tags) {
            if (tags)
                m_tagsForm->setTags(*tags, m_content.card.tags);
        });
}

void CustomerCardPage::saveEntry() {
    const EntryDraft draft = m_composer->draft();
    const LogDraft log = logDraft(draft, m_customer, m_shell.formats().clock());
    QString toast = loggedSentence(draft.kind);
    if (draft.step)
        toast += u' ' + (draft.step->day.isValid()
                             ? tr("Next: %1.").arg(isolated(DateWordsEdit::wording({draft.step->day, draft.step->time}, m_shell.formats())))
                             : tr("Next: %1, some day.").arg(isolated(draft.step->title)));
    const Id finished = m_composer->finishedTask();
    if (finished.isValid())
        toast += u' ' + tr("Task done.");
    m_composer->setSaving(true);
    m_workspace.write(
        {u"log"_s, Customer::kTable, m_customer},
        [log, finished](workspace::Recorder &recorder) -> Result<Logged> {
            TRY(logged, logInteraction(recorder, log));
            if (finished.isValid())
                TRY_VOID(setTaskDone(recorder, finished, true));
            return logged;
        },
        this,
        [this, toast, customer = m_customer](Result<Logged> logged) {
            m_composer->setSaving(false);
            if (!logged) {
                m_composer->setProblem(logged.error().message);
                return m_shell.announce(logged.error().message);
            }
            m_drafts->keep(customer, {});
            emit draftsChanged(m_drafts->customers());
            if (customer == m_customer) {
                m_composer->setDraft({});
                m_composer->focusText();
            }
            m_shell.showUndoToast(toast);
            m_shell.announce(toast);
        });
}

void CustomerCardPage::showCustomer(Id customer) { m_shell.go({page::kCustomers, customer}); }

QRect CustomerCardPage::linkAnchor(const QByteArray &key) const { return onPage(*m_links, m_links->rowRect(key)); }

void CustomerCardPage::editLink(const CardLink &link) {
    if (link.kind == CardLink::Kind::Bought)
        return editPurchase(link.record, linkAnchor(link.key));
    for (const Card::Related &related : m_content.card.relations)
        if (link.kind == CardLink::Kind::Related && related.relation.id == link.record)
            return m_fields->openRelation(related, linkAnchor(link.key));
}

void CustomerCardPage::removeLink(const CardLink &link) {
    if (link.kind == CardLink::Kind::Bought)
        trashPurchase(link.record);
    else if (link.kind == CardLink::Kind::File)
        run(
            {u"trash"_s, Customer::kTable, m_customer},
            [id = link.record](workspace::Recorder &recorder) { return trashAttachment(recorder, id); },
            tr("%1 moved to the trash.").arg(isolated(link.title)));
    else if (link.kind == CardLink::Kind::Related && !m_workspace.isReadOnly())
        act(
            {u"edit"_s, Customer::kTable, m_customer, {{u"field"_s, u"Relation"_s}}},
            [id = link.record](workspace::Recorder &recorder) { return recorder.remove<Relation>(id); }, tr("Relation removed."));
}

void CustomerCardPage::addTask(const Task &draft) {
    Task task = draft;
    task.customerId = m_customer;
    act(
        {u"task"_s, Customer::kTable, m_customer}, [task](workspace::Recorder &recorder) { return kontor::addTask(recorder, task); },
        tr("Task added."));
}

PurchasePopover &CustomerCardPage::purchaseForm() {
    if (!m_purchaseForm) {
        m_purchaseForm = new PurchasePopover(m_shell.formats(), productSuggestions(m_workspace), this);
        connect(m_purchaseForm, &PurchasePopover::purchasesReady, this, &CustomerCardPage::addPurchases);
        connect(m_purchaseForm, &PurchasePopover::purchaseChanged, this, &CustomerCardPage::changePurchase);
    }
    return *m_purchaseForm;
}

void CustomerCardPage::addPurchases(const QList<PurchaseLine> &lines) {
    qint64 sum = 0;
    for (const PurchaseLine &line : lines)
        sum += line.purchase.amount;
    const QString money = isolated(m_shell.formats().money(sum));
    act(
        {u"purchase"_s, Customer::kTable, m_customer},
        [lines, customer = m_customer](workspace::Recorder &recorder) -> Result<void> {
            for (PurchaseLine line : lines) {
                line.purchase.customerId = customer;
                TRY_VOID(addPurchase(recorder, line.purchase, line.productName));
            }
            return {};
        },
        sum < 0 ? tr("Return of %1 recorded.").arg(money) : tr("Purchase of %1 recorded.").arg(money));
}

void CustomerCardPage::changePurchase(const Purchase &before, const PurchaseLine &after) {
    act(
        {u"edit"_s, Customer::kTable, m_customer, {{u"field"_s, u"Purchase"_s}}},
        [before, after](workspace::Recorder &recorder) {
            return kontor::changePurchase(recorder, before, after.purchase, after.productName);
        },
        tr("Purchase saved."));
}

void CustomerCardPage::editPurchase(Id purchase, const QRect &anchor) {
    for (const PurchaseLine &line : m_content.purchases)
        if (line.purchase.id == purchase && !m_workspace.isReadOnly())
            return purchaseForm().edit(line, anchor);
}

void CustomerCardPage::trashPurchase(Id purchase) {
    if (!m_workspace.isReadOnly())
        act(
            {u"trash"_s, Customer::kTable, m_customer},
            [purchase](workspace::Recorder &recorder) { return kontor::trashPurchase(recorder, purchase); },
            tr("Purchase moved to the trash."));
}

// A call that is done is asked about, as on Today.
void CustomerCardPage::setDone(Id task, const QRect &row) {
    if (m_workspace.isReadOnly())
        return;
    for (const Task &step : m_content.timeline.tasks)
        if (step.id == task && step.kind == "call"_L1)
            askOutcome(step.title, row);
    m_workspace.write(
        {u"task_done"_s, Customer::kTable, m_customer},
        [task](workspace::Recorder &recorder) { return setTaskDone(recorder, task, true); }, this,
        [this](const Result<std::optional<Task>> &next) {
            if (!next)
                return m_shell.showError(next.error());
            const QString toast = taskDoneSentence(*next, m_shell.formats());
            m_shell.showUndoToast(toast);
            m_shell.announce(toast);
        });
}

void CustomerCardPage::askOutcome(const QString &task, const QRect &row) {
    if (!m_outcomeQuestion) {
        m_outcomeQuestion = new OutcomeQuestion(m_shell.formats(), this);
        connect(m_outcomeQuestion, &OutcomeQuestion::answered, this, [this](const QString &title, const QString &outcome) {
            const OutcomeEntry entry = outcomeEntry(
                m_shell.formats(), {m_customer, m_content.card.customer.preferredTime}, title, outcome);
            act(
                {u"log"_s, Customer::kTable, m_customer},
                [draft = entry.draft](workspace::Recorder &recorder) { return logInteraction(recorder, draft); }, entry.toast);
        });
    }
    m_outcomeQuestion->ask(row, task);
}

QSet<Id> customersWithDrafts(const workspace::Workspace &workspace) {
    return DraftStore(DraftStore::fileFor(workspace.baseId())).customers();
}

CardView *createCard(workspace::Workspace &workspace, Shell &shell, QWidget *parent) {
    return new CustomerCardPage(workspace, shell, std::make_unique<SystemLinkOpener>(), DraftStore::fileFor(workspace.baseId()),
                                parent);
}

} // namespace kontor::ui
