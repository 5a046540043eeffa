// From one customer to the next: what the card shows before, while and after they are read.
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_header.h"
#include "customers/card_links_view.h"
#include "customers/card_purchase_form.h"
#include "customers/card_tags_popover.h"
#include "customers/customer_card_page.h"
#include "forms/task_form.h"
#include "interactions/composer.h"
#include "interactions/timeline_bar.h"
#include "interactions/timeline_view.h"
#include "widgets/banner.h"
#include "widgets/waiting_bars.h"

#include <QStackedWidget>

namespace kontor::ui {

void CustomerCardPage::load(Id customer) {
    if (customer == m_customer && isShown())
        return read();
    leave();
    m_customer = customer;
    m_composer->setPreferredTime({});
    tellWhere();
    showOthers();
    m_composer->setDraft(m_drafts->find(customer).value_or(EntryDraft())); // can be written in before the card is read
    m_waiting->begin();
    readFirst();
    read();
    emit stateChanged();
}

void CustomerCardPage::leave() {
    keepDraft();
    for (Popover *form : popovers())
        form->close();
    m_entries = kEntriesAtOnce;
    m_content = {};
    m_edited.clear();
    m_trashedBy.clear();
    m_newsSince = m_newestSeen = 0;
    m_isByOthers = false;
    m_news->clear();
    m_bar->clear();
    m_banner->clear();
    m_header->clear();
    m_fields->clear();
    m_timeline->timeline()->clear();
    m_links->links()->clear();
    m_happened->setCurrentWidget(m_timeline);
}

void CustomerCardPage::preview(const CustomerRow &row) {
    if (row.id == m_customer && !isShown())
        m_header->setRow(row);
}

// The fields are read much faster than everything that happened. What they show is read once more with the rest, so that both agree.
void CustomerCardPage::readFirst() {
    m_workspace.read(
        this, [customer = m_customer](db::Database &database) { return loadCard(database, customer); },
        [this, customer = m_customer](const Result<Card> &card) {
            if (card && customer == m_customer && !isShown())
                showCard(*card);
        });
}

// Only the newest question counts: an older answer may not know what was saved since.
void CustomerCardPage::read() {
    if (!m_customer.isValid())
        return;
    if (m_question > 0)
        m_workspace.cancel(m_ticket);
    const quint64 question = ++m_question;
    const Clock clock = m_shell.formats().clock();
    m_ticket = m_workspace.read(
        this,
        [query = CardQuery{m_customer, m_entries, m_bar->shown()}, clock](db::Database &database) {
            return loadCardContent(database, query, clock);
        },
        [this, question](Result<CardContent> content) {
            if (question == m_question)
                show(content);
        });
}

// When everything is read anew meanwhile, that answer holds.
void CustomerCardPage::readOlder(int loaded) {
    m_workspace.read(
        this,
        [query = CardQuery{m_customer, kEntriesAtOnce, m_bar->shown()}, loaded](db::Database &database) {
            return loadOlderEntries(database, query, loaded);
        },
        [this, loaded, question = m_question](const Result<TimelineContent> &page) {
            if (question != m_question)
                return;
            if (!page)
                return showUnread(page.error());
            m_entries = loaded + int(page->interactions.size());
            m_timeline->timeline()->append(*page);
            m_content.timeline = m_timeline->timeline()->content();
        });
}

void CustomerCardPage::showCard(const Card &card) {
    const bool isFirst = !isShown();
    m_content.card = card;
    m_composer->setPreferredTime(card.customer.preferredTime);
    m_fields->setCard(card, m_content.newestChange, std::exchange(m_isByOthers, false));
    showState();
    applyReasons();
    if (isFirst)
        m_fields->view()->scrollToTop();
    emit stateChanged();
}

void CustomerCardPage::show(const Result<CardContent> &content) {
    m_waiting->end();
    if (!content)
        return showUnread(content.error());
    m_content = *content;
    if (m_newsSince == 0)
        m_newsSince = m_newestSeen = m_content.newestChange;
    m_header->setContent(m_content);
    showTimeline();
    m_links->links()->setContent(m_content);
    if (m_tagsForm && m_tagsForm->isOpen())
        readTags();
    showCard(m_content.card);
    showTask();
    emit loaded(m_customer);
}

// Of a file that can only be read nothing is offered that would write; what was begun before stays readable.
void CustomerCardPage::showLock() {
    const bool isReadOnly = m_workspace.isReadOnly();
    setAcceptDrops(!isReadOnly);
    m_composer->setReadOnlyReason(isReadOnly ? tr("This file can be read here, but not changed.") : QString());
    m_timeline->setReadOnly(isReadOnly);
    m_links->links()->setReadOnly(isReadOnly);
    applyReasons();
}

// What was shown stays readable.
void CustomerCardPage::showUnread(const Error &error) {
    if (error.code == Code::Cancelled)
        return;
    m_shell.showError(error);
    if (!isShown())
        m_banner->setContent({BannerTone::Bad, tr("This card could not be read."), tr("Try again"), [this] { read(); }});
    m_timeline->timeline()->setUnread();
    m_happened->setCurrentWidget(m_timeline);
}

} // namespace kontor::ui
