// What a person is told of a file that cannot be read or written, in one place for all kinds of file.
#pragma once

#include "base/result.h"

class QFile;
class QSaveFile;

namespace kontor::exchange {

// Errors: NotFound, Gone (a folder, or not to be read).
Result<void> openForReading(QFile &file);
Error unreadable(const QString &path, const QString &detail);
Error unreadable(const QFile &file);
// Full, ReadOnly or Gone, by the file's own error.
Error unwritable(const QSaveFile &file);
Error unwritable(const QString &path, Code code, const QString &detail);

} // namespace kontor::exchange
