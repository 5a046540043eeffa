#include "sharing/probe_peer.h"

#include "db/share_system_calls.h"
#include "db/smb_locks.h"

#include <QFile>

#if defined(Q_OS_WIN)
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace kontor::sharing {

namespace {

// The bytes that readers of a base share, as SQLite has them on every system.
constexpr qint64 kSharedFirst = 0x40000002;
constexpr qint64 kSharedSize = 510;

enum class Order : char { Open, LockShared, LockExclusive, Unlock, Append, Sees, Close, Remove, IsRemoved };

} // namespace

#if defined(Q_OS_WIN)

namespace {

class HandlePeer final : public ProbePeer {
public:
    explicit HandlePeer(const QString &path) : m_path(path) {}
    ~HandlePeer() override { (void)close(); }

    bool open() override {
        m_file = CreateFileW(wide(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                             nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
        return m_file != INVALID_HANDLE_VALUE;
    }
    bool lockShared() override { return lock(LOCKFILE_FAIL_IMMEDIATELY); }
    bool lockExclusive() override {
        (void)unlock();
        return lock(LOCKFILE_FAIL_IMMEDIATELY | LOCKFILE_EXCLUSIVE_LOCK);
    }
    bool unlock() override {
        OVERLAPPED place = at(kSharedFirst);
        return UnlockFileEx(m_file, 0, DWORD(kSharedSize), 0, &place) != 0;
    }
    bool append(qint64 size) override {
        const QByteArray bytes(size, 'k');
        OVERLAPPED place = at(0);
        DWORD count = 0;
        return WriteFile(m_file, bytes.constData(), DWORD(size), &count, &place) && count == DWORD(size) &&
               FlushFileBuffers(m_file);
    }
    bool sees(qint64 size) override {
        LARGE_INTEGER actual{};
        char last = 0;
        OVERLAPPED place = at(size - 1);
        DWORD count = 0;
        return GetFileSizeEx(m_file, &actual) && actual.QuadPart == size && ReadFile(m_file, &last, 1, &count, &place) &&
               last == 'k';
    }
    bool close() override {
        const bool closed = m_file != INVALID_HANDLE_VALUE && CloseHandle(m_file);
        m_file = INVALID_HANDLE_VALUE;
        return closed;
    }
    bool remove() override { return DeleteFileW(wide()) != 0; }
    bool isRemoved() override {
        (void)close();
        return !QFile::exists(m_path);
    }

private:
    const wchar_t *wide() const { return reinterpret_cast<const wchar_t *>(m_path.utf16()); }
    static OVERLAPPED at(qint64 offset) {
        OVERLAPPED place{};
        place.Offset = DWORD(offset);
        return place;
    }
    bool lock(DWORD flags) {
        OVERLAPPED place = at(kSharedFirst);
        return LockFileEx(m_file, flags, 0, DWORD(kSharedSize), 0, &place) != 0;
    }

    QString m_path;
    HANDLE m_file = INVALID_HANDLE_VALUE;
};

} // namespace

std::unique_ptr<ProbePeer> ProbePeer::start(const QString &path) { return std::make_unique<HandlePeer>(path); }

#else

namespace {

int systemLock(int file, struct flock *lock) { return ::fcntl(file, F_SETLK, lock); }

// What the child does. Between fork and _exit only calls of the system are allowed: the parent may have many threads.
class Child {
public:
    Child(const char *path, int channel) : m_path(path), m_channel(channel) {}

    [[noreturn]] void run() {
        char request[1 + sizeof(qint64)];
        while (::read(m_channel, request, sizeof request) == ssize_t(sizeof request)) {
            qint64 size = 0;
            __builtin_memcpy(&size, request + 1, sizeof size);
            const char answer = obey(Order(request[0]), size);
            if (::write(m_channel, &answer, 1) != 1)
                break;
        }
        ::_exit(0);
    }

private:
    bool setLock(short type) {
        struct flock lock {};
        lock.l_type = type;
        lock.l_whence = SEEK_SET;
        lock.l_start = kSharedFirst;
        lock.l_len = kSharedSize;
#if defined(__linux__)
        if (m_isOnSmb)
            return db::lockOnSmb(m_file, &lock, m_holdsExclusive, &systemLock) == 0;
#endif
        return ::fcntl(m_file, F_SETLK, &lock) == 0;
    }

    bool append(qint64 size) const {
        char page[4096];
        __builtin_memset(page, 'k', sizeof page);
        for (qint64 at = 0; at < size; at += qint64(sizeof page))
            if (::pwrite(m_file, page, sizeof page, at) != ssize_t(sizeof page))
                return false;
        return ::fsync(m_file) == 0;
    }

    bool sees(qint64 size) const {
        char last = 0;
        return ::lseek(m_file, 0, SEEK_END) == size && ::pread(m_file, &last, 1, size - 1) == 1 && last == 'k';
    }

    bool obey(Order order, qint64 size) {
        struct stat status;
        switch (order) {
        case Order::Open:
            m_file = ::open(m_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
            m_isOnSmb = m_file >= 0 && db::driveOf(m_path) == db::Drive::Smb;
            return m_file >= 0;
        case Order::LockShared: return setLock(F_RDLCK);
        case Order::LockExclusive: return setLock(F_WRLCK);
        case Order::Unlock: return setLock(F_UNLCK);
        case Order::Append: return append(size);
        case Order::Sees: return sees(size);
        case Order::Close: return ::close(m_file) == 0;
        case Order::Remove: return ::unlink(m_path) == 0;
        case Order::IsRemoved: return ::close(m_file) == 0 && ::stat(m_path, &status) != 0;
        }
        return false;
    }

    const char *m_path;
    int m_channel;
    int m_file = -1;
    bool m_isOnSmb = false;
    bool m_holdsExclusive = false;
};

class ProcessPeer final : public ProbePeer {
public:
    ProcessPeer(pid_t process, int channel) : m_process(process), m_channel(channel) {}
    ~ProcessPeer() override {
        ::close(m_channel); // ends it
        ::waitpid(m_process, nullptr, 0);
    }

    bool open() override { return ask(Order::Open); }
    bool lockShared() override { return ask(Order::LockShared); }
    bool lockExclusive() override { return ask(Order::LockExclusive); }
    bool unlock() override { return ask(Order::Unlock); }
    bool append(qint64 size) override { return ask(Order::Append, size); }
    bool sees(qint64 size) override { return ask(Order::Sees, size); }
    bool close() override { return ask(Order::Close); }
    bool remove() override { return ask(Order::Remove); }
    bool isRemoved() override { return ask(Order::IsRemoved); }

private:
    bool ask(Order order, qint64 size = 0) const {
        char request[1 + sizeof size];
        request[0] = char(order);
        __builtin_memcpy(request + 1, &size, sizeof size);
        char answer = 0;
        return ::send(m_channel, request, sizeof request, MSG_NOSIGNAL) == ssize_t(sizeof request) &&
               ::read(m_channel, &answer, 1) == 1 && answer;
    }

    pid_t m_process;
    int m_channel;
};

} // namespace

std::unique_ptr<ProbePeer> ProbePeer::start(const QString &path) {
    const QByteArray encoded = QFile::encodeName(path);
    int channels[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, channels) != 0)
        return nullptr;
    const pid_t process = ::fork();
    if (process == 0) {
        ::close(channels[0]);
        Child(encoded.constData(), channels[1]).run();
    }
    ::close(channels[1]);
    if (process < 0) {
        ::close(channels[0]);
        return nullptr;
    }
    return std::make_unique<ProcessPeer>(process, channels[0]);
}

#endif

} // namespace kontor::sharing
