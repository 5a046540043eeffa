// Takes a whole base in from the JSON file that exportBaseAsJson wrote, into a base that holds nothing yet.
#pragma once

#include "base/result.h"
#include "exchange/import_options.h"
#include "workspace/base.h"

namespace kontor::exchange {

// Does the file begin as such a file does? An unreadable one does not.
bool isBaseJson(const QString &path);

// The country, currency, time zone and language that the base in the file has: for making one to take it in.
// Reads the file through. Errors: as importBaseJson, of the file.
Result<workspace::BaseSettings> settingsInBaseJson(const QString &path);

// The file is read through before anything is written, and taken in whole or not at all. Afterwards the base has the file's settings.
// Errors: NotFound, Gone, Invalid (damaged, of a newer version, a base that is not empty), Cancelled, and those of the base.
Result<FileReport> importBaseJson(workspace::Base &base, const QString &path, const ImportOptions &options);

} // namespace kontor::exchange
