#include "db/migrator.h"

#include "db/backup.h"

#include <QCoreApplication>

namespace kontor::db {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::db", text); }

Result<void> checkOwner(Database &database, int applicationId, int version, const MigrationPlan &plan) {
    TRY(tables, database.single(QStringLiteral("SELECT count(*) FROM sqlite_schema")));
    const bool isFresh = applicationId == 0 && version == 0 && tables.integer() == 0;
    if (!isFresh && applicationId != plan.applicationId)
        return Error{Code::Corrupt, tr("This is a file of another program. Nothing was changed; choose a Kontor file."),
                     QString(), QByteArrayLiteral("base")};
    if (version > plan.newestVersion())
        return Error{
            Code::Newer,
            tr("This file was made by a newer version of Kontor. Nothing was changed; update Kontor on this computer to use it."),
            QStringLiteral("user_version %1").arg(version), QByteArrayLiteral("base")};
    return {};
}

Result<void> checkForeignKeys(Database &database) {
    TRY(statement, database.query(QStringLiteral("PRAGMA foreign_key_check")));
    TRY(broken, statement.next());
    if (broken)
        return Error{Code::Corrupt,
                     tr("The upgrade would have broken links inside the file, so it was taken back. Nothing was changed."),
                     QStringLiteral("foreign_key_check: table %1").arg(statement.text(0)), QByteArray()};
    return {};
}

Result<void> runStep(Database &database, const Migration &step) {
    TRY_VOID(database.executeScript(step.script));
    if (step.fill)
        TRY_VOID(step.fill(database));
    return database.execute(QStringLiteral("PRAGMA user_version = %1").arg(step.version));
}

Result<void> runSteps(Database &database, const MigrationPlan &plan) {
    TRY(transaction, WriteTransaction::begin(database));
    // Another PC may have upgraded while this one waited for the lock.
    TRY(version, database.single(QStringLiteral("PRAGMA user_version")));
    for (const Migration &step : plan.steps)
        if (step.version > version.integer())
            TRY_VOID(runStep(database, step));
    TRY_VOID(database.execute(QStringLiteral("PRAGMA application_id = %1").arg(plan.applicationId)));
    TRY_VOID(checkForeignKeys(database));
    return transaction->commit();
}

} // namespace

Result<void> migrate(Database &database, const MigrationPlan &plan) {
    TRY(applicationId, database.single(QStringLiteral("PRAGMA application_id")));
    TRY(version, database.single(QStringLiteral("PRAGMA user_version")));
    TRY_VOID(checkOwner(database, int(applicationId.integer()), int(version.integer()), plan));
    if (version.integer() == plan.newestVersion())
        return {};
    if (version.integer() > 0)
        TRY_VOID(backup(database, plan.backupPath));
    // Steps may rebuild tables, so foreign keys are checked at the end, not on the way; the pragma is void inside a transaction.
    TRY_VOID(database.execute(QStringLiteral("PRAGMA foreign_keys=OFF")));
    database.setFence(false); // it may be long; what could be lost is in the copy
    const Result<void> result = runSteps(database, plan);
    database.setFence(true);
    TRY_VOID(database.execute(QStringLiteral("PRAGMA foreign_keys=ON")));
    return result;
}

} // namespace kontor::db
