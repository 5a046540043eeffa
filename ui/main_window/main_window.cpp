#include "main_window/main_window.h"

#include "exchange/import_drop_target.h"
#include "find/command_finder.h"
#include "find/customer_finder.h"
#include "find/find_box.h"
#include "first_run/first_run_page.h"
#include "first_run/sample_opener.h"
#include "forms/popover.h"
#include "main_window/base_repair.h"
#include "main_window/file_notice.h"
#include "main_window/navigation.h"
#include "main_window/page_stack.h"
#include "main_window/page_table.h"
#include "main_window/top_bar.h"
#include "main_window/window_room.h"
#include "preferences/preferences.h"
#include "sharing/sleep_watch.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/script_fonts.h"
#include "theme/theme_watcher.h"
#include "today/notifier.h"
#include "today/reminder_centre.h"
#include "widgets/pane_edge.h"
#include "widgets/spoken_status.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTimer>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kFirstWidth = 1366;
constexpr int kFirstHeight = 768;
} // namespace

MainWindow::MainWindow(Preferences &preferences, ThemeWatcher &theme, const workspace::OpenOptions &options)
    : m_preferences(preferences),
      m_theme(theme),
      m_options(options),
      m_plainTextSize(QApplication::font().pointSizeF()),
      m_actions(new ActionRegistry(this)),
      m_commands(std::make_unique<CommandFinder>(*m_actions)) {
    setMinimumSize(kWindowMinWidth, kWindowMinHeight);
    if (!restoreGeometry(preferences.windowGeometry()))
        resize(kFirstWidth, kFirstHeight);
    if (preferences.textSize() != 100)
        setTextSize(preferences.textSize());
    theme.style()->setAnimated(preferences.animations());
    build();
    wire();
    retranslate();
    showFirstRun();
}

MainWindow::~MainWindow() {
    m_theme.application().removeEventFilter(this);
    detach();
}

void MainWindow::build() {
    m_actions->fillMenuBar(menuBar());
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_navigation = new Navigation(centre);
    new PaneEdge(m_navigation);
    row->addWidget(m_navigation);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    m_topBar = new TopBar(*m_actions, centre);
    m_fileBanner = new Banner(centre);
    m_banner = new Banner(centre);
    m_pages = new PageStack(centre);
    m_pageMaking = new QTimer(this);
    auto *dropped = new ImportDropTarget(*this, m_pages);
    connect(dropped, &ImportDropTarget::textDropped, this, &MainWindow::takeText);
    connect(dropped, &ImportDropTarget::exportDropped, this, qOverload<const QString &>(&MainWindow::makeBaseOfExport));
    m_firstRun = new FirstRunPage(centre);
    column->addWidget(m_topBar);
    column->addWidget(m_fileBanner);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    column->addWidget(m_firstRun, 1);
    setCentralWidget(centre);
    m_toasts = new ToastArea(centre);
    m_find = new FindBox(*m_commands, m_formats, centre);
    m_spoken = new SpokenStatus(centre);
    m_sample = new SampleOpener(m_options, this);
    m_repair = new BaseRepair(m_options, this);
    m_notifier = new TrayNotifier(this);
    new ScriptFonts(this);
}

void MainWindow::wire() {
    connect(m_actions, &ActionRegistry::triggered, this, &MainWindow::perform);
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::go);
    connect(m_pages, &PageStack::moved, this, [this] {
        const Page *page = m_pages->currentPage();
        const Place place = page->place();
        m_navigation->setCurrent({entryOf(place.page), place.subject, place.view});
        m_topBar->setNewIsPrimary(place.page == page::kCustomers);
        if (m_finder && place.page == page::kCustomers && place.subject.isValid())
            m_finder->noteOpened(place.subject);
        arrange();
        updateActions();
        // The keys go to what is shown now, not to what was left.
        const QList<QWidget *> panes = page->panes();
        if (!panes.isEmpty() && !page->isAncestorOf(focusWidget()))
            panes.first()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_pages, &PageStack::pageStateChanged, this, [this] {
        updateActions();
        placeToasts(); // what stands at the foot of the page may have come or gone
    });
    connect(m_pageMaking, &QTimer::timeout, this, [this] {
        if (!m_pages->makeNext())
            m_pageMaking->stop();
    });
    connect(m_firstRun, &FirstRunPage::sampleWanted, this, &MainWindow::openSample);
    connect(m_firstRun, &FirstRunPage::importWanted, this, [this] { createBase({page::kImport}); });
    connect(m_firstRun, &FirstRunPage::newFileWanted, this, [this] { createBase(); });
    connect(m_firstRun, &FirstRunPage::openWanted, this, &MainWindow::chooseBase);
    connect(m_sample, &SampleOpener::ready, this, [this](const QString &path) {
        m_firstRun->setBusy(false);
        openBase(path);
    });
    connect(m_repair, &BaseRepair::done, this, &MainWindow::takeRepaired);
    connect(m_repair, &BaseRepair::failed, this, &MainWindow::showError);
    connect(m_sample, &SampleOpener::failed, this, [this](const Error &error) {
        m_firstRun->setBusy(false);
        showError(error);
    });
    connect(m_find, &FindBox::customerChosen, this, [this](Id id) { go({page::kCustomers, id}); });
    connect(m_find, &FindBox::customerWindowWanted, this, &MainWindow::openInOwnWindow);
    connect(m_find, &FindBox::customerActWanted, this, [this](Id id, QLatin1StringView act) {
        go({page::kCustomers, id});
        m_pages->currentPage()->perform(act);
    });
    connect(m_find, &FindBox::commandChosen, this, [this](QLatin1StringView id) { m_actions->find(id)->trigger(); });
    connect(m_find, &FindBox::newCustomerWanted, this, &MainWindow::openNewCustomer);
    m_theme.application().installEventFilter(this);
    auto *sleep = new sharing::SleepWatch({}, this);
    connect(sleep, &sharing::SleepWatch::goesToSleep, this, [this, sleep] {
        if (!m_workspace)
            return sleep->done();
        m_workspace->fallAsleep([sleep = QPointer(sleep)] {
            if (sleep)
                sleep->done();
        });
    });
    connect(sleep, &sharing::SleepWatch::isAwake, this, [this] {
        if (m_workspace)
            m_workspace->wakeUp();
    });
}

void MainWindow::arrange() {
    const Page *page = m_pages->currentPage();
    const bool card = page && page->wantsNarrowNavigation();
    m_navigation->setNarrow(m_preferences.navigationCollapsed() || roomOf(this) < (card ? WindowRoom::Widest : WindowRoom::Wide));
    const QRect area = centralWidget()->rect();
    placeToasts();
    m_find->placeOver(area);
}

void MainWindow::placeToasts() {
    const Page *page = m_pages->currentPage();
    QRect place = centralWidget()->rect().adjusted(0, 0, 0, page ? -page->foot() : 0);
    // Not over what is being filled in.
    for (const Popover *popover : centralWidget()->findChildren<Popover *>()) {
        const QRect taken(popover->mapTo(centralWidget(), QPoint()), popover->size());
        if (!popover->isVisible() || taken.bottom() < place.bottom() - m_toasts->height() - kPane)
            continue;
        const QRect before(place.topLeft(), QPoint(taken.left() - 1, place.bottom()));
        const QRect after(QPoint(taken.right() + 1, place.top()), place.bottomRight());
        place = before.width() > after.width() ? before : after;
    }
    m_toasts->setPlace(place);
}

void MainWindow::resizeEvent(QResizeEvent *event) {
    QMainWindow::resizeEvent(event);
    arrange();
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (tellOfWaiting())
        return event->ignore();
    m_preferences.setWindowGeometry(saveGeometry());
    closeWindows();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && m_pages->currentPage() && m_pages->currentPage()->escape())
        return;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        return m_actions->find(action::kOwnWindow)->trigger();
    if (event->matches(QKeySequence::Save) && m_pages->currentPage() && m_pages->currentPage()->place().subject.isValid())
        return showToast({tr("Everything is already saved."), {}, {}});
    QMainWindow::keyPressEvent(event);
}

void MainWindow::changeEvent(QEvent *event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::LayoutDirectionChange && centralWidget())
        arrange();
}

// A text field takes back typing first. When it has nothing left, its keys for undo and redo mean the last act.
bool MainWindow::eventFilter(QObject *watched, QEvent *event) {
    if ((event->type() == QEvent::Show || event->type() == QEvent::Hide) && qobject_cast<Popover *>(watched))
        QTimer::singleShot(0, this, &MainWindow::placeToasts); // when it has its place
    if (event->type() != QEvent::ShortcutOverride)
        return QMainWindow::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    const bool redo = key->matches(QKeySequence::Redo);
    if (!undo && !redo)
        return QMainWindow::eventFilter(watched, event);
    bool hasOwn = false;
    if (const auto *line = qobject_cast<QLineEdit *>(watched))
        hasOwn = undo ? line->isUndoAvailable() : line->isRedoAvailable();
    else if (const auto *text = qobject_cast<QPlainTextEdit *>(watched))
        hasOwn = undo ? text->document()->isUndoAvailable() : text->document()->isRedoAvailable();
    else
        return QMainWindow::eventFilter(watched, event);
    if (hasOwn)
        return QMainWindow::eventFilter(watched, event);
    event->ignore();
    return true;
}

void MainWindow::retranslate() {
    m_actions->retranslate();
    m_topBar->retranslate();
    m_find->retranslate();
    if (m_reminders)
        m_reminders->retranslate();
    if (m_notice)
        m_notice->show();
    for (const PageSpec &spec : pageTable())
        m_navigation->setPageWords(spec.id, m_actions->plainText(spec.action), m_actions->shortcutText(spec.action));
    for (Page *page : m_pages->pages()) {
        page->retranslate();
        page->setAccessibleName(page->title());
    }
    setAccessibleName(tr("Kontor"));
    centralWidget()->setAccessibleName(tr("Kontor"));
    menuBar()->setAccessibleName(tr("Menu"));
    m_topBar->setAccessibleName(tr("Find and new"));
    updateUndo();
}

void MainWindow::go(const Place &place) {
    m_find->close();
    noteSegmentUsed(place);
    m_pages->go(place);
}

void MainWindow::goBack() { m_pages->goBack(); }

void MainWindow::showToast(const ToastText &text) {
    placeToasts();
    m_toasts->add(text);
    announce(text.text);
}

void MainWindow::showUndoToast(const QString &text) {
    showToast({text, tr("Undo"), [this] { perform(action::kUndo); }});
}

void MainWindow::showError(const Error &error) {
    // That the drive is away is said once, by the notice of the file.
    if (error.code == Code::Gone && m_workspace && m_workspace->driveState() != workspace::DriveState::Fine)
        return;
    m_banner->setContent({error.code == Code::Conflict || error.code == Code::Busy ? BannerTone::Warn : BannerTone::Bad,
                          error.message,
                          {},
                          {},
                          true});
    announce(error.message);
}

void MainWindow::announce(const QString &sentence) { m_spoken->say(sentence); }

void MainWindow::openFind(const QString &text) {
    m_find->placeOver(centralWidget()->rect());
    m_find->open(text);
}

} // namespace kontor::ui
