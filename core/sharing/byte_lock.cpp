#include "sharing/byte_lock.h"

#include <QFile>

#if defined(Q_OS_WIN)
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#endif

namespace kontor::sharing {

#if defined(Q_OS_WIN)

namespace {

HANDLE handleOf(qintptr file) { return reinterpret_cast<HANDLE>(file); }

OVERLAPPED at(qint64 offset) {
    OVERLAPPED place{};
    place.Offset = DWORD(offset);
    place.OffsetHigh = DWORD(offset >> 32);
    return place;
}

} // namespace

std::unique_ptr<LockableFile> LockableFile::open(const QString &path, QString &problem) {
    const HANDLE file =
        CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ | GENERIC_WRITE,
                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE) {
        problem = QString::number(GetLastError());
        return nullptr;
    }
    return std::unique_ptr<LockableFile>(new LockableFile(reinterpret_cast<qintptr>(file)));
}

LockableFile::~LockableFile() { CloseHandle(handleOf(m_file)); }

bool LockableFile::setLock(qint64 byte, bool isWanted) {
    OVERLAPPED place = at(byte);
    return isWanted ? LockFileEx(handleOf(m_file), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place) != 0
                    : UnlockFileEx(handleOf(m_file), 0, 1, 0, &place) != 0;
}

QByteArray LockableFile::read(qint64 offset, qint64 size) const {
    QByteArray bytes(size, '\0');
    OVERLAPPED place = at(offset);
    DWORD count = 0;
    ReadFile(handleOf(m_file), bytes.data(), DWORD(size), &count, &place);
    bytes.truncate(count);
    return bytes;
}

bool LockableFile::write(qint64 offset, const QByteArray &bytes) {
    OVERLAPPED place = at(offset);
    DWORD count = 0;
    return WriteFile(handleOf(m_file), bytes.constData(), DWORD(bytes.size()), &count, &place) && count == DWORD(bytes.size());
}

#else

namespace {

// Locks of the open file, not of the process, where the system has them: closing the file elsewhere in this process does not lose them.
#if defined(F_OFD_SETLK)
constexpr int kSetLock = F_OFD_SETLK;
#else
constexpr int kSetLock = F_SETLK;
#endif

} // namespace

std::unique_ptr<LockableFile> LockableFile::open(const QString &path, QString &problem) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) {
        problem = QString::fromLocal8Bit(std::strerror(errno));
        return nullptr;
    }
    return std::unique_ptr<LockableFile>(new LockableFile(file));
}

LockableFile::~LockableFile() { ::close(int(m_file)); }

bool LockableFile::setLock(qint64 byte, bool isWanted) {
    struct flock lock {};
    lock.l_type = short(isWanted ? F_WRLCK : F_UNLCK);
    lock.l_whence = SEEK_SET;
    lock.l_start = byte;
    lock.l_len = 1;
    return ::fcntl(int(m_file), kSetLock, &lock) == 0;
}

QByteArray LockableFile::read(qint64 offset, qint64 size) const {
    QByteArray bytes(size, '\0');
    const ssize_t count = ::pread(int(m_file), bytes.data(), size_t(size), offset);
    bytes.truncate(qMax<ssize_t>(count, 0));
    return bytes;
}

bool LockableFile::write(qint64 offset, const QByteArray &bytes) {
    return ::pwrite(int(m_file), bytes.constData(), size_t(bytes.size()), offset) == bytes.size() && ::fsync(int(m_file)) == 0;
}

#endif

bool LockableFile::lock(qint64 byte) { return setLock(byte, true); }
void LockableFile::unlock(qint64 byte) { (void)setLock(byte, false); }

} // namespace kontor::sharing
