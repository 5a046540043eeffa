// A workbook in Open Document Format, as LibreOffice writes it: *.ods, *.ots.
#pragma once

#include "exchange/sheet_rows.h"
#include "exchange/zip_archive.h"

namespace kontor::exchange {

// Whether the archive is an office document of that family, workbook or not.
bool isOpenDocument(const ZipArchive &archive);

// Errors: Invalid (another kind of document, protected by a password, damaged, larger than any real one).
Result<std::unique_ptr<Workbook>> openOds(const std::shared_ptr<ZipArchive> &archive);

} // namespace kontor::exchange
