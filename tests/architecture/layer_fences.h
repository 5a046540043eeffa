// Fences between the layers and between the folders of the core. Each gives "path:line: text" for what breaks it.
#pragma once

#include "architecture/source_tree.h"

namespace kontor::architecture {

// Widgets and Gui are for ui and app/kontor.
QStringList guiInCore(const SourceTree &tree);
// QSql... and sqlite3_... are for core/db.
QStringList sqlClassesOutsideDb(const SourceTree &tree);
// Statements are for the core.
QStringList sqlTextInInterface(const SourceTree &tree);
// core: base <- db <- schema <- workspace <- records <- what is built on records. Nothing in core or ui includes upwards.
QStringList forbiddenFolderEdges(const SourceTree &tree);

} // namespace kontor::architecture
