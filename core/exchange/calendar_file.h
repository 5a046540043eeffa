// An iCalendar file (.ics): a table of entries for the appointments that were, and one of tasks for those to come and for what is to be done.
#pragma once

#include "exchange/calendar_meaning.h"
#include "exchange/table_file.h"

namespace kontor::exchange {

// `head`: the first bytes, as headOf() gives them.
bool isCalendar(const QByteArray &head);

// What a file with one appointment or task proposes for a customer. Nothing where it is no calendar, has none or several, was cancelled, or is larger
// than 1 MB.
std::optional<CalendarProposal> proposalIn(const QString &path, const Clock &clock);

// At least one table. Errors: NotFound, Gone.
Result<FileTables> openCalendar(const QString &path, const TableOptions &options);

} // namespace kontor::exchange
