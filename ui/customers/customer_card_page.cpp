#include "customers/customer_card_page.h"

#include "communication/contact_launcher.h"
#include "communication/link_opener.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_files.h"
#include "customers/card_header.h"
#include "customers/card_links_view.h"
#include "customers/card_popovers.h"
#include "customers/card_purchase_form.h"
#include "customers/card_suggestions.h"
#include "customers/card_tags_popover.h"
#include "customers/customer_repository.h"
#include "interactions/composer.h"
#include "interactions/timeline_bar.h"
#include "interactions/timeline_view.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/banner.h"
#include "widgets/empty_state.h"

#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kStart = 300;
constexpr int kMiddleMinimum = 400;
constexpr int kEnd = 270;
constexpr int kWideFrom = kStart + kMiddleMinimum + kEnd;
constexpr int kRoomyFrom = 1'200;
constexpr int kRoomyStart = 320;
constexpr int kRoomyEnd = 300;

// At 150 % text a pane wants 150 % of its width.
int scaled(int pixels) { return qRound(pixels * qMax(1.0, QFontMetrics(textFont(TextRole::Body)).height() / 18.0)); }

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
      m_splitter(new QSplitter(this)),
      m_start(new QSplitter(Qt::Vertical)),
      m_fields(new CardFieldsPane(workspace, shell, this)),
      m_middle(new QWidget),
      m_composer(new Composer(shell.formats(), customerSuggestions(workspace))),
      m_bar(new TimelineBar(shell.formats())),
      m_happened(new QStackedWidget),
      m_timeline(new TimelineView(shell.formats())),
      m_nothing(new EmptyState),
      m_links(new CardLinksView(shell.formats())),
      m_files(new CardFiles(workspace, shell, *m_opener, this)) {
    setAcceptDrops(!workspace.isReadOnly());
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
    column->addWidget(m_splitter, 1);
    m_start->addWidget(m_fields);
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
    m_splitter->addWidget(m_start);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_links);
    m_splitter->setStretchFactor(1, 1);
    for (QSplitter *splitter : {m_splitter, m_start})
        splitter->setChildrenCollapsible(false);
    m_isWide = true;
}

void CustomerCardPage::wire() {
    connect(m_header, &CardHeader::actionWanted, this, &CustomerCardPage::perform);
    connect(m_fields, &CardFieldsPane::reloadWanted, this, &CustomerCardPage::read);
    connect(m_fields, &CardFieldsPane::launchWanted, this, &CustomerCardPage::launch);
    connect(m_fields, &CardFieldsPane::customerWanted, this, &CustomerCardPage::showCustomer);
    connect(m_composer, &Composer::submitted, this, &CustomerCardPage::saveEntry);
    connect(m_composer, &Composer::draftToKeep, this, &CustomerCardPage::keepDraft);
    connect(m_links, &CardLinksView::actionWanted, this, &CustomerCardPage::perform);
    connect(m_links, &CardLinksView::doneToggled, this, &CustomerCardPage::setDone);
    connect(m_links, &CardLinksView::customerWanted, this, &CustomerCardPage::showCustomer);
    connect(m_links, &CardLinksView::editWanted, this, &CustomerCardPage::editLink);
    connect(m_links, &CardLinksView::removeWanted, this, &CustomerCardPage::removeLink);
    connect(m_links, &CardLinksView::fileWanted, this, &CustomerCardPage::openFile);
    wireTimeline();
}

void CustomerCardPage::retranslate() {
    setAccessibleName(tr("Customer card"));
    m_composer->setAccessibleName(tr("New entry"));
    m_composer->setReadOnlyReason(m_workspace.isReadOnly() ? tr("This file can be read here, but not changed.") : QString());
    m_header->retranslate();
    m_fields->retranslate();
    m_composer->retranslate();
    m_bar->retranslate();
    m_timeline->retranslate();
    m_links->retranslate();
    if (isShown())
        show(m_content);
}

void CustomerCardPage::load(Id customer) {
    if (customer == m_customer && isShown())
        return read();
    keepDraft();
    if (m_taskForm)
        m_taskForm->close();
    if (m_purchaseForm)
        m_purchaseForm->close();
    if (m_tagsForm)
        m_tagsForm->close();
    m_customer = customer;
    m_entries = kEntriesAtOnce;
    m_bar->clear();
    read();
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

void CustomerCardPage::show(const Result<CardContent> &content) {
    if (!content) {
        // What was shown stays readable.
        m_shell.showError(content.error());
        if (!isShown())
            m_banner->setContent({BannerTone::Bad, tr("This card could not be read."), tr("Try again"), [this] { read(); }});
        return;
    }
    const bool isOther = shown() != content->card.customer.id;
    m_content = *content;
    if (isOther) {
        m_fields->clear();
        m_timeline->timeline()->clear();
        m_links->links()->clear();
    }
    m_header->setContent(m_content);
    m_fields->setCard(m_content.card);
    showTimeline();
    m_links->links()->setContent(m_content);
    if (m_tagsForm && m_tagsForm->isOpen())
        readTags();
    showState();
    applyReasons();
    if (isOther) {
        m_timeline->scrollToTop();
        m_links->scrollToTop();
        m_fields->view()->scrollToTop();
        showDraft();
    }
    showTask();
    emit stateChanged();
    emit loaded(m_customer);
}

// Somebody else may have moved the customer to the trash: the card stays readable, and can come back.
void CustomerCardPage::showState() {
    if (!m_content.card.customer.trashedAt)
        return m_banner->clear();
    BannerText text{BannerTone::Warn,
                    tr("This customer is in the trash since %1.").arg(m_shell.formats().when(*m_content.card.customer.trashedAt)),
                    {},
                    {}};
    if (!m_workspace.isReadOnly()) {
        text.actionText = tr("Restore");
        text.action = [this] {
            run(
                {u"restore"_s, Customer::kTable, shown()},
                [customer = shown()](workspace::Recorder &recorder) { return restoreCustomer(recorder, customer); },
                tr("Customer restored."));
        };
    }
    m_banner->setContent(text);
}

void CustomerCardPage::showDraft() { m_composer->setDraft(m_drafts->find(m_customer).value_or(EntryDraft())); }

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

// Only what stands on the page belongs to the customer who stands on it.
void CustomerCardPage::keepDraft() {
    if (shown().isValid())
        m_drafts->keep(shown(), m_composer->draft());
}

void CustomerCardPage::applyReasons() {
    for (const auto id :
         {action::kLogCall, action::kDial, action::kLogNote, action::kWriteEmail, action::kNewTask, action::kNewPurchase})
        m_header->setReason(id, reasonAgainst(id));
    m_fields->view()->setRefusals(reasonAgainst(action::kDial), reasonAgainst(action::kWriteEmail));
}

void CustomerCardPage::onChanged(const workspace::ChangeSet &changes) {
    // A relation that is kept on another card shows on this one too.
    if (m_customer.isValid() &&
        (changes.isAbout(m_customer) || changes.touches("relation") || changes.touches("custom_field") || changes.touches("tag")))
        read();
}

QList<QWidget *> CustomerCardPage::panes() const { return {m_fields->view(), m_composer->textWidget(), m_timeline, m_links}; }

void CustomerCardPage::arrange() {
    const bool isWide = width() >= scaled(kWideFrom);
    if (isWide != m_isWide) {
        m_isWide = isWide;
        if (isWide)
            m_splitter->addWidget(m_links);
        else
            m_start->addWidget(m_links);
    }
    const bool isRoomy = width() >= scaled(kRoomyFrom);
    const int start = scaled(isRoomy ? kRoomyStart : kStart);
    const int end = isWide ? scaled(isRoomy ? kRoomyEnd : kEnd) : 0;
    QList<int> sizes{start, qMax(kMiddleMinimum / 2, width() - start - end)};
    if (isWide)
        sizes << end;
    m_splitter->setSizes(sizes);
    if (!isWide)
        m_start->setSizes({m_start->height() * 6 / 10, m_start->height() * 4 / 10});
}

void CustomerCardPage::resizeEvent(QResizeEvent *event) {
    CardView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
}

void CustomerCardPage::hideEvent(QHideEvent *event) {
    keepDraft();
    CardView::hideEvent(event);
}

void CustomerCardPage::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), themeOf(this).surface); }

bool CustomerCardPage::escape() {
    for (Popover *form :
         {static_cast<Popover *>(m_taskForm), static_cast<Popover *>(m_purchaseForm), static_cast<Popover *>(m_tagsForm)})
        if (form && form->isOpen()) {
            form->close();
            return true;
        }
    return m_fields->escape() || m_bar->escape();
}

QRect CustomerCardPage::anchorOf(QLatin1StringView action) const {
    const QWidget *button = m_header->button(action);
    return button ? QRect(button->mapTo(this, QPoint()), button->size()) : m_header->geometry();
}

} // namespace kontor::ui
