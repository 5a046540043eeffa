#include "sharing/append_file.h"

#include <QFile>
#include <QFileInfo>

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

HANDLE openFor(const QString &path, DWORD access, DWORD creation) {
    return CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), access,
                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, creation, FILE_ATTRIBUTE_NORMAL, nullptr);
}

} // namespace

std::unique_ptr<AppendFile> AppendFile::open(const QString &path, QString &problem) {
    const HANDLE file = openFor(path, FILE_APPEND_DATA | SYNCHRONIZE, OPEN_ALWAYS);
    if (file == INVALID_HANDLE_VALUE) {
        problem = QString::number(GetLastError());
        return nullptr;
    }
    return std::unique_ptr<AppendFile>(new AppendFile(reinterpret_cast<qintptr>(file)));
}

AppendFile::~AppendFile() { CloseHandle(handleOf(m_file)); }

bool AppendFile::append(const QByteArray &bytes) {
    DWORD count = 0;
    return WriteFile(handleOf(m_file), bytes.constData(), DWORD(bytes.size()), &count, nullptr) && count == DWORD(bytes.size()) &&
           FlushFileBuffers(handleOf(m_file));
}

bool syncFile(const QString &path) {
    const HANDLE file = openFor(path, GENERIC_WRITE, OPEN_EXISTING);
    if (file == INVALID_HANDLE_VALUE)
        return false;
    const bool isSynced = FlushFileBuffers(file) != 0;
    CloseHandle(file);
    return isSynced;
}

#else

namespace {

bool sync(const QString &path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool isSynced = ::fsync(file) == 0;
    ::close(file);
    return isSynced;
}

bool syncName(const QString &path) { return sync(QFileInfo(path).absolutePath()); }

} // namespace

std::unique_ptr<AppendFile> AppendFile::open(const QString &path, QString &problem) {
    const bool isNew = !QFileInfo::exists(path);
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        problem = QString::fromLocal8Bit(std::strerror(errno));
        return nullptr;
    }
    if (isNew)
        (void)syncName(path);
    return std::unique_ptr<AppendFile>(new AppendFile(file));
}

AppendFile::~AppendFile() { ::close(int(m_file)); }

// One call: the system then keeps the bytes of two programs apart.
bool AppendFile::append(const QByteArray &bytes) {
    return ::write(int(m_file), bytes.constData(), size_t(bytes.size())) == bytes.size() && ::fsync(int(m_file)) == 0;
}

bool syncFile(const QString &path) { return sync(path) && syncName(path); }

#endif

} // namespace kontor::sharing
