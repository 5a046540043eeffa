// A clock that also counts while the computer sleeps, and that nobody can set.
#pragma once

#include <QtGlobal>

namespace kontor::db {

// Milliseconds since some moment before the program began.
qint64 continuousMs();

} // namespace kontor::db
