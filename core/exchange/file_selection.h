// Which files of a folder or an archive are tables that are worth taking in.
#pragma once

#include "exchange/table_file.h"

namespace kontor::exchange {

// By its name: a folder of exports also holds pictures, letters, and what operating systems leave there.
bool mayHoldTables(const QString &fileName);
// It says itself what it holds, or its titles are understood.
bool isUnderstood(const Table &table, const HeaderAliases &aliases);

// The files that the person means: those of a folder, not of the folders in it, instead of the folder itself.
struct TableSource {
    QString path;
    bool isOfFolder = false; // nobody named it: where it is no table that is understood, it is left out
};
// Errors: Invalid (a folder without tables).
Result<QList<TableSource>> tableSources(const QStringList &paths);
Error nothingIn(const QString &folder);

} // namespace kontor::exchange
