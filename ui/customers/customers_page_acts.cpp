// Commands on the customers page: of the list, and of the card beside it.
#include "customers/customers_page.h"

#include "call_session/call_preparation.h"
#include "customers/card_view.h"
#include "customers/customer_bulk_acts.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

// Commands of the card that are taken from the list too.
bool opensCardFirst(QLatin1StringView id) {
    for (const auto known : {action::kLogCall, action::kLogNote, action::kLogMeeting, action::kNewTask, action::kNewPurchase})
        if (id == known)
            return true;
    return false;
}

} // namespace

bool CustomersPage::canPerform(QLatin1StringView id) const {
    const bool chosen = m_openCard.isValid() || m_list->hasSelected();
    if (id == action::kShowList)
        return m_openCard.isValid();
    if (id == action::kFilter)
        return !m_list->isFolded() || (m_openCard.isValid() && m_card && m_card->canPerform(id));
    if (id == action::kClearFilter)
        return m_list->isFiltered();
    if (id == action::kOpenCustomer)
        return m_list->current().isValid() && !m_openCard.isValid();
    if (id == action::kCopy)
        return chosen;
    if (id == action::kSelectAll)
        return !m_openCard.isValid();
    if (id == action::kNewTask && !m_openCard.isValid())
        return m_list->current().isValid() && !m_workspace.isReadOnly();
    if (id == action::kCallSession)
        return m_list->model()->rowCount() > 0 && !m_workspace.isReadOnly();
    if (id == action::kPreviousCustomer || id == action::kNextCustomer) {
        const Id from = m_openCard.isValid() ? m_openCard : m_list->current();
        return m_list->neighbour(from, id == action::kNextCustomer ? 1 : -1).isValid();
    }
    if (id == action::kTrashCustomer)
        return chosen && !m_workspace.isReadOnly();
    if (id == action::kPreviewPane)
        return !m_openCard.isValid();
    if (id == action::kEditCell)
        return !m_openCard.isValid() && m_list->current().isValid() && !m_workspace.isReadOnly();
    if (id == action::kPeek)
        return !m_openCard.isValid() && m_list->current().isValid();
    if (id == action::kSaveFilter)
        return !m_openCard.isValid() && m_list->isFiltered() && !m_workspace.isReadOnly();
    if (id == action::kExplain)
        return m_openCard.isValid() || m_list->current().isValid();
    if (id == action::kExport)
        return !m_openCard.isValid() && m_list->model()->rowCount() > 0 && !m_list->acts().isWorking();
    if (id == action::kEmailList)
        return !m_openCard.isValid() && chosen;
    if ((id == action::kTags || id == action::kChangeCustomers) && !m_openCard.isValid())
        return chosen && !m_workspace.isReadOnly() && !m_list->acts().isWorking();
    if (id == action::kFillDown)
        return !m_openCard.isValid() && m_list->selectedCount() > 1 && !m_workspace.isReadOnly() && !m_list->acts().isWorking();
    if (m_openCard.isValid())
        return m_card && m_card->canPerform(id);
    return opensCardFirst(id) && m_list->current().isValid() && !m_workspace.isReadOnly();
}

void CustomersPage::perform(QLatin1StringView id) {
    if (id == action::kShowList)
        toggleList();
    else if (id == action::kFilter)
        m_openCard.isValid() && m_card ? m_card->perform(id) : m_list->focusFilter();
    else if (id == action::kClearFilter)
        m_list->clearFilter();
    else if (id == action::kOpenCustomer)
        goToCustomer(m_list->current());
    else if (id == action::kCopy)
        m_list->copySelection();
    else if (id == action::kSelectAll)
        m_list->selectAll();
    else if (id == action::kCallSession)
        startCalls();
    else if (id == action::kNewTask && !m_openCard.isValid())
        m_list->openTaskForm(); // the card has a form of its own
    else if (id == action::kPreviousCustomer || id == action::kNextCustomer)
        step(id == action::kNextCustomer ? 1 : -1);
    else if (id == action::kTrashCustomer)
        moveToTrash();
    else if (id == action::kPreviewPane)
        togglePreview();
    else if (id == action::kEditCell)
        m_list->editCell();
    else if (id == action::kPeek)
        peek(m_list->current());
    else if (id == action::kSaveFilter)
        m_list->saveFilter();
    else if (id == action::kExplain)
        m_list->explain(m_openCard.isValid() ? m_openCard : m_list->current());
    else if (id == action::kExport)
        m_list->exportList();
    else if (id == action::kEmailList)
        m_list->acts().openMailList(m_list->selected());
    else if (id == action::kChangeCustomers)
        m_list->acts().openChange(m_list->selected());
    else if (id == action::kFillDown)
        m_list->fillDown();
    else if (id == action::kTags && !m_openCard.isValid())
        m_list->acts().openTags(m_list->selected());
    else
        performOnCard(id);
}

// On the list the card of the current row is opened first; it is read before anything can be written on it.
void CustomersPage::performOnCard(QLatin1StringView id) {
    if (m_openCard.isValid() && m_card && m_card->canPerform(id))
        return m_card->perform(id);
    m_pending = id;
    if (!m_openCard.isValid())
        goToCustomer(m_list->current());
    else
        performPending();
}

void CustomersPage::performPending() {
    if (m_pending.isEmpty() || !m_openCard.isValid() || !m_card || m_card->customer() != m_openCard || m_card->title().isEmpty())
        return;
    const QLatin1StringView id = std::exchange(m_pending, {});
    if (m_card->canPerform(id))
        m_card->perform(id);
}

void CustomersPage::step(int by) {
    const Id next = m_list->stepFrom(m_openCard.isValid() ? m_openCard : m_list->current(), by);
    if (next.isValid() && m_openCard.isValid())
        goToCustomer(next);
}

// Those that are selected, where it is more than the current one; else the whole list.
void CustomersPage::startCalls() {
    CallList calls;
    const QList<Id> selected = m_list->selected();
    if (selected.size() > 1 && !m_openCard.isValid()) {
        calls.ids = selected;
        calls.name = tr("%Ln selected customer(s)", nullptr, int(selected.size()));
    } else {
        calls.ids = m_list->model()->customers();
        const QString segment = place().segment();
        calls.name = segment.isEmpty() ? tr("Customers") : segment;
    }
    m_shell.go({page::kCallSession, {}, calls.toView()});
}

void CustomersPage::moveToTrash() {
    const QList<Id> ids = m_openCard.isValid() ? QList<Id>{m_openCard} : m_list->selected();
    const Id next = m_list->neighbour(ids.last(), 1);
    if (m_openCard.isValid())
        m_shell.go({page::kCustomers, {}, m_list->view()});
    m_list->acts().trash(ids);
    m_list->select(next);
}

} // namespace kontor::ui
