// Opening, making and leaving a base, and what the window shows of its state.
#include "main_window/main_window.h"

#include "base/clock.h"
#include "customers/card_fields_pane.h"
#include "customers/customer_list_panel.h"
#include "customers/customers_page.h"
#include "db/sqlite_error.h"
#include "find/customer_finder.h"
#include "find/find_box.h"
#include "first_run/first_run_page.h"
#include "first_run/sample_opener.h"
#include "interactions/draft_store.h"
#include "main_window/customer_window.h"
#include "main_window/file_notice.h"
#include "main_window/navigation.h"
#include "main_window/page_stack.h"
#include "main_window/page_table.h"
#include "main_window/top_bar.h"
#include "preferences/preferences.h"
#include "segments/pinned_segments.h"
#include "settings/settings_window.h"
#include "today/reminder_centre.h"
#include "widgets/file_dialogs.h"

#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace kontor::ui {

using namespace Qt::StringLiterals;

bool MainWindow::openBase(const QString &path) {
    auto opened = workspace::Workspace::open(path, m_options);
    if (!opened) {
        showError(opened.error());
        if (db::isDamage(opened.error()))
            showDamage(path);
        return false;
    }
    m_preferences.noteBase(path);
    attach(std::move(*opened));
    emit baseOpened(path);
    return true;
}

void MainWindow::attach(std::unique_ptr<workspace::Workspace> workspace) {
    detach();
    m_banner->clear();
    m_workspace = std::move(workspace);
    m_formats = makeFormats();
    m_finder = new CustomerFinder(*m_workspace, m_preferences);
    m_find->setProvider(m_finder);
    connect(m_finder, &CustomerFinder::progressed, m_find, &FindBox::refresh);
    connect(m_workspace.get(), &workspace::Workspace::changed, this, &MainWindow::onChanged);
    connect(m_workspace.get(), &workspace::Workspace::undoStateChanged, this, &MainWindow::updateUndo);
    m_pinned = new PinnedSegments(*m_workspace, m_formats);
    connect(m_pinned, &PinnedSegments::counted, this, [this] { showPinnedSegments(*m_pinned); });
    addPages();
    m_reminders = std::make_unique<ReminderCentre>(*m_workspace, *this, *m_notifier, m_topBar->reminders(), centralWidget());
    m_firstRun->hide();
    m_pages->show();
    m_navigation->show();
    m_topBar->show();
    retranslate();
    readWords();
    showFileNotice();
    showSampleBanner();
    purgeTrash();
    go({pageTable().first().id});
    qobject_cast<CustomersPage *>(m_pages->page(page::kCustomers))->list()->reload(); // ready before it is asked for
    updateActions();
}

void MainWindow::detach() {
    if (!m_workspace)
        return;
    closeWindows();
    m_find->close();
    m_reminders.reset();
    m_notice.reset();
    m_fileBanner->clear();
    m_find->setProvider(nullptr);
    m_finder = nullptr; // a child of the workspace
    m_navigation->clear();
    m_pageMaking->stop();
    m_pages->clear();
    m_pinned = nullptr; // a child of the workspace
    m_workspace.reset();
}

void MainWindow::showFirstRun() {
    m_pages->hide();
    m_navigation->hide();
    m_topBar->hide();
    m_firstRun->show();
    m_firstRun->setFocus(Qt::OtherFocusReason);
    updateActions();
    updateUndo();
}

void MainWindow::openSample() {
    m_firstRun->setBusy(true);
    m_sample->prepare(m_firstRun->settings());
}

void MainWindow::createBase(const Place &first) {
    askForNewFile(this, tr("New file"), tr("Kontor files (*.kontor)"), u"kontor"_s, tr("Customers"),
                  [this, first](const QString &path) {
                      if (const auto made = workspace::Base::create(path, m_firstRun->settings(), m_options); !made)
                          showError(made.error());
                      else if (openBase(path) && !first.page.isEmpty())
                          go(first);
                  });
}

void MainWindow::chooseBase() {
    askForFile(this, tr("Open a file"), {tr("Kontor files (*.kontor)"), tr("Exports of a whole file (*.json)")},
               [this](const QString &path) { openFileOrExport(path); });
}

void MainWindow::showFileNotice() {
    m_notice = std::make_unique<FileNotice>(*m_workspace, *this, *m_fileBanner, m_navigation->status(),
                                            DraftStore::fileFor(m_workspace->baseId()));
    connect(m_notice.get(), &FileNotice::waitingTried, this, [this] {
        QList<CardFieldsPane *> panes = findChildren<CardFieldsPane *>();
        for (const QPointer<CustomerWindow> &window : std::as_const(m_customerWindows))
            if (window)
                panes << window->findChildren<CardFieldsPane *>();
        for (CardFieldsPane *pane : std::as_const(panes))
            pane->showKept();
    });
    connect(m_notice.get(), &FileNotice::repairWanted, this, [this] { repairBase(m_workspace->path()); });
    connect(
        m_notice.get(), &FileNotice::reopenWanted, this, [this, path = m_workspace->path()] { openBase(path); },
        Qt::QueuedConnection); // it goes with the base
    const auto follow = [this] { updateActions(); };
    connect(m_workspace.get(), &workspace::Workspace::driveStateChanged, this, follow);
    connect(m_workspace.get(), &workspace::Workspace::becameReadOnly, this, follow);
}

bool MainWindow::tellOfWaiting() {
    const int waiting = m_notice ? m_notice->waiting() : 0;
    if (waiting == 0 || m_hasToldOfWaiting)
        return false;
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("Not saved yet"),
        tr("%Ln change(s) wait on this computer. They will be saved next time you open the file here.", nullptr, waiting),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *quit = box->addButton(tr("Quit"), QMessageBox::AcceptRole);
    QPushButton *stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    box->setEscapeButton(stay);
    connect(quit, &QPushButton::clicked, this, [this] {
        m_hasToldOfWaiting = true;
        close();
    });
    box->open();
    return true;
}

void MainWindow::showSampleBanner() {
    if (SampleOpener::isSample(m_workspace->path()))
        m_banner->setContent({BannerTone::Info, tr("This is the sample file. Nothing here is yours."), tr("Create my own file"),
                              [this] { perform(action::kNewFile); }, true});
}

void MainWindow::onChanged(const workspace::ChangeSet &changes) {
    for (Page *page : m_pages->pages())
        page->onChanged(changes);
    for (const QPointer<CustomerWindow> &window : std::as_const(m_customerWindows))
        if (window)
            window->onChanged(changes);
    if (m_settings)
        m_settings->onChanged(changes);
    if (changes.touches("setting"))
        takeUpCurrency();
    if (changes.touches("outcome") || changes.touches("customer_type"))
        readWords();
}

// What people call outcomes and types; every page says it anew where it has changed.
void MainWindow::readWords() {
    struct Words {
        OutcomeList outcomes;
        CustomerTypeList types;
    };
    m_workspace->read(
        this,
        [](db::Database &database) -> Result<Words> {
            TRY(outcomes, OutcomeList::load(database));
            TRY(types, CustomerTypeList::load(database));
            return Words{outcomes, types};
        },
        [this](const Result<Words> &words) {
            if (!words || !m_workspace || (words->outcomes == m_formats.outcomes() && words->types == m_formats.types()))
                return;
            m_formats.setWords(words->outcomes, words->types);
            retranslate();
            for (const QPointer<CustomerWindow> &window : std::as_const(m_customerWindows))
                if (window)
                    window->retranslate();
        });
}

} // namespace kontor::ui
