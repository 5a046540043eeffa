#include "sharing/sleep_system.h"
#include "sharing/sleep_watch.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>

namespace kontor::sharing {

using namespace Qt::StringLiterals;

namespace {
const QString kService = u"org.freedesktop.login1"_s;
const QString kPath = u"/org/freedesktop/login1"_s;
const QString kManager = u"org.freedesktop.login1.Manager"_s;
const QString kOwnConnection = u"kontor-sleep"_s;
} // namespace

class LogindSleep : public QObject, public SleepSystem {
    Q_OBJECT

public:
    LogindSleep(const QString &busAddress, SleepWatch &watch)
        : m_watch(watch),
          m_isOwn(!busAddress.isEmpty()),
          m_bus(m_isOwn ? QDBusConnection::connectToBus(busAddress, kOwnConnection) : QDBusConnection::systemBus()) {
        // QtDBus joins a remote signal to a slot by its text alone.
        const QByteArray onPrepare = QByteArray::number(QSLOT_CODE) + "onPrepare(bool)";
        if (m_bus.connect(kService, kPath, kManager, u"PrepareForSleep"_s, this, onPrepare.constData()))
            takeLock();
    }
    ~LogindSleep() override {
        if (m_isOwn)
            QDBusConnection::disconnectFromBus(kOwnConnection);
    }

    void done() override { m_lock = QDBusUnixFileDescriptor(); } // closing it gives the lock back

private slots:
    void onPrepare(bool begins) {
        if (begins)
            return emit m_watch.goesToSleep();
        takeLock();
        emit m_watch.isAwake();
    }

private:
    void takeLock() {
        QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kManager, u"Inhibit"_s);
        call << u"sleep"_s << QCoreApplication::applicationName()
             << QCoreApplication::translate("kontor::sharing", "The customer file is being closed.") << u"delay"_s;
        auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
            const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
            if (reply.isValid())
                m_lock = reply.value();
            answer->deleteLater();
        });
    }

    SleepWatch &m_watch;
    bool m_isOwn;
    QDBusConnection m_bus;
    QDBusUnixFileDescriptor m_lock;
};

std::unique_ptr<SleepSystem> makeSleepSystem(const QString &busAddress, SleepWatch &watch) {
    return std::make_unique<LogindSleep>(busAddress, watch);
}

} // namespace kontor::sharing

#include "sleep_logind.moc"
