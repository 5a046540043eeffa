#include "sharing/damage_notice.h"
#include "sharing/presence.h"
#include "sharing/who_is_at.h"
#include "support/temporary_base.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace kontor;
using namespace kontor::sharing;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class PresenceOfABase : public testing::Test {
protected:
    QString base() const { return m_folder.filePath(u"x.kontor"_s); }
    std::unique_ptr<Presence> join(const QString &host, qint64 startedAt) const {
        return valueOf(Presence::join(base(), {host, u"Maria"_s, u"0.1"_s, u"local"_s, startedAt}));
    }
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(PresenceOfABase, TellsWhoElseIsThere) {
    auto first = join(u"pc-1"_s, 1);
    auto second = join(u"pc-2"_s, 2);
    first->look(0);
    ASSERT_EQ(first->others().size(), 1);
    EXPECT_EQ(first->others().first().host, u"pc-2"_s);
    EXPECT_EQ(first->others().first().user, u"Maria"_s);
    second->look(0);
    ASSERT_EQ(second->others().size(), 1);
    EXPECT_EQ(second->others().first().host, u"pc-1"_s);
}

TEST_F(PresenceOfABase, IsSeenByWhoTakesNoPart) {
    EXPECT_TRUE(whoIsAt(base()).isEmpty());
    EXPECT_FALSE(QFile::exists(Presence::pathFor(base()))) << "looking leaves no file";
    auto first = join(u"pc-1"_s, 1);
    ASSERT_EQ(whoIsAt(base()).size(), 1);
    EXPECT_EQ(whoIsAt(base()).first().host, u"pc-1"_s);
    first->look(0);
    EXPECT_TRUE(first->others().isEmpty()) << "who looked is not there";
    first->loseLock(); // as when it dies
    EXPECT_TRUE(whoIsAt(base()).isEmpty());
}

TEST_F(PresenceOfABase, EndsWhenOneLeaves) {
    auto first = join(u"pc-1"_s, 1);
    join(u"pc-2"_s, 2).reset();
    first->look(0);
    EXPECT_TRUE(first->others().isEmpty());
}

TEST_F(PresenceOfABase, BelievesLocksThatHold) {
    auto first = join(u"pc-1"_s, 1);
    auto second = join(u"pc-2"_s, 2);
    for (qint64 now = 0; now < 60'000; now += kLookMs) {
        if (now % kBeatMs == 0) {
            first->beat();
            second->beat();
        }
        first->look(now);
        second->look(now);
    }
    EXPECT_FALSE(first->locksLie());
    EXPECT_FALSE(second->locksLie());
    EXPECT_EQ(first->others().size(), 1);
}

// It was asleep or cut off, the drive gave its lock back, and another one took it for dead.
TEST_F(PresenceOfABase, DoesNotTakeALostLockForALie) {
    auto sleeper = join(u"pc-1"_s, 1);
    auto other = join(u"pc-2"_s, 2);
    other->look(0);
    {
        QString problem;
        auto taken = LockableFile::open(Presence::pathFor(base()), problem);
        ASSERT_TRUE(taken);
        sleeper->loseLock();
        ASSERT_TRUE(taken->lock(qint64(1) << 31));
        sleeper->beat();
        sleeper->look(1'000);
    }
    for (qint64 now = 2'000; now < 90'000; now += kLookMs) {
        if (now % kBeatMs < kLookMs) {
            sleeper->beat();
            other->beat();
        }
        sleeper->look(now);
        other->look(now);
    }
    EXPECT_FALSE(sleeper->locksLie());
    EXPECT_FALSE(other->locksLie());
    EXPECT_EQ(sleeper->others().size(), 1);
    EXPECT_EQ(other->others().size(), 1);
}

// A computer whose lock the drive does not show to others: it writes its slot, and nobody is kept from locking it.
TEST_F(PresenceOfABase, FindsOutWithinFifteenSecondsThatLocksLieAndTellsTheOther) {
    auto liar = join(u"pc-1"_s, 1);
    const QByteArray slot = [&] {
        QFile file(Presence::pathFor(base()));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.read(256);
    }();
    liar.reset(); // its lock is gone, its slot is written again below, as if it were still there
    const auto writeSlot = [&](char beat) {
        QFile file(Presence::pathFor(base()));
        EXPECT_TRUE(file.open(QIODevice::ReadWrite));
        QByteArray changed = slot;
        changed[7] = beat; // the last byte of the counter
        file.write(changed);
    };
    writeSlot(1);
    auto honest = join(u"pc-2"_s, 2);
    qint64 provenAt = -1;
    for (qint64 now = 0; now <= 15'000 && provenAt < 0; now += kLookMs) {
        writeSlot(char(1 + now / kBeatMs));
        honest->look(now);
        if (honest->locksLie())
            provenAt = now;
    }
    EXPECT_GE(provenAt, kBeatMs);
    auto third = join(u"pc-3"_s, 3);
    third->look(20'000);
    EXPECT_TRUE(third->locksLie());
}

TEST_F(PresenceOfABase, ClearsTheSlotOfOneThatDied) {
    auto dead = join(u"pc-1"_s, 1);
    QFile file(Presence::pathFor(base()));
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    const QByteArray slot = file.read(256);
    dead.reset();
    file.seek(0);
    file.write(slot);
    file.close();
    auto living = join(u"pc-2"_s, 2);
    for (qint64 now = 0; now < 40'000; now += kLookMs)
        living->look(now);
    EXPECT_TRUE(living->others().isEmpty());
    EXPECT_FALSE(living->locksLie());
}

TEST_F(PresenceOfABase, KeepsNamesOfAnyLengthInItsSlot) {
    auto first =
        valueOf(Presence::join(base(), {QString(500, u'å'), QString(500, u'ж'), QString(90, u'1'), QString(90, u'x'), 1}));
    auto second = join(u"pc-2"_s, 2);
    second->look(0);
    ASSERT_EQ(second->others().size(), 1);
    EXPECT_TRUE(second->others().first().user.startsWith(u"жжж"_s));
}

TEST_F(PresenceOfABase, GivesTheWorkForAllToTheOneWithTheLowestSlot) {
    auto first = join(u"pc-1"_s, 1);
    auto second = join(u"pc-2"_s, 2);
    first->look(0);
    second->look(0);
    EXPECT_TRUE(first->isFirst());
    EXPECT_FALSE(second->isFirst());
    first.reset();
    second->look(kLookMs);
    EXPECT_TRUE(second->isFirst());
}

TEST_F(PresenceOfABase, TellsEverybodyThatItIsDamagedUntilItIsRepaired) {
    EXPECT_FALSE(damageNotice(base()));
    auto first = join(u"pc-1"_s, 1);
    EXPECT_TRUE(raiseDamageNotice(base(), {1'000, u"pc-1"_s, u"Maria"_s}));
    EXPECT_TRUE(raiseDamageNotice(base(), {2'000, u"pc-2"_s, u"Ivan"_s}));
    first.reset();
    auto second = join(u"pc-2"_s, 2);
    const auto notice = damageNotice(base());
    ASSERT_TRUE(notice);
    EXPECT_EQ(notice->at, 1'000);
    EXPECT_EQ(notice->user, u"Maria"_s);
    clearDamageNotice(base());
    EXPECT_FALSE(damageNotice(base()));
    second->look(0);
    EXPECT_TRUE(second->others().isEmpty()) << "the slots are as they were";
}
