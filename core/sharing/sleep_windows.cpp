#include "sharing/sleep_system.h"
#include "sharing/sleep_watch.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>

#include <windows.h>

namespace kontor::sharing {

class WindowsSleep : public QAbstractNativeEventFilter, public SleepSystem {
public:
    explicit WindowsSleep(SleepWatch &watch) : m_watch(watch) { QCoreApplication::instance()->installNativeEventFilter(this); }

    bool nativeEventFilter(const QByteArray &, void *message, qintptr *) override {
        const auto *event = static_cast<const MSG *>(message);
        if (event->message == WM_POWERBROADCAST && event->wParam == PBT_APMSUSPEND)
            emit m_watch.goesToSleep();
        if (event->message == WM_POWERBROADCAST && event->wParam == PBT_APMRESUMEAUTOMATIC)
            emit m_watch.isAwake();
        return false;
    }
    void done() override {} // the system does not wait

private:
    SleepWatch &m_watch;
};

std::unique_ptr<SleepSystem> makeSleepSystem(const QString &, SleepWatch &watch) { return std::make_unique<WindowsSleep>(watch); }

} // namespace kontor::sharing
