#include "sharing/sleep_system.h"
#include "sharing/sleep_watch.h"

#include <windows.h>

#include <powrprof.h>

namespace kontor::sharing {

namespace {

// Called on a thread of the system.
ULONG CALLBACK onPower(PVOID watch, ULONG event, PVOID) {
    auto *to = static_cast<SleepWatch *>(watch);
    if (event == PBT_APMSUSPEND)
        QMetaObject::invokeMethod(to, &SleepWatch::goesToSleep, Qt::QueuedConnection);
    else if (event == PBT_APMRESUMEAUTOMATIC)
        QMetaObject::invokeMethod(to, &SleepWatch::isAwake, Qt::QueuedConnection);
    return ERROR_SUCCESS;
}

} // namespace

class WindowsSleep : public SleepSystem {
public:
    explicit WindowsSleep(SleepWatch &watch) : m_who{&onPower, &watch} {
        PowerRegisterSuspendResumeNotification(DEVICE_NOTIFY_CALLBACK, &m_who, &m_registration);
    }
    ~WindowsSleep() override {
        if (m_registration)
            PowerUnregisterSuspendResumeNotification(m_registration);
    }

    void done() override {} // the system does not wait

private:
    DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS m_who;
    HPOWERNOTIFY m_registration = nullptr;
};

std::unique_ptr<SleepSystem> makeSleepSystem(const QString &, SleepWatch &watch) { return std::make_unique<WindowsSleep>(watch); }

} // namespace kontor::sharing
