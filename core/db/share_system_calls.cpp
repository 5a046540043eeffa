#include "db/share_system_calls.h"

#include <sqlite3.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#endif

namespace kontor::db {

#if defined(__linux__)

namespace {

// The bytes that all SQLite programs lock: PENDING, RESERVED, and the range that readers share.
constexpr off_t kSharedFirst = 0x40000002;
constexpr off_t kSharedSize = 510;

Drive driveOf(const struct statfs &system) {
    switch (static_cast<unsigned long>(system.f_type) & 0xFFFFFFFFUL) {
    case 0xFE534D42UL: // smb2, smb3
    case 0xFF534D42UL: // cifs
        return Drive::Smb;
    case 0x6969UL:     // nfs
    case 0x65735546UL: // fuse
    case 0x01021997UL: // 9p
    case 0x00C36400UL: // ceph
    case 0x5346414FUL: // afs
    case 0x786F4256UL: // vboxsf
        return Drive::Network;
    default: return Drive::Local;
    }
}

// What is known of each open file by its number; cleared when SQLite closes it.
enum FileState : unsigned char { Unknown, OnOther, OnSmb, OnSmbExclusive };
constexpr int kRemembered = 65'536;
std::array<std::atomic<unsigned char>, kRemembered> fileStates;

FileState findState(int file) {
    struct statfs system;
    return fstatfs(file, &system) == 0 && driveOf(system) == Drive::Smb ? OnSmb : OnOther;
}

FileState stateOf(int file) {
    if (file < 0 || file >= kRemembered)
        return findState(file);
    const int before = errno;
    if (fileStates[size_t(file)] == Unknown)
        fileStates[size_t(file)] = findState(file);
    errno = before;
    return FileState(fileStates[size_t(file)].load());
}

int callFcntl(int file, int command, ...) {
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    if (command != F_SETLK)
        return ::fcntl(file, command, argument);
    auto lock = static_cast<struct flock *>(argument);
    const FileState state = stateOf(file);
    if (state == OnOther || file >= kRemembered)
        return ::fcntl(file, command, lock);
    bool holdsExclusive = state == OnSmbExclusive;
    const int result = lockOnSmb(file, lock, holdsExclusive);
    fileStates[size_t(file)] = holdsExclusive ? OnSmbExclusive : OnSmb;
    return result;
}

int callFstat(int file, struct stat *status) {
    const int result = ::fstat(file, status);
    if (result != 0 || !S_ISREG(status->st_mode) || stateOf(file) == OnOther)
        return result;
    if (const off_t end = ::lseek(file, 0, SEEK_END); end >= 0)
        status->st_size = end;
    return result;
}

int callClose(int file) {
    if (file >= 0 && file < kRemembered)
        fileStates[size_t(file)] = Unknown;
    return ::close(file);
}

template <class Function>
void replace(sqlite3_vfs *vfs, const char *name, Function function) {
    vfs->xSetSystemCall(vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(function));
}

} // namespace

int lockOnSmb(int file, struct flock *lock, bool &holdsExclusive) {
    const bool isWholeUnlock = lock->l_type == F_UNLCK && lock->l_len == 0;
    if (isWholeUnlock)
        holdsExclusive = false;
    if (lock->l_type == F_UNLCK || lock->l_start != kSharedFirst || lock->l_len != kSharedSize)
        return ::fcntl(file, F_SETLK, lock);
    struct flock other = *lock;
    if (lock->l_type == F_WRLCK || holdsExclusive) {
        other.l_type = F_UNLCK;
        if (::fcntl(file, F_SETLK, &other) != 0)
            return -1;
        holdsExclusive = false;
    }
    const int result = ::fcntl(file, F_SETLK, lock);
    if (lock->l_type != F_WRLCK)
        return result;
    if (result == 0) {
        holdsExclusive = true;
        return 0;
    }
    const int why = errno;
    other.l_type = F_RDLCK;
    (void)::fcntl(file, F_SETLK, &other);
    errno = why;
    return result;
}

void installShareSystemCalls() {
    sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
    if (!vfs || vfs->iVersion < 3)
        return;
    replace(vfs, "fcntl", &callFcntl);
    replace(vfs, "fstat", &callFstat);
    replace(vfs, "close", &callClose);
}

Drive driveOf(const char *path) {
    struct statfs system;
    return ::statfs(path, &system) == 0 ? driveOf(system) : Drive::Local;
}

bool hasContent(const char *path) {
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const off_t end = ::lseek(file, 0, SEEK_END);
    ::close(file);
    return end > 0;
}

#else

void installShareSystemCalls() {}
Drive driveOf(const char *) { return Drive::Local; }
bool hasContent(const char *) { return false; }

#endif

} // namespace kontor::db
