// A workbook in Office Open XML, as Excel and most other programs write it: *.xlsx, *.xlsm, *.xltx, strict or transitional.
#pragma once

#include "exchange/sheet_rows.h"
#include "exchange/zip_archive.h"

namespace kontor::exchange {

// Whether the archive is an office document of that family, workbook or not.
bool isOfficeOpenXml(const ZipArchive &archive);

// Errors: Invalid (another kind of document, binary workbook, damaged, larger than any real one).
Result<std::unique_ptr<Workbook>> openXlsx(const std::shared_ptr<ZipArchive> &archive);

} // namespace kontor::exchange
