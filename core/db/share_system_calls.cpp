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
#include <map>
#include <mutex>
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

// Which kind of drive the open files of a device are on. Asking the system is a request to the server, and a journal is opened with every save; as long
// as one of its files is open, a device's number means the same drive.
class OpenDevices {
public:
    bool isSmb(int file, dev_t device) {
        const std::lock_guard lock(m_mutex);
        auto known = m_devices.find(device);
        if (known == m_devices.end()) {
            struct statfs system;
            if (::fstatfs(file, &system) != 0)
                return false;
            known = m_devices.insert({device, {driveOf(system) == Drive::Smb, 0}}).first;
        }
        known->second.files += m_files.insert({file, device}).second;
        return known->second.isSmb;
    }
    void forget(int file) {
        const std::lock_guard lock(m_mutex);
        const auto found = m_files.find(file);
        if (found == m_files.end())
            return;
        if (const auto device = m_devices.find(found->second); device != m_devices.end() && --device->second.files == 0)
            m_devices.erase(device);
        m_files.erase(found);
    }

private:
    struct Device {
        bool isSmb = false;
        int files = 0;
    };
    std::mutex m_mutex;
    std::map<dev_t, Device> m_devices;
    std::map<int, dev_t> m_files;
};

OpenDevices &openDevices() {
    static OpenDevices devices;
    return devices;
}

bool isOnSmb(int file) {
    if (const auto drive = driveEverywhere.load())
        return drive == Drive::Smb;
    struct stat status;
    return ::fstat(file, &status) == 0 && openDevices().isSmb(file, status.st_dev);
}

FileState knownStateOf(int file) {
    return file >= 0 && file < kRemembered ? FileState(fileStates[size_t(file)].load()) : Unknown;
}

FileState stateOf(int file) {
    const int before = errno;
    FileState state = knownStateOf(file);
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

// Asked first, the true size brings the other facts along, so that the second question is no request to the server.
int callFstat(int file, struct stat *status) {
    off_t end = knownStateOf(file) == OnSmb ? ::lseek(file, 0, SEEK_END) : -1;
    const int result = ::fstat(file, status);
    if (result != 0 || !S_ISREG(status->st_mode) || stateOf(file) == OnOther)
        return result;
    if (end < 0)
        end = ::lseek(file, 0, SEEK_END);
    if (end >= 0)
        status->st_size = end;
    return result;
}

// SQLite gives a journal to the owner of its base when the superuser makes it. Mostly it is his already, and saying so again is a request to the server.
int callFchown(int file, uid_t user, gid_t group) {
    struct stat status;
    const bool isSame = ::fstat(file, &status) == 0 && status.st_uid == user && status.st_gid == group;
    return isSame ? 0 : ::fchown(file, user, group);
}

int callClose(int file) {
    openDevices().forget(file);
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
    replace(vfs, "fchown", &callFchown);
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

namespace {

constexpr qint64 kFirstBlock = 4'096;

// The first bytes of a file, past everything that this computer keeps. -1: no answer, and errno.
// Closing it drops no lock: on SMB they hang on the open file that asked for them.
ssize_t readFirstBlock(const char *path, char *page) {
    int file = ::open(path, O_RDONLY | O_DIRECT | O_CLOEXEC);
    if (file < 0 && errno == EINVAL) // a file system that has no such thing
        file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return -1;
    const ssize_t count = ::pread(file, page, size_t(kFirstBlock), 0);
    const int why = errno;
    ::close(file);
    errno = why;
    return count;
}

} // namespace

bool isSurelyCold(const char *journalPath) {
    alignas(kFirstBlock) char page[kFirstBlock];
    const ssize_t count = readFirstBlock(journalPath, page);
    return count < 0 ? errno == ENOENT : count == 0 || page[0] == 0;
}

qint64 smbReconnects() { return reconnectsInUse.load()(); }

void setDriveEverywhere(std::optional<Drive> drive) { driveEverywhere = drive; }
void setSmbReconnects(qint64 (*count)()) { reconnectsInUse = count ? count : &reconnectsOfSystem; }
void setOpenCall(OpenCall call) { openInUse = call ? call : &openOfSystem; }

#else

void installShareSystemCalls() {}
Drive driveOf(const char *) { return Drive::Network; }
bool hasContent(const char *) { return false; }
bool isSurelyCold(const char *) { return false; }
OpeningPastCache::OpeningPastCache(bool) {}
OpeningPastCache::~OpeningPastCache() {}
qint64 smbReconnects() { return -1; }
void setDriveEverywhere(std::optional<Drive>) {}
void setSmbReconnects(qint64 (*)()) {}
void setOpenCall(OpenCall) {}

#endif

} // namespace kontor::db
