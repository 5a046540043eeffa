#include "db/smb_locks.h"

#if defined(__linux__)

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <map>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

namespace kontor::db {

namespace {

// The bytes that readers share. PENDING and RESERVED lie before them.
constexpr off_t kSharedFirst = 0x40000002;
constexpr off_t kSharedSize = 510;

int lockOfSystem(int file, struct flock *lock) { return ::fcntl(file, F_SETLK, lock); }

std::atomic<LockCall> callInUse{&lockOfSystem};

using FileId = std::pair<dev_t, ino_t>;

struct LockedFile {
    std::vector<int> open; // the first one is asked
    bool holdsExclusive = false;
    bool holdsShared = false; // or the exclusive one
    bool isLocked = false;    // any of them
    int closeLater = -1; // SQLite has closed it, while a lock of another connection hangs on it
    std::set<int> overdue; // have a lock that the drive did not take back; open, also when SQLite has closed them
};

struct Table {
    std::mutex mutex;
    std::map<FileId, LockedFile> files;
    std::map<int, FileId> ids;
};

Table &table() {
    static Table table;
    return table;
}

// The system asks for all locks of an open file again when it connects anew, also for one that could not be given back because the drive was gone; and
// it lends the open file to other programs of this computer, so that closing it here does not help. It is only opened anew on the server for reading.
bool giveBackAll(int file) {
    char byte = 0;
    struct flock all {};
    all.l_type = F_UNLCK;
    all.l_whence = SEEK_SET;
    return ::pread(file, &byte, 1, 0) >= 0 && callInUse.load()(file, &all) == 0;
}

// Only while no connection holds a lock: closing one of them may give back those of all.
void giveBackOverdue(LockedFile &locked) {
    std::erase_if(locked.overdue, [&locked](int file) {
        if (!giveBackAll(file))
            return false;
        if (std::find(locked.open.cbegin(), locked.open.cend(), file) == locked.open.cend())
            ::close(file);
        return true;
    });
}

} // namespace

int lockOnSmb(int file, struct flock *lock, bool &holdsExclusive, LockCall call) {
    if (lock->l_type == F_UNLCK && lock->l_len == 0)
        holdsExclusive = false;
    if (lock->l_type == F_UNLCK || lock->l_start != kSharedFirst || lock->l_len != kSharedSize)
        return call(file, lock);
    struct flock other = *lock;
    if (lock->l_type == F_WRLCK || holdsExclusive) {
        other.l_type = F_UNLCK;
        if (call(file, &other) != 0)
            return -1;
        holdsExclusive = false;
    }
    const int result = call(file, lock);
    if (lock->l_type != F_WRLCK)
        return result;
    if (result == 0) {
        holdsExclusive = true;
        return 0;
    }
    const int why = errno;
    other.l_type = F_RDLCK;
    errno = call(file, &other) == 0 ? why : EIO;
    return result;
}

SmbLocks &SmbLocks::ofThisProcess() {
    static SmbLocks locks;
    return locks;
}

void SmbLocks::setCall(LockCall call) { callInUse = call ? call : &lockOfSystem; }

void SmbLocks::add(int file) {
    struct stat status;
    if (::fstat(file, &status) != 0)
        return;
    const FileId id{status.st_dev, status.st_ino};
    const std::lock_guard guard(table().mutex);
    if (table().ids.insert({file, id}).second)
        table().files[id].open.push_back(file);
}

// The table is held meanwhile, so that the file that is asked is not closed by another connection.
int SmbLocks::lock(int file, struct flock *lock) {
    const std::lock_guard guard(table().mutex);
    const auto id = table().ids.find(file);
    if (id == table().ids.end())
        return callInUse.load()(file, lock);
    LockedFile &locked = table().files[id->second];
    if (lock->l_type != F_UNLCK && !locked.isLocked)
        giveBackOverdue(locked);
    const int asked = locked.closeLater >= 0 ? locked.closeLater : locked.open.front();
    const int result = lockOnSmb(asked, lock, locked.holdsExclusive, callInUse.load());
    const int why = errno;
    if (lock->l_type != F_UNLCK) {
        locked.holdsShared = locked.holdsShared || (result == 0 && lock->l_start == kSharedFirst);
        locked.isLocked = locked.isLocked || result == 0;
    } else {
        locked.holdsShared = locked.holdsShared && lock->l_len != 0;
        locked.isLocked = locked.holdsShared;
        if (result != 0)
            locked.overdue.insert(asked);
    }
    if (!locked.isLocked && locked.closeLater >= 0)
        if (const int file = std::exchange(locked.closeLater, -1); !locked.overdue.contains(file))
            ::close(file);
    errno = why;
    return lock->l_type == F_UNLCK ? 0 : result; // SQLite would go on to believe that this program holds it
}

bool SmbLocks::mayClose(int file) {
    const std::lock_guard guard(table().mutex);
    const auto id = table().ids.find(file);
    if (id == table().ids.end())
        return true;
    LockedFile &locked = table().files[id->second];
    const bool isAsked = locked.closeLater < 0 && locked.open.front() == file;
    const bool hasOthers = locked.open.size() > 1;
    std::erase(locked.open, file);
    const bool mustStay = isAsked && hasOthers && locked.isLocked;
    const bool isOverdue = locked.overdue.contains(file);
    if (mustStay)
        locked.closeLater = file;
    if (!hasOthers && locked.closeLater < 0 && locked.overdue.empty())
        table().files.erase(id->second);
    table().ids.erase(id);
    return !mustStay && !isOverdue;
}

} // namespace kontor::db

#endif
