#include "records/all_records.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUuid>

namespace kontor::records {

using namespace Qt::StringLiterals;

namespace {

QString loginName() {
    for (const char *variable : {"KONTOR_USER", "USER", "USERNAME", "LOGNAME"})
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    return u"user"_s;
}

// The id stays with the user's configuration: a base gives its writer number to it for ever.
QString computerId() {
    if (const QString id = qEnvironmentVariable("KONTOR_PC"); !id.isEmpty())
        return id;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/Kontor"_s;
    const QString path = folder + u"/computer-id"_s;
    if (QFile file(path); file.open(QIODevice::ReadOnly))
        if (const QString id = QString::fromLatin1(file.readAll()).trimmed(); !id.isEmpty())
            return id;
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QDir().mkpath(folder);
    if (QSaveFile file(path); file.open(QIODevice::WriteOnly)) {
        file.write(id.toLatin1());
        file.commit();
    }
    return id;
}

QString cacheFolder() {
    if (const QString folder = qEnvironmentVariable("KONTOR_CACHE"); !folder.isEmpty())
        return folder;
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/Kontor"_s;
}

QString dataFolder() {
    if (const QString folder = qEnvironmentVariable("KONTOR_DATA"); !folder.isEmpty())
        return folder;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Kontor"_s;
}

} // namespace

workspace::OpenOptions openOptions() {
    return {loginName(), computerId(), QSysInfo::machineHostName(), cacheFolder(), false, catalogue(), dataFolder()};
}

} // namespace kontor::records
