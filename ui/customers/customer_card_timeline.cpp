// The timeline and the files of the card: what is asked of their rows.
#include "customers/card_files.h"
#include "customers/card_links_view.h"
#include "customers/customer_card_page.h"
#include "duplicates/merge.h"
#include "exchange/calendar_file.h"
#include "forms/task_form.h"
#include "interactions/composer.h"
#include "interactions/interaction_repository.h"
#include "interactions/timeline_bar.h"
#include "interactions/timeline_view.h"
#include "main_window/action_table.h"
#include "theme/icon.h"
#include "widgets/bidi.h"
#include "widgets/empty_state.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList localFiles(const QMimeData &data) {
    QStringList paths;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

// What was is an entry, what is to come or to be done the next step of one.
EntryDraft draftOf(const exchange::CalendarProposal &proposal) {
    EntryDraft draft;
    draft.text = proposal.note.isEmpty() ? proposal.title : proposal.title + u'\n' + proposal.note;
    if (proposal.isTask) {
        draft.step = DraftStep{proposal.isMeeting ? u"meeting"_s : QString(), proposal.title, proposal.day, proposal.time};
    } else {
        draft.kind = u"meeting"_s;
        draft.details = {proposal.day, proposal.time, proposal.minutes, {}};
    }
    return draft;
}

} // namespace

void CustomerCardPage::wireTimeline() {
    connect(m_timeline, &TimelineView::doneToggled, this, [this](Id task) { setDone(task, currentRowOf(*m_timeline)); });
    connect(m_timeline, &TimelineView::trashWanted, this, &CustomerCardPage::trashEntry);
    connect(m_timeline, &TimelineView::pinWanted, this, &CustomerCardPage::pinEntry);
    connect(m_timeline, &TimelineView::taskWanted, this, &CustomerCardPage::turnIntoTask);
    connect(m_timeline, &TimelineView::splitWanted, this, &CustomerCardPage::splitAgain);
    connect(m_timeline, &TimelineView::linkWanted, this, &CustomerCardPage::openTextLink);
    connect(m_timeline, &TimelineView::purchaseTrashWanted, this, &CustomerCardPage::trashPurchase);
    connect(m_timeline, &TimelineView::purchaseEditWanted, this, [this](Id purchase, const QRect &row) {
        editPurchase(purchase, QRect(m_timeline->viewport()->mapTo(this, row.topLeft()), row.size()));
    });
    connect(m_timeline->timeline(), &TimelineModel::textEdited, this, &CustomerCardPage::saveEntryText);
    connect(m_timeline->timeline(), &TimelineModel::moreWanted, this, &CustomerCardPage::readOlder);
    connect(m_timeline->timeline(), &TimelineModel::againWanted, this, &CustomerCardPage::read);
    connect(m_bar, &TimelineBar::shownChanged, this, [this] {
        m_entries = kEntriesAtOnce;
        read();
    });
    connect(m_bar, &TimelineBar::left, this, [this] { m_timeline->setFocus(Qt::OtherFocusReason); });
    connect(m_links, &CardLinksView::cancelWanted, m_files, &CardFiles::cancel);
    connect(m_files, &CardFiles::copyingChanged, this, [this] { m_links->links()->setCopying(m_files->copying()); });
}

void CustomerCardPage::showTimeline() {
    const bool isOtherView = m_content.timeline.shown != m_timeline->timeline()->content().shown;
    m_timeline->timeline()->setContent(m_content.timeline);
    const int count = m_timeline->timeline()->entryCount();
    m_bar->setCount(count);
    if (isOtherView) {
        m_timeline->scrollToTop();
        if (m_content.timeline.shown.isFiltered())
            m_shell.announce(count == 0 ? tr("Nothing found") : tr("%Ln found", nullptr, count));
    }
    if (count > 0)
        return m_happened->setCurrentWidget(m_timeline);
    if (m_content.timeline.shown.isFiltered())
        m_nothing->setContent("search"_L1, tr("Nothing found"), tr("Esc shows everything again."));
    else
        m_nothing->setContent("history"_L1, tr("Nothing has happened yet"),
                              m_workspace.isReadOnly() ? QString()
                                                       //: F7 is the key.
                                                       : tr("Log the first call with F7."));
    m_happened->setCurrentWidget(m_nothing);
}

void CustomerCardPage::openTaskForm(const Interaction &entry) {
    if (!m_taskForm) {
        m_taskForm = new TaskForm(m_shell.formats(), TaskForm::Mode::New, nullptr, this);
        connect(m_taskForm, &TaskForm::taskReady, this, &CustomerCardPage::addTask);
    }
    m_taskForm->openNew(anchorOf(action::kNewTask), {.entry = entry});
}

void CustomerCardPage::turnIntoTask(const Interaction &entry) {
    if (!m_workspace.isReadOnly())
        openTaskForm(entry);
}

void CustomerCardPage::pinEntry(const Interaction &entry, bool isPinned) {
    run(
        {u"edit"_s, Customer::kTable, m_customer, {{u"field"_s, u"Entry"_s}}},
        [entry, isPinned](workspace::Recorder &recorder) { return setInteractionPinned(recorder, entry, isPinned); },
        isPinned ? tr("Entry pinned at the top.") : tr("Entry no longer pinned."));
}

// What was changed on this card since the merge stays here, and is told.
void CustomerCardPage::splitAgain(const duplicates::MergedCard &card) {
    if (m_workspace.isReadOnly())
        return;
    m_workspace.writeWith(
        [merge = card.operation](workspace::Base &base) -> Result<duplicates::UnmergeOutcome> {
            TRY(info, duplicates::unmergeInfo(base.database(), merge));
            return base.write(info, [merge](workspace::Recorder &recorder) { return duplicates::unmerge(recorder, merge); });
        },
        this, [this, name = card.name](const Result<duplicates::UnmergeOutcome> &outcome) {
            read();
            if (!outcome)
                return m_shell.showError(outcome.error());
            QString text = tr("%1 is a customer of its own again.").arg(isolated(name));
            if (!outcome->keptEdits.isEmpty())
                text += u' ' + tr("%Ln value(s) that were changed since stay on this card.", nullptr, int(outcome->keptEdits.size()));
            m_shell.showUndoToast(text);
        });
}

void CustomerCardPage::trashEntry(Id interaction) {
    run(
        {u"trash"_s, Customer::kTable, m_customer},
        [interaction](workspace::Recorder &recorder) { return trashInteraction(recorder, interaction); },
        tr("Entry moved to the trash."));
}

void CustomerCardPage::saveEntryText(const Interaction &before, const QString &text) {
    m_workspace.write(
        {u"edit"_s, Customer::kTable, m_customer, {{u"field"_s, u"Text"_s}}},
        [before, text](workspace::Recorder &recorder) { return changeInteractionText(recorder, before, text); }, this,
        [this](Result<void> result) {
            if (!result)
                m_shell.showError(result.error());
            read();
        });
}

void CustomerCardPage::showFileMenu() {
    if (m_workspace.isReadOnly())
        return;
    const QRect anchor = linkAnchor("files");
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(Icon::get("file"_L1), tr("Add files…"), this,
                    [this, customer = m_customer] { m_files->choose(customer, false); });
    menu->addAction(Icon::get("link"_L1), tr("Link files in their place…"), this,
                    [this, customer = m_customer] { m_files->choose(customer, true); });
    menu->popup(mapToGlobal(anchor.bottomLeft()));
}

void CustomerCardPage::openFile(const CardLink &link) {
    for (const Attachment &file : m_content.files)
        if (file.id == link.record)
            return m_files->open(file, linkAnchor(link.key));
}

void CustomerCardPage::dragEnterEvent(QDragEnterEvent *event) {
    if (isShown() && !localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CustomerCardPage::dropEvent(QDropEvent *event) {
    const QStringList paths = localFiles(*event->mimeData());
    // An appointment is proposed as an entry, where none is being written; a person who wants the file itself links it.
    const bool isForEntry = event->proposedAction() != Qt::LinkAction && paths.size() == 1 && m_composer->draft().isEmpty();
    if (const auto proposal = isForEntry ? exchange::proposalIn(paths.first(), m_shell.formats().clock()) : std::nullopt) {
        m_composer->setDraft(draftOf(*proposal));
        m_composer->focusText();
    } else if (event->proposedAction() == Qt::LinkAction)
        m_files->link(m_customer, paths);
    else
        m_files->add(m_customer, paths);
    event->acceptProposedAction();
}

} // namespace kontor::ui
