#include "customers/customers_page.h"

#include "call_session/call_preparation.h"
#include "customers/card_view.h"
#include "customers/customer_bulk_acts.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "customers/mini_card.h"
#include "lists/list_table.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "tasks/task_repository.h"
#include "theme/metrics.h"
#include "today/task_form.h"
#include "widgets/card_frame.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kStrip = 260;
constexpr int kStripFrom = 1100; // below this width of the window the card has the page to itself
constexpr int kPeekWidth = 380;
constexpr int kPeekHeight = 380;
constexpr int kReloadPause = 150;

// Commands of the card that are taken from the list too.
bool opensCardFirst(QLatin1StringView id) {
    for (const auto known : {action::kLogCall, action::kLogNote, action::kLogMeeting, action::kNewTask, action::kNewPurchase})
        if (id == known)
            return true;
    return false;
}

} // namespace

CustomersPage::CustomersPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent), m_splitter(new QSplitter(this)), m_list(new CustomerListPanel(workspace, shell, this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    connect(m_list, &CustomerListPanel::opened, this, &CustomersPage::goToCustomer);
    connect(m_list, &CustomerListPanel::peeked, this, &CustomersPage::peek);
    connect(m_list, &CustomerListPanel::stateChanged, this, &Page::stateChanged);
    connect(m_list, &CustomerListPanel::totalKnown, this, &CustomersPage::customerCountKnown);
    connect(m_list, &CustomerListPanel::escaped, this, [this] { escape(); });
    m_reloadLater.setSingleShot(true);
    m_reloadLater.setInterval(kReloadPause);
    connect(&m_reloadLater, &QTimer::timeout, m_list, &CustomerListPanel::reload);
}

QString CustomersPage::title() const {
    const QString name = m_openCard.isValid() && m_card ? m_card->title() : QString();
    return name.isEmpty() ? tr("Customers") : name;
}

void CustomersPage::open(const Place &place) {
    closePeek();
    QVariantMap view = place.view;
    const Id task{view.take(u"task"_s).toLongLong()}; // the card is opened for it
    if (view.isEmpty()) {                             // the page itself: as it was left, but with everyone in it
        view = m_list->view();
        view.remove(u"segment"_s);
        view.remove(u"rule"_s);
    }
    m_list->setView(view);
    showCard(place.subject);
    if (task.isValid() && m_card)
        m_card->beginTask(task);
    m_list->setCompact(m_shell.preferences().compactRows());
    if (!m_openCard.isValid())
        m_list->table()->setFocus(Qt::OtherFocusReason);
    emit stateChanged();
}

Place CustomersPage::place() const { return {page::kCustomers, m_openCard, m_list->view()}; }

Id CustomersPage::currentCustomer() const { return m_openCard.isValid() ? m_openCard : m_list->current(); }

void CustomersPage::goToCustomer(Id customer) {
    if (customer.isValid())
        m_shell.go({page::kCustomers, customer, m_list->view()});
}

void CustomersPage::showCard(Id customer) {
    if (customer != m_openCard && !customer.isValid())
        m_pending = {};
    if (customer.isValid() && !m_card) {
        m_card = createCard(m_workspace, m_shell, this);
        if (!m_card) {
            m_list->select(customer);
            return peek(customer);
        }
        m_splitter->addWidget(m_card);
        m_splitter->setStretchFactor(1, 1);
        connect(m_card, &CardView::stateChanged, this, &Page::stateChanged);
        connect(m_card, &CardView::stateChanged, this, &CustomersPage::performPending);
    }
    m_openCard = customer;
    if (customer.isValid()) {
        m_list->select(customer);
        m_card->load(customer);
    }
    arrange();
}

void CustomersPage::arrange() {
    const bool open = m_openCard.isValid() && m_card;
    if (m_card)
        m_card->setVisible(open);
    m_list->setFolded(open);
    m_list->setVisible(!open || window()->width() >= kStripFrom);
    if (open)
        m_splitter->setSizes({kStrip, qMax(kStrip, width() - kStrip)});
}

void CustomersPage::resizeEvent(QResizeEvent *event) {
    Page::resizeEvent(event);
    if (m_openCard.isValid())
        m_list->setVisible(window()->width() >= kStripFrom);
}

void CustomersPage::peek(Id customer) {
    if (!m_peek) {
        m_peek = new CardFrame(CardKind::Floating, this);
        m_peek->setAccessibleName(tr("Preview"));
        auto *inside = new QVBoxLayout(m_peek);
        inside->setContentsMargins(0, 0, 0, 0);
        m_peekCard = new MiniCard(m_shell.formats(), m_peek);
        inside->addWidget(m_peekCard);
        m_peek->hide();
    }
    const QDate today = m_shell.formats().today();
    m_workspace.read(
        this, [customer, today](db::Database &database) { return customerRows(database, {customer}, today); },
        [this](Result<QList<CustomerRow>> rows) {
            if (!rows)
                return m_shell.showError(rows.error());
            if (rows->isEmpty())
                return;
            m_peekCard->setRow(rows->first());
            const QRect at = QStyle::visualRect(
                layoutDirection(), rect(),
                QRect(width() - kPeekWidth - kPage, height() - kPeekHeight - kPage * 2, kPeekWidth, kPeekHeight));
            m_peek->setGeometry(at);
            m_peek->show();
            m_peek->raise();
        });
}

void CustomersPage::closePeek() {
    if (m_peek)
        m_peek->hide();
}

bool CustomersPage::canPerform(QLatin1StringView id) const {
    const bool chosen = m_openCard.isValid() || !m_list->selected().isEmpty();
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
    if (m_openCard.isValid())
        return m_card && m_card->canPerform(id);
    return opensCardFirst(id) && m_list->current().isValid() && !m_workspace.isReadOnly();
}

void CustomersPage::perform(QLatin1StringView id) {
    if (id == action::kFilter)
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
        openTaskForm();
    else if (id == action::kPreviousCustomer || id == action::kNextCustomer)
        step(id == action::kNextCustomer ? 1 : -1);
    else if (id == action::kTrashCustomer)
        moveToTrash();
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
    const Id next = m_list->neighbour(m_openCard.isValid() ? m_openCard : m_list->current(), by);
    if (!next.isValid())
        return;
    if (m_openCard.isValid())
        goToCustomer(next);
    else
        m_list->select(next);
}

// For the current customer of the list; the card has a form of its own.
void CustomersPage::openTaskForm() {
    if (!m_taskForm) {
        m_taskForm = new TaskForm(m_workspace, m_shell.formats(), TaskForm::Mode::New, this);
        connect(m_taskForm, &TaskForm::taskReady, this, [this](const Task &task) {
            const Id customer = task.customerId.value_or(Id());
            m_workspace.write(
                {u"task"_s, customer.isValid() ? "customer" : "task", customer},
                [task](workspace::Recorder &recorder) { return addTask(recorder, task); }, this,
                [this](const Result<Id> &added) {
                    if (!added)
                        return m_shell.showError(added.error());
                    m_shell.showUndoToast(tr("Task added."));
                });
        });
    }
    const Id customer = m_list->current();
    const CustomerRow *row = m_list->model()->row(m_list->model()->rowOf(customer));
    const ListTable *table = m_list->table();
    const QRect at = table->visualRect(table->currentIndex());
    m_taskForm->openNew(QRect(table->viewport()->mapTo(this, at.topLeft()), at.size()), customer, row ? row->name : QString());
}

// Those that are selected, where it is more than the current one; else the whole list.
void CustomersPage::startCalls() {
    CallList calls;
    const QList<Id> selected = m_list->selected();
    if (selected.size() > 1 && !m_openCard.isValid()) {
        calls.ids = selected;
        calls.name = tr("%Ln selected customer(s)", nullptr, int(selected.size()));
    } else {
        for (int row = 0; row < m_list->model()->rowCount(); ++row)
            calls.ids << m_list->model()->idAt(row);
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

bool CustomersPage::escape() {
    if (m_list->closePopovers())
        return true;
    if (m_peek && m_peek->isVisible()) {
        closePeek();
        return true;
    }
    if (m_openCard.isValid() && m_card && m_card->escape())
        return true;
    if (m_openCard.isValid()) {
        m_shell.go({page::kCustomers, {}, m_list->view()});
        return true;
    }
    if (m_list->selectedCount() > 1) {
        m_list->clearSelection();
        return true;
    }
    if (!m_list->isFiltered())
        return false;
    m_list->clearFilter();
    return true;
}

void CustomersPage::onChanged(const workspace::ChangeSet &changes) {
    for (const char *record : {"customer", "contact_point", "interaction", "task", "purchase", "customer_tag", "tag", "consent"})
        if (changes.touches(record)) {
            m_reloadLater.start();
            break;
        }
    if (m_card && m_openCard.isValid())
        m_card->onChanged(changes);
}

QList<QWidget *> CustomersPage::panes() const {
    QList<QWidget *> panes{m_list->table()};
    if (m_openCard.isValid() && m_card)
        panes += m_card->panes();
    return panes;
}

void CustomersPage::retranslate() {
    m_list->retranslate();
    if (m_card)
        m_card->retranslate();
}

} // namespace kontor::ui
