// Fences against habits that have cost other programs dear. Each gives "path:line: text" for what breaks it.
#pragma once

#include "architecture/source_tree.h"

namespace kontor::architecture {

// Nothing is global: app builds the objects and passes references.
QStringList singletons(const SourceTree &tree);
// The thread of the interface never waits, and never runs events in the middle of something.
QStringList waiting(const SourceTree &tree);
// Dialogs and menus are opened and answer by a signal; only app runs the one event loop.
QStringList nestedEventLoops(const SourceTree &tree);
QStringList stringBasedConnections(const SourceTree &tree);
QStringList styleSheets(const SourceTree &tree);

} // namespace kontor::architecture
