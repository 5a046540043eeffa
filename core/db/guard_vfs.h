// The guard VFS: lies over SQLite's own and is used by every connection to a base. See guard.h for what it guards against.
#pragma once

#include "base/result.h"

struct sqlite3;

namespace kontor::db {

constexpr auto kGuardVfs = "kontor-guard";

// Registers it over the VFS that is the default at this moment; called before each opening, works once.
void registerGuardVfs();

enum class Access { Create, ReadWrite, ReadOnly };

// The URI that opens `path` through it; the fence is for the base itself, not for a copy that is being written.
QString guardedUri(const QString &path, Access access);

bool isGuarded(sqlite3 *connection);
bool isPoisoned(sqlite3 *connection);
bool hasLostLock(sqlite3 *connection);
void setFence(sqlite3 *connection, bool isOn);

} // namespace kontor::db
