// kontor_window_bench BASE [--started-at NANOSECONDS [--start-only]]: the window on a base, from the start of the process to the list that can be
// used, then to its end and through all of it; sorting, filtering, finding and opening a card; what memory that takes, and how long each holds the thread of
// the window at most. bench.py gives the time of the start, on the monotonic clock.
#include "bench/measure.h"

#include "base/large_blocks.h"
#include "customers/customer_card_page.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "customers/customers_page.h"
#include "find/find_box.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/main_window.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "records/all_records.h"
#include "support/gui_watchdog.h"
#include "theme/script_fonts.h"
#include "theme/theme_watcher.h"

#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest/QTest>

#include <chrono>
#include <cstdio>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 120'000;
constexpr int kStops = 300; // on the way through the whole list

double nowMs() { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
double cpuMs() { return double(std::clock()) * 1000 / CLOCKS_PER_SEC; }

// Of this process, in kilobytes; 0 where the system does not tell.
qint64 memory(const QByteArray &name) {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(name + ':'))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

void note(const QByteArray &name, double wall, double cpu, qint64 rows = 0) { bench::print(name, {wall, cpu, rows, 1}); }

// Looks after every event, not after a while: what is waited for is measured.
bool waitUntil(const std::function<bool()> &isSo) {
    QTimer patience;
    patience.setSingleShot(true);
    patience.start(kPatienceMs);
    while (!isSo()) {
        if (!patience.isActive())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

struct List {
    explicit List(ui::MainWindow &window) : panel(window.findChild<ui::CustomerListPanel *>()) {}

    bool isShownAt(int row) const {
        return panel && row >= 0 && row < panel->model()->rowCount() && panel->model()->row(row) != nullptr;
    }
    // The rows under the window are there, and painted.
    bool waitFor(int row) const {
        const bool here = waitUntil([&] { return isShownAt(row < 0 ? panel->model()->rowCount() - 1 : row); });
        panel->table()->viewport()->repaint();
        return here;
    }

    ui::CustomerListPanel *panel;
};

tests::GuiWatchdog &watchdog() { return *static_cast<tests::GuiWatchdog *>(QCoreApplication::instance()); }

// In the column of the processor's time: what the thread ran of it. A block of which it ran little waited for something, mostly the disk.
void noteBlock(const QByteArray &name) {
    const tests::GuiWatchdog::Block block = watchdog().longest();
    note(name, block.milliseconds, block.ofProcessor);
}

// As an event of the loop, which the watchdog sees.
bool asEvent(const std::function<void()> &act) {
    bool isDone = false;
    QMetaObject::invokeMethod(
        qApp,
        [&] {
            act();
            isDone = true;
        },
        Qt::QueuedConnection);
    return waitUntil([&] { return isDone; });
}

// One job of the window: its time until the answer is seen, and how long it held the thread at most.
bool job(const QByteArray &name, const std::function<bool()> &work) {
    watchdog().startAnew();
    const double start = nowMs(), startCpu = cpuMs();
    if (!work())
        return false;
    note(name, nowMs() - start, cpuMs() - startCpu);
    noteBlock("longest block, " + name);
    return true;
}

bool walkThrough(const List &list) {
    QScrollBar *bar = list.panel->table()->verticalScrollBar();
    for (int stop = 0; stop <= kStops; ++stop) {
        asEvent([&] { bar->setValue(int(qint64(bar->maximum()) * stop / kStops)); });
        if (!list.waitFor(qMax(0, list.panel->table()->rowAt(0))))
            return false;
    }
    return true;
}

// The rows are others, and those that are seen are here.
bool waitForOthers(const List &list, const std::function<void()> &act) {
    bool isReset = false;
    const auto heard = QObject::connect(list.panel->model(), &QAbstractItemModel::modelReset, [&] { isReset = true; });
    act();
    const bool came = waitUntil([&] { return isReset; });
    QObject::disconnect(heard);
    return came && list.waitFor(0);
}

bool sortAndFilter(const List &list) {
    ui::FilterHeader *header = list.panel->table()->filterHeader();
    const auto sortBy = [&](int column) {
        return waitForOthers(list, [&] { asEvent([&] { header->setSortIndicator(column, Qt::DescendingOrder); }); });
    };
    QWidget *cell = header->editor(ui::customer_column::City);
    return job("window, sort by last contact", [&] { return sortBy(ui::customer_column::LastContact); }) &&
           job("window, filter by city", [&] { return waitForOthers(list, [&] { QTest::keyClicks(cell, u"berlin"_s); }); }) &&
           job("window, all again", [&] { return waitForOthers(list, [&] { asEvent([&] { list.panel->clearFilter(); }); }); });
}

bool findAndOpen(ui::MainWindow &window, const List &list) {
    const Id customer = list.panel->model()->idAt(0);
    return job("window, typing into find",
               [&] {
                   asEvent([&] { window.findBox()->open(); });
                   for (const QChar letter : u"anna berg"_s) {
                       QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, letter.toLatin1());
                       QTest::qWait(50);
                   }
                   return asEvent([&] { window.findBox()->close(); });
               }) &&
           job("opening a card", [&] {
               asEvent([&] { window.go({ui::page::kCustomers, customer}); });
               return waitUntil([&] {
                   const auto *card = window.findChild<ui::CustomerCardPage *>();
                   return card && card->isVisible() && card->content().card.customer.id == customer;
               });
           });
}

int run(const QString &base, double start, bool isStartOnly) {
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(u"preferences.ini"_s));
    ui::ThemeWatcher theme(*qApp, ui::ThemeChoice::Light);
    ui::MainWindow window(preferences, theme, records::openOptions());
    window.resize(1366, 768);
    bool isOpen = false;
    asEvent([&] {
        isOpen = window.openBase(base);
        window.show();
        window.go({ui::page::kCustomers});
    });
    const List list(window);
    if (!isOpen || !list.panel || !list.waitFor(0))
        return 1;
    note("start to usable list", nowMs() - start, cpuMs(), list.panel->model()->rowCount());
    noteBlock("longest block of the start");
    note("memory after the start (KB)", double(memory("VmRSS")), 0);
    if (isStartOnly)
        return 0;
    // A person looks at the list first.
    const auto *fonts = window.findChild<ui::ScriptFonts *>();
    if (!waitUntil([&] { return fonts->isDone(); }))
        return 1;
    QScrollBar *bar = list.panel->table()->verticalScrollBar();
    const auto jump = [&] { return asEvent([&] { bar->setValue(bar->maximum()); }) && list.waitFor(-1); };
    if (!job("jump to the end of the list", jump) || !job("walk through the list", [&] { return walkThrough(list); }))
        return 1;
    note("memory after the walk (KB)", double(memory("VmRSS")), 0);
    note("memory at its peak (KB)", double(memory("VmHWM")), 0);
    return sortAndFilter(list) && findAndOpen(window, list) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
    const double here = nowMs();
    giveBackLargeBlocks();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    tests::GuiWatchdog application(argc, argv);
    QCoreApplication::setOrganizationName(u"Kontor"_s);
    const QStringList arguments = application.arguments();
    const double started = arguments.value(3).toDouble() / 1e6;
    if (arguments.size() < 2) {
        std::fputs("kontor_window_bench BASE [--started-at NANOSECONDS [--start-only]]\n", stderr);
        return 2;
    }
    return run(arguments.at(1), started > 0 ? started : here, arguments.contains(u"--start-only"_s));
}
