// Who has a base open now, seen by one who takes no part: before something that needs the file alone.
#pragma once

#include "sharing/presence.h"

namespace kontor::sharing {

// By the locks of their slots in the presence file, without taking one; nobody where the folder cannot be written.
QList<Person> whoIsAt(const QString &basePath);

} // namespace kontor::sharing
