// CommerceML 2 and 3.1, the exchange files of 1C: counterparties, products, offers and documents, each a table of its own.
#pragma once

#include "exchange/table.h"

#include <memory>

namespace kontor::exchange {

// Is it an XML file with the root element of CommerceML? An unreadable one is none.
bool isCommerceMl(const QString &path);

// Reads the whole file once, so that a damaged one is refused before anything is taken in. At least one table.
// Errors: NotFound, Gone, Invalid (damaged, too deep, too large, with a document type).
Result<std::vector<std::unique_ptr<Table>>> openCommerceMl(const QString &path);

} // namespace kontor::exchange
