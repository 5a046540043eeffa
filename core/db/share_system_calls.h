// What SQLite's own calls of the system lack on network drives of Linux. Elsewhere there is nothing to do.
//
// SMB: a shared lock cannot be turned into an exclusive one, since one's own shared lock stands in the way: it is given back first, as SQLite itself
// does on Windows. Nobody comes in between: SQLite holds PENDING at that moment. And the size of a file comes from a cache of 1 s: another
// PC's growth would look like damage. lseek asks the server.
#pragma once

#include "db/guard.h"

struct flock;

namespace kontor::db {

// Puts them under SQLite's VFS "unix". Called once, before the first file is opened.
void installShareSystemCalls();

// Where a file or folder lies, as far as locks and caches differ.
Drive driveOf(const char *path);
// The same as SQLite's file size zero asked of the server: whether a journal is there with something in it.
bool hasContent(const char *path);

#if defined(__linux__)
// fcntl(F_SETLK) as described above for a file on SMB; used by the self-test too.
int lockOnSmb(int file, struct flock *lock, bool &holdsExclusive);
#endif

} // namespace kontor::db
