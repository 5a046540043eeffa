// The system's word that this computer is about to sleep, and that it is awake again. While it sleeps a network drive forgets its locks, so nothing
// may stand open meanwhile; who gets no word is stopped by the fence (db/guard.h).
//
// Linux: logind over D-Bus (org.freedesktop.login1.Manager, PrepareForSleep). A delay lock keeps the computer awake until done() was called, for at
// most the time that the system allows (5 s unless it is set otherwise). Windows: the notification of suspend and resume, which does not
// wait. Elsewhere nothing is said. Lives on the thread of the event loop.
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace kontor::sharing {

class SleepSystem;

class SleepWatch : public QObject {
    Q_OBJECT

public:
    // `busAddress`: for tests, of another bus than the system's.
    explicit SleepWatch(const QString &busAddress = QString(), QObject *parent = nullptr);
    ~SleepWatch() override;

    // After goesToSleep(): nothing stands open any more.
    void done();

signals:
    void goesToSleep();
    void isAwake();

private:
    std::unique_ptr<SleepSystem> m_system;
};

} // namespace kontor::sharing
