#include "call_session/call_session_page.h"

#include "call_session/call_desk.h"
#include "call_session/call_preparation.h"
#include "call_session/call_queue.h"
#include "call_session/call_summary.h"
#include "communication/contact_launcher.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "widgets/empty_state.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEntriesShown = 30;
constexpr qsizetype kNamesKept = 20;
constexpr int kMinuteMs = 30'000;

struct Called {
    CustomerRow row;
    CardContent content;
};

} // namespace

CallSessionPage::CallSessionPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent),
      m_store(CallSessionStore::fileFor(workspace.options().cacheFolder, workspace.baseId())),
      m_session(m_store.load()),
      m_opener(std::make_unique<SystemLinkOpener>()),
      m_stack(new QStackedWidget(this)),
      m_nothing(new EmptyState(m_stack)),
      m_preparation(new CallPreparation(workspace, shell.formats(), m_stack)),
      m_queue(new CallQueueModel(workspace, m_shown, shell.formats(), this)),
      m_desk(new CallDesk(m_queue, shell.formats(), m_stack)),
      m_summary(new CallSummary(shell.formats(), m_stack)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    for (QWidget *part : std::initializer_list<QWidget *>{m_nothing, m_preparation, m_desk, m_summary})
        m_stack->addWidget(part);
    wire();
    retranslate();
}

CallSessionPage::~CallSessionPage() { keep(); }

void CallSessionPage::wire() {
    connect(m_preparation, &CallPreparation::startWanted, this, &CallSessionPage::start);
    connect(m_preparation, &CallPreparation::cancelled, this, [this] { m_shell.goBack(); });
    connect(m_preparation, &CallPreparation::failed, this, [this](const Error &error) { m_shell.showError(error); });
    connect(m_desk, &CallDesk::outcomeChosen, this, &CallSessionPage::logOutcome);
    connect(m_desk, &CallDesk::noteWanted, this, &CallSessionPage::saveNote);
    connect(m_desk, &CallDesk::noteEdited, this, &CallSessionPage::keep);
    connect(m_desk, &CallDesk::jumpWanted, this, [this](int row) {
        if (mayLeaveCustomer())
            goTo(row);
    });
    connect(m_desk, &CallDesk::dialWanted, this, &CallSessionPage::dial);
    connect(m_desk, &CallDesk::cardWanted, this, [this] {
        m_shell.go({page::kCustomers, m_session ? m_session->currentCustomer() : Id()});
    });
    connect(m_desk, &CallDesk::skipWanted, this, [this] { skip(1); });
    connect(m_desk, &CallDesk::backWanted, this, [this] { skip(-1); });
    connect(m_desk, &CallDesk::pauseWanted, this, &CallSessionPage::pause);
    connect(m_desk, &CallDesk::endWanted, this, &CallSessionPage::end);
    connect(m_summary, &CallSummary::closed, this, [this] { m_shell.goBack(); });
    connect(m_summary, &CallSummary::continueWanted, this, [this] {
        start(m_shown.name, m_shown.goal, {m_shown.unanswered(), {}});
    });
    m_minute.setInterval(kMinuteMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isCalling() && isVisible())
            m_desk->showProgress(*m_session, secondsSpent());
    });
    m_minute.start();
}

void CallSessionPage::retranslate() {
    //: Ctrl+F7 is the key.
    m_nothing->setContent("phone"_L1, tr("No call session is running"),
                          tr("Select customers in a list, or open a segment, and press Ctrl+F7."));
    m_preparation->retranslate();
    m_desk->retranslate();
    m_summary->retranslate();
    if (isCalling())
        m_desk->showProgress(*m_session, secondsSpent());
}

QString CallSessionPage::title() const { return tr("Call session"); }

Place CallSessionPage::place() const { return {page::kCallSession}; }

bool CallSessionPage::isCalling() const { return m_session && m_stack->currentWidget() == m_desk; }

void CallSessionPage::open(const Place &place) {
    const CallList list = CallList::fromView(place.view);
    if (!list.isEmpty()) {
        m_stack->setCurrentWidget(m_preparation);
        m_preparation->begin(list, m_session ? m_session->name : QString());
    } else if (m_session) {
        m_shown = *m_session;
        m_queue->reset();
        m_stack->setCurrentWidget(m_desk);
        m_desk->showSession(m_shown);
        showCustomer();
        m_desk->focusNote();
    } else {
        m_stack->setCurrentWidget(m_nothing);
    }
    emit stateChanged();
}

void CallSessionPage::start(const QString &name, const QString &goal, const communication::CallPlan &plan) {
    CallSession session;
    session.name = name;
    session.goal = goal;
    session.startedAt = m_workspace.clock().now();
    session.queue = plan.queue;
    session.leftOutCount = int(plan.leftOut.size());
    for (const communication::LeftOut &customer : plan.leftOut.first(qMin(kNamesKept, plan.leftOut.size())))
        session.leftOut << leftOutWords(customer);
    m_session = session;
    m_last = {};
    m_running.start();
    keep();
    open({page::kCallSession});
}

qint64 CallSessionPage::secondsSpent() const {
    return (m_session ? m_session->seconds : 0) + (m_running.isValid() ? m_running.elapsed() / 1'000 : 0);
}

// The file knows the note and the place at any time: a crash loses nothing.
void CallSessionPage::keep() {
    if (!m_session)
        return tellProgress();
    if (isCalling() && !m_desk->isSaving())
        m_session->note = m_desk->note();
    CallSession kept = *m_session;
    kept.seconds = secondsSpent();
    if (!m_store.save(kept))
        m_shell.announce(tr("The call session could not be kept on this computer."));
    m_shown = *m_session;
    tellProgress();
}

void CallSessionPage::tellProgress() {
    emit progressed(m_session.has_value(), m_session ? m_session->current + 1 : 0, m_session ? int(m_session->queue.size()) : 0);
}

void CallSessionPage::showCustomer() {
    const quint64 number = ++m_number;
    const Id customer = m_session->currentCustomer();
    const Clock clock = m_workspace.clock();
    m_desk->showProgress(*m_session, secondsSpent());
    m_workspace.read(
        this,
        [customer, clock](db::Database &database) -> Result<Called> {
            TRY(rows, customerRows(database, {customer}, clock.today()));
            TRY(content, loadCardContent(database, {customer, kEntriesShown, {}}, clock));
            return rows.isEmpty() ? Result<Called>(Error{Code::NotFound, {}, {}, {}}) : Called{rows.first(), content};
        },
        [this, number](const Result<Called> &called) {
            if (number != m_number || !m_session)
                return;
            m_content = called ? called->content : CardContent();
            if (called && !called->content.card.customer.trashedAt) {
                m_desk->showCustomer(called->row, called->content);
                m_desk->setDialReason(refusal(m_content.card, communication::Channel::Call));
            } else {
                m_desk->showGone();
            }
            emit stateChanged();
        });
}

void CallSessionPage::goTo(int row) {
    if (!m_session || row < 0 || row >= m_session->queue.size())
        return;
    m_session->current = row;
    m_session->note.clear();
    m_desk->setNote({});
    keep();
    m_desk->showSession(*m_session);
    showCustomer();
    m_desk->focusNote();
    emit stateChanged();
}

// A note that is not saved holds the page: it belongs to this customer.
bool CallSessionPage::mayLeaveCustomer() {
    if (m_desk->isSaving())
        return false;
    if (m_desk->note().trimmed().isEmpty())
        return true;
    const QString sentence = tr("The note is not saved yet. Choose how the call went, or save the note alone with Ctrl+Enter.");
    m_desk->setProblem(sentence);
    m_shell.announce(sentence);
    return false;
}

void CallSessionPage::skip(int by) {
    if (!isCalling() || !mayLeaveCustomer())
        return;
    if (by < 0)
        return goTo(m_session->current - 1);
    const Id customer = m_session->currentCustomer();
    if (!m_session->results.contains(customer))
        m_session->results.insert(customer, {});
    const int next = m_session->nextOpen(m_session->current);
    if (next < 0)
        return end();
    goTo(next);
}

void CallSessionPage::pause() {
    keep();
    m_shell.announce(tr("The session is paused. It stays in the navigation."));
    m_shell.goBack();
}

void CallSessionPage::end() {
    if (!m_session || !mayLeaveCustomer())
        return;
    m_session->seconds = secondsSpent();
    m_running.invalidate();
    m_shown = *m_session;
    m_session.reset();
    m_store.clear();
    m_summary->showSession(m_shown);
    m_stack->setCurrentWidget(m_summary);
    m_summary->firstButton()->setFocus(Qt::OtherFocusReason);
    tellProgress();
    emit stateChanged();
}

bool CallSessionPage::canPerform(QLatin1StringView id) const {
    if (!isCalling())
        return false;
    if (id == action::kNextCustomer || id == action::kLogCall)
        return true;
    if (id == action::kPreviousCustomer)
        return m_session->current > 0;
    return id == action::kDial && m_content.card.customer.id == m_session->currentCustomer() &&
           refusal(m_content.card, communication::Channel::Call).isEmpty();
}

void CallSessionPage::perform(QLatin1StringView id) {
    if (id == action::kNextCustomer)
        skip(1);
    else if (id == action::kPreviousCustomer)
        skip(-1);
    else if (id == action::kLogCall)
        m_desk->focusNote();
    else if (id == action::kDial)
        dial();
}

bool CallSessionPage::escape() {
    if (isCalling())
        pause();
    else
        m_shell.goBack();
    return true;
}

int CallSessionPage::foot() const { return isCalling() ? m_desk->foot() : 0; }

QList<QWidget *> CallSessionPage::panes() const {
    if (isCalling())
        return m_desk->panes();
    if (m_stack->currentWidget() == m_preparation)
        return {m_preparation->goalLine()};
    return m_stack->currentWidget() == m_summary ? QList<QWidget *>{m_summary->firstButton()} : QList<QWidget *>{};
}

void CallSessionPage::hideEvent(QHideEvent *event) {
    Page::hideEvent(event);
    if (!m_session)
        return;
    keep();
    m_session->seconds = secondsSpent();
    m_running.invalidate();
}

void CallSessionPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    if (m_session && !m_running.isValid())
        m_running.start();
}

} // namespace kontor::ui
