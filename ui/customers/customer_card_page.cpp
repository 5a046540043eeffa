#include "customers/customer_card_page.h"

#include "communication/contact_launcher.h"
#include "communication/link_opener.h"
#include "customers/card_column.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_files.h"
#include "customers/card_header.h"
#include "customers/card_links_view.h"
#include "customers/card_purchase_form.h"
#include "customers/card_suggestions.h"
#include "customers/card_tags_popover.h"
#include "customers/customer_repository.h"
#include "forms/task_form.h"
#include "interactions/composer.h"
#include "interactions/outcome_question.h"
#include "interactions/timeline_bar.h"
#include "interactions/timeline_view.h"
#include "main_window/action_registry.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "main_window/window_room.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/banner.h"
#include "widgets/bidi.h"
#include "widgets/empty_state.h"
#include "widgets/pane_edge.h"
#include "widgets/pane_splitter.h"
#include "widgets/waiting_bars.h"

#include <QAction>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kStart = 300;
constexpr int kEnd = 270;
constexpr int kWidestStart = 320;
constexpr int kWidestEnd = 300;
constexpr int kThreePanes = 1044;     // what the smallest window of three panes leaves beside its rail
constexpr int kThreeTightPanes = 860; // beside a list that the person has made wider

} // namespace

CustomerCardPage::CustomerCardPage(workspace::Workspace &workspace, Shell &shell, std::unique_ptr<LinkOpener> opener,
                                   const QString &draftFile, QWidget *parent)
    : CardView(workspace, shell, parent),
      m_entries(kEntriesAtOnce),
      m_opener(std::move(opener)),
      m_launcher(std::make_unique<ContactLauncher>(*m_opener, shell, workspace.settings().country)),
      m_drafts(std::make_unique<DraftStore>(draftFile)),
      m_header(new CardHeader(shell.formats(), this)),
      m_banner(new Banner(this)),
      m_news(new Banner(this)),
      m_splitter(new PaneSplitter(Qt::Horizontal, shell.preferences(), this)),
      m_fields(new CardFieldsPane(workspace, shell, FieldDraftStore::fileBeside(draftFile), this)),
      m_middle(new QWidget),
      m_composer(new Composer(shell.formats(), customerSuggestions(workspace))),
      m_bar(new TimelineBar(shell.formats())),
      m_happened(new QStackedWidget),
      m_timeline(new TimelineView(shell.formats())),
      m_nothing(new EmptyState),
      m_waiting(new WaitingBars),
      m_links(new CardLinksView(shell.formats())),
      m_start(new CardColumn(m_fields, m_links, shell.preferences())),
      m_files(new CardFiles(workspace, shell, *m_opener, this)) {
    buildPanes();
    wire();
    retranslate();
}

CustomerCardPage::~CustomerCardPage() { keepDraft(); }

void CustomerCardPage::buildPanes() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    m_banner->clear();
    column->addWidget(m_news);
    m_news->clear();
    column->addWidget(m_splitter, 1);
    auto *middle = new QVBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_composer);
    auto *line = new QFrame(m_middle);
    line->setFrameShape(QFrame::NoFrame);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    line->setMinimumHeight(kHair);
    line->setMaximumHeight(kHair);
    middle->addWidget(line);
    middle->addWidget(m_bar);
    middle->addWidget(m_happened, 1);
    m_happened->addWidget(m_timeline);
    m_happened->addWidget(m_nothing);
    m_happened->addWidget(m_waiting);
    m_splitter->addWidget(m_start);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_links);
    m_splitter->setStretchFactor(1, 1);
    for (QWidget *pane : std::initializer_list<QWidget *>{m_fields, m_middle, m_links})
        new PaneEdge(pane);
    m_isWide = true;
}

void CustomerCardPage::wire() {
    m_header->setCanPerform([this](QLatin1StringView id) { return canPerform(id) || m_shell.actions().find(id)->isEnabled(); });
    connect(m_header, &CardHeader::actionWanted, this, &CustomerCardPage::perform);
    connect(m_fields, &CardFieldsPane::reloadWanted, this, &CustomerCardPage::read);
    connect(m_fields, &CardFieldsPane::launchWanted, this, &CustomerCardPage::launch);
    connect(m_fields, &CardFieldsPane::customerWanted, this, &CustomerCardPage::showCustomer);
    connect(m_composer, &Composer::submitted, this, &CustomerCardPage::saveEntry);
    connect(m_composer, &Composer::draftToKeep, this, &CustomerCardPage::keepDraft);
    connect(m_links, &CardLinksView::actionWanted, this, &CustomerCardPage::perform);
    connect(m_links, &CardLinksView::doneToggled, this, [this](Id task) { setDone(task, currentRowOf(*m_links)); });
    connect(m_links, &CardLinksView::customerWanted, this, &CustomerCardPage::showCustomer);
    connect(m_links, &CardLinksView::editWanted, this, &CustomerCardPage::editLink);
    connect(m_links, &CardLinksView::removeWanted, this, &CustomerCardPage::removeLink);
    connect(m_links, &CardLinksView::fileWanted, this, &CustomerCardPage::openFile);
    connect(m_waiting, &WaitingBars::due, this, [this] { m_happened->setCurrentWidget(m_waiting); });
    connect(&m_workspace, &workspace::Workspace::becameReadOnly, this, &CustomerCardPage::showLock);
    wireTimeline();
    wireOthers();
}

void CustomerCardPage::retranslate() {
    setAccessibleName(tr("Customer card"));
    m_composer->setAccessibleName(tr("New entry"));
    m_header->retranslate();
    m_fields->retranslate();
    m_composer->retranslate();
    showLock();
    m_bar->retranslate();
    m_timeline->retranslate();
    m_links->retranslate();
    if (isShown())
        show(m_content);
}

// Somebody else may have moved the customer to the trash: the card stays readable, and can come back.
void CustomerCardPage::showState() {
    if (!m_content.card.customer.trashedAt)
        return m_banner->clear();
    const QString when = isolated(m_shell.formats().when(*m_content.card.customer.trashedAt));
    BannerText text{BannerTone::Warn,
                    m_trashedBy.isEmpty() ? tr("This customer is in the trash since %1.").arg(when)
                                          : tr("%1 moved this customer to the trash: %2.").arg(m_trashedBy, when),
                    {},
                    {}};
    if (!m_workspace.isReadOnly()) {
        text.actionText = tr("Restore");
        text.action = [this] {
            run(
                {u"restore"_s, Customer::kTable, m_customer},
                [customer = m_customer](workspace::Recorder &recorder) { return restoreCustomer(recorder, customer); },
                tr("Customer restored."));
        };
    }
    m_banner->setContent(text);
}

void CustomerCardPage::showTask() {
    const Id wanted = std::exchange(m_taskToBegin, {});
    for (const Task &task : std::as_const(m_content.timeline.tasks)) {
        if (!wanted.isValid() || task.id != wanted || m_workspace.isReadOnly())
            continue;
        const bool isContact = task.kind == "call"_L1 || task.kind == "email"_L1 || task.kind == "meeting"_L1;
        m_composer->begin(isContact ? task.kind : u"note"_s);
        m_composer->setTask(task.id, task.title);
    }
}

void CustomerCardPage::keepDraft() {
    if (!m_customer.isValid())
        return;
    const QSet<Id> before = m_drafts->customers();
    m_drafts->keep(m_customer, m_composer->draft());
    if (m_drafts->customers() != before)
        emit draftsChanged(m_drafts->customers());
}

void CustomerCardPage::applyReasons() {
    for (const auto id :
         {action::kLogCall, action::kDial, action::kLogNote, action::kWriteEmail, action::kNewTask, action::kNewPurchase})
        m_header->setReason(id, reasonAgainst(id));
    m_fields->view()->setRefusals(reasonAgainst(action::kDial), reasonAgainst(action::kWriteEmail));
}

void CustomerCardPage::onChanged(const workspace::ChangeSet &changes) {
    m_isByOthers = m_isByOthers || !changes.isOwn;
    if (m_customer.isValid() && !changes.isOwn && changes.isAbout(m_customer))
        readNews();
    // A relation that is kept on another card shows on this one too.
    if (m_customer.isValid() &&
        (changes.isAbout(m_customer) || changes.touches("relation") || changes.touches("custom_field") || changes.touches("tag")))
        read();
}

QList<QWidget *> CustomerCardPage::panes() const {
    QList<QWidget *> stops{m_fields->view(), m_composer->textWidget(), m_timeline, m_links};
    stops.removeIf([](const QWidget *stop) { return !stop->isEnabled(); });
    return stops;
}

void CustomerCardPage::arrange() {
    const WindowRoom room = roomOf(this);
    const bool isWide = width() >= scaled(room > WindowRoom::Narrow ? kThreeTightPanes : kThreePanes);
    if (isWide != m_isWide) {
        m_isWide = isWide;
        if (isWide) {
            m_splitter->addWidget(m_links);
            m_start->leaveLinks();
        } else {
            m_start->takeLinks();
        }
    }
    if (!isWide) {
        m_splitter->arrange(u"card_two"_s, {kStart, 0});
    } else if (room == WindowRoom::Widest) {
        m_splitter->arrange(u"card_widest"_s, {kWidestStart, 0, kWidestEnd});
    } else {
        m_splitter->arrange(u"card"_s, {kStart, 0, kEnd});
    }
}

void CustomerCardPage::resizeEvent(QResizeEvent *event) {
    CardView::resizeEvent(event);
    arrange();
}

void CustomerCardPage::changeEvent(QEvent *event) {
    CardView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        arrange(); // larger text wants wider panes
}

void CustomerCardPage::hideEvent(QHideEvent *event) {
    keepDraft();
    CardView::hideEvent(event);
    tellWhere();
}

void CustomerCardPage::showEvent(QShowEvent *event) {
    CardView::showEvent(event);
    tellWhere();
}

void CustomerCardPage::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), themeOf(this).surface); }

bool CustomerCardPage::escape() {
    for (Popover *form : popovers())
        if (form->isOpen()) {
            form->close();
            return true;
        }
    return m_fields->escape() || m_bar->escape();
}

QList<Popover *> CustomerCardPage::popovers() const {
    QList<Popover *> opened{m_taskForm, m_purchaseForm, m_tagsForm, m_outcomeQuestion};
    opened.removeAll(nullptr);
    return opened;
}

QRect CustomerCardPage::currentRowOf(const QAbstractItemView &view) const {
    return onPage(view, view.visualRect(view.currentIndex()));
}

QRect CustomerCardPage::onPage(const QAbstractItemView &view, const QRect &row) const {
    return {view.viewport()->mapTo(this, row.topLeft()), row.size()};
}

QRect CustomerCardPage::anchorOf(QLatin1StringView action) const {
    const QWidget *button = m_header->button(action);
    return button ? QRect(button->mapTo(this, QPoint()), button->size()) : m_header->geometry();
}

} // namespace kontor::ui
