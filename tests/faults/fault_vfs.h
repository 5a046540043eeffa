// A VFS that lies under the guard and lets a chosen request of a base's files fail. Installed before the first base of the process is opened.
#pragma once

#include <QString>

namespace kontor::tests {

enum class Fault {
    None,
    IoError,    // the request fails once
    ShortWrite, // a write leaves half of its bytes and fails
    FullDisk,   // from this write on no file grows any more
    LostLock,   // the file's locks are gone, and every further request on this opening fails
    Stall       // the request takes 9 s, by the guard's clock
};

class FaultVfs {
public:
    static void install();
    // The n-th request from now, beginning with 1, meets the fault; of ShortWrite and FullDisk the n-th write. Counting begins anew.
    static void arm(Fault fault, int request);
    static void disarm() { arm(Fault::None, 0); }
    // As if the drive were unplugged: every request fails, on every thread, until it is back.
    static void setAway(bool isAway);
    // The system refuses every reading (EIO), as NFS does when a lock was lost; SQLite takes that for a damaged disk.
    static void setRefusing(bool isRefusing);
    // Since arm(): what the fault counts.
    static int requests();
    static bool hasStruck();
};

} // namespace kontor::tests
