#include "gui_watchdog.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMetaObject>

#ifdef Q_OS_LINUX
#include <fcntl.h>
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

double GuiWatchdog::waitedForProcessor() const {
#ifdef Q_OS_LINUX
    char text[64] = {};
    long long ran = 0;
    long long waited = 0;
    if (m_statistics >= 0 && pread(m_statistics, text, sizeof text - 1, 0) > 0 &&
        std::sscanf(text, "%lld %lld", &ran, &waited) == 2)
        return double(waited) / 1e6;
#endif
    return 0;
}

bool GuiWatchdog::notify(QObject *receiver, QEvent *event) {
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const QByteArray name = receiver->metaObject()->className(); // the receiver may delete itself
    const int type = event->type();
    const double waitedBefore = waitedForProcessor();
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const double took = double(timer.nsecsElapsed()) / 1e6 - (waitedForProcessor() - waitedBefore);
    if (took > m_longest.milliseconds)
        m_longest = {took, name, type};
    return handled;
}

} // namespace kontor::tests
