// One cell of an ODS sheet.
#pragma once

#include "exchange/xml_source.h"

namespace kontor::exchange {

struct OdsCell {
    QString text;     // as a person would write it: a date as 2026-03-09, a number in digits
    qint64 count = 1; // so many cells after one another are the same
};

// The attribute of that name and namespace ("office", "table" ...) of the element that has just begun.
QString odsAttribute(const XmlSource &source, QStringView space, QStringView name);
// An attribute that says how often something is repeated, 1 where it is not there.
qint64 odsRepeat(const XmlSource &source, QStringView name);
// The cell that has just begun, to its end. Errors: those of the source; Invalid (a text longer than the limit).
Result<OdsCell> readOdsCell(XmlSource &source);

} // namespace kontor::exchange
