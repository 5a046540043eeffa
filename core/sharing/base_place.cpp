#include "sharing/base_place.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <optional>

namespace kontor::sharing {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::sharing", text); }

// Spaces and the like are written as \040.
QString unescaped(QByteArrayView field) {
    QByteArray text;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool isOctal = false;
        const int code =
            field[i] == '\\' ? field.sliced(i + 1, qMin<qsizetype>(3, field.size() - i - 1)).toByteArray().toInt(&isOctal, 8) : 0;
        if (isOctal) {
            text.append(char(code));
            i += 3;
        } else {
            text.append(field[i]);
        }
    }
    return QString::fromUtf8(text);
}

// 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
struct Mount {
    QString mountPoint;
    QString fileSystem;
    QStringList options;
};

std::optional<Mount> mountOf(const QByteArray &line) {
    const QList<QByteArray> words = line.split(' ');
    const qsizetype separator = words.indexOf("-");
    if (separator < 6 || words.size() < separator + 4)
        return std::nullopt;
    const QByteArray options = words[5] + ',' + words[separator + 3].trimmed();
    return Mount{unescaped(words[4]), QString::fromLatin1(words[separator + 1]), QString::fromUtf8(options).split(u',')};
}

bool isBelow(const QString &path, const QString &folder) {
    return folder == "/"_L1 || path == folder || path.startsWith(folder + u'/');
}

bool hasOption(const Place &place, const QString &option) { return place.options.contains(option); }

QString optionValue(const Place &place, const QString &name) {
    for (const QString &option : place.options)
        if (option.startsWith(name + u'='))
            return option.mid(name.size() + 1);
    return {};
}

void refuse(Place &place, const QString &reason, const QString &remedy) {
    place.kind = PlaceKind::Unsafe;
    place.reason = reason;
    place.remedy = remedy;
}

void classifySmb(Place &place) {
    place.kind = PlaceKind::Smb;
    if (hasOption(place, u"nobrl"_s) || hasOption(place, u"nolock"_s))
        refuse(place,
               tr("This network drive is mounted with “nobrl”: computers cannot see each other's locks, and would destroy the "
                  "file."),
               tr("Mount the drive again without “nobrl”."));
    else if (optionValue(place, u"cache"_s) == "loose"_L1)
        refuse(place, tr("This network drive is mounted with “cache=loose”: this computer may read what is no longer true."),
               tr("Mount the drive again without “cache=loose”."));
}

void classifyNfs(Place &place) {
    place.kind =
        place.fileSystem == "nfs4"_L1 || optionValue(place, u"vers"_s).startsWith(u'4') ? PlaceKind::Nfs4 : PlaceKind::Nfs3;
    const QString localLock = optionValue(place, u"local_lock"_s);
    if (hasOption(place, u"nolock"_s) || localLock == "all"_L1 || localLock == "posix"_L1)
        refuse(place, tr("This network drive is mounted without locks: computers would destroy each other's changes."),
               tr("Mount the drive again without “nolock” and “local_lock”, best as NFS 4.1."));
}

void classify(Place &place) {
    static const QStringList smb{u"cifs"_s, u"smb3"_s, u"smb2"_s, u"smbfs"_s};
    static const QStringList unknown{u"9p"_s,    u"vboxsf"_s, u"vmhgfs"_s, u"prl_fs"_s, u"afs"_s,  u"ceph"_s,
                                     u"davfs"_s, u"webdav"_s, u"afpfs"_s,  u"ncpfs"_s,  u"drvfs"_s};
    if (smb.contains(place.fileSystem))
        return classifySmb(place);
    if (place.fileSystem.startsWith("nfs"_L1))
        return classifyNfs(place);
    if (!place.fileSystem.startsWith("fuse."_L1) && place.fileSystem != "fuse"_L1 && !unknown.contains(place.fileSystem))
        return;
    place.kind = PlaceKind::Unknown;
    place.reason = tr("This drive (%1) is not known to keep locks between computers.").arg(place.fileSystem);
    place.remedy = tr("Put the file on a disk of this computer, or on a Windows or NFS share.");
}

void refuseCloudFolder(Place &place, const QString &path) {
    if (place.isNetwork())
        return;
    if (const QString service = cloudServiceOf(path); !service.isEmpty())
        refuse(place,
               tr("This folder is copied between computers by %1, file by file: changes made at the same time would be lost.")
                   .arg(service),
               tr("Put the file into a folder that is not copied, and keep backups there instead."));
}

// Of a file that is to be made: its folder.
QString realPath(const QString &path) {
    const QFileInfo info(path);
    const QString real = info.canonicalFilePath();
    return real.isEmpty() ? QFileInfo(info.absolutePath()).canonicalFilePath() : real;
}

} // namespace

QString placeWord(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::Local: return u"local"_s;
    case PlaceKind::Smb: return u"smb"_s;
    case PlaceKind::Nfs4: return u"nfs4"_s;
    case PlaceKind::Nfs3: return u"nfs3"_s;
    case PlaceKind::Unsafe: return u"unsafe"_s;
    case PlaceKind::Unknown: return u"unknown"_s;
    }
    return u"unknown"_s;
}

Place placeInMountTable(const QByteArray &mountTable, const QString &path) {
    Place place;
    for (const QByteArray &line : mountTable.split('\n')) {
        const auto mount = mountOf(line);
        // A later mount on the same folder covers the earlier one.
        if (!mount || !isBelow(path, mount->mountPoint) || mount->mountPoint.size() < place.mountPoint.size())
            continue;
        place.mountPoint = mount->mountPoint;
        place.fileSystem = mount->fileSystem;
        place.options = mount->options;
    }
    classify(place);
    return place;
}

QString cloudServiceOf(const QString &path) {
    static const QList<std::pair<QString, QString>> folders{
        {u"Dropbox"_s, u"Dropbox"_s},          {u"OneDrive"_s, u"OneDrive"_s},       {u"Google Drive"_s, u"Google Drive"_s},
        {u"GoogleDrive"_s, u"Google Drive"_s}, {u"My Drive"_s, u"Google Drive"_s},   {u"iCloud Drive"_s, u"iCloud"_s},
        {u"iCloudDrive"_s, u"iCloud"_s},       {u"Mobile Documents"_s, u"iCloud"_s}, {u"Nextcloud"_s, u"Nextcloud"_s},
        {u"ownCloud"_s, u"ownCloud"_s},        {u"pCloudDrive"_s, u"pCloud"_s},      {u"MEGAsync"_s, u"MEGA"_s}};
    static const QList<std::pair<QString, QString>> marks{{u".dropbox"_s, u"Dropbox"_s},
                                                          {u".stfolder"_s, u"Syncthing"_s},
                                                          {u".nextcloudsync.log"_s, u"Nextcloud"_s},
                                                          {u".sync_log"_s, u"ownCloud"_s}};
    if (path.isEmpty())
        return {};
    const QFileInfo info(path);
    for (QDir folder(info.isDir() ? info.absoluteFilePath() : info.absolutePath()); !folder.isRoot();) {
        for (const auto &[name, service] : folders)
            if (folder.dirName() == name || folder.dirName().startsWith(name + " - "_L1))
                return service;
        for (const auto &[mark, service] : marks)
            if (folder.exists(mark))
                return service;
        if (!folder.cdUp())
            break;
    }
    return {};
}

} // namespace kontor::sharing

#if defined(Q_OS_WIN)

#include <windows.h>

namespace kontor::sharing {

Place placeOf(const QString &path) {
    Place place;
    const QString real = QDir::toNativeSeparators(realPath(path));
    const QString root = real.startsWith("\\\\"_L1) ? real.section(u'\\', 0, 3) + u'\\' : real.left(3);
    place.mountPoint = root;
    if (GetDriveTypeW(reinterpret_cast<const wchar_t *>(root.utf16())) == DRIVE_REMOTE || real.startsWith("\\\\"_L1)) {
        place.kind = PlaceKind::Smb;
        place.fileSystem = u"smb"_s;
    }
    refuseCloudFolder(place, realPath(path));
    return place;
}

} // namespace kontor::sharing

#elif defined(Q_OS_MACOS)

#include <sys/mount.h>
#include <sys/param.h>

namespace kontor::sharing {

Place placeOf(const QString &path) {
    Place place;
    struct statfs system;
    const QString real = realPath(path);
    if (::statfs(QFile::encodeName(real).constData(), &system) == 0) {
        place.fileSystem = QString::fromUtf8(system.f_fstypename);
        place.mountPoint = QFile::decodeName(system.f_mntonname);
        if (!(system.f_flags & MNT_LOCAL))
            classify(place);
    }
    refuseCloudFolder(place, real);
    return place;
}

} // namespace kontor::sharing

#else

namespace kontor::sharing {

Place placeOf(const QString &path) {
    const QString real = realPath(path);
    QFile mounts(u"/proc/self/mountinfo"_s);
    Place place;
    if (mounts.open(QIODevice::ReadOnly))
        place = placeInMountTable(mounts.readAll(), real);
    refuseCloudFolder(place, real);
    return place;
}

} // namespace kontor::sharing

#endif
