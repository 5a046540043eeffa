// Gives customers out as a text table that spreadsheets open right and that our own import reads back to the same cards: the customer's fields,
// contact points with labels, further addresses, tags, dates, relations to people without a card, and the user's own fields. Or as a workbook
// with dates as dates and numbers as numbers, or as vCards; they say the same.
#pragma once

#include "base/result.h"
#include "workspace/base.h"

#include <functional>

namespace kontor::exchange {

struct ExportOptions {
    std::optional<QList<Id>> customers;        // empty: all that are not in the trash
    char16_t delimiter = 0;                    // of a text table; 0: as spreadsheets of the base's language expect
    QString preset;                            // csv, xlsx, vcard3, vcard4; empty: as the file's name ends, .vcf is vcard3
    QString layout;                            // of another program, as a text table; empty: our own
    std::function<bool(qint64 rows)> progress; // false: stop; no file is left
};

struct ExportReport {
    QString file; // absolute
    qint64 rows = 0;
    qint64 leftOut = 0; // customers that the layout has no use for: without e-mail, or who do not want any
};

// Errors: Gone, Full, ReadOnly (the file), Invalid (preset; more than a sheet or cell can hold), Cancelled, and those of the base. An existing file is replaced only by a complete one.
Result<ExportReport> exportCustomers(workspace::Base &base, const QString &path, const ExportOptions &options = {});

} // namespace kontor::exchange
