// A backup open for reading, with the tables of this version: an older one is upgraded in a copy.
#pragma once

#include "db/database.h"

#include <QTemporaryDir>

#include <optional>

namespace kontor::recovery {

class OpenBackup {
public:
    // `folderForCopy`: where the copy of an older one goes until this is destroyed. Errors: Corrupt (another program's file), Gone, Full.
    Result<void> open(const QString &path, const QString &folderForCopy);
    db::Database &database() { return *m_database; }

private:
    std::optional<QTemporaryDir> m_folder; // outlives the database in it
    std::unique_ptr<db::Database> m_database;
};

} // namespace kontor::recovery
