// Where a base lies, as far as sharing is concerned: on a disk of this computer, on a network drive that keeps locks, or on one that does not.
#pragma once

#include <QString>
#include <QStringList>

namespace kontor::sharing {

enum class PlaceKind {
    Local,
    Smb,     // Windows share, NAS
    Nfs4,    // locks with a lease
    Nfs3,    // locks by a service of its own
    Unsafe,  // the drive is known not to keep locks between computers, or keeps caches that nobody tells of changes
    Unknown, // a network drive of another kind
};

struct Place {
    PlaceKind kind = PlaceKind::Local;
    QString fileSystem; // "cifs", "nfs4", "fuse.rclone" ... as the system names it
    QString mountPoint;
    QStringList options; // of the mount
    QString reason;      // for the person: why nothing may be written here; empty: it may
    QString remedy;      // what to do about it

    bool mayWrite() const { return reason.isEmpty(); }
    bool isNetwork() const { return kind != PlaceKind::Local; }
};

// Stable words: local, smb, nfs4, nfs3, unsafe, unknown.
QString placeWord(PlaceKind kind);

// `path`: a file or folder that exists, or a file to be made in a folder that exists. Follows links; asks the system, not the file.
Place placeOf(const QString &path);

// The parts of it that need no system. `mountTable`: /proc/self/mountinfo. `path`: absolute, without links.
Place placeInMountTable(const QByteArray &mountTable, const QString &path);
// A folder that a cloud service copies between computers file by file; empty: none, else the service's name.
QString cloudServiceOf(const QString &path);

} // namespace kontor::sharing
