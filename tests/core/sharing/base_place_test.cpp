#include "sharing/base_place.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace kontor::sharing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kTable = R"(22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/office rw,relatime shared:2 - cifs //nas/office rw,vers=3.1.1,cache=strict,soft,actimeo=1
31 22 0:41 / /mnt/nobrl rw,relatime - cifs //nas/office rw,vers=3.1.1,cache=strict,nobrl
32 22 0:42 / /mnt/loose rw,relatime - smb3 //nas/office rw,cache=loose
33 22 0:43 / /mnt/nfs rw,relatime - nfs4 nas:/share rw,vers=4.1,local_lock=none
34 22 0:44 / /mnt/old rw,relatime - nfs nas:/share rw,vers=3,nolock,local_lock=all
35 22 0:45 / /mnt/old-locked rw,relatime - nfs nas:/share rw,vers=3,local_lock=none
36 22 0:46 / /mnt/My\040Cloud rw - fuse.rclone cloud: rw
37 22 0:47 / /mnt/usb rw - fuseblk /dev/sdb1 rw
38 33 8:1 /home /mnt/nfs/home rw - ext4 /dev/sda1 rw
39 22 0:48 / /mnt/vm rw - 9p host rw,trans=virtio
)";

Place at(const QString &path) { return placeInMountTable(kTable, path); }

} // namespace

TEST(Place, OnADiskOfThisComputerIsLocal) {
    EXPECT_EQ(at(u"/srv/maria/customers.kontor"_s).kind, PlaceKind::Local);
    EXPECT_EQ(at(u"/mnt/usb/customers.kontor"_s).kind, PlaceKind::Local);
    EXPECT_TRUE(at(u"/srv/maria/customers.kontor"_s).mayWrite());
}

TEST(Place, OnAShareWithLocksMayBeWritten) {
    EXPECT_EQ(at(u"/mnt/office/a/customers.kontor"_s).kind, PlaceKind::Smb);
    EXPECT_TRUE(at(u"/mnt/office/a/customers.kontor"_s).mayWrite());
    EXPECT_EQ(at(u"/mnt/nfs/customers.kontor"_s).kind, PlaceKind::Nfs4);
    EXPECT_TRUE(at(u"/mnt/nfs/customers.kontor"_s).mayWrite());
    EXPECT_EQ(at(u"/mnt/old-locked/customers.kontor"_s).kind, PlaceKind::Nfs3);
    EXPECT_TRUE(at(u"/mnt/old-locked/customers.kontor"_s).mayWrite());
}

TEST(Place, WhoseMountHidesLocksIsForReadingOnlyAndSaysWhyAndWhatToDo) {
    for (const QString &path : {u"/mnt/nobrl/x.kontor"_s, u"/mnt/loose/x.kontor"_s, u"/mnt/old/x.kontor"_s}) {
        const Place place = at(path);
        EXPECT_EQ(place.kind, PlaceKind::Unsafe) << qPrintable(path);
        EXPECT_FALSE(place.mayWrite()) << qPrintable(path);
        EXPECT_FALSE(place.remedy.isEmpty()) << qPrintable(path);
    }
    EXPECT_TRUE(at(u"/mnt/nobrl/x.kontor"_s).reason.contains(u"nobrl"_s));
    EXPECT_TRUE(at(u"/mnt/loose/x.kontor"_s).reason.contains(u"cache=loose"_s));
}

TEST(Place, OnADriveThatIsNotKnownIsForReadingOnly) {
    EXPECT_EQ(at(u"/mnt/My Cloud/x.kontor"_s).kind, PlaceKind::Unknown);
    EXPECT_FALSE(at(u"/mnt/My Cloud/x.kontor"_s).mayWrite());
    EXPECT_FALSE(at(u"/mnt/vm/x.kontor"_s).mayWrite());
}

TEST(Place, IsThatOfTheInnermostMount) {
    EXPECT_EQ(at(u"/mnt/nfs/home/x.kontor"_s).kind, PlaceKind::Local);
    EXPECT_EQ(at(u"/mnt/nfsother/x.kontor"_s).kind, PlaceKind::Local);
}

TEST(Place, InACloudFolderIsForReadingOnly) {
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(u"Dropbox/office"_s);
    const Place place = placeOf(folder.filePath(u"Dropbox/office/x.kontor"_s));
    EXPECT_FALSE(place.mayWrite());
    EXPECT_TRUE(place.reason.contains(u"Dropbox"_s));
    EXPECT_EQ(cloudServiceOf(folder.filePath(u"x.kontor"_s)), QString());
    QDir(folder.path()).mkpath(u"shared/.stfolder"_s);
    EXPECT_EQ(cloudServiceOf(folder.filePath(u"shared/x.kontor"_s)), u"Syncthing"_s);
}

TEST(Place, IsThatOfTheFileWhichALinkNames) {
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(u"OneDrive - Office"_s);
    QFile file(folder.filePath(u"OneDrive - Office/x.kontor"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    ASSERT_TRUE(QFile::link(file.fileName(), folder.filePath(u"link.kontor"_s)));
    EXPECT_FALSE(placeOf(folder.filePath(u"link.kontor"_s)).mayWrite());
}
