// What the window's own commands do, and which commands can be carried out now.
#include "main_window/main_window.h"

#include "backups/bring_back.h"
#include "dialogs/key_sheet.h"
#include "dialogs/new_customer_dialog.h"
#include "find/customer_finder.h"
#include "find/find_box.h"
#include "first_run/sample_opener.h"
#include "main_window/customer_window.h"
#include "main_window/navigation.h"
#include "main_window/page_stack.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "theme/theme_watcher.h"
#include "today/reminder_centre.h"
#include "widgets/bidi.h"
#include "widgets/pane_splitter.h"
#include "workspace/feed.h"

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QPushButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextStep = 10;
constexpr int kNormalText = 100;

ThemeChoice choiceOf(const QString &theme) {
    return theme == "light"_L1 ? ThemeChoice::Light : theme == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::System;
}

// Somebody changed the value since: nothing is overwritten without a word.
void askWhetherAnyway(QWidget *window, const std::function<void()> &anyway) {
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, MainWindow::tr("Changed since"),
                        MainWindow::tr("This was changed again after that act. Going on puts the older value back over the newer "
                                       "one. Whatever you choose, both stay in the history."),
                        QMessageBox::NoButton, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *goOn = box->addButton(MainWindow::tr("Undo anyway"), QMessageBox::AcceptRole);
    QPushButton *keep = box->addButton(MainWindow::tr("Keep the newer value"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    QObject::connect(goOn, &QPushButton::clicked, window, anyway);
    box->open();
}

} // namespace

void MainWindow::perform(QLatin1StringView id) {
    if (performHere(id))
        return;
    if (Page *page = m_pages->currentPage(); page && isBaseOpen() && page->canPerform(id))
        page->perform(id);
}

bool MainWindow::performHere(QLatin1StringView id) {
    for (const PageSpec &spec : pageTable())
        if (spec.action == id) {
            go({spec.id});
            return true;
        }
    static const QHash<QLatin1StringView, void (*)(MainWindow &)> acts{
        {action::kNewFile, [](MainWindow &window) { window.createBase(); }},
        {action::kExportAll, [](MainWindow &window) { window.exportEverything(); }},
        {action::kFileOfExport, [](MainWindow &window) { window.chooseExport(); }},
        {action::kOpenFile, [](MainWindow &window) { window.chooseBase(); }},
        {action::kSampleFile, [](MainWindow &window) { window.openSample(); }},
        {action::kCheckFile, [](MainWindow &window) { window.m_workspace->checkForChanges(); }},
        {action::kBringBack,
         [](MainWindow &window) {
             const Page *page = window.m_pages->currentPage();
             openBringBack(*window.m_workspace, window, page ? page->currentCustomer() : Id(), &window);
         }},
        {action::kQuit, [](MainWindow &window) { window.close(); }},
        {action::kUndo, [](MainWindow &window) { window.takeBack(false); }},
        {action::kRedo, [](MainWindow &window) { window.takeBack(true); }},
        {action::kPaste, [](MainWindow &window) { window.takeText(QGuiApplication::clipboard()->text()); }},
        {action::kFind, [](MainWindow &window) { window.openFind({}); }},
        {action::kCommands, [](MainWindow &window) { window.openFind(u">"_s); }},
        {action::kBack, [](MainWindow &window) { window.m_pages->goBack(); }},
        {action::kForward, [](MainWindow &window) { window.m_pages->goForward(); }},
        {action::kReminders, [](MainWindow &window) { window.m_reminders->open(); }},
        {action::kMoveBorders, [](MainWindow &window) { PaneSplitter::moveBordersOf(&window); }},
        {action::kNextPane, [](MainWindow &window) { window.cyclePanes(1); }},
        {action::kPreviousPane, [](MainWindow &window) { window.cyclePanes(-1); }},
        {action::kCompactRows,
         [](MainWindow &window) {
             window.m_preferences.setCompactRows(window.m_actions->find(action::kCompactRows)->isChecked());
             if (Page *page = window.m_pages->currentPage())
                 page->open(page->place());
         }},
        {action::kNarrowNavigation,
         [](MainWindow &window) {
             window.m_preferences.setNavigationCollapsed(window.m_actions->find(action::kNarrowNavigation)->isChecked());
             window.arrange();
         }},
        {action::kThemeSystem, [](MainWindow &window) { window.chooseTheme(u"system"_s); }},
        {action::kThemeLight, [](MainWindow &window) { window.chooseTheme(u"light"_s); }},
        {action::kThemeDark, [](MainWindow &window) { window.chooseTheme(u"dark"_s); }},
        {action::kLargerText, [](MainWindow &window) { window.setTextSize(window.m_preferences.textSize() + kTextStep); }},
        {action::kSmallerText, [](MainWindow &window) { window.setTextSize(window.m_preferences.textSize() - kTextStep); }},
        {action::kNormalText, [](MainWindow &window) { window.setTextSize(kNormalText); }},
        {action::kFullScreen, [](MainWindow &window) { window.setWindowState(window.windowState() ^ Qt::WindowFullScreen); }},
        {action::kNewCustomer, [](MainWindow &window) { window.openNewCustomer(); }},
        {action::kSettings, [](MainWindow &window) { window.showSettings(); }},
        {action::kCustomerHistory,
         [](MainWindow &window) {
             if (const Page *page = window.m_pages->currentPage(); page && page->currentCustomer().isValid())
                 window.go({page::kHistory, page->currentCustomer()});
         }},
        {action::kOwnWindow,
         [](MainWindow &window) {
             if (const Page *page = window.m_pages->currentPage(); page && page->currentCustomer().isValid())
                 window.openInOwnWindow(page->currentCustomer());
         }},
        {action::kKeySheet, [](MainWindow &window) { (new KeySheet(*window.m_actions, &window))->show(); }},
        {action::kAbout, [](MainWindow &window) { window.showAbout(); }},
    };
    const auto act = acts.value(id);
    if (act)
        act(*this);
    return act != nullptr;
}

void MainWindow::updateActions() {
    const bool open = isBaseOpen();
    const Page *page = open ? m_pages->currentPage() : nullptr;
    for (const ActionSpec &spec : actionTable())
        if (spec.owner == Owner::Page)
            m_actions->find(spec.id)->setEnabled(page && page->canPerform(spec.id));
    for (const auto id : {action::kExportAll, action::kPaste, action::kCheckFile, action::kFind, action::kReminders, action::kNextPane, action::kPreviousPane})
        m_actions->find(id)->setEnabled(open);
    m_actions->find(action::kMoveBorders)->setEnabled(PaneSplitter::hasBorders(this));
    for (const auto id : {action::kNewCustomer, action::kBringBack})
        m_actions->find(id)->setEnabled(open && !m_workspace->isReadOnly());
    m_actions->find(action::kBack)->setEnabled(open && m_pages->canGoBack());
    m_actions->find(action::kForward)->setEnabled(open && m_pages->canGoForward());
    for (const PageSpec &spec : pageTable())
        m_actions->find(spec.action)->setEnabled(open);
    const bool hasCustomer = page && page->currentCustomer().isValid();
    m_actions->find(action::kCustomerHistory)->setEnabled(hasCustomer);
    m_actions->find(action::kOwnWindow)->setEnabled(hasCustomer);
    m_actions->find(action::kCompactRows)->setChecked(m_preferences.compactRows());
    m_actions->find(action::kNarrowNavigation)->setChecked(m_preferences.navigationCollapsed());
    m_actions->find(action::kThemeSystem)->setChecked(m_theme.choice() == ThemeChoice::System);
    m_actions->find(action::kThemeLight)->setChecked(m_theme.choice() == ThemeChoice::Light);
    m_actions->find(action::kThemeDark)->setChecked(m_theme.choice() == ThemeChoice::Dark);
    m_actions->find(action::kFullScreen)->setChecked(isFullScreen());
    if (page)
        setWindowTitle(tr("%1 - %2 - Kontor").arg(page->title(), QFileInfo(m_workspace->path()).completeBaseName()));
    else
        setWindowTitle(tr("Kontor"));
}

void MainWindow::updateUndo() {
    const workspace::UndoState state = isBaseOpen() ? m_workspace->undoState() : workspace::UndoState();
    const auto name = [this](QLatin1StringView id, qint64 operation, const workspace::OperationInfo &info) {
        m_actions->find(id)->setEnabled(operation != 0);
        if (operation == 0)
            return m_actions->setText(id, {});
        const QString sentence = workspace::historySentence(info);
        m_actions->setText(id, id == action::kUndo ? tr("&Undo: %1").arg(sentence) : tr("&Redo: %1").arg(sentence));
    };
    name(action::kUndo, state.undoOperation, state.undoInfo);
    name(action::kRedo, state.redoOperation, state.redoInfo);
    for (const QPointer<CustomerWindow> &window : std::as_const(m_customerWindows))
        if (window)
            window->updateUndo();
}

void MainWindow::takeBack(bool redo) {
    if (!isBaseOpen())
        return;
    const workspace::UndoState &state = m_workspace->undoState();
    const workspace::OperationInfo info = redo ? state.redoInfo : state.undoInfo;
    const qint64 operation = redo ? state.redoOperation : state.undoOperation;
    const QString sentence = workspace::historySentence(info);
    const auto done = [this, redo, sentence, info, operation](Result<workspace::UndoOutcome> outcome) {
        if (!outcome && outcome.error().code == Code::Conflict)
            return askWhetherAnyway(this, [this, redo, operation] {
                m_workspace->writeWith(
                    [redo, operation](workspace::Base &base) {
                        return redo ? workspace::redo(base, operation, true) : workspace::undo(base, operation, true);
                    },
                    this,
                    [this](Result<workspace::UndoOutcome> outcome) {
                        if (!outcome)
                            showError(outcome.error());
                    });
            });
        if (!outcome)
            return showError(outcome.error());
        const Page *page = m_pages->currentPage();
        const bool isElsewhere =
            info.subject == "customer" && info.subjectId.isValid() && page && page->place().subject != info.subjectId;
        ToastText text{redo ? tr("Done again: %1.").arg(sentence) : tr("Taken back: %1.").arg(sentence), {}, {}};
        if (isElsewhere) { // what cannot be seen says where it is
            text.actionText = tr("Show");
            text.action = [this, customer = info.subjectId] { go({page::kCustomers, customer}); };
        }
        if (outcome->keptBecauseEdited > 0)
            text.text += u' ' + tr("What was changed since stays: %Ln place(s).", nullptr, int(outcome->keptBecauseEdited));
        showToast(text);
    };
    if (redo)
        m_workspace->redo(this, done);
    else
        m_workspace->undo(this, done);
}

void MainWindow::cyclePanes(int by) {
    QList<QWidget *> panes{m_navigation->firstItem()};
    if (const Page *page = m_pages->currentPage())
        panes += page->panes();
    if (QWidget *toast = m_toasts->firstFocusable())
        panes << toast;
    panes.removeAll(nullptr);
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    const QWidget *focus = focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        const QWidget *scope = i == 0 ? m_navigation : panes[i];
        if (focus && (focus == scope || scope->isAncestorOf(focus)))
            at = i;
    }
    const qsizetype next = at < 0 ? 0 : (at + by + panes.size()) % panes.size();
    panes[next]->setFocus(Qt::TabFocusReason);
}

void MainWindow::setTextSize(int percent) {
    m_preferences.setTextSize(percent);
    QFont font = QApplication::font();
    font.setPointSizeF(qMax(9.0, m_plainTextSize) * m_preferences.textSize() / kNormalText);
    QApplication::setFont(font);
    if (centralWidget())
        arrange();
}

void MainWindow::chooseTheme(const QString &theme) {
    m_preferences.setTheme(theme);
    m_theme.setChoice(choiceOf(theme));
    updateActions();
}

void MainWindow::openNewCustomer(const QString &name, const QString &phone) {
    if (NewCustomerDialog *dialog = showNewCustomer())
        dialog->prefill(name, phone);
}

NewCustomerDialog *MainWindow::showNewCustomer() {
    if (!isBaseOpen() || m_workspace->isReadOnly())
        return nullptr;
    auto *dialog = new NewCustomerDialog(*m_workspace, *m_finder, m_formats, this);
    connect(dialog, &NewCustomerDialog::added, this, [this](Id id, const QString &added) {
        go({page::kCustomers, id});
        showUndoToast(tr("%1 added.").arg(isolated(added)));
    });
    connect(dialog, &NewCustomerDialog::existingWanted, this, [this](Id id) { go({page::kCustomers, id}); });
    dialog->show();
    return dialog;
}

void MainWindow::showAbout() {
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("About Kontor"),
        tr("Kontor %1\n\nCustomers of a small business in one file.\nFree software under the GNU General Public License, "
           "version 3 or later.")
            .arg(QCoreApplication::applicationVersion()),
        QMessageBox::NoButton, this);
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace kontor::ui
