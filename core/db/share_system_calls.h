// What SQLite's own calls of the system lack on network drives of Linux. Elsewhere there is nothing to do.
//
// SMB: locks (smb_locks.h). The size of a file comes from a cache of 1 s: another PC's growth would look like damage. lseek asks the server. And the pages
// of a file are kept under a lease that the server takes back by a message, without waiting for an answer: a page may be read here under a lock for reading
// and be older than the lock. So a base and its journal are read and written past the pages that this computer keeps (O_DIRECT).
#pragma once

#include "db/guard.h"

#include <optional>

namespace kontor::db {

// Puts them under SQLite's VFS "unix". Called once, before the first file is opened.
void installShareSystemCalls();

// Where a file or folder lies, as far as locks and caches differ. Outside Linux a disk is not told from a drive: all are Network.
Drive driveOf(const char *path);
// The same as SQLite's file size zero asked of the server: whether a journal is there with something in it.
bool hasContent(const char *path);
// Whether the server says that a journal has nothing to roll back: it is not there, is empty, or begins with a zero. Called under a lock for reading.
bool isSurelyCold(const char *journalPath);

// While it lives, every file that SQLite opens in this thread is read and written past what this computer keeps of it.
class OpeningPastCache {
public:
    explicit OpeningPastCache(bool isWanted);
    ~OpeningPastCache();
    OpeningPastCache(const OpeningPastCache &) = delete;
    OpeningPastCache &operator=(const OpeningPastCache &) = delete;
};

// How often this computer had to connect anew to any SMB server; locks that were held before may be lost, without an error. -1: not known.
qint64 smbReconnects();

// For tests: every file that is opened from now on is treated as on such a drive. Nothing: as it is.
void setDriveEverywhere(std::optional<Drive> drive);
// For tests: another count. nullptr: the system's.
void setSmbReconnects(qint64 (*count)());
// For tests: what opens a file in the place of the system. nullptr: the system, and while a drive is pretended, with the pages that it keeps.
using OpenCall = int (*)(const char *path, int flags, int mode);
void setOpenCall(OpenCall call);

} // namespace kontor::db
