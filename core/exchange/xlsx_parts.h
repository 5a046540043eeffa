// The parts of an XLSX workbook that its sheets need: which sheets there are, how numbers are shown, the texts that cells share.
#pragma once

#include "exchange/number_format.h"
#include "exchange/shared_strings.h"
#include "exchange/sheet_rows.h"
#include "exchange/zip_archive.h"

#include <QHash>

namespace kontor::exchange {

struct XlsxParts {
    std::shared_ptr<ZipArchive> archive;
    QList<SheetInfo> sheets;
    QList<int> entries; // of the sheets in the archive
    bool from1904 = false;
    QList<NumberFormat> formats; // by the style that a cell names
    SharedStrings strings;
};

Result<std::shared_ptr<const XlsxParts>> readXlsxParts(const std::shared_ptr<ZipArchive> &archive);

// An entry of the archive as XML.
Result<std::unique_ptr<XmlSource>> openPart(const std::shared_ptr<ZipArchive> &archive, int entry);

} // namespace kontor::exchange
