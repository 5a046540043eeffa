#include "sharing/file_identity.h"

#include <QFile>

#if defined(Q_OS_WIN)
#include <windows.h>
#else
#include <sys/stat.h>
#endif

namespace kontor::sharing {

#if defined(Q_OS_WIN)

QByteArray fileIdentity(const QString &path) {
    const HANDLE file = CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), 0,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, 0, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return {};
    BY_HANDLE_FILE_INFORMATION information{};
    const bool isKnown = GetFileInformationByHandle(file, &information) != 0;
    CloseHandle(file);
    if (!isKnown)
        return {};
    return QByteArray::number(qulonglong(information.dwVolumeSerialNumber)) + ':' +
           QByteArray::number((qulonglong(information.nFileIndexHigh) << 32) | information.nFileIndexLow);
}

#else

QByteArray fileIdentity(const QString &path) {
    struct stat status {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return QByteArray::number(qulonglong(status.st_dev)) + ':' + QByteArray::number(qulonglong(status.st_ino));
}

#endif

} // namespace kontor::sharing
