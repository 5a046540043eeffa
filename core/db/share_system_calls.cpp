#include "db/share_system_calls.h"

#include "db/smb_locks.h"

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
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#endif

namespace kontor::db {

#if defined(__linux__)

namespace {

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

// What is known of each open file by its number; forgotten when SQLite closes it.
enum FileState : unsigned char { Unknown, OnOther, OnSmb };
constexpr int kRemembered = 65'536;
std::array<std::atomic<unsigned char>, kRemembered> fileStates;
std::atomic<std::optional<Drive>> driveEverywhere; // for tests

// "2 session 4 share reconnects"
qint64 reconnectsOfSystem() {
    const int file = ::open("/proc/fs/cifs/Stats", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return -1;
    char text[1024] = {};
    const ssize_t size = ::read(file, text, sizeof text - 1);
    ::close(file);
    const char *end = size > 0 ? std::strstr(text, " share reconnects") : nullptr;
    while (end && end > text && end[-1] != '\n')
        --end;
    long long sessions = 0;
    long long shares = 0;
    return end && std::sscanf(end, "%lld session %lld", &sessions, &shares) == 2 ? sessions + shares : -1;
}

std::atomic<qint64 (*)()> reconnectsInUse{&reconnectsOfSystem};
thread_local bool opensPastCache = false;

// A disk on which a drive is pretended wants blocks of its own size, where SMB takes any bytes.
int openOfSystem(const char *path, int flags, int mode) {
    return ::open(path, driveEverywhere.load() ? flags & ~O_DIRECT : flags, mode);
}

std::atomic<OpenCall> openInUse{&openOfSystem};

bool isOnSmb(int file) {
    if (const auto drive = driveEverywhere.load())
        return drive == Drive::Smb;
    struct statfs system;
    return ::fstatfs(file, &system) == 0 && driveOf(system) == Drive::Smb;
}

FileState stateOf(int file) {
    const int before = errno;
    FileState state = file >= 0 && file < kRemembered ? FileState(fileStates[size_t(file)].load()) : Unknown;
    if (state == Unknown) {
        state = isOnSmb(file) ? OnSmb : OnOther;
        if (state == OnSmb)
            SmbLocks::ofThisProcess().add(file);
        if (file >= 0 && file < kRemembered)
            fileStates[size_t(file)] = state;
    }
    errno = before;
    return state;
}

int callOpen(const char *path, int flags, int mode) {
    return openInUse.load()(path, opensPastCache ? flags | O_DIRECT : flags, mode);
}

int callFcntl(int file, int command, ...) {
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    if (command != F_SETLK || stateOf(file) == OnOther)
        return ::fcntl(file, command, argument);
    return SmbLocks::ofThisProcess().lock(file, static_cast<struct flock *>(argument));
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
    const bool isRemembered = file >= 0 && file < kRemembered;
    const bool isOther = isRemembered && fileStates[size_t(file)].exchange(Unknown) != OnSmb;
    return isOther || SmbLocks::ofThisProcess().mayClose(file) ? ::close(file) : 0;
}

template <class Function>
void replace(sqlite3_vfs *vfs, const char *name, Function function) {
    vfs->xSetSystemCall(vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(function));
}

} // namespace

void installShareSystemCalls() {
    sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
    if (!vfs || vfs->iVersion < 3)
        return;
    replace(vfs, "open", &callOpen);
    replace(vfs, "fcntl", &callFcntl);
    replace(vfs, "fstat", &callFstat);
    replace(vfs, "close", &callClose);
}

Drive driveOf(const char *path) {
    if (const auto drive = driveEverywhere.load())
        return *drive;
    struct statfs system;
    if (::statfs(path, &system) == 0)
        return driveOf(system);
    const std::string_view name(path);
    const std::string folder(name.substr(0, name.rfind('/') + 1)); // of a file that is only about to be made
    return ::statfs(folder.empty() ? "." : folder.c_str(), &system) == 0 ? driveOf(system) : Drive::Local;
}

bool hasContent(const char *path) {
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const off_t end = ::lseek(file, 0, SEEK_END);
    ::close(file);
    return end > 0;
}

OpeningPastCache::OpeningPastCache(bool isWanted) { opensPastCache = isWanted; }
OpeningPastCache::~OpeningPastCache() { opensPastCache = false; }

qint64 smbReconnects() { return reconnectsInUse.load()(); }

void setDriveEverywhere(std::optional<Drive> drive) { driveEverywhere = drive; }
void setSmbReconnects(qint64 (*count)()) { reconnectsInUse = count ? count : &reconnectsOfSystem; }
void setOpenCall(OpenCall call) { openInUse = call ? call : &openOfSystem; }

#else

void installShareSystemCalls() {}
Drive driveOf(const char *) { return Drive::Network; }
bool hasContent(const char *) { return false; }
OpeningPastCache::OpeningPastCache(bool) {}
OpeningPastCache::~OpeningPastCache() {}
qint64 smbReconnects() { return -1; }
void setDriveEverywhere(std::optional<Drive>) {}
void setSmbReconnects(qint64 (*)()) {}
void setOpenCall(OpenCall) {}

#endif

} // namespace kontor::db
