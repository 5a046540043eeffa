#include "main_window/customer_window.h"

#include "customers/card_view.h"
#include "customers/customer_repository.h"
#include "main_window/action_registry.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/pane_splitter.h"
#include "widgets/spoken_status.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenuBar>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kFirstWidth = 1'100; // room for the three panes
constexpr int kFirstHeight = 720;
const QString kLayoutName = u"customer_window"_s;
} // namespace

CustomerWindow::CustomerWindow(workspace::Workspace &workspace, Shell &mainWindow, Id customer)
    : m_workspace(workspace), m_main(mainWindow), m_customer(customer), m_actions(new ActionRegistry(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumSize(kWindowMinWidth * 2 / 3, kWindowMinHeight);
    build();
    if (!restoreGeometry(preferences().layoutState(kLayoutName)))
        resize(kFirstWidth, kFirstHeight);
    connect(m_actions, &ActionRegistry::triggered, this, &CustomerWindow::perform);
    connect(m_card, &CardView::stateChanged, this, &CustomerWindow::updateActions);
    retranslate();
    m_card->load(customer);
    updateActions();
}

CustomerWindow::~CustomerWindow() = default;

void CustomerWindow::build() {
    m_actions->fillMenuBar(menuBar());
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new Banner(centre);
    m_card = createCard(m_workspace, *this, centre);
    column->addWidget(m_banner);
    column->addWidget(m_card, 1);
    setCentralWidget(centre);
    m_toasts = new ToastArea(centre);
    m_spoken = new SpokenStatus(centre);
}

void CustomerWindow::retranslate() {
    m_actions->retranslate();
    m_card->retranslate();
    menuBar()->setAccessibleName(tr("Menu"));
    updateUndo();
    updateActions();
}

void CustomerWindow::updateUndo() {
    for (const auto id : {action::kUndo, action::kRedo}) {
        QAction *own = m_actions->find(id);
        const QAction *theirs = m_main.actions().find(id);
        own->setEnabled(theirs->isEnabled());
        m_actions->setText(id, theirs->text());
    }
}

// What is not about this customer is done in the main window, which then comes to the front.
bool CustomerWindow::isForMainWindow(QLatin1StringView id) const {
    static const QList<QLatin1StringView> there{action::kFind,       action::kCommands, action::kNewCustomer,
                                                action::kSettings,   action::kNewFile,  action::kOpenFile,
                                                action::kSampleFile, action::kQuit,     action::kCustomerHistory};
    for (const PageSpec &spec : pageTable())
        if (spec.action == id)
            return true;
    return there.contains(id);
}

void CustomerWindow::updateActions() {
    static const QList<QLatin1StringView> here{action::kNextPane,    action::kPreviousPane, action::kMoveBorders, action::kFullScreen,
                                               action::kLargerText,  action::kSmallerText,  action::kNormalText,
                                               action::kKeySheet,    action::kAbout,        action::kCheckFile,
                                               action::kThemeSystem, action::kThemeLight,   action::kThemeDark};
    for (const ActionSpec &spec : actionTable()) {
        QAction *action = m_actions->find(spec.id);
        if (spec.id == action::kUndo || spec.id == action::kRedo)
            continue;
        const bool can = spec.id == action::kTrashCustomer ? !m_workspace.isReadOnly()
                         : isForMainWindow(spec.id)        ? true
                                                           : here.contains(spec.id) || m_card->canPerform(spec.id);
        action->setEnabled(can);
        // A menu of a card's window names what can be done here or is done at once elsewhere, nothing else.
        action->setVisible(can || spec.owner == Owner::Page);
        if (spec.checkable)
            action->setChecked(spec.id == action::kFullScreen ? isFullScreen() : m_main.actions().find(spec.id)->isChecked());
    }
    setWindowTitle(m_card->title().isEmpty() ? tr("Kontor") : tr("%1 - Kontor").arg(m_card->title()));
    setAccessibleName(windowTitle());
    centralWidget()->setAccessibleName(windowTitle());
}

void CustomerWindow::perform(QLatin1StringView id) {
    if (id == action::kTrashCustomer)
        return moveToTrash();
    if (id == action::kNextPane || id == action::kPreviousPane)
        return cyclePanes(id == action::kNextPane ? 1 : -1);
    if (id == action::kMoveBorders)
        return void(PaneSplitter::moveBordersOf(this));
    if (id == action::kFullScreen)
        return setWindowState(windowState() ^ Qt::WindowFullScreen);
    if (id == action::kCustomerHistory)
        return go({page::kHistory, m_customer});
    if (m_card->canPerform(id))
        return m_card->perform(id);
    if (isForMainWindow(id))
        emit mainWindowWanted();
    m_main.perform(id);
    updateActions();
}

void CustomerWindow::moveToTrash() {
    m_workspace.write(
        {u"trash"_s, "customer", m_customer, {{u"count"_s, 1}}},
        [customer = m_customer](workspace::Recorder &recorder) { return trashCustomer(recorder, customer); }, this,
        [this](Result<void> done) {
            if (!done)
                return showError(done.error());
            m_main.showUndoToast(tr("%1 moved to the trash.").arg(isolated(m_card->title())));
            close();
        });
}

void CustomerWindow::cyclePanes(int by) {
    QList<QWidget *> panes = m_card->panes();
    if (QWidget *toast = m_toasts->firstFocusable())
        panes << toast;
    panes.removeIf([](const QWidget *pane) { return !pane || !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    const QWidget *focus = focusWidget();
    qsizetype at = by > 0 ? -1 : 0;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            at = i;
    panes[(at + by + panes.size()) % panes.size()]->setFocus(Qt::TabFocusReason);
}

void CustomerWindow::onChanged(const workspace::ChangeSet &changes) { m_card->onChanged(changes); }

void CustomerWindow::go(const Place &place) {
    emit mainWindowWanted();
    m_main.go(place);
}

void CustomerWindow::showToast(const ToastText &text) {
    m_toasts->add(text);
    announce(text.text);
}

void CustomerWindow::showUndoToast(const QString &text) {
    showToast({text, tr("Undo"), [this] { m_main.perform(action::kUndo); }});
}

void CustomerWindow::showError(const Error &error) {
    m_banner->setContent({error.code == Code::Conflict || error.code == Code::Busy ? BannerTone::Warn : BannerTone::Bad,
                          error.message,
                          {},
                          {},
                          true});
    announce(error.message);
}

void CustomerWindow::announce(const QString &sentence) { m_spoken->say(sentence); }

void CustomerWindow::resizeEvent(QResizeEvent *event) {
    QMainWindow::resizeEvent(event);
    m_toasts->setPlace(centralWidget()->rect());
}

void CustomerWindow::closeEvent(QCloseEvent *event) {
    preferences().setLayoutState(kLayoutName, saveGeometry());
    QMainWindow::closeEvent(event);
}

void CustomerWindow::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Save))
        return showToast({tr("Everything is already saved."), {}, {}});
    if (event->key() != Qt::Key_Escape)
        return QMainWindow::keyPressEvent(event);
    if (!m_card->escape())
        close();
}

void CustomerWindow::changeEvent(QEvent *event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && centralWidget())
        retranslate();
}

} // namespace kontor::ui
