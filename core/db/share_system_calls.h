// What SQLite's own calls of the system lack on network drives of Linux. Elsewhere there is nothing to do.
//
// SMB: locks (smb_locks.h). And the size of a file comes from a cache of 1 s: another PC's growth would look like damage. lseek asks the server.
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

// Bytes of a file as the server has them now, never out of a cache of this computer; false: no answer. On an SMB drive that dropped this computer
// while it slept, everything else, locks too, may for a while be answered by this computer to itself.
bool readFromServer(const char *path, char *bytes, int size, qint64 offset);
// Lets go of the pages of a file that this computer keeps, so that they are read from the server again.
void forgetKept(const char *path);
// How often this computer had to connect anew to any SMB server; locks that were held before may be lost, without an error. -1: not known.
qint64 smbReconnects();

// For tests: every file that is opened from now on is treated as on such a drive. Nothing: as it is.
void setDriveEverywhere(std::optional<Drive> drive);
// For tests: another count. nullptr: the system's.
void setSmbReconnects(qint64 (*count)());
// For tests: what is called in the place of forgetKept(). nullptr: itself.
void setForgetKept(void (*forget)(const char *path));

} // namespace kontor::db
