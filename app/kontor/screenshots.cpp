#include "screenshots.h"

#include "call_session/call_desk.h"
#include "call_session/call_session_page.h"
#include "customers/customer_list_model.h"
#include "db/backup.h"
#include "first_run/first_run_page.h"
#include "first_run/sample_opener.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/action_table.h"
#include "main_window/customer_window.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "today/today_view.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

#include <cstdio>

namespace kontor {

using namespace Qt::StringLiterals;
namespace action = ui::action;

namespace {
constexpr int kSettleTime = 900;
constexpr int kAnswerTime = 100; // what an answer still brings about
constexpr int kSampleCustomers = 300;
constexpr int kCardRow = 6;
constexpr int kLargeText = 150; // per cent, the largest there is
} // namespace

Screenshots::Screenshots(ui::MainWindow &window, const workspace::OpenOptions &options, const QString &folder, QSize size)
    : m_window(window), m_options(options), m_folder(folder), m_size(size), m_textSize(window.preferences().textSize()) {
    m_options.cacheFolder = m_bases.filePath(u"cache"_s);
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettleTime);
    connect(&m_settled, &QTimer::timeout, this, &Screenshots::waitForAnswers);
}

void Screenshots::start() {
    QDir().mkpath(m_folder);
    m_window.resize(1366, 768);
    addFirstShots();
    addTodayShots();
    addTaskShots();
    addSegmentShots();
    addCallShots();
    addListShots();
    addListStateShots();
    addCardShots();
    addFindShots();
    addCareShots();
    addImportShots();
    addDuplicateShots();
    addDataCareShots();
    addSettingsShots();
    addSharingShots();
    addWindowShots();
    addDialogShots();
    step();
}

void Screenshots::addFirstShots() {
    m_shots.append({u"first-run"_s, [] {}});
    m_shots.append({u"today-empty"_s, [this] {
                        const QString path = m_bases.filePath(u"Empty.kontor"_s);
                        if (const auto made = workspace::Base::create(path, {}, m_options))
                            m_window.openBase(path);
                        m_window.go({ui::page::kToday});
                    }});
    m_shots.append({u"segments-empty"_s, [this] { m_window.go({ui::page::kSegments}); }});
    m_shots.append({u"list-empty"_s, [this] { m_window.go({ui::page::kCustomers}); }});
    m_shots.append({u"list"_s, [this] {
                        const QString path = m_bases.filePath(u"Sample.kontor"_s);
                        workspace::BaseSettings settings = ui::settingsOfThisPc();
                        settings.currency = u"EUR"_s;
                        if (const auto made = ui::makeSample(path, settings, m_options, kSampleCustomers); !made)
                            std::fprintf(stderr, "%s\n", qPrintable(made.error().message));
                        m_window.openBase(path);
                        m_window.go({ui::page::kCustomers});
                    }});
}

void Screenshots::addTodayShots() {
    m_shots.append({u"today"_s, [this] { m_window.go({ui::page::kToday}); }});
    m_shots.append({u"today-outcome"_s, [this] {
                        auto *view = m_window.findChild<ui::TodayView *>();
                        view->setFocus(Qt::TabFocusReason);
                        for (int row = 0; row < view->today()->rowCount(); ++row)
                            if (view->today()->row(row).task.kind == "call"_L1) {
                                view->setCurrentIndex(view->today()->index(row, 0));
                                break;
                            }
                        press(Qt::Key_Space);
                    }});
    m_shots.append({u"today-task"_s, [this] { m_window.perform(action::kNewTask); }});
    m_shots.append({u"day-sheet"_s, [this] {
                        press(Qt::Key_Tab);
                        press(Qt::Key_Down, Qt::AltModifier);
                    }});
    m_shots.append({u"today-week"_s, [this] {
                        if (QWidget *sheet = QApplication::activePopupWidget())
                            sheet->close();
                        press(Qt::Key_Escape);
                        m_window.go({ui::page::kToday, {}, {{u"week"_s, true}}});
                    }});
    m_shots.append({u"today-900x600"_s, [this] {
                        m_window.go({ui::page::kToday, {}, {{u"week"_s, false}}});
                        m_window.resize(900, 600);
                    }});
    m_shots.append({{}, [this] {
                        m_window.resize(1366, 768);
                        m_window.go({ui::page::kCustomers});
                    }});
}

void Screenshots::addCallShots() {
    m_shots.append({u"calls-preparation"_s, [this] { m_window.perform(action::kCallSession); }});
    m_shots.append({u"calls"_s, [this] {
                        press(Qt::Key_Return);
                        m_window.setFocus();
                    }});
    m_shots.append({u"calls-note"_s, [this] {
                        auto *page = m_window.findChild<ui::CallSessionPage *>();
                        emit page->desk()->outcomeChosen(u"no_answer"_s);
                    }});
    m_shots.append({u"calls-900x600"_s, [this] { m_window.resize(900, 600); }});
    m_shots.append({u"calls-ended"_s, [this] {
                        m_window.resize(1366, 768);
                        emit m_window.findChild<ui::CallSessionPage *>()->desk()->endWanted();
                    }});
    m_shots.append({{}, [this] { m_window.go({ui::page::kCustomers}); }});
}

void Screenshots::addListShots() {
    m_shots.append({u"list-selected"_s, [this] {
                        filter(ui::customer_column::Customer, u"a"_s);
                        auto *table = m_window.findChild<ui::ListTable *>();
                        table->setFocus(Qt::TabFocusReason);
                        press(Qt::Key_Home);
                        press(Qt::Key_Down);
                        press(Qt::Key_Down, Qt::ShiftModifier);
                        press(Qt::Key_Down, Qt::ShiftModifier);
                    }});
    m_shots.append({u"list-peek"_s, [this] { press(Qt::Key_Return, Qt::AltModifier); }});
    m_shots.append({u"list-no-hits"_s, [this] {
                        press(Qt::Key_Escape);
                        filter(ui::customer_column::City, u"Atlantis"_s);
                    }});
    m_shots.append({{}, [this] { m_window.perform(action::kClearFilter); }});
    m_shots.append({u"card"_s, [this] {
                        const auto *model = m_window.findChild<ui::CustomerListModel *>();
                        m_window.go({ui::page::kCustomers, model->idAt(kCardRow)});
                    }});
    m_shots.append({u"card-composer"_s, [this] {
                        m_window.perform(action::kLogCall);
                        type(u"Wants a price for 40 units."_s);
                        press(Qt::Key_Return, Qt::ControlModifier);
                    }});
    m_shots.append({u"card-purchase"_s, [this] { m_window.perform(action::kNewPurchase); }});
    m_shots.append({u"card-tags"_s, [this] {
                        press(Qt::Key_Escape);
                        m_window.perform(action::kTags);
                    }});
    m_shots.append({{}, [this] { press(Qt::Key_Escape); }});
    m_shots.append({u"card-900x600"_s, [this] { m_window.resize(900, 600); }});
    m_shots.append({u"card-1920x1080"_s, [this] { m_window.resize(1920, 1080); }});
    m_shots.append({u"segments"_s, [this] {
                        m_window.resize(1366, 768);
                        m_window.go({ui::page::kSegments});
                    }});
    m_shots.append({u"list-compact"_s, [this] {
                        m_window.go({ui::page::kCustomers});
                        m_window.actions().find(action::kCompactRows)->trigger();
                    }});
    m_shots.append({u"list-900x600"_s, [this] {
                        m_window.actions().find(action::kCompactRows)->trigger();
                        m_window.resize(900, 600);
                    }});
    m_shots.append({u"list-text-150"_s, [this] {
                        m_window.resize(1366, 768);
                        enlargeText();
                    }});
    m_shots.append({{}, [this] { restoreText(); }});
}

void Screenshots::addCareShots() {
    m_shots.append({{}, [this] {
                        m_window.go({ui::page::kCustomers});
                        press(Qt::Key_Home);
                        m_window.perform(action::kTrashCustomer);
                    }});
    m_shots.append({{}, [this] {
                        m_window.perform(action::kUndo);
                        press(Qt::Key_Down);
                        press(Qt::Key_Down, Qt::ShiftModifier);
                        m_window.perform(action::kTrashCustomer);
                    }});
    m_shots.append({u"history"_s, [this] { m_window.go({ui::page::kHistory}); }});
    m_shots.append({u"history-expanded"_s, [this] {
                        press(Qt::Key_Right);
                        press(Qt::Key_Down);
                    }});
    m_shots.append({u"trash"_s, [this] { m_window.go({ui::page::kTrash}); }});
    m_shots.append({u"trash-delete"_s, [this] { press(Qt::Key_Delete); }});
    m_shots.append({{}, [this] { press(Qt::Key_Escape); }});
}

void Screenshots::addWindowShots() {
    m_shots.append({u"customer-window"_s, [this] {
                        m_window.go({ui::page::kCustomers});
                        const auto *model = m_window.findChild<ui::CustomerListModel *>();
                        m_beside = m_window.openInOwnWindow(model->idAt(kCardRow));
                    }});
    m_shots.append({{}, [this] {
                        m_beside->close();
                        m_beside = nullptr;
                    }});
}

void Screenshots::addDialogShots() {
    m_shots.append({u"toast-and-banner"_s, [this] {
                        m_window.showUndoToast(u"Call logged. Next: Tue 10 Mar 10:00."_s);
                        m_window.showError({Code::Conflict, u"Another computer is saving. Your change is kept."_s, {}, {}});
                    }});
    m_shots.append({u"new-customer"_s, [this] { m_window.openNewCustomer(u"Ivan Sidorov"_s, u"0701004512"_s); }});
    m_shots.append({{}, [this] {
                        press(Qt::Key_Escape);
                        const QString copy = m_bases.filePath(u"Sample-backup-2026-03-09-140500.kontor"_s);
                        m_window.workspace()->writeWith(
                            [copy](workspace::Base &base) { return db::backup(base.database(), copy); }, &m_window,
                            [](const Result<void> &) {});
                    }});
    m_shots.append({u"bring-back"_s, [this] { m_window.perform(action::kBringBack); }});
    m_shots.append({u"key-sheet"_s, [this] {
                        press(Qt::Key_Escape);
                        m_window.perform(action::kKeySheet);
                    }});
    m_shots.append({u"menu"_s, [this] {
                        press(Qt::Key_Escape);
                        auto *menu = m_window.findChild<QMenu *>();
                        for (QMenu *other : m_window.findChildren<QMenu *>())
                            if (other->actions().contains(m_window.actions().find(action::kBack)))
                                menu = other;
                        menu->popup(m_window.mapToGlobal(QPoint(120, 24)));
                        menu->setActiveAction(m_window.actions().find(action::kBack));
                    }});
}

void Screenshots::enlargeText() {
    while (m_window.preferences().textSize() < kLargeText)
        m_window.perform(action::kLargerText);
}

void Screenshots::restoreText() {
    while (m_window.preferences().textSize() > m_textSize)
        m_window.perform(action::kSmallerText);
}

void Screenshots::step() {
    if (m_next >= m_shots.size())
        return QCoreApplication::quit();
    // No window manager gives the keys back when a window beside it was closed.
    if (!QApplication::activeWindow())
        m_window.activateWindow();
    m_shots[m_next].prepare();
    if (!m_size.isEmpty())
        m_window.resize(m_size);
    m_settled.start();
}

// On a busy machine the file may not have answered yet: what was asked before comes before the answers to these.
void Screenshots::waitForAnswers() {
    workspace::Workspace *workspace = m_window.workspace();
    if (!workspace)
        return grab();
    const auto nothing = [](db::Database &) -> Result<bool> { return true; };
    const auto done = [this](const Result<bool> &) {
        if (--m_awaited == 0)
            QTimer::singleShot(kAnswerTime, this, &Screenshots::grab);
    };
    m_awaited = 2;
    workspace->read(this, nothing, done, workspace::Urgency::Person);
    workspace->read(this, nothing, done, workspace::Urgency::Background);
}

void Screenshots::grab() {
    const Shot &shot = m_shots[m_next++];
    QWidget *shown = QApplication::activePopupWidget();
    if (!shown)
        shown = QApplication::activeModalWidget();
    if (!shown)
        shown = m_beside;
    if (!shown)
        shown = &m_window;
    if (!shot.name.isEmpty())
        shown->grab().save(m_folder + u'/' + shot.name + u".png"_s);
    step();
}

void Screenshots::press(int key, Qt::KeyboardModifiers modifiers) {
    QWidget *target = QApplication::activeModalWidget() ? QApplication::activeModalWidget()
                      : m_window.focusWidget()          ? m_window.focusWidget()
                                                        : &m_window;
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(target, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QCoreApplication::sendEvent(target, &up);
}

void Screenshots::pressOnFocus(int key) {
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(QApplication::focusWidget() ? QApplication::focusWidget() : &m_window, &down);
}

void Screenshots::type(const QString &text) {
    QWidget *target = QApplication::focusWidget();
    for (const QChar letter : text) {
        QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        if (target)
            QCoreApplication::sendEvent(target, &key);
    }
}

void Screenshots::filter(int column, const QString &text) {
    if (auto *header = m_window.findChild<ui::FilterHeader *>())
        if (auto *cell = qobject_cast<QLineEdit *>(header->editor(column)))
            cell->setText(text);
}

} // namespace kontor
