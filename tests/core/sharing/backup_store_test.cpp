#include "customers/customer_repository.h"
#include "sharing/backup_store.h"
#include "support/temporary_base.h"

#include <QFile>

using namespace kontor;
using namespace kontor::sharing;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(const QString &text) {
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    time.setTimeSpec(Qt::UTC);
    return time;
}

Id addCustomerNamed(workspace::Base &base, const QString &name) {
    return valueOf(base.write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) {
        NewCustomer draft;
        draft.customer.name = name;
        return addCustomer(recorder, draft);
    }));
}

Backup of(const QString &time, const QString &reason = kRegularBackup) { return {time + reason, reason, at(time), 0}; }

} // namespace

TEST(BackupStore, KeepsACheckedCopyThatIsFoundAgain) {
    TemporaryBase base;
    addCustomerNamed(*base, u"Anna"_s);
    const QString folder = base.folder() + u"/backups"_s;
    const auto made = valueOf(makeBackup(base->database(), folder, kRegularBackup, at(u"2026-03-01T10:00:00"_s)));
    ASSERT_TRUE(made);
    const QList<Backup> found = backupsIn(folder);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found[0].path, made->path);
    EXPECT_EQ(found[0].reason, kRegularBackup);
    EXPECT_EQ(found[0].at, at(u"2026-03-01T10:00:00"_s));
    const BackupContent content = valueOf(contentOf(found[0].path));
    EXPECT_EQ(content.baseId, base->id());
    EXPECT_EQ(content.customers, 1);
}

TEST(BackupStore, MakesNoSecondCopyOfTheSame) {
    TemporaryBase base;
    const QString folder = base.folder() + u"/backups"_s;
    EXPECT_FALSE(valueOf(makeBackup(base->database(), folder, kRegularBackup, at(u"2026-03-01T09:00:00"_s)))) << "nothing is in it";
    addCustomerNamed(*base, u"Anna"_s);
    EXPECT_TRUE(valueOf(makeBackup(base->database(), folder, kRegularBackup, at(u"2026-03-01T10:00:00"_s))));
    EXPECT_FALSE(valueOf(makeBackup(base->database(), folder, kBeforeImport, at(u"2026-03-01T11:00:00"_s))));
    EXPECT_TRUE(valueOf(makeBackup(base->database(), folder, kWantedBackup, at(u"2026-03-01T11:30:00"_s)))) << "a person asked";
    addCustomerNamed(*base, u"Boris"_s);
    EXPECT_TRUE(valueOf(makeBackup(base->database(), folder, kRegularBackup, at(u"2026-03-01T13:00:00"_s))));
    addCustomerNamed(*base, u"Carla"_s);
    EXPECT_FALSE(valueOf(makeBackup(base->database(), folder, kRegularBackup, at(u"2026-03-01T13:30:00"_s)))) << "within the hour";
    EXPECT_EQ(backupsIn(folder).size(), 3);
}

TEST(BackupStore, KeepsTenDaysAndTheLastHours) {
    QList<Backup> all;
    for (int day = 20; day >= 1; --day)
        for (int hour : {18, 15, 12, 9})
            all << of(u"2026-03-%1T%2:00:00"_s.arg(day, 2, 10, QChar(u'0')).arg(hour, 2, 10, QChar(u'0')));
    const QList<Backup> old = outdated(all);
    QStringList kept;
    for (const Backup &backup : all)
        if (std::none_of(old.begin(), old.end(), [&](const Backup &gone) { return gone.path == backup.path; }))
            kept << backup.at.toString(u"dd-HH"_s);
    EXPECT_EQ(kept, (QStringList{u"20-18"_s, u"20-15"_s, u"20-12"_s, u"19-18"_s, u"18-18"_s, u"17-18"_s, u"16-18"_s, u"15-18"_s,
                                 u"14-18"_s, u"13-18"_s, u"12-18"_s, u"11-18"_s}));
}

TEST(BackupStore, KeepsTenOfThoseBeforeLargeActsAndAllThatWereWanted) {
    QList<Backup> all;
    for (int day = 28; day >= 1; --day)
        all << of(u"2026-02-%1T12:00:00"_s.arg(day, 2, 10, QChar(u'0')), day % 2 == 0 ? kBeforeImport : kWantedBackup);
    const QList<Backup> old = outdated(all);
    EXPECT_EQ(old.size(), 4);
    for (const Backup &backup : old)
        EXPECT_EQ(backup.reason, kBeforeImport);
}

TEST(BackupStore, PutsTheSameCopyBesideTheBase) {
    TemporaryBase base;
    addCustomerNamed(*base, u"Anna"_s);
    const auto made =
        valueOf(makeBackup(base->database(), base.folder() + u"/local"_s, kRegularBackup, at(u"2026-03-01T10:00:00"_s)));
    ASSERT_TRUE(made);
    const QString folder = sharedBackupFolder(base.path());
    expectDone(shareBackup(*made, folder));
    const QList<Backup> shared = backupsIn(folder);
    ASSERT_EQ(shared.size(), 1);
    EXPECT_EQ(valueOf(contentOf(shared[0].path)).baseId, base->id());
}
