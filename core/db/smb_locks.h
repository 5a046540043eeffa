// The locks of this process on files of an SMB drive, as SQLite's VFS "unix" asks for them. Linux only; safe from any thread.
//
// Two things are otherwise than on a disk. A lock belongs to the open file, not to the process: what one connection locked, another one cannot give
// back, and would stand in everybody's way. SQLite counts a process's locks on a file and asks the system through whichever connection comes first or
// last, so here all are asked for through one of its open files. And a shared lock cannot be turned into an exclusive one, since one's own shared
// lock stands in the way: it is given back first, as SQLite itself does on Windows. Nobody comes in between: SQLite holds PENDING at that moment.
#pragma once

#if defined(__linux__)

struct flock;

namespace kontor::db {

// fcntl(F_SETLK) of one open file.
using LockCall = int (*)(int file, struct flock *lock);

// Returns as fcntl does. When a lock is lost on the way, errno is EIO, which is no "busy": the connection must not go on.
int lockOnSmb(int file, struct flock *lock, bool &holdsExclusive, LockCall call);

class SmbLocks {
public:
    static SmbLocks &ofThisProcess();
    void add(int file); // it was opened; more than once does no harm
    int lock(int file, struct flock *lock);
    // Returns false when it must stay open, since others' locks hang on it, or some that the drive did not take back; it is closed when they are.
    bool mayClose(int file);

    // For tests: another call of the system.
    void setCall(LockCall call);
};

} // namespace kontor::db

#endif
