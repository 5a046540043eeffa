#include "customers/customers_page.h"

#include "customers/card_view.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "customers/customer_preview.h"
#include "customers/list_and_card.h"
#include "customers/mini_card.h"
#include "lists/list_table.h"
#include "main_window/action_registry.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "theme/metrics.h"
#include "widgets/card_frame.h"
#include "widgets/pane_splitter.h"

#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kLeastList = 180; // narrower than its buttons would want: they wrap
constexpr int kPeekWidth = 380;
constexpr int kPeekHeight = 380;
constexpr int kPreviewFrom = 1100; // below this width of the page the list needs all of it
constexpr int kPreviewWidth = 320;
constexpr int kSmallestPreview = 260;
constexpr int kReloadPause = 150;

} // namespace

CustomersPage::CustomersPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent),
      m_listSide(new PaneSplitter(Qt::Horizontal, shell.preferences(), this)),
      m_list(new CustomerListPanel(workspace, shell, this)),
      m_preview(new CustomerPreview(shell.formats(), m_listSide)),
      m_panes(new ListAndCard(m_listSide, shell.preferences(), this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panes);
    m_list->setMinimumWidth(kLeastList);
    m_listSide->insertWidget(0, m_list);
    m_preview->setMinimumWidth(kSmallestPreview);
    m_preview->hide();
    m_listSide->arrange(u"customers_preview"_s, {0, kPreviewWidth});
    m_list->model()->setDrafts(customersWithDrafts(workspace));
    connect(m_list, &CustomerListPanel::currentChanged, this, &CustomersPage::showPreview);
    connect(m_list, &CustomerListPanel::opened, this, &CustomersPage::goToCustomer);
    connect(m_list, &CustomerListPanel::peeked, this, &CustomersPage::peek);
    connect(m_list, &CustomerListPanel::stateChanged, this, &Page::stateChanged);
    connect(m_list, &CustomerListPanel::totalKnown, this, &CustomersPage::customerCountKnown);
    connect(m_list, &CustomerListPanel::escaped, this, [this] { escape(); });
    m_reloadLater.setSingleShot(true);
    m_reloadLater.setInterval(kReloadPause);
    connect(&m_reloadLater, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isOwnChange, false))
            m_list->reload();
        else
            m_list->reloadForOthers();
    });
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
        m_panes->setCard(m_card);
        connect(m_card, &CardView::stateChanged, this, &Page::stateChanged);
        connect(m_card, &CardView::stateChanged, this, &CustomersPage::performPending);
        connect(m_card, &CardView::draftsChanged, m_list->model(), &CustomerListModel::setDrafts);
    }
    if (customer.isValid())
        m_list->closePopovers();
    m_openCard = customer;
    if (customer.isValid()) {
        m_list->select(customer);
        m_card->load(customer);
        if (const CustomerRow *known = m_list->model()->row(m_list->model()->rowOf(customer)))
            m_card->preview(*known);
    }
    m_list->setFolded(m_openCard.isValid() && m_card);
    arrangePreview();
    m_panes->setCardOpen(m_openCard.isValid());
}

// Where the list is a strip beside the card the keys go to it; else it comes over the card, and goes again.
void CustomersPage::toggleList() {
    if (m_panes->isListOver())
        return hideListOver();
    m_panes->showListOver(true);
    m_list->table()->setFocus(Qt::ShortcutFocusReason);
}

void CustomersPage::hideListOver() {
    m_panes->showListOver(false);
    m_card->panes().first()->setFocus(Qt::OtherFocusReason);
}

// Beside the list alone, and only where both have room.
void CustomersPage::arrangePreview() {
    const bool isWanted = m_shell.preferences().previewPane();
    m_shell.actions().find(action::kPreviewPane)->setChecked(isWanted);
    const bool isShown = isWanted && !m_openCard.isValid() && width() >= kPreviewFrom;
    if (isShown == !m_preview->isHidden())
        return;
    m_preview->setVisible(isShown);
    if (isShown)
        showPreview();
}

void CustomersPage::togglePreview() {
    const bool isWanted = !m_shell.preferences().previewPane();
    m_shell.preferences().setPreviewPane(isWanted);
    arrangePreview();
    if (isWanted && width() < kPreviewFrom)
        m_shell.showToast({tr("The preview is there as soon as the window is wider."), {}, {}});
}

// What the list knows of the row already: nothing is read, and the one before stays until the row is here.
void CustomersPage::showPreview() {
    if (m_preview->isHidden())
        return;
    const int row = m_list->table()->currentIndex().row();
    if (const CustomerRow *known = m_list->model()->row(row))
        m_preview->setRow(*known);
    else if (!m_list->model()->idAt(row).isValid())
        m_preview->clear();
}

void CustomersPage::resizeEvent(QResizeEvent *event) {
    Page::resizeEvent(event);
    arrangePreview();
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
            // Over the rows: what is under them, the bar of the selection, stays free.
            const ListTable *table = m_list->table();
            const int bottom = table->mapTo(this, QPoint(0, table->height())).y() - kPage;
            const int height = qMin(kPeekHeight, bottom);
            const QRect at = QStyle::visualRect(layoutDirection(), rect(),
                                                QRect(width() - kPeekWidth - kPage, bottom - height, kPeekWidth, height));
            m_peek->setGeometry(at);
            m_peek->show();
            m_peek->raise();
        });
}

void CustomersPage::closePeek() {
    if (m_peek)
        m_peek->hide();
}

bool CustomersPage::escape() {
    if (m_list->closePopovers())
        return true;
    if (m_peek && m_peek->isVisible()) {
        closePeek();
        return true;
    }
    if (m_panes->isListOver()) {
        hideListOver();
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
            m_isOwnChange = m_isOwnChange || changes.isOwn;
            m_reloadLater.start();
            break;
        }
    if (m_card && m_openCard.isValid())
        m_card->onChanged(changes);
}

QList<QWidget *> CustomersPage::panes() const {
    QList<QWidget *> panes;
    if (m_panes->isListShown())
        panes << m_list->table();
    if (m_openCard.isValid() && m_card)
        panes += m_card->panes();
    return panes;
}

int CustomersPage::foot() const { return m_openCard.isValid() ? 0 : m_list->foot(); }

void CustomersPage::retranslate() {
    m_list->retranslate();
    m_preview->retranslate();
    if (m_card)
        m_card->retranslate();
}

} // namespace kontor::ui
