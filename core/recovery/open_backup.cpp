#include "recovery/open_backup.h"

#include "workspace/base.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace kontor::recovery {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text) { return QCoreApplication::translate("kontor::recovery", text); }
} // namespace

Result<void> OpenBackup::open(const QString &path, const QString &folderForCopy) {
    TRY(database, db::Database::open(path, db::Purpose::Reader));
    TRY(application, database->single(u"PRAGMA application_id"_s));
    if (application.integer() != workspace::kApplicationId)
        return Error{Code::Corrupt, tr("“%1” is not a Kontor file. Nothing was changed; choose another file.").arg(path),
                     QString(), QByteArrayLiteral("backup")};
    TRY(version, database->single(u"PRAGMA user_version"_s));
    if (version.integer() == workspace::migrationPlan({}).newestVersion()) {
        m_database = std::move(database);
        return {};
    }
    database.reset();
    QDir().mkpath(folderForCopy);
    m_folder.emplace(QDir(folderForCopy).filePath(u"backup-XXXXXX"_s));
    const QString copy = m_folder->filePath(u"backup.kontor"_s);
    if (!QFile::copy(path, copy))
        return Error{Code::Full, tr("There is no room for a copy of the backup."), copy, QByteArrayLiteral("backup")};
    TRY(upgraded, db::Database::open(copy, db::Purpose::Writer));
    TRY_VOID(db::migrate(*upgraded, workspace::migrationPlan(copy)));
    m_database = std::move(upgraded);
    return {};
}

} // namespace kontor::recovery
