// Gives out everything that a base holds as one JSON file, from which baseFromJson makes the same base again.
#pragma once

#include "exchange/exporter.h"

namespace kontor::exchange {

// `rows` of the report: records of all kinds. Read in short pages, so that nobody who writes waits long; what is added meanwhile may be left out.
// Errors: Gone, Full, ReadOnly (the file), Cancelled, and those of the base. An existing file is replaced only by a complete one.
Result<ExportReport> exportBaseAsJson(workspace::Base &base, const QString &path,
                                      const std::function<bool(qint64 rows)> &progress = {});

} // namespace kontor::exchange
