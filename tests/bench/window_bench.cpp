// kontor_window_bench BASE [--started-at NANOSECONDS]: the window on a base, from the start of the process to the list that can be used, then
// to its end and through all of it; and what memory that takes. bench.py gives the time of the start, on the monotonic clock.
#include "bench/measure.h"

#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "customers/customers_page.h"
#include "lists/list_table.h"
#include "main_window/main_window.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "records/all_records.h"
#include "theme/theme_watcher.h"

#include <QApplication>
#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>
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

struct List {
    explicit List(ui::MainWindow &window) : panel(window.findChild<ui::CustomerListPanel *>()) {}

    bool isShownAt(int row) const {
        return panel && row >= 0 && row < panel->model()->rowCount() && panel->model()->row(row) != nullptr;
    }
    // The rows under the window are there, and painted.
    bool waitFor(int row) const {
        const bool here = QTest::qWaitFor([&] { return isShownAt(row < 0 ? panel->model()->rowCount() - 1 : row); }, kPatienceMs);
        panel->table()->viewport()->repaint();
        return here;
    }

    ui::CustomerListPanel *panel;
};

bool walkThrough(const List &list) {
    QScrollBar *bar = list.panel->table()->verticalScrollBar();
    for (int stop = 0; stop <= kStops; ++stop) {
        bar->setValue(int(qint64(bar->maximum()) * stop / kStops));
        if (!list.waitFor(qMax(0, list.panel->table()->rowAt(0))))
            return false;
    }
    return true;
}

int run(const QString &base, double start) {
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(u"preferences.ini"_s));
    ui::ThemeWatcher theme(*qApp, ui::ThemeChoice::Light);
    ui::MainWindow window(preferences, theme, records::openOptions());
    window.resize(1366, 768);
    if (!window.openBase(base))
        return 1;
    window.show();
    window.go({ui::page::kCustomers});
    const List list(window);
    if (!list.panel || !list.waitFor(0))
        return 1;
    note("start to usable list", nowMs() - start, cpuMs(), list.panel->model()->rowCount());
    note("memory after the start (KB)", double(memory("VmRSS")), 0);
    const double jump = nowMs(), jumpCpu = cpuMs();
    list.panel->table()->verticalScrollBar()->setValue(list.panel->table()->verticalScrollBar()->maximum());
    if (!list.waitFor(-1))
        return 1;
    note("jump to the end of the list", nowMs() - jump, cpuMs() - jumpCpu);
    const double walk = nowMs(), walkCpu = cpuMs();
    if (!walkThrough(list))
        return 1;
    note("walk through the list, one stop", (nowMs() - walk) / kStops, (cpuMs() - walkCpu) / kStops, kStops);
    note("memory after the walk (KB)", double(memory("VmRSS")), 0);
    note("memory at its peak (KB)", double(memory("VmHWM")), 0);
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    const double here = nowMs();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"Kontor"_s);
    const QStringList arguments = application.arguments();
    const double started = arguments.value(3).toDouble() / 1e6;
    if (arguments.size() < 2) {
        std::fputs("kontor_window_bench BASE [--started-at NANOSECONDS]\n", stderr);
        return 2;
    }
    return run(arguments.at(1), started > 0 ? started : here);
}
