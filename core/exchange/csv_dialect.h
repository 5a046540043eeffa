// How a delimited text is written: found from its beginning.
#pragma once

#include "exchange/csv_reader.h"

namespace kontor::exchange {

// `sample`: the first part of the text; `whole`: nothing follows it. The delimiter is the one of , ; TAB | that cuts the most records into
// the same number of cells, with quotes honoured; a first line "sep=;" decides at once.
CsvDialect detectDialect(const QString &sample, bool whole);

} // namespace kontor::exchange
