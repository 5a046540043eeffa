#include "sharing/sleep_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <gtest/gtest.h>

#include <poll.h>
#include <unistd.h>

using namespace kontor::sharing;
using namespace Qt::StringLiterals;

namespace {

const QString kOwnName = u"made-up-logind"_s;

// What logind does about sleep: hands out locks, and says when it begins and ends.
class MadeUpLogind : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit MadeUpLogind(const QString &address) : m_bus(QDBusConnection::connectToBus(address, kOwnName)) {
        EXPECT_TRUE(m_bus.registerService(u"org.freedesktop.login1"_s));
        EXPECT_TRUE(m_bus.registerObject(u"/org/freedesktop/login1"_s, this, QDBusConnection::ExportAllSlots));
    }
    ~MadeUpLogind() override {
        ::close(m_end);
        QDBusConnection::disconnectFromBus(kOwnName);
    }

    void prepareForSleep(bool begins) {
        QDBusMessage signal = QDBusMessage::createSignal(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                                                         u"PrepareForSleep"_s);
        signal << begins;
        m_bus.send(signal);
    }
    // The lock is given back when its holder has closed its end of the pipe.
    bool isHeldUp() const {
        pollfd end{m_end, POLLIN, 0};
        return m_end >= 0 && (::poll(&end, 1, 0) == 0 || !(end.revents & POLLHUP));
    }
    int locks() const { return m_locks; }
    const QStringList &asked() const { return m_asked; }

public slots:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode) {
        Q_UNUSED(who)
        Q_UNUSED(why)
        ++m_locks;
        m_asked = {what, mode};
        int ends[2] = {-1, -1};
        EXPECT_EQ(::pipe(ends), 0);
        ::close(m_end);
        m_end = ends[0];
        const QDBusUnixFileDescriptor lock(ends[1]);
        ::close(ends[1]);
        return lock;
    }

private:
    QDBusConnection m_bus;
    QStringList m_asked;
    int m_locks = 0;
    int m_end = -1;
};

class SleepWatchTest : public testing::Test {
protected:
    void SetUp() override {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            GTEST_SKIP() << "there is no dbus-daemon on this computer";
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nosyslog"_s, u"--print-address"_s});
        ASSERT_TRUE(m_daemon.waitForReadyRead());
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        m_logind = std::make_unique<MadeUpLogind>(m_address);
        m_watch = std::make_unique<SleepWatch>(m_address);
    }
    void TearDown() override {
        m_watch.reset();
        m_logind.reset();
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    template <class Condition>
    static bool comesTrue(Condition condition) {
        return QTest::qWaitFor(condition, 20'000);
    }

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<MadeUpLogind> m_logind;
    std::unique_ptr<SleepWatch> m_watch;
};

} // namespace

TEST_F(SleepWatchTest, KeepsTheComputerAwakeUntilNothingStandsOpen) {
    QSignalSpy asleep(m_watch.get(), &SleepWatch::goesToSleep);
    ASSERT_TRUE(comesTrue([&] { return m_logind->locks() == 1; }));
    EXPECT_EQ(m_logind->asked(), (QStringList{u"sleep"_s, u"delay"_s}));
    m_logind->prepareForSleep(true);
    ASSERT_TRUE(comesTrue([&] { return asleep.size() == 1; }));
    EXPECT_TRUE(m_logind->isHeldUp());
    m_watch->done();
    EXPECT_TRUE(comesTrue([&] { return !m_logind->isHeldUp(); }));
}

TEST_F(SleepWatchTest, SaysWhenItIsAwakeAndHoldsTheNextSleepUpToo) {
    QSignalSpy awake(m_watch.get(), &SleepWatch::isAwake);
    ASSERT_TRUE(comesTrue([&] { return m_logind->locks() == 1; }));
    m_logind->prepareForSleep(true);
    m_watch->done();
    m_logind->prepareForSleep(false);
    ASSERT_TRUE(comesTrue([&] { return awake.size() == 1; }));
    EXPECT_TRUE(comesTrue([&] { return m_logind->locks() == 2 && m_logind->isHeldUp(); }));
}

#include "sleep_watch_test.moc"
