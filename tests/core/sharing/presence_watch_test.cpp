#include "sharing/file_identity.h"
#include "sharing/presence_watch.h"
#include "support/temporary_base.h"

#include <QFile>
#include <QTemporaryDir>

#include <condition_variable>

using namespace kontor;
using namespace kontor::sharing;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

// One program that has the base open; remembers what it saw last.
class Watcher {
public:
    Watcher(const QString &base, const QString &host, qint64 startedAt)
        : m_watch(base, {host, u"Maria"_s, u"0.1"_s, u"local"_s, startedAt}, false, true, [this](const Sight &sight) {
              const std::lock_guard lock(m_mutex);
              m_sight = sight;
              m_news.notify_all();
          }) {}
    PresenceWatch &watch() { return m_watch; }
    bool sees(const std::function<bool(const Sight &)> &what) {
        std::unique_lock lock(m_mutex);
        return m_news.wait_for(lock, std::chrono::seconds(20), [&] { return what(m_sight); });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_news;
    Sight m_sight;
    PresenceWatch m_watch; // the last: its thread uses the others
};

class PresenceOnAThread : public testing::Test {
protected:
    void SetUp() override {
        QFile file(base());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }
    QString base() const { return m_folder.filePath(u"x.kontor"_s); }
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(PresenceOnAThread, TellsOthersOnALocalDiskWhereOneIsAndWhatWasCommitted) {
    Watcher one(base(), u"pc-1"_s, 1);
    Watcher two(base(), u"pc-2"_s, 2);
    ASSERT_TRUE(one.sees([](const Sight &sight) { return sight.others.size() == 1; }));
    one.watch().setWhere(Id{17}, "city");
    one.watch().noteChange(42);
    one.watch().setSaving(true);
    EXPECT_TRUE(two.sees([](const Sight &sight) {
        const Person other = sight.others.value(0);
        return other.card == Id{17} && other.field == "city" && other.newestChange == 42 && other.isSaving;
    }));
    one.watch().setSaving(false);
    EXPECT_TRUE(two.sees([](const Sight &sight) { return !sight.others.value(0).isSaving; }));
}

TEST_F(PresenceOnAThread, TheLastOneTakesTheFileAway) {
    {
        Watcher one(base(), u"pc-1"_s, 1);
        ASSERT_TRUE(one.sees([](const Sight &sight) { return !sight.base.isEmpty(); }));
        EXPECT_TRUE(QFile::exists(Presence::pathFor(base())));
    }
    EXPECT_FALSE(QFile::exists(Presence::pathFor(base())));
}

TEST_F(PresenceOnAThread, ComesBackWhenItsFileWasTakenAway) {
    Watcher one(base(), u"pc-1"_s, 1);
    ASSERT_TRUE(one.sees([](const Sight &sight) { return !sight.base.isEmpty(); }));
    ASSERT_TRUE(QFile::remove(Presence::pathFor(base())));
    Watcher two(base(), u"pc-2"_s, 2);
    EXPECT_TRUE(two.sees([](const Sight &sight) { return sight.others.value(0).host == u"pc-1"_s; }));
}

TEST_F(PresenceOnAThread, NoticesThatTheBaseIsGoneOrAnotherOne) {
    Watcher one(base(), u"pc-1"_s, 1);
    ASSERT_TRUE(one.sees([](const Sight &sight) { return !sight.base.isEmpty(); }));
    const QByteArray before = fileIdentity(base());
    QFile other(m_folder.filePath(u"other"_s));
    ASSERT_TRUE(other.open(QIODevice::WriteOnly));
    other.close();
    ASSERT_TRUE(QFile::rename(base(), base() + u".away"_s));
    EXPECT_TRUE(one.sees([](const Sight &sight) { return sight.base.isEmpty(); }));
    ASSERT_TRUE(other.rename(base()));
    EXPECT_TRUE(one.sees([&](const Sight &sight) { return !sight.base.isEmpty() && sight.base != before; }));
}
