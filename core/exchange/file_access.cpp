#include "exchange/file_access.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace kontor::exchange {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

Code codeOf(QFileDevice::FileError error) {
    switch (error) {
    case QFileDevice::ResourceError: return Code::Full;
    case QFileDevice::OpenError:
    case QFileDevice::PermissionsError: return Code::ReadOnly;
    default: return Code::Gone;
    }
}

} // namespace

Result<void> openForReading(QFile &file) {
    const QFileInfo info(file.fileName());
    if (!info.exists())
        return Error{Code::NotFound,
                     tr("There is no file “%1”. Nothing was taken in. Check its name and folder.").arg(file.fileName()),
                     {},
                     "file"};
    if (info.isDir() || !file.open(QIODevice::ReadOnly))
        return unreadable(file);
    return {};
}

Error unreadable(const QString &path, const QString &detail) {
    return {Code::Gone,
            tr("“%1” cannot be read. Nothing was taken in. Check that the file is there and that you may open it.")
                .arg(QFileInfo(path).fileName()),
            detail, "file"};
}

Error unreadable(const QFile &file) { return unreadable(file.fileName(), file.errorString()); }

Error unwritable(const QString &path, Code code, const QString &detail) {
    return {code,
            tr("“%1” cannot be written. Check that the folder is there, has room, and takes new files.")
                .arg(QFileInfo(path).fileName()),
            detail, "file"};
}

Error unwritable(const QSaveFile &file) { return unwritable(file.fileName(), codeOf(file.error()), file.errorString()); }

} // namespace kontor::exchange
