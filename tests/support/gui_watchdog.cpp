#include "gui_watchdog.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMetaObject>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <time.h>
#include <unistd.h>
#endif

#include <cstdio>

namespace kontor::tests {

GuiWatchdog::GuiWatchdog(int &argc, char **argv) : QApplication(argc, argv) {
#ifdef Q_OS_LINUX
    m_statistics = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
#endif
}

GuiWatchdog::~GuiWatchdog() {
#ifdef Q_OS_LINUX
    if (m_statistics >= 0)
        close(m_statistics);
#endif
}

GuiWatchdog::Spent GuiWatchdog::spent() const {
    Spent spent;
#ifdef Q_OS_LINUX
    timespec ran{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &ran) == 0)
        spent.running = double(ran.tv_sec) * 1e3 + double(ran.tv_nsec) / 1e6;
    char text[64] = {};
    long long waited = 0;
    if (m_statistics >= 0 && pread(m_statistics, text, sizeof text - 1, 0) > 0 && std::sscanf(text, "%*d %lld", &waited) == 1)
        spent.waitingForProcessor = double(waited) / 1e6;
#endif
    return spent;
}

bool GuiWatchdog::notify(QObject *receiver, QEvent *event) {
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const QByteArray name = receiver->metaObject()->className(); // the receiver may delete itself
    const int type = event->type();
    const Spent before = spent();
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const double took = double(timer.nsecsElapsed()) / 1e6;
    const Spent after = spent();
    const double own = took - (after.waitingForProcessor - before.waitingForProcessor);
    if (own > m_longest.milliseconds)
        m_longest = {own, after.running - before.running, name, type};
    return handled;
}

} // namespace kontor::tests
