#include "today/today_page.h"

#include "forms/task_form.h"
#include "main_window/action_registry.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "segments/pinned_segments.h"
#include "segments/rule_meaning.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "today/day_form.h"
#include "today/today_view.h"
#include "widgets/page_title.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kRowsAtFirst = 100;
constexpr int kLateAtFirst = 8; // the late ones are not to push the day off the page
constexpr int kMoreRows = 200;
constexpr int kWeek = 7;
constexpr int kReloadPause = 50;
constexpr int kClockTick = 30'000;

const QString kWeekKey = u"week"_s;

} // namespace

TodayPage::TodayPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent),
      m_title(new PageTitle(this)),
      m_day(new QPushButton(this)),
      m_week(new QPushButton(this)),
      m_new(new QPushButton(this)),
      m_view(new TodayView(shell.formats(), this)),
      m_opener(std::make_unique<SystemLinkOpener>()),
      m_limit(kRowsAtFirst),
      m_lateLimit(kLateAtFirst) {
    build();
    wire();
    retranslate();
    m_today = shell.formats().today();
    m_view->setReadOnly(workspace.isReadOnly());
    countDue();
}

TodayPage::~TodayPage() = default;

void TodayPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kPage, kGap, kPage, 0);
    head->setSpacing(kGap);
    head->addWidget(m_title, 1);
    auto *spans = new QButtonGroup(this);
    for (QPushButton *button : {m_day, m_week}) {
        button->setCheckable(true);
        spans->addButton(button);
        head->addWidget(button);
    }
    m_day->setChecked(true);
    head->addSpacing(kGap);
    m_new->setIcon(Icon::get("plus"_L1));
    makePrimary(m_new);
    head->addWidget(m_new);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
}

void TodayPage::wire() {
    connect(m_day, &QPushButton::clicked, this, [this] { setWeek(false); });
    connect(m_week, &QPushButton::clicked, this, [this] { setWeek(true); });
    connect(m_new, &QPushButton::clicked, this, &TodayPage::openNewTask);
    connect(m_view, &TodayView::tickWanted, this, &TodayPage::tick);
    connect(m_view, &TodayView::postponeWanted, this, &TodayPage::postpone);
    connect(m_view, &TodayView::postponeAllWanted, this, &TodayPage::postponeAll);
    connect(m_view, &TodayView::outcomeChosen, this, &TodayPage::logOutcome);
    connect(m_view, &TodayView::openWanted, this, &TodayPage::openRow);
    connect(m_view, &TodayView::editWanted, this, &TodayPage::editTask);
    connect(m_view, &TodayView::trashWanted, this, &TodayPage::trash);
    connect(m_view, &TodayView::menuWanted, this, &TodayPage::showMenu);
    connect(m_view, &TodayView::currentMoved, this, &Page::stateChanged);
    m_reloadLater.setSingleShot(true);
    m_reloadLater.setInterval(kReloadPause);
    connect(&m_reloadLater, &QTimer::timeout, this, [this] {
        countDue();
        if (isVisible())
            reload();
    });
    m_clockTick.setInterval(kClockTick);
    connect(&m_clockTick, &QTimer::timeout, this, [this] {
        if (std::exchange(m_today, m_shell.formats().today()) == m_today)
            return;
        showTitle();
        m_reloadLater.start();
    });
    m_clockTick.start();
}

void TodayPage::retranslate() {
    m_day->setText(tr("Day"));
    m_day->setAccessibleName(tr("Show the day"));
    m_week->setText(tr("Week"));
    m_week->setAccessibleName(tr("Show the week"));
    const QString keys = m_shell.actions().shortcutText(action::kNewTask);
    m_new->setText(tr("Task"));
    m_new->setAccessibleName(tr("New task"));
    m_new->setAccessibleDescription(keys);
    m_new->setToolTip(tr("New task (%1)").arg(keys));
    m_new->setEnabled(!m_workspace.isReadOnly());
    m_view->retranslate();
    showTitle();
    showContent();
}

// Not before the tasks are known: an empty page would say that nothing is left.
void TodayPage::showContent() {
    if (m_isLoaded)
        m_view->setContent(m_content);
}

void TodayPage::showTitle() {
    m_title->setTitle(m_content.isWeek ? tr("This week") : tr("Today"));
    m_title->setCount(longDayWords(m_shell.formats().today(), m_shell.formats()));
}

QString TodayPage::title() const { return tr("Today"); }

Place TodayPage::place() const { return {page::kToday, {}, {{kWeekKey, m_content.isWeek}}}; }

void TodayPage::open(const Place &place) {
    if (place.view.contains(kWeekKey))
        m_content.isWeek = place.view.value(kWeekKey).toBool();
    (m_content.isWeek ? m_week : m_day)->setChecked(true);
    showTitle();
    reload();
    readHints();
}

void TodayPage::setWeek(bool isWeek) {
    m_content.isWeek = isWeek;
    showTitle();
    reload();
    m_view->setFocus(Qt::OtherFocusReason);
}

void TodayPage::reload() {
    const quint64 number = ++m_number;
    AgendaQuery query;
    query.today = m_shell.formats().today();
    query.days = m_content.isWeek ? kWeek : 1;
    query.limit = m_limit;
    query.lateLimit = m_lateLimit;
    query.kept = m_kept;
    struct Answer {
        Agenda agenda;
        QList<RecentCustomer> recent;
    };
    m_workspace.read(
        this,
        [query, author = m_workspace.options().userName](db::Database &database) -> Result<Answer> {
            TRY(agenda, loadAgenda(database, query));
            TRY(recent, loadRecentCustomers(database, author));
            return Answer{agenda, recent};
        },
        [this, number](const Result<Answer> &answer) {
            if (number != m_number)
                return;
            if (!answer)
                return m_shell.showError(answer.error());
            m_content.agenda = answer->agenda;
            m_content.recent = answer->recent;
            m_isLoaded = true;
            showContent();
            emit stateChanged();
            emit loaded();
        });
}

// Counting may take a moment in a large file: it is nobody's first question, and an unanswered one is given up for the next.
void TodayPage::readHints() {
    if (m_hintsNumber > 0)
        m_workspace.cancel(m_hintsTicket);
    const quint64 number = ++m_hintsNumber;
    const segments::Context context = ruleMeaning(m_workspace, m_shell.formats());
    m_hintsTicket = m_workspace.read(
        this, [context](db::Database &database) { return loadTodayHints(database, context); },
        [this, number](const Result<QList<TodayHint>> &hints) {
            if (number != m_hintsNumber || !hints)
                return;
            m_ownHints = *hints;
            showHints();
        },
        workspace::Urgency::Background);
}

void TodayPage::setPinned(const PinnedSegments &pinned) {
    m_pinned = &pinned;
    connect(&pinned, &PinnedSegments::counted, this, &TodayPage::showHints);
}

void TodayPage::showHints() {
    m_content.hints = m_ownHints;
    for (const PinnedCount &segment : m_pinned ? m_pinned->counts() : QList<PinnedCount>())
        if (segment.count.value_or(0) > 0)
            m_content.hints.append({TodayHint::Kind::Pinned, segment.name, segment.rule, *segment.count, segment.id});
    showContent();
}

void TodayPage::countDue() {
    m_workspace.read(
        this, [today = m_shell.formats().today()](db::Database &database) { return dueTaskCount(database, today); },
        [this](const Result<qint64> &count) {
            if (count)
                emit dueCountKnown(*count);
        },
        workspace::Urgency::Background);
}

void TodayPage::onChanged(const workspace::ChangeSet &changes) {
    const bool isAboutTasks = changes.touches("task") || changes.touches("customer");
    if (isAboutTasks || changes.touches("interaction") || changes.touches("contact_point") || changes.touches("consent"))
        m_reloadLater.start();
    if (isVisible() && (isAboutTasks || changes.touches("segment") || changes.touches("purchase")))
        readHints();
}

// What was ticked goes when the page is left.
void TodayPage::hideEvent(QHideEvent *event) {
    Page::hideEvent(event);
    m_kept.clear();
    m_loggedCalls.clear();
    m_asked.clear();
    m_limit = kRowsAtFirst;
    m_lateLimit = kLateAtFirst;
    m_view->ask({});
}

QRect TodayPage::anchor() const {
    const QRect row = m_view->currentRect();
    return row.isValid() ? QRect(m_view->viewport()->mapTo(this, row.topLeft()), row.size()) : m_view->geometry();
}

QList<QWidget *> TodayPage::panes() const { return {m_view}; }

bool TodayPage::escape() {
    for (Popover *form :
         {static_cast<Popover *>(m_newForm), static_cast<Popover *>(m_editForm), static_cast<Popover *>(m_dayForm)})
        if (form && form->isOpen()) {
            form->close();
            return true;
        }
    return false;
}

void TodayPage::openRow(const TodayRow &row) {
    switch (row.kind) {
    case TodayRow::Kind::More: (row.isLate ? m_lateLimit : m_limit) += kMoreRows; return reload();
    case TodayRow::Kind::Hint: return m_shell.go(membersOf(row.segment, row.detail, row.rule));
    case TodayRow::Kind::Task:
        if (!row.customer.isValid())
            return editTask(row.task);
        return m_shell.go({page::kCustomers, row.customer, {{u"task"_s, row.task.isDone ? 0 : row.task.id.value}}});
    case TodayRow::Kind::Heading: return;
    case TodayRow::Kind::Recent:
    case TodayRow::Kind::Sentence: break;
    }
    if (row.customer.isValid())
        m_shell.go({page::kCustomers, row.customer});
}

} // namespace kontor::ui
